import { PAYMENT_REJECTED } from './action.ts'
import type { Case, OpenItem } from './case.ts'
import type { Day } from './date.ts'
import { emit } from './emit.ts'
import { askedCents, type Morning } from './morning.ts'
import { reach } from './reach.ts'
import type { Step } from './scenario.ts'

/** A payment that came back is told first, courteously; the scenario goes on after it. */
export function announceRejectedPayments(morning: Morning): void {
  const { dossier, free } = morning
  const listed = free.filter(item =>
    dossier.payments.some(payment =>
      payment.rejections.some(
        rejection => rejection.itemId === item.id && !isAnnounced(dossier, item, rejection.rejectedOn),
      ),
    ),
  )
  const [first] = listed
  if (!first) return
  const listedCents = askedCents(dossier, listed)
  const found = reach(
    REJECTED_STEP,
    { kind: dossier.debtor.kind, contacts: dossier.contacts },
    listedCents,
    new Set(),
  )
  if (found.channel === null) return
  emit(morning, first, REJECTED_STEP, listed, listedCents, found, null)
}

function isAnnounced(dossier: Case, item: OpenItem, rejectedOn: Day): boolean {
  return dossier.actions.some(
    action =>
      action.step === PAYMENT_REJECTED &&
      action.askedOn > rejectedOn &&
      action.status !== 'cancelled' &&
      action.itemIds.includes(item.id),
  )
}

const REJECTED_STEP: Step = {
  id: PAYMENT_REJECTED,
  offsetDays: 0,
  gapWorkingDays: 0,
  stage: 'level-1',
  channel: 'email',
  fallbacks: ['call'],
  mode: 'automatic',
  channelMinimumCents: null,
}
