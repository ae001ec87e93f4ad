import { type Action, isContact, PAYMENT_REJECTED } from './action.ts'
import { unallocatedCents } from './allocation.ts'
import { addWorkingDays, type Calendar, isWorkingDay } from './calendar.ts'
import { type Case, isOverdue, type OpenItem } from './case.ts'
import { addDays, type Day, formatDay } from './date.ts'
import type { Decided, DecidedKind, Lapse, Skip, Withdrawal } from './decision.ts'
import { LAPSE_WORKING_DAYS, withPassed } from './ending.ts'
import { disputedCents } from './hold.ts'
import { add, atLeastZero, type Cents, subtract, ZERO } from './money.ts'
import { brokenOn } from './outcome.ts'
import { type Progress, progressOf } from './progress.ts'
import { type Reach, reach } from './reach.ts'
import type { Reason } from './reason.ts'
import { isLegal, isPreventive, type Mode, type Scenario, type Step } from './scenario.ts'
import { sameItems, type Task } from './task.ts'

/** What is asked and carried out on a contact day. */
export type Contacts = {
  actions: Decided[]
  withdrawals: Withdrawal[]
  lapses: Lapse[]
  skips: Skip[]
  tasks: Task[]
  because: Reason[]
}

/** One morning of one case while it is worked through. */
type Morning = Contacts & {
  dossier: Case
  progress: Progress
  /** Open items that nothing holds. */
  readonly free: readonly OpenItem[]
  readonly overdueCents: Cents
  readonly scenario: Scenario
  readonly calendar: Calendar
  readonly today: Day
  /** Items in a proposal or an ask: no other message lists them. */
  readonly blockedBy: Map<number, Action | Decided>
  /** Items that can't lead any more this morning. */
  readonly passedOver: Set<number>
  contacted: boolean
}

/**
 * At most one outbound contact (one message per item where grouping is by invoice), and any number of proposals
 * and asks, which are no contact: each blocks its items, and the next furthest item leads. DUNNING rules 6 to 8, 10.
 */
