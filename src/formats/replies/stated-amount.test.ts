import { expect, test } from 'vitest'
import { plainLetters } from '../plain-letters.ts'
import { saidAmounts } from './stated-amount.ts'

test.each([
  ['1 250,00 €', 125_000],
  ['1 250,00 €', 125_000],
  ['1.250,00 €', 125_000],
  ['€1,250.00', 125_000],
  ['1,250 EUR', 125_000],
  ['500 euros', 50_000],
  ['EUR 860.40', 86_040],
  ['facture F-2026-041 500 €', 50_000],
])('%s', (text, cents) => {
  expect(saidAmounts(plainLetters(text)).map(({ cents }) => cents)).toEqual([cents])
})

test.each(['facture 1250', '12 cartons', '$1,250.00', '0612345678', 'F-500€', '12345678901234 €'])(
  'no amount in euros: %s',
  text => {
    expect(saidAmounts(plainLetters(text))).toEqual([])
  },
)
