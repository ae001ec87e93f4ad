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
export function record(dossier: Case, fact: Fact, on: Day, scenario: Scenario): Case | Refusal {
  const next = applyFact(dossier, fact, on, scenario)
  if ('refused' in next) return next
  return lookAgain(next, on)
}

function applyFact(dossier: Case, fact: Fact, on: Day, scenario: Scenario): Case | Refusal {
  switch (fact.kind) {
    case 'invoice':
      return addInvoice(dossier, fact.invoice)
    case 'credit':
      return addCreditNote(dossier, fact, on)
    case 'pay':
      return pay(dossier, fact.amountCents, fact.items, on)
    case 'unpay':
      return rejectPayment(dossier, fact.amountCents, fact.item, on)
    case 'promise':
      return promise(dossier, fact, on)
    case 'dispute':
      return dispute(dossier, fact, on)
    case 'settle':
      return settle(dossier, fact.item, on)
    case 'plan':
      return agreePlan(dossier, fact, on)
    case 'pause':
      return fact.until !== null && fact.until < on
        ? refuse('date-in-the-past', {
            what: 'pause',
            date: formatDay(fact.until),
            against: formatDay(on),
          })
        : addHold(dossier, { reason: 'pause', itemIds: null, from: on, until: fact.until })
    case 'resume':
      return resume(dossier, on)
    case 'suspend':
      return suspend(dossier, fact, on)
    case 'release':
      return fact.reason === 'time-barred' ? goOnKnowingly(dossier, on) : endHolds(dossier, fact.reason, on)
    case 'acknowledgement':
    case 'legal-action':
    case 'declared-to-insurer':
      return addMilestone(dossier, fact, on)
    case 'assigned':
      return onOpenItems(dossier, fact.items, items => payableTo(dossier, items, fact.payee, fact.iban))
    case 'reassigned':
      return onOpenItems(dossier, fact.items, items => payableTo(dossier, items, null, null))
    case 'payable':
      return { ...dossier, payableCents: fact.amountCents }
    case 'direct-debit':
      return onItems(dossier, [fact.item], items =>
        addHold(dossier, { reason: 'direct-debit', itemIds: ids(items), from: on, until: fact.on }),
      )
    case 'insolvency':
      return openInsolvency(dossier, fact, on)
    case 'insolvency-closed':
      return closeInsolvency(dossier, fact.on, on)
    case 'declared':
      return declareClaim(dossier, fact.on, on)
    case 'over-indebtedness':
      return openOverIndebtedness(dossier, fact.on, on)
    case 'performed':
      return performed(dossier, fact, on)
    case 'bank':
      return { ...dossier, bankDataOn: fact.on }
    case 'bounce':
      return bounce(dossier, fact.channel, on)
    case 'reply':
      return addHold(dossier, { reason: 'reply-unread', itemIds: null, from: on, until: null })
    case 'read':
      return endHolds(dossier, 'reply-unread', on)
    case 'fail':
      return onAction(dossier, fact.step, ['open', 'planned', 'done'], action =>
        failed(dossier, action.id, on),
      )
    case 'done':
      return onAction(dossier, fact.step, ['open', 'planned'], action =>
        carriedOut(dossier, action.id, on, scenario),
      )
    case 'confirm':
    case 'approve':
      return onAction(dossier, fact.step, ['proposed'], action =>
        withStatus(dossier, action.id, 'agreed', null),
      )
    case 'refuse':
      return onAction(dossier, fact.step, ['proposed', 'agreed'], action =>
        withStatus(dossier, action.id, 'refused', on),
      )
    case 'call-back':
      return onAction(dossier, fact.step, ['open'], action =>
        callBack(
          withCall(dossier, action, { outcome: 'call-back', cause: null, note: null }, on),
          action,
          fact.on,
          on,
        ),
      )
    case 'skip':
      return skip(dossier, fact.step, fact.items, on, scenario)
    case 'presented':
      return presented(dossier, fact.on)
    case 'already':
      return already(dossier, fact, scenario)
    case 'due':
      return onItems(dossier, [fact.item], items =>
        moveDueDates(dossier, new Map(ids(items).map(id => [id, { dueOn: fact.on, assumed: false }])), on),
      )
    case 'write-off':
      return onItems(dossier, [fact.item], items => writeOff(dossier, items, on))
    case 'tax':
      return noteTax(dossier, fact.item, fact.taxCents)
    case 'doubtful':
      return doubtful(dossier, fact.item, on)
    case 'impair':
      return impair(dossier, fact.item, fact.percent, on)
    case 'irrecoverable':
      return irrecoverable(
        dossier,
        fact.item,
        typeof fact.ground === 'string'
          ? { kind: 'irrecoverable', notedOn: on, reason: fact.ground }
          : { kind: 'liquidation', notedOn: fact.ground, reason: null },
      )
    case 'waive':
      return waive(dossier, fact, on)
    case 'claim-costs':
      return claimCosts(dossier, fact, on)
    case 'judgment':
      return judgment(dossier, fact.on)
    case 'undone':
    case 'down':
      return refuse('story-only', { fact: fact.kind })
  }
}
