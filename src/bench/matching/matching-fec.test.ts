import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { haveSamples, samplesFolder } from '../../../test/samples.ts'
import { benchFec } from './matching-fec.ts'

const HEADER =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise'

type Line = { entry: string; day: string; piece: string; euros: number; letter: string; customer?: string }

const sold = (piece: string, day: string, euros: number, letter: string) => ({
  entry: `VE${piece}`,
  piece,
  day,
  euros,
  letter,
})
const paid = (piece: string, day: string, euros: number, letter: string) => ({
  entry: `BQ${piece}${day}`,
  piece,
  day,
  euros: -euros,
  letter,
})

function figuresOf(lines: readonly Line[]) {
  const rows = lines.map(({ entry, day, piece, euros, letter, customer = 'GARAGE DU LAC' }) =>
    [
      ...['VE', 'Journal', entry, day, '411000', 'Clients', customer.slice(0, 6), customer, piece, day, 'x'],
      ...[Math.max(euros, 0), Math.max(-euros, 0), letter, day, day, '', ''],
    ].join('|'),
  )
  const result = benchFec(new TextEncoder().encode([HEADER, ...rows].join('\n')))
  return result?.detail as Record<string, { payments: number; matched: number; differingLines: number[] }> & {
    exchanges: number
  }
}

describe('the lettering of an accountant', () => {
  test('that agrees with the numbers is found again', () => {
    const figures = figuresOf([
      sold('F101', '20260105', 1200, 'AA'),
      sold('F102', '20260107', 800, 'AB'),
      paid('F102', '20260203', 800, 'AB'),
      paid('F101', '20260210', 1200, 'AA'),
    ])
    expect(figures.exchanges).toBe(0)
    expect(figures.numberAndName).toMatchObject({ payments: 2, matched: 2, precision: 1, recall: 1 })
  })

  test('crosses two payments of one amount: held to the number that each bears, and told as it stands', () => {
    const figures = figuresOf([
      sold('F101', '20260105', 800, 'AA'),
      sold('F102', '20260107', 800, 'AB'),
      paid('F101', '20260203', 800, 'AB'),
      paid('F102', '20260210', 800, 'AA'),
    ])
    expect(figures.exchanges).toBe(1)
    expect(figures.numberAndName).toMatchObject({ matched: 2, differingLines: [] })
    expect(figures.numberAndNameAsLettered).toMatchObject({ matched: 2, differingLines: [4] })
  })

  test('crosses two invoices of one amount, one of them not yet written when the other was paid', () => {
    const figures = figuresOf([
      sold('OLD', '20260105', 500, 'AA'),
      sold('F100', '20260107', 174, 'AD'),
      paid('X9', '20260203', 674, 'AD'),
      sold('F104', '20260301', 500, 'AD'),
      paid('F104', '20260330', 500, 'AA'),
    ])
    expect(figures.exchanges).toBe(1)
    expect(figures.numberAndName).toMatchObject({ matched: 2, differingLines: [] })
    expect(figures.numberAndNameAsLettered).toMatchObject({ differingLines: [4] })
  })

  test('is not touched where amounts differ: then what the numbers say differs', () => {
    const figures = figuresOf([
      sold('F101', '20260105', 800, 'AA'),
      sold('F102', '20260107', 900, 'AB'),
      paid('F101', '20260203', 800, 'AB'),
      paid('F102', '20260211', 900, 'AA'),
    ])
    expect(figures.exchanges).toBe(0)
    expect(figures.numberAndName?.differingLines).toEqual([4, 5])
  })

  test('an entry that sets a credit against an invoice of the same customer is no money', () => {
    const figures = figuresOf([
      sold('F101', '20260105', 800, 'AA'),
      { entry: 'OD1', piece: 'F101', day: '20260203', euros: -34, letter: 'AA' },
      { entry: 'OD1', piece: 'F102', day: '20260203', euros: 34, letter: 'AA' },
      paid('F101', '20260210', 800, 'AA'),
    ])
    expect(figures.numberAndName?.payments).toBe(1)
  })

  test('a file that is no FEC, or cannot be read whole, has no figures', () => {
    expect(benchFec(new TextEncoder().encode('Client;Montant\nLac;12'))).toBeNull()
    expect(
      benchFec(new TextEncoder().encode(`${HEADER}\nVE|x|1|20260230|411000|C|A|A|F|x|x|abc|0|||||`)),
    ).toBeNull()
  })
})

describe.runIf(haveSamples('fec'))('real ledgers, kept outside the repository', () => {
  const figures = (name: string) =>
    benchFec(readFileSync(join(samplesFolder, 'fec', name)))?.detail as Record<
      string,
      { matched: number; precision: number; recall: number }
    >

  test.each([
    ['quadra_123456789FEC20190731_customers_A_411_ledger.txt', 700, 0.95, 0.85],
    ['quadra_123456789FEC20190731_customers_A.txt', 600, 0.95, 0.85],
  ])('%s: what is matched by itself is what its letters say', (name, matched, byNumber, byName) => {
    const { numberAndName, nameAlone, numberAndNameAsLettered, nameAloneAsLettered } = figures(name)
    expect(numberAndName?.matched).toBeGreaterThanOrEqual(matched)
    expect(numberAndName?.precision).toBeGreaterThanOrEqual(0.999)
    expect(numberAndName?.recall).toBeGreaterThanOrEqual(byNumber)
    expect(nameAlone?.precision).toBeGreaterThanOrEqual(0.999)
    expect(nameAlone?.recall).toBeGreaterThanOrEqual(byName)
    expect(numberAndNameAsLettered?.precision).toBeGreaterThanOrEqual(0.994)
    expect(nameAloneAsLettered?.precision).toBeGreaterThanOrEqual(0.998)
  })
})
