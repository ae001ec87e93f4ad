import { type Action, INVOICE_SENT, PAYMENT_REJECTED } from '../../domain/action.ts'
import { type Case, isOverdue, openItems } from '../../domain/case/case.ts'
import { holdsInForce, isHeld } from '../../domain/case/hold.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { laterOf } from '../../domain/date.ts'
import { knownItems } from '../../domain/decide/decide.ts'
import type { Desk } from '../desk.ts'

/**
 * Open, unheld, and on the right side of its due date: it may have been paid, paused or postponed since. An invoice that a person
 * sends needs nothing but to be owed.
 */
export function stillOwed(desk: Desk, dossier: Case, action: Action): OpenItem[] {
  const asked = (item: OpenItem) => action.itemIds.includes(item.id)
  if (action.step === INVOICE_SENT) return openItems(dossier).filter(asked)
  const calendar = desk.country.law({ region: dossier.settings.region })
  const today = laterOf(desk.today, action.askedOn)
  const items = knownItems(dossier, today)
  const holds = holdsInForce(dossier, items, today, calendar)
  const isTimely = (item: OpenItem) =>
    action.step === PAYMENT_REJECTED || (action.stage === 'preventive') !== isOverdue(item, today)
  return items.filter(item => asked(item) && isTimely(item) && !isHeld(dossier, item, holds))
}
