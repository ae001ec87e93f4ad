import { type Action, isContact } from '../../domain/action.ts'
import type { Case } from '../../domain/case/case.ts'
import { openItems } from '../../domain/case/case.ts'
import { accountCreditCents } from '../../domain/case/credit.ts'
import type { HoldReason } from '../../domain/case/held.ts'
import { disputedCents, isHeld } from '../../domain/case/hold.ts'
import { byDueDate, type DueItem } from '../../domain/case/invoice.ts'
import { limitationOf } from '../../domain/case/limitation.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { decide } from '../../domain/decide/decide.ts'
import type { Decision, SkipCode } from '../../domain/decide/decision.ts'
import { explainWaits, type Wait } from '../../domain/decide/wait.ts'
import type { Law } from '../../domain/law/law.ts'
import type { Reason } from '../../domain/reason.ts'
import type { ChannelName } from '../../domain/scenario.ts'
import { namer } from '../../domain/story/tell.ts'
import type { StoredCase } from '../../store/case/cases.ts'
import type { Tx } from '../../store/database.ts'
import { readCases, scenarioOf } from '../change-cases.ts'
import { type Desk, organisationOf } from '../desk.ts'
import { findOneCase } from '../find-case.ts'
import { type Refused, refuse } from '../refused.ts'
import { type Countdown, countdownOf } from '../reports/list-limitations.ts'

export type ItemState = 'decided' | 'held' | 'skipped' | 'waiting' | 'settled'

/** Why an item stands as it does: a reason, the reason of a hold, or that of a skipped step. */
export type Explanation =
  | ({ kind: 'reason' } & Reason)
  | { kind: 'hold'; code: HoldReason; params: { until: string | null; cents?: number } }
  | { kind: 'skip'; code: SkipCode; params: { step: string } }

export type ExplainedItem = {
  item: string
  dueOn: string | null
  balanceCents: number
  state: ItemState
  /** Until when it can be claimed in court; null without a due date, and once settled. */
  limitation: Countdown | null
  /** What was decided today: the step and the channel. */
  decided: { step: string; channel: ChannelName; kind: 'act' | 'propose' | 'ask' } | null
  because: Explanation[]
}

export type ExplainedCase = {
  case: string
  debtor: string
  date: string
  currency: string
  openCents: number
  overdueCents: number
  creditCents: number
  items: ExplainedItem[]
  nextLookOn: string | null
  contacts: { on: string; channel: ChannelName; step: string; items: string[] }[]
}

const LAST_CONTACTS = 3

export type ExplainCase = { about: string }

/** How a debtor's items stand on a day, or those of one invoice, and why. Decides as the run would; writes nothing. */
export async function explainCase(desk: Desk, input: ExplainCase): Promise<ExplainedCase | Refused> {
  const { about } = input
  const found = await loadKnownCase(desk, about, async (_tx, stored) => stored)
  return 'refused' in found ? found : explained(desk, found, about)
}

/** The case that a person means, to be decided on a day that no run has passed yet, and what else is read with it. */
export async function loadKnownCase<Loaded extends object>(
  desk: Desk,
  about: string,
  read: (tx: Tx, stored: StoredCase, lastRunOn: Day | null) => Promise<Loaded>,
): Promise<Loaded | Refused> {
  return desk.transaction(async tx => {
    const one = await findOneCase(tx, about)
    if ('refused' in one) return one
    const { organisation } = await organisationOf(tx)
    const { lastRunOn } = organisation
    if (lastRunOn !== null && desk.today < lastRunOn) {
      return refuse('date-before-last-run', {
        date: formatDay(desk.today),
        lastRunOn: formatDay(lastRunOn),
      })
    }
    const [stored] = await readCases(tx, [one.caseId])
    if (!stored) throw new Error(`no case ${one.caseId}`)
    return read(tx, stored, lastRunOn)
  })
}

