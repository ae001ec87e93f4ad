import { type Action, INVOICE_SENT } from '../action.ts'
import { type Case, openItems } from '../case/case.ts'
import type { OpenItem } from '../case/open-item.ts'
import type { Day } from '../date.ts'
import { sum } from '../money.ts'
import { type Refusal, refuse } from '../refusal.ts'

/**
 * The case once a person has asked that an invoice be sent: a message on its way, whatever is due, held or disputed of
 * it. It passes no step, and reminders take no notice of it (docs/rules.md 20.6).
 */
export function sendInvoice(caseFile: Case, invoice: string, on: Day): Case | Refusal {
  const items = openItems(caseFile).filter(item => item.invoice === invoice)
  if (items.length === 0) return refuse('nothing-open', { about: 'invoice', invoice })
  if (caseFile.actions.some(action => isAsked(action, items, on)))
    return refuse('invoice-on-its-way', { invoice })
  const id = caseFile.lastId + 1
  const action: Action = {
    id,
    step: INVOICE_SENT,
    stage: 'preventive',
    channel: 'email',
    mode: 'manual',
    askedOn: on,
    itemIds: items.map(item => item.id),
    amountCents: sum(items.map(item => item.balanceCents)),
    status: 'planned',
    endedOn: null,
    presentedOn: null,
    because: [],
  }
  return { ...caseFile, lastId: id, actions: [...caseFile.actions, action] }
}

function isAsked({ step, status, askedOn, itemIds }: Action, items: readonly OpenItem[], on: Day): boolean {
  const isOnItsWay = status === 'planned' || (askedOn === on && status !== 'cancelled')
  return step === INVOICE_SENT && isOnItsWay && items.some(item => itemIds.includes(item.id))
}
