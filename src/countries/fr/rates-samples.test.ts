/** Rates that others published, kept outside the repository: compared where they are at hand. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { haveSamples, samplesFolder } from '../../../test/samples.ts'
import { addDays, day } from '../../domain/date.ts'
import { parsePercent } from '../../domain/interest/rate.ts'
import { FRENCH_RATES } from './rate-rows.ts'
import { frenchRates, semesterDay } from './rates.ts'

describe.runIf(haveSamples('rates'))('the rates published by others', () => {
  test('by semester: ECB rate of its first day, both legal rates', () => {
    const rows = rowsOf('fr_rates_by_semester.csv')
    expect(rows.length).toBeGreaterThan(0)
    for (const [semester = '', ecb, individual, other] of rows) {
      const start = semesterDay(semester)
      expect(frenchRates.ecbRateOn(start), semester).toMatchObject({ rateBps: bps(ecb) })
      expect(frenchRates.legalRateOn(start, 'individual'), semester).toMatchObject({
        rateBps: bps(individual),
      })
      expect(frenchRates.legalRateOn(start, 'other'), semester).toMatchObject({ rateBps: bps(other) })
    }
  })

  test.each(['ecb_mrr_2026.csv', 'ecb_fm_sample_2023.csv'])(
    '%s: each change on its day, with the rate that it brings, and none between',
    file => {
      const expected = JSON.parse(readFileSync(path.join(samplesFolder, 'rates/expected.json'), 'utf8'))
      const changes: [string, string][] = expected[file].MRR_FR
      for (const [from, rate] of changes) {
        expect(frenchRates.ecbRateOn(day(from))).toMatchObject({ rateBps: bps(rate) })
        expect(frenchRates.ecbRateOn(addDays(day(from), -1))).not.toMatchObject({ rateBps: bps(rate) })
      }
      const [first, last] = [changes[0]?.[0] ?? '', changes.at(-1)?.[0] ?? '']
      const ours = FRENCH_RATES.ecb.map(([from]) => from).filter(from => from >= first && from <= last)
      expect(ours).toEqual(changes.map(([from]) => from))
    },
  )
})

function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(path.join(samplesFolder, 'rates', file), 'utf8')
    .trim()
    .split('\n')
  return lines.map(line => line.split(','))
}

function bps(percent = ''): number | null {
  return parsePercent(percent)
}
