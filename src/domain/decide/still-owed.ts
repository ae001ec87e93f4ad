import { type Action, INVOICE_SENT, PAYMENT_REJECTED } from '../action.ts'
import { type Case, isOverdue, openItems } from '../case/case.ts'
import { holdsInForce, isHeld } from '../case/hold.ts'
import type { OpenItem } from '../case/open-item.ts'
import { type Day, laterOf } from '../date.ts'
import type { Law } from '../law/law.ts'
import { knownItems } from './decide.ts'

/**
 * The items of an action that it may still speak of: open, unheld, and on the right side of their due date, for they may have been
 * paid, paused or postponed since. An invoice that a person sends needs nothing but to be owed.
 */
export function stillOwed(caseFile: Case, action: Action, law: Law, date: Day): OpenItem[] {
  const asked = (item: OpenItem) => action.itemIds.includes(item.id)
  if (action.step === INVOICE_SENT) return openItems(caseFile).filter(asked)
  const today = laterOf(date, action.askedOn)
  const items = knownItems(caseFile, today)
  const holds = holdsInForce(caseFile, items, today, law)
  const isTimely = (item: OpenItem) =>
    action.step === PAYMENT_REJECTED || (action.stage === 'preventive') !== isOverdue(item, today)
  return items.filter(item => asked(item) && isTimely(item) && !isHeld(caseFile, item, holds))
}
