import { type Action, isContact, PAYMENT_REJECTED } from '../action.ts'
import type { Case } from '../case/case.ts'
import { nettedCreditCents } from '../case/credit.ts'
import type { OpenItem } from '../case/open-item.ts'
import { atLeastZero, type Cents, subtract } from '../money.ts'
import { isLegal, isPreventive, type Mode, type Step } from '../scenario.ts'
import { askedCents, type Morning, pendingActions } from './morning.ts'

/** The proposal that a message for this item renews: its own, or that of the account's other items (docs/rules.md 9.3). */
export function pendingFor(morning: Morning, item: OpenItem, step: Step): Action | null {
  const pending = pendingActions(morning.caseFile).filter(
    action => action.status !== 'uncertain' && action.step === step.id,
  )
  const own = pending.find(action => action.itemIds.includes(item.id))
  if (own || isGroupedByInvoice(morning, step)) return own ?? null
  return (
    pending.find(action => action.status === 'proposed' && isPaidTo(item.payeeIban, action, morning)) ?? null
  )
}

function isPaidTo(payeeIban: string | null, action: Action, { caseFile }: Morning): boolean {
  return caseFile.items.some(item => action.itemIds.includes(item.id) && item.payeeIban === payeeIban)
}

export function isGroupedByInvoice({ caseFile, scenario }: Morning, step: Step): boolean {
  return (
    (caseFile.settings.grouping ?? scenario.grouping) === 'invoice' && !isLegal(step) && !isPreventive(step)
  )
}

export function effectiveMode(step: Step, listedCents: Cents, { settings, actions }: Case): Mode {
  const tooMuch = settings.maximumCents !== null && listedCents > settings.maximumCents
  if (tooMuch) return 'approval'
  const isFirst = settings.firstMessage === 'to-confirm' && !actions.some(isContact)
  return isFirst && step.mode === 'automatic' ? 'to-confirm' : step.mode
}

export function needsPerson(mode: Mode): boolean {
  return mode === 'to-confirm' || mode === 'approval'
}

/**
 * Proposals about which nothing was decided this morning: they lose the items that were paid, held or passed since, and
 * are withdrawn once none of their items has the proposed step as its next one (docs/rules.md 9.3, 9.4).
 */
export function reviseProposals(morning: Morning): void {
  for (const action of pendingActions(morning.caseFile)) {
    if (action.status === 'uncertain' || morning.actions.some(decided => decided.actionId === action.id))
      continue
    const listed = morning.free.filter(
      item => action.itemIds.includes(item.id) && isStillAsked(morning, item, action.step),
    )
    const leads = listed.some(item => morning.progress.nextStep(item)?.id === action.step)
    if (listed.length === 0 || (!leads && action.step !== PAYMENT_REJECTED)) {
      morning.withdrawals.push({ actionId: action.id, itemIds: [], ends: 'cancelled' })
    } else if (listed.length < action.itemIds.length) {
      const itemIds = listed.map(item => item.id)
      if (action.status === 'agreed') {
        morning.withdrawals.push({ actionId: action.id, itemIds, ends: null })
        continue
      }
      morning.actions.push({
        kind: action.mode === 'approval' ? 'ask' : 'propose',
        actionId: action.id,
        step: action.step,
        stage: action.stage,
        channel: action.channel,
        mode: action.mode,
        itemIds,
        amountCents: atLeastZero(
          subtract(askedCents(morning.caseFile, listed), nettedCreditCents(morning.caseFile)),
        ),
        because: action.because,
        isNew: true,
      })
    }
  }
}

/** False once a step can't reach the debtor any more, or was passed. */
function isStillAsked({ progress, scenario, tasks }: Morning, item: OpenItem, stepId: string): boolean {
  const step = scenario.steps.find(({ id }) => id === stepId)
  if (!step || progress.hasPassed(item, step)) return false
  return !tasks.some(task => task.step === stepId && task.itemIds.includes(item.id))
}
