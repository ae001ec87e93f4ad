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
 * and asks, which are no contact: each blocks its items, and the next furthest item leads. DUNNING rules 6 to 8, 10.
 */
export function contactsToday(
  dossier: Case,
  known: readonly OpenItem[],
  free: readonly OpenItem[],
  scenario: Scenario,
  law: Law,
  today: Day,
): Contacts {
  const morning = begin(dossier, known, free, scenario, law, today)
  if (!isWorkingDay(law, today)) {
    morning.because.push({ code: 'not-a-contact-day', params: {} })
  } else if (dossier.actions.some(action => action.status === 'planned')) {
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

function isUnderCaseMinimum({ dossier, overdueCents }: Morning): boolean {
  const credit = nettedCreditCents(dossier)
  return overdueCents > 0n && atLeastZero(subtract(overdueCents, credit)) < dossier.settings.minimumCents
}

/** Unheld overdue items whose next step is due and that nothing makes wait. */
function overdueCandidates(morning: Morning): OpenItem[] {
  return morning.free.filter(
    item => isOverdue(item, morning.today) && isDue(morning, item) && !waitsForPerson(morning, item),
  )
}

/** Preventive steps are grouped among themselves, and give way to any other contact of the day. */
function preventiveCandidates(morning: Morning): OpenItem[] {
  if (morning.contacted) return []
  return morning.free.filter(item => {
    const step = morning.progress.nextStep(item)
    if (isOverdue(item, morning.today) || waitsForPerson(morning, item)) return false
    return step !== null && isPreventive(step) && isDue(morning, item)
  })
}

/** A call or a letter that a person has not done yet, or a proposal about another step. */
function waitsForPerson({ dossier, progress, blockedBy }: Morning, item: OpenItem): boolean {
  const blocker = blockedBy.get(item.id)
  if (blocker && blocker.step !== progress.nextStep(item)?.id) return true
  return dossier.actions.some(action => isToBeDone(action) && action.itemIds.includes(item.id))
}

/** The furthest candidate leads: an action, a proposal, a skip or a task. False when nothing more can happen. */
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
    const listedCents = askedCents(morning.dossier, listed)
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

/** The items of the message, or of each message when grouping is by invoice. The leader is in one of them. */
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

/** Nothing may be asked about an item before its first letter, where the scenario has one. */
function lacksFirstLetter({ scenario, progress }: Morning, item: OpenItem, step: Step): boolean {
  const first = scenario.steps.find(({ id }) => id === scenario.firstLetter)
  return first !== undefined && step.id !== first.id && !progress.hasPassed(item, first)
}

/**
 * What is to be paid to a factor is never in one message with what is to be paid to the creditor. A message of its own
 * goes only where an item has come to the step: what the leader would have brought along waits for its own.
 */
function byPayee(listed: readonly OpenItem[]): OpenItem[][] {
  const ibans = [...new Set(listed.map(item => item.payeeIban))]
  return ibans.map(iban => listed.filter(item => item.payeeIban === iban))
}

/** A person has this very step of the item to do: it is asked once. */
function isOpenFor({ dossier }: Morning, item: OpenItem, step: Step): boolean {
  return dossier.actions.some(
    action => action.status === 'open' && action.step === step.id && action.itemIds.includes(item.id),
  )
}
