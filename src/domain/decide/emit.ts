import type { Action } from '../action.ts'
import { nettedCreditCents } from '../case/credit.ts'
import type { OpenItem } from '../case/open-item.ts'
import { atLeastZero, type Cents, subtract } from '../money.ts'
import type { Reason } from '../reason.ts'
import type { Step } from '../scenario.ts'
import { sameItems } from '../task.ts'
import type { Decided, DecidedKind } from './decision.ts'
import type { Morning } from './morning.ts'
import { effectiveMode, needsPerson } from './proposal.ts'
import type { Reach } from './reach.ts'
import { whyAmount, whyMode, whyPromise, whyStep } from './why.ts'

const AGREED: Reason = { code: 'agreed-by-person', params: {} }

/** Adds an action, a proposal or a request for approval to the morning. The items that it lists can lead no other today. */
export function emit(
  morning: Morning,
  leader: OpenItem,
  step: Step,
  listed: readonly OpenItem[],
  listedCents: Cents,
  found: Reach & { channel: NonNullable<Reach['channel']> },
  pending: Action | null,
): void {
  const { caseFile } = morning
  const mode = effectiveMode(step, listedCents, caseFile)
  const agreed = pending?.status === 'agreed'
  const kind: DecidedKind = agreed || !needsPerson(mode) ? 'act' : mode === 'approval' ? 'ask' : 'propose'
  const itemIds = listed.map(item => item.id)
  const credit = nettedCreditCents(caseFile)
  const decided: Decided = {
    kind,
    actionId: pending?.id ?? null,
    step: step.id,
    stage: step.stage,
    channel: found.channel,
    mode,
    itemIds,
    amountCents: atLeastZero(subtract(listedCents, credit)),
    because: [
      ...whyStep(leader, step, morning.today),
      ...whyPromise(morning, listed),
      ...found.because,
      ...whyAmount(caseFile, listed, credit),
      ...(agreed ? [AGREED] : []),
      ...whyMode(step, mode),
    ],
    isNew: kind === 'act' || !pending || !sameItems(pending.itemIds, itemIds),
  }
  morning.actions.push(decided)
  for (const item of listed) morning.passedOver.add(item.id)
  if (kind !== 'act') for (const item of listed) morning.blockedBy.set(item.id, decided)
  else if (found.channel !== 'task') morning.contacted = true
}
