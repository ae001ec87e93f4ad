import { type Action, type ActionStatus, PAYMENT_REJECTED } from '../action.ts'
import type { Case } from '../case/case.ts'
import type { OpenItem } from '../case/open-item.ts'
import type { Day } from '../date.ts'
import type { Step } from '../scenario.ts'
import { emit } from './emit.ts'
import { askedCents, type Morning } from './morning.ts'
import { pendingFor } from './proposal.ts'
import { reach, reachable } from './reach.ts'

/** A payment that came back is told first, courteously; the scenario goes on after it (docs/rules.md 18.4). */
export function announceRejectedPayments(morning: Morning): void {
  const { caseFile, free } = morning
  if (morning.contacted) return
  const untold = free.filter(item => isUntold(caseFile, item))
  const [first] = untold
  if (!first) return
  const pending = pendingFor(morning, first, REJECTED_STEP)
  const listed = untold.filter(({ id, payeeIban }) =>
    pending?.status === 'agreed' ? pending.itemIds.includes(id) : payeeIban === first.payeeIban,
  )
  const listedCents = askedCents(caseFile, listed)
  const found = reach(REJECTED_STEP, reachable(morning), listedCents, failedChannels(caseFile, first))
  if (found.channel === null) return
  emit(morning, first, REJECTED_STEP, listed, listedCents, found, pending)
}

/** True while the debtor has not been told of the last rejected payment of this item. */
function isUntold(caseFile: Case, item: OpenItem): boolean {
  const rejectedOn = lastRejectedOn(caseFile, item)
  return (
    rejectedOn !== null &&
    !announcements(caseFile, item, rejectedOn).some(({ status }) => !UNTOLD.includes(status))
  )
}

/** The channels on which telling it has failed. */
function failedChannels(caseFile: Case, item: OpenItem): ReadonlySet<string> {
  const rejectedOn = lastRejectedOn(caseFile, item)
  if (rejectedOn === null) return new Set()
  const failed = announcements(caseFile, item, rejectedOn).filter(({ status }) => status === 'failed')
  return new Set(failed.map(({ channel }) => channel))
}

function lastRejectedOn(caseFile: Case, item: OpenItem): Day | null {
  const rejections = caseFile.payments.flatMap(payment => payment.rejections)
  const days = rejections.filter(({ itemId }) => itemId === item.id).map(({ rejectedOn }) => rejectedOn)
  return days.length > 0 ? (Math.max(...days) as Day) : null
}

function announcements(caseFile: Case, item: OpenItem, rejectedOn: Day): Action[] {
  return caseFile.actions.filter(
    ({ step, askedOn, itemIds }) =>
      step === PAYMENT_REJECTED && askedOn > rejectedOn && itemIds.includes(item.id),
  )
}

/** In these states an announcement has told the debtor nothing yet. */
const UNTOLD: readonly ActionStatus[] = ['cancelled', 'failed', 'proposed', 'agreed']

export const REJECTED_STEP: Step = {
  id: PAYMENT_REJECTED,
  offsetDays: 0,
  gapWorkingDays: 0,
  stage: 'level-1',
  channel: 'email',
  fallbacks: ['call'],
  mode: 'automatic',
  channelMinimumCents: null,
}
