import { expect, test } from 'vitest'
import { payeeOf } from './payee.ts'

const CREDITOR = { name: 'Atelier Nord', iban: 'FR76 creditor', bic: 'AGRIFRPP' }
const FACTOR = { name: 'Facto', iban: 'FR76 factor' }
const agency = (iban: string | null) => ({ name: 'Recouvrement du Nord', iban })

test('a factor is paid before anybody, an agency that keeps an account before the creditor', () => {
  expect(payeeOf(FACTOR, agency('FR76 agency'), CREDITOR)).toBe(FACTOR)
  expect(payeeOf(null, agency('FR76 agency'), CREDITOR)).toEqual({
    name: 'Recouvrement du Nord',
    iban: 'FR76 agency',
  })
  expect(payeeOf(null, agency(null), CREDITOR)).toBe(CREDITOR)
  expect(payeeOf(null, null, CREDITOR)).toBe(CREDITOR)
})