/** The same for a case as it is known in the morning of that day. */
export function explained(desk: Desk, stored: StoredCase, about: string): ExplainedCase {
  const { caseFile } = stored
  const scenario = scenarioOf(desk, caseFile)
  const law = desk.country.law({ region: caseFile.settings.region })
  const decision = decide(caseFile, scenario, law, desk.today)
  const waits = explainWaits(caseFile, decision, scenario, law, desk.today)
  const open = openItems(caseFile)
  const overdue = open.filter(item => item.dueOn !== null && item.dueOn < desk.today)
  return {
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    date: formatDay(desk.today),
    currency: caseFile.currency,
    openCents: total(open),
    overdueCents: total(overdue),
    creditCents: Number(accountCreditCents(caseFile)),
    items: asked(caseFile, open, about).map(item =>
      explainedItem(stored, decision, waits, law, item, open.find(({ id }) => id === item.id) ?? null),
    ),
    nextLookOn: decision.nextLookOn && formatDay(decision.nextLookOn),
    contacts: lastContacts(caseFile),
  }
}

/** The items of the invoice named, settled or not, else all that are open. */
function asked(caseFile: Case, open: readonly OpenItem[], about: string): DueItem[] {
  const named = caseFile.items.filter(item => item.invoice === about || item.name === about)
  return [...(named.length > 0 ? named : open)].sort(byDueDate)
}

function explainedItem(
  { number, caseFile }: StoredCase,
  decision: Decision,
  waits: readonly Wait[],
  law: Law,
  item: DueItem,
  open: OpenItem | null,
): ExplainedItem {
  const decided = decision.actions.find(action => action.isNew && action.itemIds.includes(item.id)) ?? null
  const holds = decision.holds.filter(hold => hold.itemIds.includes(item.id))
  const skips = decision.skips.filter(skip => skip.itemIds.includes(item.id))
  const own = waits.filter(({ params }) => params.item === item.name)
  const limitation = open && limitationOf(caseFile, item, law)
  const reasons = decided?.because ?? [...own, ...own.flatMap(wait => whyAsked(caseFile, wait))]
  return {
    item: item.name,
    dueOn: item.dueOn && formatDay(item.dueOn),
    balanceCents: Number(open?.balanceCents ?? 0n),
    state: stateOf(),
    limitation: limitation && countdownOf(limitation),
    decided: decided && { step: decided.step, channel: decided.channel, kind: decided.kind },
    because: open
      ? [
          ...skips.map(({ step, code }) => ({ kind: 'skip' as const, code, params: { step } })),
          ...holds.map(({ reason, until }) => ({
            kind: 'hold' as const,
            code: reason,
            params: {
              until: until && formatDay(until),
              ...(reason === 'dispute' && { cents: Number(disputedCents(caseFile, open)) }),
            },
          })),
          ...reasons.map(reason => ({ kind: 'reason' as const, ...withNumber(reason, number) })),
        ]
      : [{ kind: 'reason', code: 'all-settled', params: {} }],
  }

  function stateOf(): ItemState {
    if (open === null) return 'settled'
    if (decided) return 'decided'
    if (isHeld(caseFile, open, decision.holds)) return 'held'
    return skips.length > 0 ? 'skipped' : 'waiting'
  }
}

/** Why the action that an item waits for asks more than its step does: a first message, a broken promise… */
function whyAsked(caseFile: Case, { params }: Wait): Reason[] {
  const action = caseFile.actions.find(({ id }) => 'action' in params && id === params.action)
  return (action?.because ?? []).filter(
    ({ code }) => code !== 'overdue' && code !== 'due-soon' && code !== 'step-due',
  )
}

/** An action by the number that people give: the case's, then its own. */
function withNumber(reason: Reason, caseNumber: number): Reason {
  if (reason.code !== 'waits-for-person' && reason.code !== 'waits-for-message') return reason
  return { ...reason, params: { ...reason.params, action: `${caseNumber}-${reason.params.action}` } }
}

function lastContacts(caseFile: Case): ExplainedCase['contacts'] {
  const names = namer(caseFile)
  const dayOf = (action: Action) => action.endedOn ?? action.askedOn
  return caseFile.actions
    .filter(isContact)
    .sort((a, b) => dayOf(b) - dayOf(a) || b.id - a.id)
    .slice(0, LAST_CONTACTS)
    .map(action => ({
      on: formatDay(dayOf(action)),
      channel: action.channel,
      step: action.step,
      items: names(action.itemIds),
    }))
}

function total(items: readonly OpenItem[]): number {
  return Number(items.reduce((sum, item) => sum + item.balanceCents, 0n))
}
