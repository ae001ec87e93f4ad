/** A company in a database of its own, cheap to copy, a mail server, and the means to stop a program at a given moment. */

import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { listActions } from '../../src/app/day/list-actions.ts'
import { type DayReport, runDay } from '../../src/app/day/run-day.ts'
import { listBalances } from '../../src/app/reports/list-balances.ts'
import { quietDesk } from '../../src/bench/quiet-desk.ts'
import { type Random, randomFrom } from '../../src/bench/random.ts'
import { france } from '../../src/countries/fr/country.ts'
import { addDays, day, formatDay } from '../../src/domain/date.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { listOrganisations } from '../../src/store/parties/organisations.ts'
import { type CommandLine, commandLine, describe, type Started } from '../command-line.ts'
import { serverUrl, withDatabase } from '../database.ts'
import type { SmtpSink } from '../smtp-sink.ts'

export const TODAY = '2026-03-09'

/** A file of invoices: every debtor has an e-mail address and one to three invoices, the first of them overdue. */
export async function writeInvoices(folder: string, debtors: number, seed: number): Promise<string> {
  const random = randomFrom(seed)
  const rows = Array.from({ length: debtors }, (_, index) => invoicesOf(index + 1, random)).flat()
  const file = path.join(folder, `factures-${debtors}.csv`)
  const header = 'N° facture;Date facture;Échéance;Code client;Client;E-mail;Montant TTC'
  await writeFile(file, `${[header, ...rows].join('\n')}\n`)
  return file
}

function invoicesOf(debtor: number, random: Random): string[] {
  const today = day(TODAY)
  return Array.from({ length: 1 + random.between(0, 2) }, (_, index) => {
    const dueOn = addDays(today, index === 0 ? -random.between(2, 21) : random.between(-20, 19))
    const amount = (50 + random.between(0, 499_999) / 100).toFixed(2).replace('.', ',')
    const dates = [addDays(dueOn, -30), dueOn].map(formatDay).join(';')
    return `F-${debtor}-${index + 1};${dates};C${debtor};Client ${debtor};compta@c${debtor}.example;${amount}`
  })
}

export type Bench = AsyncDisposable & {
  readonly url: string
  readonly line: CommandLine
  /** Asks as superuser, past the wall, on a connection that stays: what it locks, it holds until it says otherwise. */
  ask(sql: string): Promise<Record<string, unknown>[]>
  /** Resolves when a statement of somebody else waits for a lock; rejects when the program ends before that. */
  blocked(program: Started): Promise<void>
  /** Resolves when no program is connected any more: what was killed is over for the database too. */
  deserted(): Promise<void>
}

/** A database that is a copy of another, or an empty one. */
export async function openBench(sink: SmtpSink, template?: Bench, connections = 1): Promise<Bench> {
  const server = serverUrl()
  const name = `fault_${randomBytes(6).toString('hex')}`
  const url = withDatabase(server, name)
  await once(server, `create database ${name}${template ? ` template ${databaseOf(template.url)}` : ''}`)
  if (!template) await migrate(url)
  let client: pg.Client | null = null
  const ask = async (sql: string) => {
    if (!client) {
      client = new pg.Client({ connectionString: url })
      await client.connect()
    }
    return (await client.query(sql)).rows ?? []
  }
  const close = async () => {
    await client?.end()
    client = null
  }
  return {
    url,
    line: commandLine({ databaseUrl: url, smtpUrl: sink.url, mailFrom: 'relances@moi.example', connections }),
    ask,
    async blocked(program) {
      const ended = program.ended.then(answer => {
        throw new Error(`ended before it was blocked: ${describe(answer)}`)
      })
      await Promise.race([ended, until(async () => (await ask(WAITING)).length > 0)])
      ended.catch(() => undefined)
    },
    async deserted() {
      await until(async () => (await ask(SESSIONS)).length === 0)
      await close()
    },
    async [Symbol.asyncDispose]() {
      await close()
      await once(server, `drop database if exists ${name} with (force)`)
    },
  }
}

const HERE = `(select oid from pg_database where datname = current_database())`
const WAITING = `select from pg_locks where not granted and (database = ${HERE} or locktype = 'transactionid')`
const SESSIONS = `select from pg_stat_activity
  where datid = ${HERE} and pid <> pg_backend_pid() and backend_type = 'client backend'`

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

async function once(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5)
}

/** All that matters at the end of a life, free of what may differ between two lives: numbers and instants. */
export type End = {
  actions: { debtor: string; step: string; status: string; items: string[]; amountCents: number }[]
  balances: { code: string; openCents: number; overdueCents: number }[]
  /** What the same day would decide once more, and what the day after the next gaps decides. */
  again: DayReport['actions']
  next: string[]
  queued: number
}

export async function endOf(bench: Bench, date = TODAY): Promise<End> {
  await using database = await openDatabase(bench.url)
  const [organisationId = ''] = await listOrganisations(database)
  const today = day(date)
  const desk = quietDesk(database, organisationId, france, today, () => new Date().toISOString())
  const { actions } = await listActions(desk, { openOnly: false })
  const { debtors } = await listBalances(desk)
  const again = await runDay(desk, { dryRun: true })
  const next = await runDay({ ...desk, today: addDays(today, 8) }, { dryRun: true })
  if ('refused' in again || 'refused' in next) throw new Error('a dry run was refused')
  const [queue] = await database.transaction(organisationId, tx =>
    tx.query<{ count: number }>(
      `select count(*)::int as count from message where organisation_id = $1 and status in ('queued', 'claimed', 'handing')`,
      [tx.organisationId],
    ),
  )
  return {
    actions: actions
      .map(({ case: debtor, step, status, items, amountCents }) => ({
        debtor,
        step,
        status,
        items,
        amountCents,
      }))
      .sort((a, b) => compare(`${a.debtor} ${a.step}`, `${b.debtor} ${b.step}`)),
    balances: debtors
      .map(({ code, openCents, overdueCents }) => ({ code, openCents, overdueCents }))
      .sort((a, b) => compare(a.code, b.code)),
    again: again.actions,
    next: next.actions.map(({ case: id, step, items }) => `${id} ${step} ${items.join(' ')}`).sort(),
    queued: queue?.count ?? -1,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Item and step pairs that more than one action is about. */
export function askedTwice({ actions }: End): string[] {
  const pairs = actions
    .filter(action => action.status !== 'cancelled')
    .flatMap(({ debtor, step, items }) => items.map(item => `${debtor} ${step} ${item}`))
  return pairs.filter((pair, index) => pairs.indexOf(pair) !== index)
}
