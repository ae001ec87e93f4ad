import { randomUUID } from 'node:crypto'
import { type App, NO_POST } from '../src/app/app.ts'
import { importInvoices } from '../src/app/imports/import-invoices.ts'
import type { Channel, Failure, Message, Receipt } from '../src/channels/channel.ts'
import { france } from '../src/countries/fr/country.ts'
import { type Day, day } from '../src/domain/date.ts'
import type { Country } from '../src/domain/law/country.ts'
import type { Database } from '../src/store/database.ts'
import { insertOrganisation, setSettings } from '../src/store/parties/organisations.ts'

/** An application on a test database, with a clock to move and a channel that remembers. */
export type TestApp = App & {
  move(to: string): void
  readonly today: Day
  readonly sent: Message[]
  /** What the channel answers instead of sending; null sends. */
  answer: Failure | null
  /** Runs while the message is under way, before it is handed over. */
  meanwhile: () => Promise<void>
}

export async function testApp(
  database: Database,
  today: string,
  country: Country = france,
): Promise<TestApp> {
  const organisationId = randomUUID()
  await database.transaction(organisationId, async tx => {
    await insertOrganisation(tx, 'Essai')
    await setSettings(tx, { 'first-message': 'automatic' })
  })
  let current = day(today)
  const sent: Message[] = []
  const app: TestApp = {
    database,
    organisationId,
    country,
    clock: {
      today: () => current,
      now: () => `${new Date(current * 86_400_000).toISOString().slice(0, 10)}T09:00:00.000Z`,
    },
    channels: new Map([['email', channel()]]),
    messagesAtOnce: 5,
    dkim: [],
    post: NO_POST,
    mailFrom: 'relances@atelier.example',
    mailboxes: [],
    deliveryNote: 'essai',
    progress: () => {},
    move: to => {
      current = day(to)
    },
    get today() {
      return current
    },
    sent,
    answer: null,
    meanwhile: async () => {},
  }
  function channel(): Channel {
    return {
      id: 'memory',
      async send(message, { beforeHandover }): Promise<Receipt | Failure> {
        if (app.answer) return app.answer
        await app.meanwhile()
        const providerId = `<${message.idempotencyKey.replaceAll(' ', '.')}@essai>`
        const content = new TextEncoder().encode(message.text)
        if (!(await beforeHandover({ providerId, content }))) return { kind: 'withheld', detail: 'retenu' }
        sent.push(message)
        return { kind: 'sent', providerId, response: '250' }
      },
      close: async () => {},
    }
  }
  return app
}

/** A CSV of invoices, imported; returns the totals. */
export async function importCsv(app: TestApp, csv: string, mode: 'delta' | 'stock' = 'delta') {
  const done = await importInvoices(app, {
    files: [{ name: 'factures.csv', bytes: new TextEncoder().encode(csv) }],
    terms: '30d',
    mode,
    dryRun: false,
    actor: 'essai',
  })
  if ('refused' in done) throw new Error(done.message)
  return done
}

export const HEADER = 'Code client;Client;Numéro;Date;Échéance;Montant TTC;Reste dû;E-mail;Téléphone'

/** One line of that CSV; dates as French software writes them. */
export function line(code: string, number: string, dueOn: string, amount: string, open = amount): string {
  const [year, month, dayOfMonth] = dueOn.split('-')
  const due = `${dayOfMonth}/${month}/${year}`
  return `${code};${code} SARL;${number};01/01/2026;${due};${amount};${open};compta@${code.toLowerCase()}.example;0102030405`
}
