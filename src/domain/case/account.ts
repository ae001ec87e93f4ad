/** The account of a debtor as its statement shows it: what it was charged, what it paid, and what that left. */

import type { Day } from '../date.ts'
import { add, type Cents, cents, subtract, sum, ZERO } from '../money.ts'
import type { Case } from './case.ts'
import { compareNumbers } from './invoice.ts'

/**
 * One line of an account. `amountCents` is signed: what the debtor owes is positive, what it paid negative. `reference` is
 * the item's or credit note's number, a payment's reference, or the item that a rejection or a write-off is about.
 */
export type AccountLine = {
  readonly kind: 'invoice' | 'credit-note' | 'payment' | 'rejection' | 'write-off'
  readonly on: Day
  readonly reference: string
  /** Of an invoice alone. */
  readonly dueOn: Day | null
  readonly amountCents: Cents
  readonly balanceCents: Cents
}

type Movement = Omit<AccountLine, 'balanceCents'>

/** Everything on the account up to a day, oldest first, each line with the balance that it leaves. */
export function accountLines(caseFile: Case, until: Day): AccountLine[] {
  let balanceCents: Cents = ZERO
  return movementsOf(caseFile)
    .filter(movement => movement.on <= until)
    .sort((a, b) => a.on - b.on || ORDER[a.kind] - ORDER[b.kind] || compareNumbers(a.reference, b.reference))
    .map(movement => {
      balanceCents = add(balanceCents, movement.amountCents)
      return { ...movement, balanceCents }
    })
}

/** Within a day what is owed comes before what is paid. */
const ORDER: Readonly<Record<AccountLine['kind'], number>> = {
  invoice: 0,
  rejection: 1,
  'credit-note': 2,
  payment: 3,
  'write-off': 4,
}

/** Leaves out the part of a payment or credit note that the books used for something Quittance doesn't know. */
function movementsOf(caseFile: Case): Movement[] {
  const names = new Map(caseFile.items.map(item => [item.id, item.name]))
  const line = (kind: AccountLine['kind'], on: Day, reference: string, amountCents: Cents): Movement[] =>
    amountCents === 0n ? [] : [{ kind, on, reference, dueOn: null, amountCents }]
  return [
    ...caseFile.items.map(({ name, issuedOn, dueOn, amountCents }): Movement => {
      return { kind: 'invoice', on: issuedOn, reference: name, dueOn, amountCents }
    }),
    ...caseFile.creditNotes.flatMap(({ number, issuedOn, amountCents, usedCents }) =>
      line('credit-note', issuedOn, number, cents(usedCents - amountCents)),
    ),
    ...caseFile.payments.flatMap(payment => [
      ...line(
        'payment',
        payment.receivedOn,
        payment.reference ?? '',
        cents(payment.usedCents - payment.amountCents),
      ),
      ...payment.rejections.flatMap(({ itemId, rejectedOn, amountCents }) =>
        line('rejection', rejectedOn, names.get(itemId) ?? '', amountCents),
      ),
    ]),
    ...caseFile.allocations.flatMap(({ source, itemId, allocatedOn, amountCents }) =>
      source === 'write-off'
        ? line('write-off', allocatedOn, names.get(itemId) ?? '', subtract(ZERO, amountCents))
        : [],
    ),
  ]
}

/** What an item still owed at the end of a day. */
export function balanceOn(
  caseFile: Case,
  item: { readonly id: number; readonly amountCents: Cents },
  on: Day,
): Cents {
  const set = caseFile.allocations.filter(
    ({ itemId, allocatedOn }) => itemId === item.id && allocatedOn <= on,
  )
  return subtract(item.amountCents, sum(set.map(({ amountCents }) => amountCents)))
}
