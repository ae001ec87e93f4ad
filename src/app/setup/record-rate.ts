import { actorText } from '../../domain/access/actor.ts'
import { addDays, day, formatDay, laterOf } from '../../domain/date.ts'
import { type KnownRate, type RateBook, rateOn } from '../../domain/interest/rate.ts'
import { recordingOf } from '../../domain/interest/record-rate.ts'
import { insertRate, lockRates, recordedRates } from '../../store/parties/rates.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { lookAgainAtClaims } from './look-again-at-claims.ts'

export type RecordRates = {
  /** Taken together or not at all. */
  rates: readonly Omit<KnownRate, 'status' | 'sources'>[]
  source: string
}

/** `recorded` counts what is new: nothing when all of it was known already. */
export type RecordedRates = { recorded: number; knownUntil: string }

/** The euro, and with it the ECB's rates, began on that day. */
const FIRST_DAY = day('1999-01-01')
/** A rate is published weeks before it takes effect, never a year. */
const LONGEST_AHEAD_DAYS = 366
const LONGEST_SOURCE = 500
const HIGHEST_BPS = 10_000

/** Records rates that were published, with their source. What is known is never changed: a contradiction is refused. */
export async function recordRates(desk: Desk, input: RecordRates): Promise<RecordedRates | Refused> {
  const refusal = refusalOf(desk, input)
  if (refusal) return refusal
  const { country } = desk
  const source = input.source.trim()
  const recorded = await desk.transaction(async tx => {
    await lockRates(tx)
    const known = await recordedRates(tx, country.code)
    const added = input.rates.map(rate => ({ ...rate, status: 'recorded' as const, sources: [source] }))
    const outcomes = added.map(rate => recordingOf([...country.knownRates, ...known], rate))
    const contradiction = outcomes.find(outcome => typeof outcome === 'object')
    if (contradiction) return contradicted(contradiction.contradicts, input, country.rateBook(known))
    const fresh = added.filter((_rate, index) => outcomes[index] === 'new')
    for (const rate of fresh)
      await insertRate(tx, country.code, {
        ...rate,
        recordedBy: actorText(desk.actor),
        recordedAt: desk.now(),
      })
    return fresh.length
  })
  if (typeof recorded !== 'number') return recorded
  if (recorded > 0) {
    const rates = input.rates.map(({ from, until, ...rate }) => ({
      ...rate,
      from: formatDay(from),
      until: formatDay(until),
    }))
    await lookAgainAtClaims(desk, { recorded: rates, source })
  }
  return { recorded, knownUntil: formatDay(input.rates.map(rate => rate.until).reduce(laterOf)) }
}

function refusalOf(desk: Desk, { rates, source }: RecordRates): Refused | undefined {
  if (source.trim() === '' || source.length > LONGEST_SOURCE)
    return refuse('bad-source', { most: LONGEST_SOURCE })
  const latest = addDays(desk.today, LONGEST_AHEAD_DAYS)
  for (const { from, until, rateBps } of rates) {
    if (!Number.isInteger(rateBps) || rateBps < 0 || rateBps > HIGHEST_BPS)
      return refuse('bad-rate', { rateBps })
    const period = { from: formatDay(from), until: formatDay(until) }
    if (until < from) return refuse('impossible-dates', { kind: 'order', ...period })
    if (from < FIRST_DAY || until > latest) {
      const bounds = { earliest: formatDay(FIRST_DAY), latest: formatDay(latest) }
      return refuse('impossible-dates', { kind: 'range', ...period, ...bounds })
    }
  }
  return undefined
}

/** Named as the known rate is named in a claim, on the first day that both speak of. */
function contradicted(known: KnownRate, { rates }: RecordRates, book: RateBook): Refused {
  const given = rates.find(
    rate => rate.series === known.series && rate.from <= known.until && known.from <= rate.until,
  ) as RecordRates['rates'][number]
  const named = rateOn(book, known.series, laterOf(known.from, given.from))
  const name = 'unknownRate' in named ? named.unknownRate : named.name
  return refuse('rate-contradicts', {
    rate: name,
    from: formatDay(known.from),
    until: formatDay(known.until),
    sources: known.sources,
    rateBps: given.rateBps,
  })
}
