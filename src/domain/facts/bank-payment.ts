/** Money that a bank's statement tells of: set against items, taken back whole, or returned. */
import { type Case, lookAgain, paidCents } from '../case/case.ts'
import { newPayment, type Payment } from '../case/payment.ts'
import { planHeldUntil } from '../case/plan.ts'
import type { Day } from '../date.ts'
import type { MatchStatus } from '../match/match-types.ts'
import { type Cents, cents, smallerOf, subtract, ZERO } from '../money.ts'

/** What became of money received: `refused` once a person said that no customer paid it. */
export type BankStatus = MatchStatus | 'refused'

/** A bank entry, or the part of it that concerns one case. */
export type BankMoney = { readonly entry: string; readonly receivedOn: Day; readonly amountCents: Cents }

/** What an item is paid, credit notes included. */
export type ItemShare = { readonly itemId: number; readonly amountCents: Cents }

/** What of a credit note goes with the payment. */
export type CreditShare = { readonly creditNoteId: number; readonly amountCents: Cents }

/**
 * The case once the money is set against these items, credit notes first; what is left stays on the account. Shares are
 * positive and no larger than the items' balances, in all no larger than money and credits together.
 */
export function receiveFromBank(
  caseFile: Case,
  money: BankMoney,
  shares: readonly ItemShare[],
  credits: readonly CreditShare[],
): Case {
  const { entry, receivedOn, amountCents } = money
  const paymentId = caseFile.lastId + 1
  let lastId = paymentId
  const left = shares.map(share => ({ ...share }))
  const allocations: Case['allocations'][number][] = []
  const spend = (source: 'payment' | 'credit-note', sourceId: number, spent: Cents) => {
    let rest = spent
    for (const share of left) {
      const part = smallerOf(rest, share.amountCents)
      if (part <= 0n) continue
      rest = subtract(rest, part)
      share.amountCents = subtract(share.amountCents, part)
      lastId++
      allocations.push({
        id: lastId,
        itemId: share.itemId,
        source,
        sourceId,
        amountCents: part,
        allocatedOn: receivedOn,
      })
    }
  }
  for (const credit of credits) spend('credit-note', credit.creditNoteId, credit.amountCents)
  const creditAllocationIds = allocations.map(({ id }) => id)
  spend('payment', paymentId, amountCents)
  const payment = newPayment({
    id: paymentId,
    receivedOn,
    amountCents,
    source: 'bank',
    entry,
    creditAllocationIds,
  })
  return lookAgain(
    {
      ...caseFile,
      lastId,
      payments: [...caseFile.payments, payment],
      allocations: [...caseFile.allocations, ...allocations],
    },
    receivedOn,
  )
}

/**
 * The case as if the entry had never been matched to it: its money gone, promises and plans that it kept awaited again.
 * A payment that a person or the books had recorded stays, and no longer answers to the entry.
 */
export function takeBackFromBank(caseFile: Case, entry: string, on: Day): Case {
  const answering = caseFile.payments.filter(payment => payment.entry === entry)
  if (answering.length === 0) return caseFile
  const gone = answering.filter(({ source }) => source === 'bank')
  const paymentIds = new Set(gone.map(({ id }) => id))
  const creditIds = new Set(gone.flatMap(({ creditAllocationIds }) => creditAllocationIds))
  const isGone = ({ id, source, sourceId }: Case['allocations'][number]) =>
    creditIds.has(id) || (source === 'payment' && sourceId !== null && paymentIds.has(sourceId))
  const without = {
    ...caseFile,
    payments: caseFile.payments
      .filter(({ id }) => !paymentIds.has(id))
      .map(payment => (payment.entry === entry ? { ...payment, entry: null } : payment)),
    allocations: caseFile.allocations.filter(allocation => !isGone(allocation)),
  }
  return lookAgain(awaitingAgain(without), on)
}

/** The case once a payment recorded before is known to be the one that the entry tells of. */
export function answerTo(caseFile: Case, paymentId: number, entry: string): Case {
  const payments = caseFile.payments.map(payment =>
    payment.id === paymentId ? { ...payment, entry } : payment,
  )
  return { ...caseFile, payments }
}

/** The case once what the entry had brought came back: a returned transfer, a rejected debit. The newest shares come back first. */
export function returnFromBank(caseFile: Case, entry: string, amountCents: Cents, on: Day): Case {
  const payment = caseFile.payments.find(candidate => candidate.entry === entry)
  if (!payment) return caseFile
  let left = amountCents
  let lastId = caseFile.lastId
  const rejections: Payment['rejections'][number][] = []
  const opposed: Case['allocations'][number][] = []
  for (const { itemId, amountCents: allocated } of netShares(caseFile, payment.id).reverse()) {
    const back = smallerOf(left, allocated)
    if (back <= 0n) continue
    left = subtract(left, back)
    lastId++
    rejections.push({ itemId, amountCents: back, rejectedOn: on })
    opposed.push({
      id: lastId,
      itemId,
      source: 'payment',
      sourceId: payment.id,
      amountCents: cents(-back),
      allocatedOn: on,
    })
  }
  const returned = {
    ...payment,
    rejections: [...payment.rejections, ...rejections],
    usedCents: cents(payment.usedCents + left),
  }
  return lookAgain(
    {
      ...caseFile,
      lastId,
      payments: caseFile.payments.map(other => (other === payment ? returned : other)),
      allocations: [...caseFile.allocations, ...opposed],
    },
    on,
  )
}

/** What a payment still pays, item by item. */
function netShares({ allocations }: Case, paymentId: number): ItemShare[] {
  const byItem = new Map<number, Cents>()
  for (const { source, sourceId, itemId, amountCents } of allocations) {
    if (source !== 'payment' || sourceId !== paymentId) continue
    byItem.set(itemId, cents((byItem.get(itemId) ?? ZERO) + amountCents))
  }
  return [...byItem].map(([itemId, amountCents]) => ({ itemId, amountCents }))
}

/** Promises and plans that the money left does not keep any more. */
function awaitingAgain(caseFile: Case): Case {
  const received = (itemIds: readonly number[], baseline: Cents) =>
    subtract(paidCents(caseFile, itemIds), baseline)
  return {
    ...caseFile,
    promises: caseFile.promises.map(promise => {
      const isKept = promise.status === 'kept' || promise.status === 'late'
      return isKept && received(promise.itemIds, promise.baselineCents) < promise.amountCents
        ? { ...promise, status: 'pending' }
        : promise
    }),
    plans: caseFile.plans.map(plan =>
      plan.status === 'completed' && planHeldUntil(plan, received(plan.itemIds, plan.baselineCents)) !== null
        ? { ...plan, status: 'active' }
        : plan,
    ),
  }
}