export function contactsToday(
  dossier: Case,
  known: readonly OpenItem[],
  free: readonly OpenItem[],
  scenario: Scenario,
  calendar: Calendar,
  today: Day,
): Contacts {
  const morning = begin(dossier, known, free, scenario, calendar, today)
  if (!isWorkingDay(calendar, today)) {
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

function begin(
  dossier: Case,
  known: readonly OpenItem[],
  free: readonly OpenItem[],
  scenario: Scenario,
  calendar: Calendar,
  today: Day,
): Morning {
  const blockedBy = new Map<number, Action | Decided>()
  for (const action of pendingActions(dossier)) for (const id of action.itemIds) blockedBy.set(id, action)
  const overdue = known.filter(item => isOverdue(item, today))
  return {
    actions: [],
    withdrawals: [],
    lapses: [],
    skips: [],
    tasks: [],
    because: [],
    dossier,
    progress: progressOf(dossier, scenario, calendar, today),
    free,
    overdueCents: overdue.reduce((total, item) => add(total, item.balanceCents), ZERO),
    scenario,
    calendar,
    today,
    blockedBy,
    passedOver: new Set(),
    contacted: false,
  }
}

function pendingActions(dossier: Case): Action[] {
  return dossier.actions.filter(
    ({ status }) => status === 'proposed' || status === 'agreed' || status === 'uncertain',
  )
}

function isUnderCaseMinimum({ dossier, overdueCents }: Morning): boolean {
  const credit = unallocatedCents(dossier.payments, dossier.creditNotes, dossier.allocations)
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

function isDue(morning: Morning, item: OpenItem): boolean {
  if (morning.passedOver.has(item.id)) return false
  const step = morning.progress.nextStep(item)
  const dueDay = step && morning.progress.dueDay(item, step)
  return dueDay !== null && dueDay <= morning.today
}

/** A call or a letter that a person has not done yet, or a proposal about another step. */
function waitsForPerson({ dossier, progress, blockedBy }: Morning, item: OpenItem): boolean {
  const blocker = blockedBy.get(item.id)
  if (blocker && blocker.step !== progress.nextStep(item)?.id) return true
  return dossier.actions.some(
    action => (action.status === 'open' || action.status === 'uncertain') && action.itemIds.includes(item.id),
  )
}

/** The furthest candidate leads: an action, a proposal, a skip or a task. False when nothing more can happen. */
function leadOnce(morning: Morning, candidates: readonly OpenItem[]): boolean {
  const leader = furthest(morning, candidates)
  if (!leader || morning.contacted) return false
  const step = morning.progress.nextStep(leader) as Step
  const debtor = { kind: morning.dossier.debtor.kind, contacts: morning.dossier.contacts }
  for (const listed of listings(morning, leader, step, candidates)) {
    const lead = listed.find(item => item.id === leader.id) ?? (listed[0] as OpenItem)
    const listedCents = askedCents(morning.dossier, listed)
    const found = reach(step, debtor, listedCents, morning.progress.failures(lead, step).channels)
    if (found.channel === null) giveUp(morning, lead, step, found.cause, listed)
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

/** The proposal that a message for this item renews: its own, or that of the account's other items. */
function pendingFor(morning: Morning, item: OpenItem, step: Step): Action | null {
  const pending = pendingActions(morning.dossier).filter(
    action => action.status !== 'uncertain' && action.step === step.id,
  )
  const own = pending.find(action => action.itemIds.includes(item.id))
  if (own || isGroupedByInvoice(morning, step)) return own ?? null
  return pending.find(action => action.status === 'proposed') ?? null
}

function isGroupedByInvoice({ dossier, scenario }: Morning, step: Step): boolean {
  return (
    (dossier.settings.grouping ?? scenario.grouping) === 'invoice' && !isLegal(step) && !isPreventive(step)
  )
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
    return (!blocker || blocker === pending) && !isOpenFor(morning, item, step)
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

/** A person has this very step of the item to do: it is asked once. */
function isOpenFor({ dossier }: Morning, item: OpenItem, step: Step): boolean {
  return dossier.actions.some(
    action => action.status === 'open' && action.step === step.id && action.itemIds.includes(item.id),
  )
}

/** What is asked for these items: balances net of disputes. */
function askedCents(dossier: Case, items: readonly OpenItem[]): Cents {
  return items.reduce(
    (total, item) => add(total, subtract(item.balanceCents, disputedCents(dossier, item))),
    ZERO,
  )
}

function emit(
  morning: Morning,
  leader: OpenItem,
  step: Step,
  listed: readonly OpenItem[],
  listedCents: Cents,
  found: Reach & { channel: NonNullable<Reach['channel']> },
  pending: Action | null,
): void {
  const { dossier } = morning
  const mode = effectiveMode(step, listedCents, dossier)
  const agreed = pending?.status === 'agreed'
  const kind: DecidedKind = agreed || !needsPerson(mode) ? 'act' : mode === 'approval' ? 'ask' : 'propose'
  const itemIds = listed.map(item => item.id)
  const credit = unallocatedCents(dossier.payments, dossier.creditNotes, dossier.allocations)
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
      ...whyAmount(dossier, listed, credit),
      ...(agreed ? [{ code: 'agreed-by-person', params: {} } as Reason] : []),
      ...(mode !== step.mode ? [{ code: 'above-maximum', params: {} } as Reason] : []),
    ],
    isNew: kind === 'act' || !pending || !sameItems(pending.itemIds, itemIds),
  }
  morning.actions.push(decided)
  for (const item of listed) morning.passedOver.add(item.id)
  if (kind !== 'act') for (const item of listed) morning.blockedBy.set(item.id, decided)
  else if (found.channel !== 'task') morning.contacted = true
}

/** No way to reach the debtor, or too little at stake: a person is told, or the step is skipped. */
function giveUp(
  morning: Morning,
  leader: OpenItem,
  step: Step,
  cause: 'no-address' | 'below-minimum',
  listed: readonly OpenItem[],
): void {
  const { today } = morning
  const concerned = listed.filter(item => morning.progress.nextStep(item)?.id === step.id)
  const itemIds = cause === 'no-address' ? [leader.id] : concerned.map(item => item.id)
  if (cause === 'below-minimum' && !isLegal(step)) {
    morning.skips.push({ step: step.id, itemIds, code: 'below-minimum' })
    passBy(morning, step, itemIds, 'skipped')
    return
  }
  const code = cause === 'no-address' ? 'fix-contact' : 'below-minimum'
  const known = morning.dossier.openTasks.find(
    task => task.code === code && task.step === step.id && task.itemIds.includes(leader.id),
  )
  const since = known?.since ?? today
  const told = morning.tasks.find(task => task.code === code && task.step === step.id && task.since === since)
  if (told) told.itemIds = [...told.itemIds, ...itemIds]
  else morning.tasks.push({ code, step: step.id, itemIds, since })
  for (const id of itemIds) morning.passedOver.add(id)
}

/** A step that waited long enough for an address lapses, except the formal notice; the next one may go at once. */
function lapseUnreachable(morning: Morning): void {
  for (const { code, step: stepId, itemIds, since } of morning.dossier.openTasks) {
    const step = morning.scenario.steps.find(({ id }) => id === stepId)
    if (code !== 'fix-contact' || !step || step.stage === 'formal-notice') continue
    if (morning.today < addWorkingDays(morning.calendar, since, LAPSE_WORKING_DAYS)) continue
    const stopped = morning.free.filter(
      item => itemIds.includes(item.id) && isStopped(morning, item, step.id),
    )
    if (stopped.length === 0) continue
    const lapse = { step: step.id, itemIds: stopped.map(item => item.id) }
    morning.lapses.push(lapse)
    passBy(morning, step, lapse.itemIds, 'lapsed')
  }
}

/** A task stands on days when its step doesn't come up, as long as its items still wait for that step. */
function keepStoppedTasks(morning: Morning): void {
  const listed = new Set(morning.actions.flatMap(action => action.itemIds))
  for (const open of morning.dossier.openTasks) {
    if (open.code !== 'fix-contact' && open.code !== 'below-minimum') continue
    const told = morning.tasks.find(
      task => task.code === open.code && task.step === open.step && task.since === open.since,
    )
    const waiting = morning.free.filter(
      item =>
        open.itemIds.includes(item.id) &&
        !listed.has(item.id) &&
        isStopped(morning, item, open.step as string),
    )
    const ids = new Set([...(told?.itemIds ?? []), ...waiting.map(item => item.id)])
    const itemIds = morning.free.filter(item => ids.has(item.id)).map(item => item.id)
    if (told) told.itemIds = itemIds
    else if (itemIds.length > 0) morning.tasks.push({ ...open, itemIds })
  }
}

function isStopped({ dossier, progress }: Morning, item: OpenItem, stepId: string): boolean {
  const step = progress.nextStep(item)
  if (step?.id !== stepId) return false
  const debtor = { kind: dossier.debtor.kind, contacts: dossier.contacts }
  return (
    reach(step, debtor, askedCents(dossier, [item]), progress.failures(item, step).channels).channel === null
  )
}

function passBy(morning: Morning, step: Step, itemIds: readonly number[], how: 'lapsed' | 'skipped'): void {
  morning.dossier = withPassed(morning.dossier, [{ step: step.id, itemIds }], how, morning.today)
  morning.progress = progressOf(morning.dossier, morning.scenario, morning.calendar, morning.today)
}

/** A payment that came back is told first, courteously; the scenario goes on after it. */
function announceRejectedPayments(morning: Morning): void {
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

/** Proposals that didn't come up today stand without the items since paid, held or passed; without any left, they go. */
function reviseProposals(morning: Morning): void {
  for (const action of pendingActions(morning.dossier)) {
    if (action.status === 'uncertain' || morning.actions.some(decided => decided.actionId === action.id))
      continue
    const listed = morning.free.filter(
      item => action.itemIds.includes(item.id) && isStillAsked(morning, item, action.step),
    )
    if (listed.length === 0) {
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
        amountCents: askedCents(morning.dossier, listed),
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

function effectiveMode(step: Step, listedCents: Cents, { settings }: Case): Mode {
  const tooMuch = settings.maximumCents !== null && listedCents > settings.maximumCents
  return tooMuch ? 'approval' : step.mode
}

function needsPerson(mode: Mode): boolean {
  return mode === 'to-confirm' || mode === 'approval'
}

function whyStep(leader: OpenItem, step: Step, today: Day): Reason[] {
  if (step.id === PAYMENT_REJECTED) return [{ code: 'payment-rejected', params: { item: leader.name } }]
  const dueOn = leader.dueOn as Day
  const late: Reason =
    today > dueOn
      ? { code: 'overdue', params: { item: leader.name, days: today - dueOn } }
      : { code: 'due-soon', params: { item: leader.name, days: dueOn - today } }
  return [
    late,
    { code: 'step-due', params: { step: step.id, plannedOn: formatDay(addDays(dueOn, step.offsetDays)) } },
  ]
}

/** The first contact about an item since a promise on it was broken says so. */
function whyPromise({ dossier, calendar }: Morning, listed: readonly OpenItem[]): Reason[] {
  const unsaid = dossier.promises.filter(promise => {
    if (promise.status !== 'broken') return false
    const named = (action: Action) => action.itemIds.some(id => promise.itemIds.includes(id))
    return (
      listed.some(item => promise.itemIds.includes(item.id)) &&
      !dossier.actions.some(
        action => isContact(action) && action.askedOn >= brokenOn(promise, calendar) && named(action),
      )
    )
  })
  return unsaid.map(promise => ({
    code: 'promise-broken',
    params: { cents: Number(promise.amountCents), by: formatDay(promise.by) },
  }))
}

function whyAmount(dossier: Case, listed: readonly OpenItem[], credit: Cents): Reason[] {
  const reasons: Reason[] = []
  if (listed.length > 1) reasons.push({ code: 'account-grouped', params: { items: listed.length } })
  const disputed = listed.reduce((total, item) => add(total, disputedCents(dossier, item)), ZERO)
  if (disputed > 0n) reasons.push({ code: 'dispute-excluded', params: { cents: Number(disputed) } })
  if (credit > 0n) reasons.push({ code: 'credits-netted', params: { cents: Number(credit) } })
  return reasons
}
