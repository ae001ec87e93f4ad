import { type Case, lookAgain } from '../case/case.ts'
import { ids, onItems, onOpenItems } from '../case/named-items.ts'
import { type Day, formatDay } from '../date.ts'
import { carriedOut, failed } from '../decide/adopt.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Scenario } from '../scenario.ts'
import { moveDueDates } from './due-date.ts'
import type { Fact } from './fact.ts'
import { noteTax } from './item-tax.ts'
import {
  addHold,
  agreePlan,
  dispute,
  endHolds,
  goOnKnowingly,
  promise,
  resume,
  settle,
  suspend,
} from './record-agreement.ts'
import { doubtful, impair, irrecoverable } from './record-bad-debt.ts'
import { callBack, withCall } from './record-call.ts'
import { claimCosts, judgment, waive } from './record-claim.ts'
import {
  closeInsolvency,
  declareClaim,
  openInsolvency,
  openOverIndebtedness,
  performed,
} from './record-insolvency.ts'
import { addMilestone } from './record-milestone.ts'
import { addCreditNote, addInvoice, pay, payableTo, rejectPayment, writeOff } from './record-money.ts'
import { already, bounce, onAction, presented, skip, withStatus } from './record-step.ts'

/** The case once a fact of that day is known. It comes up at the next run. */
export function record(caseFile: Case, fact: Fact, on: Day, scenario: Scenario): Case | Refusal {
  const next = applyFact(caseFile, fact, on, scenario)
  if ('refused' in next) return next
  return lookAgain(next, on)
}

function applyFact(caseFile: Case, fact: Fact, on: Day, scenario: Scenario): Case | Refusal {
  switch (fact.kind) {
    case 'invoice':
      return addInvoice(caseFile, fact.invoice)
    case 'credit':
      return addCreditNote(caseFile, fact, on)
    case 'pay':
      return pay(caseFile, fact.amountCents, fact.items, on)
    case 'unpay':
      return rejectPayment(caseFile, fact.amountCents, fact.item, on)
    case 'promise':
      return promise(caseFile, fact, on)
    case 'dispute':
      return dispute(caseFile, fact, on)
    case 'settle':
      return settle(caseFile, fact.item, on)
    case 'plan':
      return agreePlan(caseFile, fact, on)
    case 'pause':
      return fact.until !== null && fact.until < on
        ? refuse('date-in-the-past', {
            what: 'pause',
            date: formatDay(fact.until),
            against: formatDay(on),
          })
        : addHold(caseFile, { reason: 'pause', itemIds: null, from: on, until: fact.until })
    case 'resume':
      return resume(caseFile, on)
    case 'suspend':
      return suspend(caseFile, fact, on)
    case 'release':
      return fact.reason === 'time-barred' ? goOnKnowingly(caseFile, on) : endHolds(caseFile, fact.reason, on)
    case 'acknowledgement':
    case 'legal-action':
    case 'declared-to-insurer':
      return addMilestone(caseFile, fact, on)
    case 'assigned':
      return onOpenItems(caseFile, fact.items, items => payableTo(caseFile, items, fact.payee, fact.iban))
    case 'reassigned':
      return onOpenItems(caseFile, fact.items, items => payableTo(caseFile, items, null, null))
    case 'payable':
      return { ...caseFile, payableCents: fact.amountCents }
    case 'direct-debit':
      return onItems(caseFile, [fact.item], items =>
        addHold(caseFile, { reason: 'direct-debit', itemIds: ids(items), from: on, until: fact.on }),
      )
    case 'insolvency':
      return openInsolvency(caseFile, fact, on)
    case 'insolvency-closed':
      return closeInsolvency(caseFile, fact.on, on)
    case 'declared':
      return declareClaim(caseFile, fact.on, on)
    case 'over-indebtedness':
      return openOverIndebtedness(caseFile, fact.on, on)
    case 'performed':
      return performed(caseFile, fact, on)
    case 'bank':
      return { ...caseFile, bankDataOn: fact.on }
    case 'bounce':
      return bounce(caseFile, fact.channel, on)
    case 'reply':
      return addHold(caseFile, { reason: 'reply-unread', itemIds: null, from: on, until: null })
    case 'read':
      return endHolds(caseFile, 'reply-unread', on)
    case 'fail':
      return onAction(caseFile, fact.step, ['open', 'planned', 'done'], action =>
        failed(caseFile, action.id, on),
      )
    case 'done':
      return onAction(caseFile, fact.step, ['open', 'planned'], action =>
        carriedOut(caseFile, action.id, on, scenario),
      )
    case 'confirm':
    case 'approve':
      return onAction(caseFile, fact.step, ['proposed'], action =>
        withStatus(caseFile, action.id, 'agreed', null),
      )
    case 'refuse':
      return onAction(caseFile, fact.step, ['proposed', 'agreed'], action =>
        withStatus(caseFile, action.id, 'refused', on),
      )
    case 'call-back':
      return onAction(caseFile, fact.step, ['open'], action =>
        callBack(
          withCall(caseFile, action, { outcome: 'call-back', cause: null, note: null }, on),
          action,
          fact.on,
          on,
        ),
      )
    case 'skip':
      return skip(caseFile, fact.step, fact.items, on, scenario)
    case 'presented':
      return presented(caseFile, fact.on)
    case 'already':
      return already(caseFile, fact, scenario)
    case 'due':
      return onItems(caseFile, [fact.item], items =>
        moveDueDates(caseFile, new Map(ids(items).map(id => [id, { dueOn: fact.on, assumed: false }])), on),
      )
    case 'write-off':
      return onItems(caseFile, [fact.item], items => writeOff(caseFile, items, on))
    case 'tax':
      return noteTax(caseFile, fact.item, fact.taxCents)
    case 'doubtful':
      return doubtful(caseFile, fact.item, on)
    case 'impair':
      return impair(caseFile, fact.item, fact.percent, on)
    case 'irrecoverable':
      return irrecoverable(
        caseFile,
        fact.item,
        typeof fact.ground === 'string'
          ? { kind: 'irrecoverable', notedOn: on, reason: fact.ground }
          : { kind: 'liquidation', notedOn: fact.ground, reason: null },
      )
    case 'waive':
      return waive(caseFile, fact, on)
    case 'claim-costs':
      return claimCosts(caseFile, fact, on)
    case 'judgment':
      return judgment(caseFile, fact.on)
    case 'undone':
    case 'down':
      return refuse('story-only', { fact: fact.kind })
  }
}
