import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../date.ts'
import type { KnownRate, RateSeries } from './rate.ts'
import { recordingOf } from './record-rate.ts'

const known = [
  rate('ecb', '2026-06-17', '2026-09-15', 240),
  rate('ecb', '2026-09-16', '2026-11-22', 265),
  rate('legal-other', '2026-07-01', '2026-12-31', 275),
]

describe('what recording a rate would do', () => {
  test.each([
    ['a day never known', 'ecb', '2027-01-01', '2027-01-01', 265, 'new'],
    ['on from what is known, unchanged', 'ecb', '2026-09-16', '2027-01-01', 265, 'new'],
    ['another rate from the day after', 'ecb', '2026-11-23', '2027-01-01', 290, 'new'],
    ['a day known', 'ecb', '2026-10-01', '2026-10-01', 265, 'unchanged'],
    ['all of a known period', 'ecb', '2026-09-16', '2026-11-22', 265, 'unchanged'],
    ['the same figure in another series', 'legal-individual', '2026-07-01', '2026-12-31', 275, 'new'],
    ['a semester known', 'legal-other', '2026-07-01', '2026-12-31', 275, 'unchanged'],
  ] as const)('%s', (_, series, from, until, rateBps, outcome) => {
    expect(recordingOf(known, rate(series, from, until, rateBps))).toBe(outcome)
  })

  test.each([
    ['another rate on a known day', 'ecb', '2026-10-01', '2026-10-01', 290, known[1]],
    ['a period that a change cuts', 'ecb', '2026-08-01', '2026-10-01', 240, known[1]],
    ['the last known day alone', 'ecb', '2026-11-22', '2027-01-01', 290, known[1]],
    ['another legal rate', 'legal-other', '2026-07-01', '2026-12-31', 276, known[2]],
  ] as const)('a contradiction: %s', (_, series, from, until, rateBps, contradicts) => {
    expect(recordingOf(known, rate(series, from, until, rateBps))).toEqual({ contradicts })
  })

  test('two known periods that leave a day between them do not make the whole known', () => {
    const apart = [rate('ecb', '2027-01-01', '2027-01-10', 265), rate('ecb', '2027-01-12', '2027-01-20', 265)]
    expect(recordingOf(apart, rate('ecb', '2027-01-01', '2027-01-20', 265))).toBe('new')
    const joined = [...apart, rate('ecb', '2027-01-11', '2027-01-11', 265)]
    expect(recordingOf(joined, rate('ecb', '2027-01-01', '2027-01-20', 265))).toBe('unchanged')
  })
})

test('what was recorded is known: again it changes nothing, and no day ever has two rates', () => {
  const start = day('2026-01-01')
  const period = fc
    .tuple(fc.nat(40), fc.nat(20), fc.constantFrom(200, 215))
    .map(([offset, length, rateBps]): KnownRate => {
      const from = addDays(start, offset)
      return { ...rate('ecb', '2026-01-01', '2026-01-01', rateBps), from, until: addDays(from, length) }
    })
  fc.assert(
    fc.property(fc.array(period, { maxLength: 12 }), periods => {
      const taken: KnownRate[] = []
      for (const each of periods) {
        if (recordingOf(taken, each) !== 'new') continue
        taken.push(each)
        expect(recordingOf(taken, each)).toBe('unchanged')
      }
      for (let on = start; on <= addDays(start, 60); on = addDays(on, 1))
        expect(ratesOn(taken, on)).toBeLessThan(2)
    }),
  )
})

function ratesOn(rates: readonly KnownRate[], on: Day): number {
  return new Set(rates.filter(each => each.from <= on && on <= each.until).map(each => each.rateBps)).size
}

function rate(series: RateSeries, from: string, until: string, rateBps: number): KnownRate {
  return { series, from: day(from), until: day(until), rateBps, status: 'recorded', sources: ['essai'] }
}
