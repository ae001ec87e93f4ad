import { describe, expect, test } from 'vitest'
import { findReferences, indexReferences } from './match-reference.ts'

const NUMBERS = [
  'F-2026-032',
  'F-2026-041',
  'F-2026-042',
  'F-2026-043',
  'FA00012345',
  '2026/0123',
  'FAC202600123',
  'VE-26-00077',
  '104523',
  'AV-2026-032',
  '2026/1512',
]
const index = indexReferences(NUMBERS.map(number => [number]))
const read = (label: string) => {
  const { exact, abbreviated, cut } = findReferences(label, index)
  const named = (items: readonly number[]) => items.map(item => NUMBERS[item])
  return {
    exact: exact.map(({ items }) => named(items)),
    abbreviated: named(abbreviated).sort(),
    cut: named(cut),
  }
}

describe('a number is read', () => {
  test.each([
    ['as it stands', 'VIR DURAND F-2026-032', [['F-2026-032']]],
    ['spaced', 'FACT F 2026 032', [['F-2026-032']]],
    ['half spaced', 'FACT F2026 032', [['F-2026-032']]],
    ['among tags', 'VIR SEPA RECU /DE DURAND SARL /MOTIF F 2026-032 /REF 4711', [['F-2026-032']]],
    ['glued', 'F2026032', [['F-2026-032']]],
    ['glued to a word', 'FACTF2026032', [['F-2026-032']]],
    ['broken by the end of a line', 'VIR SEPA RECU /DE DURAND F2 026-032', [['F-2026-032']]],
    ['without zeros', 'FACTURE FA12345', [['FA00012345']]],
    ['without zeros after a year', 'F-2026-32', [['F-2026-032']]],
    ['without its letters', 'FACTURE 2026-032', [['F-2026-032']]],
    ['without its letters, as a credit note', 'AVOIR 2026-032', [['AV-2026-032']]],
    ['in lower case', 'fact. n°f-2026-032', [['F-2026-032']]],
    ['digits alone', 'REGLEMENT 104523', [['104523']]],
    ['after a word that could be its letters', 'FAC 2026 123', [['FAC202600123', '2026/0123']]],
    ['each of several', 'F-2026-032 VE-26-00077', [['F-2026-032'], ['VE-26-00077']]],
    ['not in a date', 'REMISE DU 15/12/2026', []],
    ['not in a year', 'REGLEMENT 2026', []],
    ['not in another number', 'F-2026-0327', []],
  ])('%s', (_, label, exact) => {
    expect(read(label).exact).toEqual(exact)
  })
})

test.each([
  ['F-2026-041/42', ['F-2026-042']],
  ['F-2026-041 042 043', ['F-2026-042', 'F-2026-043']],
  ['F-2026-041 A 043', ['F-2026-042', 'F-2026-043']],
  ['FACT F-2026-041', []],
])('%s names others by their last digits', (label, others) => {
  expect(read(label).abbreviated).toEqual(others)
})

test('a label that a bank cut may end with the beginning of a number; a short one was not cut', () => {
  expect(read('VIR SEPA RECU DE DURAND VE-26-0').cut).toEqual(['VE-26-00077'])
  expect(read('VIR SEPA RECU DE DURAND F-2026-').cut).toEqual([
    'F-2026-032',
    'F-2026-041',
    'F-2026-042',
    'F-2026-043',
  ])
  expect(read('DURAND VE-26-0').cut).toEqual([])
})

test('how much a number proves: letters and digits more than digits, a date nothing', () => {
  const strengthOf = (label: string) => findReferences(label, index).exact[0]?.strength
  expect(strengthOf('F-2026-032')).toBe('strong')
  expect(strengthOf('FACTURE 2026-032')).toBe('strong')
  expect(strengthOf('REF 2026 032')).toBe('plain')
  const dates = indexReferences([['150326'], ['123']])
  expect(findReferences('150326', dates).exact[0]?.strength).toBe('plain')
  expect(findReferences('123', dates).exact[0]?.strength).toBe('faint')
})
