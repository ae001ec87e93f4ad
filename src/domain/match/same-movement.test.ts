import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../date.ts'
import { type AccountMovement, isSameMovement } from './same-movement.ts'

const booked = day('2026-02-27')
const camt: AccountMovement = {
  account: 'FR7630006000011234567890189',
  bookedOn: booked,
  valueOn: addDays(booked, 3),
  amountCents: 1200_00n,
  currency: 'EUR',
  partyName: 'DURAND SARL',
  partyIban: 'FR7612345987650123456789014',
  reference: 'FA-2026-041',
  endToEndId: 'VIR-0042',
  description: 'Facture de janvier',
}
/** What a bank's table says of the same. */
const csv: AccountMovement = {
  ...camt,
  account: '',
  valueOn: null,
  partyName: null,
  partyIban: null,
  reference: null,
  endToEndId: null,
  description: 'VIR SEPA RECU DURAND SARL FA 2026 041',
}

test.each<[string, Partial<AccountMovement>, boolean]>([
  ['in other words', {}, true],
  ['on its value date', { bookedOn: addDays(booked, 3) }, true],
  ['cut by the bank', { description: 'VIREMENT DE DURAND SARL FA 202' }, true],
  ['on another day', { bookedOn: addDays(booked, 1) }, false],
  ['of another amount', { amountCents: 1200_01n }, false],
  ['in another currency', { currency: 'CHF' }, false],
  ['of another account', { account: 'FR7600000000000000000000000' }, false],
  ['with the number of another invoice', { description: 'VIR DURAND SARL FA 2026 042' }, false],
  ['of another payer', { description: 'VIR DURANT FA 2026 041' }, false],
  ['with nothing but what banks write', { description: 'VIR SEPA RECU' }, false],
  ['with another end-to-end id', { endToEndId: 'VIR-0043' }, false],
  ['with the same end-to-end id and no word', { endToEndId: 'VIR-0042', description: '' }, true],
  ['from another account of a payer', { partyIban: 'FR7600000000000000000000001' }, false],
])('a movement told again %s', (_, other, expected) => {
  expect(isSameMovement(camt, { ...csv, ...other })).toBe(expected)
})

test('whoever is told first', () => {
  const [one, other] = ['2026 2026', 'SARL 2026'].map(description => ({ ...csv, description }))
  expect(isSameMovement(one as AccountMovement, other as AccountMovement)).toBe(true)
  expect(isSameMovement(other as AccountMovement, one as AccountMovement)).toBe(true)
  const words = fc.constantFrom('VIR', 'DURAND', 'PETIT', 'FA', '2026', '041', '42', 'SARL', '')
  const movement = fc
    .tuple(fc.array(words, { maxLength: 4 }), fc.constantFrom(null, 'A', 'B'), fc.constantFrom('', 'X', 'Y'))
    .map(([parts, endToEndId, account]) => ({ ...csv, account, endToEndId, description: parts.join(' ') }))
  fc.assert(
    fc.property(movement, movement, (one, other) => {
      expect(isSameMovement(one, other)).toBe(isSameMovement(other, one))
    }),
  )
})
