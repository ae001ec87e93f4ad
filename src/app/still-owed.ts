import { type Action, PAYMENT_REJECTED } from '../domain/action.ts'
import { type Case, isOverdue, type OpenItem } from '../domain/case.ts'
import { type Day, laterOf } from '../domain/date.ts'
import { knownItems } from '../domain/decide.ts'
import { holdsInForce, isHeld } from '../domain/hold.ts'
import type { App } from './app.ts'

/** Open, unheld, and on the right side of its due date: it may have been paid, paused or postponed since. */
export function stillOwed(app: App, dossier: Case, action: Action, date: Day): OpenItem[] {
  const calendar = app.country.law({ region: dossier.settings.region })
  const today = laterOf(date, action.askedOn)
  const items = knownItems(dossier, today)
  const holds = holdsInForce(dossier, items, today, calendar)
  const isTimely = (item: OpenItem) =>
    action.step === PAYMENT_REJECTED || (action.stage === 'preventive') !== isOverdue(item, today)
  return items.filter(
    item => action.itemIds.includes(item.id) && isTimely(item) && !isHeld(dossier, item, holds),
  )
}
