/** A company of the simulation: an organisation on the real database, its debtors, and a channel with bad days. */
import { randomUUID } from 'node:crypto'
import { type DayReport, runDay } from '../../src/app/day/run-day.ts'
import { type Desk, organisationOf } from '../../src/app/desk.ts'
import { importInvoices } from '../../src/app/imports/import-invoices.ts'
import { quietDesk } from '../../src/bench/quiet-desk.ts'
import { randomFor } from '../../src/bench/random.ts'
import { askHandover, type Channel, type Failure, type Receipt } from '../../src/channels/channel.ts'
import { france } from '../../src/countries/fr/country.ts'
import { type Day, formatDay } from '../../src/domain/date.ts'
import { type Cents, formatAmount } from '../../src/domain/money.ts'
import { loadCases, type StoredCase } from '../../src/store/case/cases.ts'
import type { Database } from '../../src/store/database.ts'
import { insertOrganisation, setSending, setSettings } from '../../src/store/parties/organisations.ts'
import { accepted } from '../desk.ts'
import type { Life } from './life.ts'

export type Company = {
  readonly desk: Desk
  readonly settings: readonly string[]
  /** Days may be run again in the evening, and several messages a day may go: no story can tell that. */
  readonly restless: boolean
  readonly lives: Life[]
  /** Keys of the messages that left, in order. */
  readonly sent: string[]
  /** How many times each message was tried. */
  readonly tries: Map<string, number>
  today: Day
  /** No more failures: the last days of the simulation. */
  calm: boolean
}

const COMPANIES: readonly { settings: string[]; restless: boolean }[] = [
  { settings: ['first-message automatic', 'maximum 2000.00', 'formal-notice-days 15'], restless: false },
  { settings: ['first-message automatic', 'grouping invoice'], restless: true },
  { settings: ['first-message to-confirm', 'minimum 100.00', 'region alsace-moselle'], restless: false },
  { settings: ['first-message automatic', 'credits list', 'entry level-2'], restless: false },
]

/** Two companies for a short life, four for a longer one. */
export async function foundCompanies(
  database: Database,
  seed: number,
  debtors: number,
  from: Day,
): Promise<Company[]> {
  const companies: Company[] = []
  for (const { settings, restless } of COMPANIES.slice(0, debtors > 20 ? 4 : 2)) {
    const organisationId = randomUUID()
    const pairs = settings.map(setting => setting.split(' ') as [string, string])
    await database.transaction(organisationId, async tx => {
      await insertOrganisation(tx, 'Mon entreprise')
      await setSending(tx, true)
      await setSettings(tx, Object.fromEntries(pairs))
    })
    companies.push(companyOf(database, organisationId, settings, restless, seed, from))
  }
  return companies
}

function companyOf(
  database: Database,
  organisationId: string,
  settings: readonly string[],
  restless: boolean,
  seed: number,
  from: Day,
): Company {
  const company = { settings, restless, lives: [], sent: [], tries: new Map(), today: from, calm: false }
  const now = () => `${formatDay(opened.today)}T09:00:00.000Z`
  const desk: Desk = {
    ...quietDesk(database, organisationId, france, from, now),
    get today() {
      return opened.today
    },
    channels: new Map([['email', forgetfulChannel(() => opened, seed)]]),
    messagesAtOnce: 5,
  }
  const opened: Company = { ...company, desk }
  return opened
}

/** Answers by chance, the same for the same message and try whatever the order. Remembers what left. */
function forgetfulChannel(company: () => Company, seed: number): Channel {
  return {
    id: 'memory',
    async send(message, { beforeHandover }): Promise<Receipt | Failure> {
      const { sent, tries, calm } = company()
      const tried = tries.get(message.idempotencyKey) ?? 0
      tries.set(message.idempotencyKey, tried + 1)
      const random = randomFor(seed, `${message.caseId} ${message.step} ${message.day} ${tried}`)
      if (!calm && random.chance(0.03)) return { kind: 'temporary', detail: '421 plus tard' }
      if (!calm && random.chance(0.02)) return { kind: 'permanent', detail: '550 inconnu' }
      const leaving = { providerId: message.idempotencyKey, content: Buffer.from(message.text) }
      const asked = await askHandover(() => beforeHandover(leaving))
      if (!asked.agreed) return asked.failure
      sent.push(message.idempotencyKey)
      if (!calm && random.chance(0.005)) return { kind: 'uncertain', detail: 'connexion perdue' }
      return { kind: 'sent', providerId: message.idempotencyKey, response: '250' }
    },
    close: async () => {},
  }
}

/** Cases whole, by the code of their debtor. */
export async function loadAll({ desk }: Company): Promise<Map<string, StoredCase>> {
  const stored = await desk.transaction(async tx => {
    const { settings } = await organisationOf(tx)
    const rows = await tx.query<{ case_id: string }>(
      'select case_id from dunning_case where organisation_id = $1',
      [tx.organisationId],
    )
    return loadCases(
      tx,
      rows.map(row => row.case_id),
      settings,
    )
  })
  return new Map(stored.map(one => [one.caseFile.debtor.code, one]))
}

export type NewInvoice = { life: Life; number: string; issuedOn: Day; dueOn: Day; amountCents: Cents }

/** Invoices come in by a file, as they do in production. */
export async function importNew({ desk }: Company, invoices: readonly NewInvoice[]): Promise<void> {
  const done = accepted(
    await importInvoices(desk, {
      files: [{ name: 'factures.csv', bytes: new TextEncoder().encode(csvOf(invoices)) }],
      terms: '30d',
      mode: 'delta',
      dryRun: false,
    }),
  )
  const problems = done.files.flatMap(file => file.problems).filter(({ severity }) => severity === 'error')
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
}

const KINDS = { business: 'entreprise', consumer: 'particulier', 'public-body': 'organisme public' }

function csvOf(invoices: readonly NewInvoice[]): string {
  const rows = invoices.map(({ life, number, issuedOn, dueOn, amountCents }) =>
    [
      life.code,
      `${life.code} SARL`,
      KINDS[life.kind],
      number,
      formatDay(issuedOn),
      formatDay(dueOn),
      formatAmount(amountCents).replace('.', ','),
      life.email,
      life.phone,
    ].join(';'),
  )
  const header = 'Code client;Client;Type client;Numéro;Date;Échéance;Montant TTC;E-mail;Téléphone'
  return `${[header, ...rows].join('\n')}\n`
}

export function factOf({ number, issuedOn, dueOn, amountCents }: NewInvoice): string {
  return `invoice ${number} ${formatAmount(amountCents)} issued ${formatDay(issuedOn)} due ${formatDay(dueOn)}`
}

/** One run, which must decide every case. */
export async function run(company: Company): Promise<DayReport> {
  const report = accepted(await runDay(company.desk, { dryRun: false }))
  if (report.errors.length > 0) throw new Error(JSON.stringify(report.errors))
  return report
}
