import type { BenchResult } from '../cli/program/bench.ts'
import { dayInSql } from './day-in-sql.ts'
import { fillLedger, type History } from './ledger.ts'
import { ourDay } from './our-day.ts'
import type { Size } from './size.ts'
import { median, peakMemory, rounded } from './stopwatch.ts'
import type { ThrowAway } from './throw-away.ts'

const WRITTEN = ['action', 'passed_step', 'message', 'journal', 'dunning_case'] as const

/**
 * The whole day of a ledger in which every case is due, beside the same rows written by SQL alone: the first day
 * (one message to each debtor), then a day on which calls lapse too, which writes a step for each invoice.
 */
export async function benchDay(
  throwAway: ThrowAway,
  size: Size,
  invoicesPerDebtor: number,
  progress: (line: string) => void,
): Promise<BenchResult[]> {
  const first = await benchHistory('day', 'none', throwAway, size, invoicesPerDebtor, progress)
  return [first, await benchHistory('day-lapses', 'called', throwAway, size, invoicesPerDebtor, progress)]
}

async function benchHistory(
  name: string,
  history: History,
  throwAway: ThrowAway,
  { debtors, runs }: Size,
  invoicesPerDebtor: number,
  progress: (line: string) => void,
): Promise<BenchResult> {
  const invoices = debtors * invoicesPerDebtor
  progress(`${name} : ${invoices} factures de ${debtors} débiteurs…`)
  const ledger = await throwAway.create()
  await fillLedger(ledger, { debtors, invoicesPerDebtor, dueCases: debtors, history })
  await throwAway.ask(ledger, 'vacuum analyze')
  const before = await digest(throwAway, ledger)
  const ours: number[] = []
  const limit: number[] = []
  let rows: Record<string, number> = {}
  for (let run = 1; run <= runs; run++) {
    const mine = await onCopy(throwAway, ledger, ourDay)
    const theirs = await onCopy(throwAway, ledger, url => dayInSql(url, history))
    assertSame(mine.digest, theirs.digest)
    ours.push(mine.seconds)
    limit.push(theirs.seconds)
    rows = added(before, mine.digest)
    progress(`${name} ${run}/${runs} : ${rounded(mine.seconds)} s, SQL ${rounded(theirs.seconds)} s`)
  }
  await throwAway.drop(ledger)
  return {
    name,
    ours: rounded(median(ours)),
    limit: rounded(median(limit)),
    ratio: rounded(median(ours) / median(limit)),
    unit: 's',
    detail: {
      invoices,
      debtors,
      invoicesPerSecond: Math.round(invoices / median(ours)),
      limitInvoicesPerSecond: Math.round(invoices / median(limit)),
      peakMemoryMb: peakMemory(),
      rowsInserted: rows,
      casesUpdated: debtors,
      ours: ours.map(rounded),
      limit: limit.map(rounded),
    },
  }
}

/** Each starts from the very same pages, written to disk. */
export async function onCopy(throwAway: ThrowAway, ledger: string, run: (url: string) => Promise<number>) {
  const copy = await throwAway.create(ledger)
  await throwAway.ask(copy, 'checkpoint')
  const seconds = await run(copy)
  const digestAfter = await digest(throwAway, copy)
  await throwAway.drop(copy)
  return { seconds, digest: digestAfter }
}

type Digest = Record<(typeof WRITTEN)[number], { rows: number; hash: string }>

/** What must be the same of a row: all of it, but the salt that is drawn for a line of a journal, and the hashes that follow from it. */
const SAME: Partial<Record<(typeof WRITTEN)[number], string>> = {
  journal: `(to_jsonb(t) - 'salt' - 'content_hash' - 'hash')::text`,
  dunning_case: `(to_jsonb(t) - 'journal_hash')::text`,
}

async function digest(throwAway: ThrowAway, url: string): Promise<Digest> {
  const tables = WRITTEN.map(async table => {
    const sql = `select count(*)::int as rows, coalesce(sum(hashtextextended(${SAME[table] ?? 't::text'}, 0)::numeric), 0)::text as hash from ${table} t`
    return [table, (await throwAway.ask(url, sql))[0]]
  })
  return Object.fromEntries(await Promise.all(tables))
}

function assertSame(ours: Digest, limit: Digest): void {
  const different = WRITTEN.filter(table => ours[table].hash !== limit[table].hash)
  if (different.length > 0)
    throw new Error(`la journée et le SQL n'ont pas écrit les mêmes lignes : ${different.join(', ')}`)
}

function added(before: Digest, after: Digest): Record<string, number> {
  const inserted = WRITTEN.map(table => [table, after[table].rows - before[table].rows] as const)
  return Object.fromEntries(inserted.filter(([, rows]) => rows > 0))
}
