import { isWorkingDay } from '../calendar.ts'
import { type Case, isOverdue } from '../case/case.ts'
import { nettedCreditCents } from '../case/credit.ts'
import type { OpenItem } from '../case/open-item.ts'
import { isToBeDone } from '../case/status.ts'
import type { Day } from '../date.ts'
import type { Law } from '../law/law.ts'
import { atLeastZero, subtract } from '../money.ts'
import { isLegal, isPreventive, type Scenario, type Step } from '../scenario.ts'
import { emit } from './emit.ts'
import { askedCents, begin, type Contacts, isDue, type Morning } from './morning.ts'
import { isGroupedByInvoice, pendingFor, reviseProposals } from './proposal.ts'
import { reach, reachable } from './reach.ts'
import { announceRejectedPayments } from './rejected-payment.ts'
import { giveUp, isFirstNotice, keepStoppedTasks, lapseUnreachable } from './unreachable.ts'

/**
 * At most one outbound contact (one message per item where grouping is by invoice), and any number of proposals
 * and asks, which are no contact: each blocks its items, and the next furthest item leads (docs/rules.md 6.1, 6.5, 6.8).
 */
export function contactsToday(
  caseFile: Case,
  known: readonly OpenItem[],
  free: readonly OpenItem[],
  scenario: Scenario,
  law: Law,
  today: Day,
): Contacts {
  const morning = begin(caseFile, known, free, scenario, law, today)
  if (!isWorkingDay(law, today)) {
    morning.because.push({ code: 'not-a-contact-day', params: {} })
  } else if (caseFile.actions.some(action => action.status === 'planned')) {
    morning.because.push({ code: 'message-under-way', params: {} })
  } else {
    workThrough(morning)
  }
  keepStoppedTasks(morning)
  return morning
}

function workThrough(morning: Morning): void {
  lapseUnreachable(morning)
  announceRejectedPayments(morning)
  if (isUnderCaseMinimum(morning)) {
    morning.because.push({ code: 'case-below-minimum', params: {} })
  } else {
    while (leadOnce(morning, overdueCandidates(morning))) {}
  }
  while (leadOnce(morning, preventiveCandidates(morning))) {}
  reviseProposals(morning)
}

function isUnderCaseMinimum({ caseFile, overdueCents }: Morning): boolean {
  const credit = nettedCreditCents(caseFile)
  return overdueCents > 0n && atLeastZero(subtract(overdueCents, credit)) < caseFile.settings.minimumCents
}

/** Overdue items that nothing holds, whose next step is due and that wait for nobody. */
function overdueCandidates(morning: Morning): OpenItem[] {
  return morning.free.filter(
    item => isOverdue(item, morning.today) && isDue(morning, item) && !waitsForPerson(morning, item),
  )
}

/** Preventive steps are grouped among themselves, and give way to any other contact of the day (docs/rules.md 6.6). */
function preventiveCandidates(morning: Morning): OpenItem[] {
  if (morning.contacted) return []
  return morning.free.filter(item => {
    const step = morning.progress.nextStep(item)
    if (isOverdue(item, morning.today) || waitsForPerson(morning, item)) return false
    return step !== null && isPreventive(step) && isDue(morning, item)
  })
}

/**
 * True while a person has an action about the item to do, or a proposal about another step of it waits
 * (docs/rules.md 6.8, 9.2).
 */
function waitsForPerson({ caseFile, progress, blockedBy }: Morning, item: OpenItem): boolean {
  const blocker = blockedBy.get(item.id)
  if (blocker && blocker.step !== progress.nextStep(item)?.id) return true
  return caseFile.actions.some(action => isToBeDone(action) && action.itemIds.includes(item.id))
}

/**
 * Decides about the candidate whose step is furthest (docs/rules.md 6.2): an action, a proposal, a skip or a task comes
 * of it. False when there is no candidate, or the debtor is already contacted today.
 */
