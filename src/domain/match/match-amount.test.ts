import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents } from '../money.ts'
import { isTelling, onlyChoice } from './match-amount.ts'

const parts = (...amounts: number[]) => amounts.map((amount, id) => ({ id, cents: cents(amount) }))

test.each([
  ['one item', [100, 250, 400], 250, [1]],
  ['two of three', [100, 250, 400], 500, [0, 2]],
  ['all', [100, 250, 400], 750, [0, 1, 2]],
  ['a credit note netted', [100, 250, -30], 220, [1, 2]],
  ['nothing adds up', [100, 250], 90, null],
  ['two choices: the same amount twice', [100, 100, 40], 100, null],
  ['two choices: a sum and an item', [100, 60, 40], 100, null],
  ['nothing paid', [100, -100], 0, null],
  ['no parts', [], 100, null],
  ['more than can be searched', Array.from({ length: 21 }, (_, at) => 2 ** at), 1, null],
])('%s', (_, amounts, amount, chosen) => {
  expect(onlyChoice(parts(...amounts), BigInt(amount))).toEqual(chosen)
})

test('finds the one choice that trying them all finds', () => {
  const amounts = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(amounts, fc.integer({ min: -80, max: 200 }), (list, amount) => {
      const choices = Array.from({ length: 2 ** list.length - 1 }, (_, at) => at + 1).map(choice =>
        list.map((_, at) => at).filter(at => (choice >> at) & 1),
      )
      const right = choices.filter(
        chosen => chosen.reduce((total, at) => total + (list[at] ?? 0), 0) === amount,
      )
      const only = right.length === 1 && amount !== 0 ? right[0] : null
      expect(onlyChoice(parts(...list), BigInt(amount))).toEqual(only)
    }),
  )
})

test('a sum of few items with cents tells; one of many round ones may be an accident', () => {
  expect(isTelling(parts(123_45, 678_91, 234_56))).toBe(true)
  expect(isTelling(parts(100_00, 200_00, 300_00))).toBe(false)
  expect(isTelling(parts(...Array.from({ length: 12 }, (_, at) => 100_01 + at)))).toBe(false)
})
