import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../date.ts'
import { cents, sum } from '../money.ts'
import { allocate, oldestFirst } from './allocation.ts'
import { compareNumbers, type DueItem } from './invoice.ts'

const amounts = fc.array(fc.bigInt(1n, 1_000_000n), { maxLength: 8 })

describe('allocate', () => {
  test('creates and loses nothing', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 5_000_000n), amounts, (amount, balances) => {
        const items = balances.map((balance, id) => ({ id, balanceCents: cents(balance) }))
        const shares = allocate(cents(amount), items)
        const total = balances.reduce((a, b) => a + b, 0n)
        expect(sum(shares.map(share => share.amountCents))).toBe(amount < total ? amount : total)
        for (const share of shares) {
          expect(share.amountCents).toBeGreaterThan(0n)
          expect(share.amountCents).toBeLessThanOrEqual(balances[share.itemId] as bigint)
        }
      }),
    )
  })

  test('fills each item before the next', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 5_000_000n), amounts, (amount, balances) => {
        const items = balances.map((balance, id) => ({ id, balanceCents: cents(balance) }))
        const shares = allocate(cents(amount), items)
        shares.forEach((share, index) => {
          expect(share.itemId).toBe(index)
          if (index < shares.length - 1) expect(share.amountCents).toBe(balances[index])
        })
      }),
    )
  })
})

test('money without instructions settles the oldest due date first, then the lowest number', () => {
  const item = (name: string, dueOn: string | null): DueItem => ({
    id: 0,
    name,
    invoice: name,
    issuedOn: day('2026-01-01'),
    dueOn: dueOn === null ? null : day(dueOn),
    dueAssumed: false,
    taxCents: null,
    amountCents: cents(1),
    performedOn: null,
    payee: null,
    payeeIban: null,
    round: 1,
  })
  const items = [
    item('F-10', '2026-02-01'),
    item('F-3', null),
    item('F-2', '2026-02-01'),
    item('F-9', '2026-01-15'),
  ]
  expect(oldestFirst(items).map(({ name }) => name)).toEqual(['F-9', 'F-2', 'F-10', 'F-3'])
})

test('comparing numbers is an order', () => {
  const number = fc.stringMatching(/^[A-C0-9-]{1,6}$/)
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      expect(Math.sign(compareNumbers(a, b))).toBe(-Math.sign(compareNumbers(b, a)) || 0)
      if (compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0) {
        expect(compareNumbers(a, c)).toBeLessThanOrEqual(0)
      }
      if (compareNumbers(a, b) === 0) expect(a).toBe(b)
    }),
  )
})
