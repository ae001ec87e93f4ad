/** Rates that people recorded: public facts, the same for every organisation. */
import { type Day, day, formatDay } from '../../domain/date.ts'
import type { KnownRate, RateSeries } from '../../domain/interest/rate.ts'
import { lockNumber, type Tx } from '../database.ts'

/** Who recorded it, and when: ISO 8601 in UTC. */
export type RecordedRate = KnownRate & { recordedBy: string; recordedAt: string }

/** Oldest first. */
export async function recordedRates(tx: Tx, country: string): Promise<RecordedRate[]> {
  const rows = await tx.query<{
    series: RateSeries
    from_on: string
    until_on: string
    rate_bps: number
    source: string
    recorded_by: string
    recorded_at: string
  }>(
    `select series, from_on, until_on, rate_bps, source, recorded_by, recorded_at
     from rate where country = $1 order by series, from_on, until_on`,
    [country],
  )
  return rows.map(row => ({
    series: row.series,
    from: day(row.from_on),
    until: day(row.until_on),
    rateBps: row.rate_bps,
    status: 'recorded',
    sources: [row.source],
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }))
}

/** Keeps two people from recording at once what contradicts each other. Held until the end of the transaction. */
export async function lockRates(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [lockNumber('rates')])
}

export async function insertRate(tx: Tx, country: string, rate: RecordedRate): Promise<void> {
  await tx.query(
    `insert into rate (country, series, from_on, until_on, rate_bps, source, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      country,
      rate.series,
      formatDay(rate.from),
      formatDay(rate.until),
      rate.rateBps,
      rate.sources[0],
      rate.recordedBy,
      rate.recordedAt,
    ],
  )
}

/** Removes what was recorded of a series from a day; returns how many rows that was. */
export async function deleteRates(tx: Tx, country: string, series: RateSeries, from: Day): Promise<number> {
  const rows = await tx.query(
    'delete from rate where country = $1 and series = $2 and from_on = $3 returning series',
    [country, series, formatDay(from)],
  )
  return rows.length
}
