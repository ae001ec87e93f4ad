import { type Day, formatDay, laterOf } from '../../domain/date.ts'
import type { KnownRate, RateSeries, RateStatus } from '../../domain/interest/rate.ts'
import { type RecordedRate, recordedRates } from '../../store/parties/rates.ts'
import type { Desk } from '../desk.ts'

/** `recordedBy` and `recordedAt` are null for a rate that the program brings. */
export type ListedRate = {
  from: string
  until: string
  rateBps: number
  status: RateStatus
  sources: readonly string[]
  recordedBy: string | null
  recordedAt: string | null
}

export type ListedSeries = { code: RateSeries; knownUntil: string; rates: ListedRate[] }

const SERIES: readonly RateSeries[] = ['ecb', 'legal-individual', 'legal-other']

/** Every rate known, oldest first, series by series, and the last day that each is known for. */
export async function listRates(desk: Desk): Promise<{ series: ListedSeries[] }> {
  const recorded = await desk.transaction(tx => recordedRates(tx, desk.country.code))
  const known: (KnownRate | RecordedRate)[] = [...desk.country.knownRates, ...recorded]
  return {
    series: SERIES.map(code => {
      const rates = known.filter(rate => rate.series === code).sort((a, b) => a.from - b.from)
      return {
        code,
        knownUntil: formatDay(rates.map(rate => rate.until).reduce(laterOf, 0 as Day)),
        rates: rates.map(listed),
      }
    }),
  }
}

function listed(rate: KnownRate | RecordedRate): ListedRate {
  const { rateBps, status, sources } = rate
  return {
    from: formatDay(rate.from),
    until: formatDay(rate.until),
    rateBps,
    status,
    sources,
    recordedBy: 'recordedBy' in rate ? rate.recordedBy : null,
    recordedAt: 'recordedAt' in rate ? rate.recordedAt : null,
  }
}
