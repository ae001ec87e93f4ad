import { randomUUID } from 'node:crypto'
import type { Desk } from '../src/app/desk.ts'
import { importInvoices } from '../src/app/imports/import-invoices.ts'
import { isRefused, type Refused } from '../src/app/refused.ts'
import { quietDesk } from '../src/bench/quiet-desk.ts'
import type { Channel, Failure, Message, Receipt } from '../src/channels/channel.ts'
import { france } from '../src/countries/fr/country.ts'
import { day, formatDay } from '../src/domain/date.ts'
import type { Country } from '../src/domain/law/country.ts'
import type { Database } from '../src/store/database.ts'
import { insertOrganisation, setSettings } from '../src/store/parties/organisations.ts'
import { recordedRates } from '../src/store/parties/rates.ts'
import { refusedSentence } from '../src/words/refusals/refused.ts'

type Settable<Part> = { -readonly [Key in keyof Part]: Part[Key] }

/** A desk on a test database, with a clock to move and a channel that remembers. */
export type TestDesk = Omit<Desk, 'channels' | 'mailboxes' | 'post' | 'country' | 'now' | 'organisationId'> &
  Settable<Pick<Desk, 'channels' | 'mailboxes' | 'post' | 'country' | 'now' | 'organisationId'>> & {
    move(to: string): void
    /** As the next request would find it: with the rates recorded since. */
    reopen(): Promise<void>
    readonly sent: Message[]
    /** What the channel answers instead of sending; null sends. */
    answer: Failure | null
    /** Runs while the message is under way, before it is handed over. */
    meanwhile: () => Promise<void>
  }

export async function testDesk(
  database: Database,
  today: string,
  country: Country = france,
): Promise<TestDesk> {
  const organisationId = randomUUID()
  await database.transaction(organisationId, async tx => {
    await insertOrganisation(tx, 'Essai')
    await setSettings(tx, { 'first-message': 'automatic' })
  })
  let current = day(today)
  const sent: Message[] = []
  const now = () => `${formatDay(current)}T09:00:00.000Z`
  const desk: TestDesk = {
    ...quietDesk(database, organisationId, country, current, now),
    channels: new Map([['email', channel()]]),
    messagesAtOnce: 5,
    reopen: async () => {
      const recorded = await desk.transaction(tx => recordedRates(tx, country.code))
      desk.country = { ...country, rates: country.rateBook(recorded) }
    },
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
        if (desk.answer) return desk.answer
        await desk.meanwhile()
        const providerId = `<${message.idempotencyKey.replaceAll(' ', '.')}@essai>`
        const content = new TextEncoder().encode(message.text)
        if (!(await beforeHandover({ providerId, content }))) return { kind: 'withheld', detail: 'retenu' }
        sent.push(message)
        return { kind: 'sent', providerId, response: '250' }
      },
      close: async () => {},
    }
  }
  return desk
}

/** The same desk on another day. */
export function onDay(desk: Desk, date: string): Desk {
  return { ...desk, today: day(date) }
}

/** The same desk, with another person at it. */
export function byPerson(desk: Desk, name: string): Desk {
  return { ...desk, actor: { kind: 'person', name } }
}

/** A CSV of invoices, imported; returns the totals. */
export async function importCsv(desk: TestDesk, csv: string, mode: 'delta' | 'stock' = 'delta') {
  const done = accepted(
    await importInvoices(desk, {
      files: [{ name: 'factures.csv', bytes: new TextEncoder().encode(csv) }],
      terms: '30d',
      mode,
      dryRun: false,
    }),
  )
  return done
}

/** What a use case answers when it does not refuse; its sentence fails the test. */
export function accepted<Output extends object>(output: Output | Refused): Output {
  if (isRefused(output)) throw new Error(refusedSentence(output).fr)
  return output
}

export const HEADER = 'Code client;Client;Numéro;Date;Échéance;Montant TTC;Reste dû;E-mail;Téléphone'

/** One line of that CSV; dates as French software writes them. */
export function line(code: string, number: string, dueOn: string, amount: string, open = amount): string {
  const [year, month, dayOfMonth] = dueOn.split('-')
  const due = `${dayOfMonth}/${month}/${year}`
  return `${code};${code} SARL;${number};01/01/2026;${due};${amount};${open};compta@${code.toLowerCase()}.example;0102030405`
}
