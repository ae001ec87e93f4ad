import type { PlanPaper, ReceiptPaper, StatementPaper } from '../../documents/paper/paper-data.ts'
import { accountLines, balanceOn } from '../../domain/case/account.ts'
import { netOf } from '../../domain/case/allocation.ts'
import { type Case, isOverdue, openItems } from '../../domain/case/case.ts'
import { type HoldReason, NOT_TO_BE_AGREED, NOT_TO_BE_PAID } from '../../domain/case/held.ts'
import { holdsInForce } from '../../domain/case/hold.ts'
import { byDueDate, type DueItem } from '../../domain/case/invoice.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import type { Day } from '../../domain/date.ts'
import type { Law } from '../../domain/law/law.ts'
import { atLeastZero, subtract, sum } from '../../domain/money.ts'
import { type Refused, refuse } from '../refused.ts'
import { withDueDate } from './message-parties.ts'

/** The plan in force, with what its items owed on the day it was agreed. */
export function planPaper(caseFile: Case, date: Day, law: Law): PlanPaper | Refused {
  const plan = caseFile.plans.findLast(
    ({ status, agreedOn }) => (status === 'active' || status === 'proposed') && agreedOn <= date,
  )
  if (!plan) return refuse('no-plan', { case: caseFile.id })
  const items = caseFile.items.filter(({ id }) => plan.itemIds.includes(id))
  if (isHeldBy(caseFile, date, law, NOT_TO_BE_AGREED, items))
    return refuse('plan-forbidden', { case: caseFile.id })
  return {
    kind: 'plan-agreement',
    items: withDueDate(owedOn(caseFile, items, plan.agreedOn), plan.agreedOn),
    instalments: plan.instalments,
  }
}

/** Payments received, rejected ones left out: all, or what was set against one invoice. */
export function receiptPaper(caseFile: Case, about: string, date: Day): ReceiptPaper {
  const named = caseFile.items.filter(({ invoice, name }) => invoice === about || name === about)
  const asked = named.length > 0 ? named : caseFile.items
  const shareOf = (paymentId: number, itemId: number) =>
    sum(
      caseFile.allocations
        .filter(
          ({ source, sourceId, itemId: id, allocatedOn }) =>
            source === 'payment' && sourceId === paymentId && id === itemId && allocatedOn <= date,
        )
        .map(({ amountCents }) => amountCents),
    )
  const paidBy = (paymentId: number) => asked.filter(({ id }) => shareOf(paymentId, id) > 0n)
  const payments = caseFile.payments
    .filter(({ receivedOn }) => receivedOn <= date)
    .sort((a, b) => a.receivedOn - b.receivedOn || a.id - b.id)
    .map(payment => {
      const items = paidBy(payment.id)
      const shares = sum(items.map(({ id }) => shareOf(payment.id, id)))
      return {
        on: payment.receivedOn,
        reference: payment.reference,
        items: items.map(({ name }) => name),
        amountCents: named.length > 0 ? shares : netOf(payment),
      }
    })
    .filter(({ amountCents }) => amountCents > 0n)
  const settled = [...asked].sort(byDueDate).flatMap(item => {
    const paidCents = sum(caseFile.payments.map(({ id }) => shareOf(id, item.id)))
    const { name, issuedOn, amountCents } = item
    const leftCents = balanceOn(caseFile, item, date)
    return paidCents > 0n ? [{ name, issuedOn, amountCents, paidCents, leftCents }] : []
  })
  return { kind: 'receipt', payments, settled }
}

/** The account line by line and what is open; nothing is asked where the law or the facts forbid it. */
export function statementPaper(caseFile: Case, date: Day, law: Law): StatementPaper {
  const lines = accountLines(caseFile, date)
  const open = owedOn(caseFile, caseFile.items, date).filter(({ issuedOn }) => issuedOn <= date)
  const total = sum(open.map(({ balanceCents }) => balanceCents))
  const credit = subtract(total, lines.at(-1)?.balanceCents ?? total)
  const overdue = sum(open.filter(item => isOverdue(item, date)).map(({ balanceCents }) => balanceCents))
  return {
    kind: 'statement',
    lines,
    items: withDueDate(open, date),
    overdueCents: atLeastZero(subtract(overdue, credit)),
    asksForPayment: !isHeldBy(caseFile, date, law, NOT_TO_BE_PAID, open),
  }
}

/** Items that still owed something at the end of a day, oldest due first. */
function owedOn(caseFile: Case, items: readonly DueItem[], on: Day): OpenItem[] {
  return [...items]
    .sort(byDueDate)
    .map(item => ({ ...item, balanceCents: balanceOn(caseFile, item, on) }))
    .filter(({ balanceCents }) => balanceCents > 0n)
}

function isHeldBy(
  caseFile: Case,
  date: Day,
  law: Law,
  reasons: readonly HoldReason[],
  items: readonly DueItem[],
): boolean {
  return holdsInForce(caseFile, openItems(caseFile), date, law).some(
    ({ reason, itemIds }) => reasons.includes(reason) && items.some(({ id }) => itemIds.includes(id)),
  )
}