function leadOnce(morning: Morning, candidates: readonly OpenItem[]): boolean {
  const leader = furthest(morning, candidates)
  if (!leader || morning.contacted) return false
  const step = morning.progress.nextStep(leader) as Step
  const debtor = reachable(morning)
  const isComeTo = (item: OpenItem) =>
    item.id === leader.id || (candidates.includes(item) && morning.progress.nextStep(item)?.id === step.id)
  const lists = listings(morning, leader, step, candidates).flatMap(byPayee)
  for (const listed of lists.filter(list => list.some(isComeTo))) {
    const lead = listed.find(item => item.id === leader.id) ?? (listed[0] as OpenItem)
    const listedCents = askedCents(morning.caseFile, listed)
    const found = reach(step, debtor, listedCents, morning.progress.failures(lead, step).channels)
    if (isFirstNotice(morning, lead, step)) giveUp(morning, lead, step, 'no-address', listed)
    else if (found.channel === null) giveUp(morning, lead, step, found.cause, listed)
    else emit(morning, lead, step, listed, listedCents, found, pendingFor(morning, lead, step))
  }
  return true
}

function furthest(morning: Morning, candidates: readonly OpenItem[]): OpenItem | null {
  const rank = (item: OpenItem) => morning.scenario.steps.indexOf(morning.progress.nextStep(item) as Step)
  let leader: OpenItem | null = null
  for (const item of candidates) if (leader === null || rank(item) > rank(leader)) leader = item
  return leader
}

/**
 * The items of the message, or of each message when grouping is by invoice (docs/rules.md 6.3, 6.5, 6.7). The leader is
 * in one of them.
 */
function listings(
  morning: Morning,
  leader: OpenItem,
  step: Step,
  candidates: readonly OpenItem[],
): OpenItem[][] {
  const sameStep = candidates.filter(item => morning.progress.nextStep(item)?.id === step.id)
  if (isGroupedByInvoice(morning, step)) return sameStep.map(item => [item])
  const pending = pendingFor(morning, leader, step)
  const available = (item: OpenItem) => {
    const blocker = morning.blockedBy.get(item.id)
    return (
      (!blocker || blocker === pending) &&
      !isOpenFor(morning, item, step) &&
      !lacksFirstLetter(morning, item, step)
    )
  }
  if (pending?.status === 'agreed') {
    const agreed = (item: OpenItem) =>
      pending.itemIds.includes(item.id) && !morning.progress.hasPassed(item, step)
    return [morning.free.filter(agreed)]
  }
  if (step.stage === 'formal-notice') {
    return [morning.free.filter(item => morning.progress.nextStep(item)?.id === step.id && available(item))]
  }
  if (isLegal(step) || isPreventive(step)) return [sameStep.filter(available)]
  return [
    morning.free.filter(
      item =>
        item.id === leader.id ||
        (isOverdue(item, morning.today) && !morning.progress.isBeyond(item, step) && available(item)),
    ),
  ]
}

/** Nothing may be asked about an item before its first letter, where the scenario has one (docs/rules.md 29.1). */
function lacksFirstLetter({ scenario, progress }: Morning, item: OpenItem, step: Step): boolean {
  const first = scenario.steps.find(({ id }) => id === scenario.firstLetter)
  return first !== undefined && step.id !== first.id && !progress.hasPassed(item, first)
}

/**
 * What is to be paid to a factor is never in one message with what is to be paid to the creditor (docs/rules.md 6.9).
 * The message for the other account goes only where one of its items has come to the step; otherwise they wait for
 * their own.
 */
function byPayee(listed: readonly OpenItem[]): OpenItem[][] {
  const ibans = [...new Set(listed.map(item => item.payeeIban))]
  return ibans.map(iban => listed.filter(item => item.payeeIban === iban))
}

/** True while a person has this very step of the item to do: it is not asked a second time. */
function isOpenFor({ caseFile }: Morning, item: OpenItem, step: Step): boolean {
  return caseFile.actions.some(
    action => action.status === 'open' && action.step === step.id && action.itemIds.includes(item.id),
  )
}
