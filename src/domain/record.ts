import type { Action } from './action.ts'
import { carriedOut, failed } from './adopt.ts'
import { type AllocationSource, allocate, oldestFirst } from './allocation.ts'
import { type Case, isOverdue, type OpenItem, openItems, paidCents } from './case.ts'
import { type Day, earlierOf, formatDay } from './date.ts'
import type { Contact } from './debtor.ts'
import { withPassed } from './ending.ts'
import type { Fact } from './fact.ts'
import type { Hold } from './hold.ts'
import { dueItemsOf, type Invoice } from './invoice.ts'
import { type Cents, formatAmount, ZERO } from './money.ts'
import { monthlyInstalments } from './plan.ts'
import { contactFor } from './reach.ts'
import type { ChannelName, Scenario } from './scenario.ts'

/** Said of a fact that this case can't take, in a sentence for the person who recorded it. */
export type Refusal = { refused: RefusalCode; message: string }
export type RefusalCode =
  | 'unknown-item'
  | 'unknown-step'
  | 'no-such-action'
  | 'invoice-exists'
  | 'nothing-open'
  | 'amount-too-high'
  | 'date-in-the-past'
  | 'story-only'

/** The case once a fact of that day is known. It comes up at the next run. */
export function record(dossier: Case, fact: Fact, on: Day, scenario: Scenario): Case | Refusal {
  const next = applyFact(dossier, fact, on, scenario)
  if ('refused' in next) return next
  const look = next.nextLookOn === null ? on : earlierOf(next.nextLookOn, on)
  return { ...next, nextLookOn: look }
}

function applyFact(dossier: Case, fact: Fact, on: Day, scenario: Scenario): Case | Refusal {
  switch (fact.kind) {
    case 'invoice':
      return addInvoice(dossier, fact.invoice)
    case 'credit':
      return addCreditNote(dossier, fact, on)
    case 'pay':
      return pay(dossier, fact.amountCents, fact.items, on)
    case 'unpay':
      return rejectPayment(dossier, fact.amountCents, fact.item, on)
    case 'promise':
      return promise(dossier, fact, on)
    case 'dispute':
      return dispute(dossier, fact, on)
    case 'settle':
      return settle(dossier, fact.item, on)
    case 'plan':
      return agreePlan(dossier, fact, on)
    case 'pause':
      return fact.until !== null && fact.until < on
        ? refuse(
            'date-in-the-past',
            `la pause finit le ${formatDay(fact.until)}, avant le jour où elle est notée (${formatDay(on)})`,
          )
        : addHold(dossier, { reason: 'pause', itemIds: null, from: on, until: fact.until })
    case 'resume':
      return resume(dossier, on)
    case 'direct-debit':
      return onItems(dossier, [fact.item], items =>
        addHold(dossier, { reason: 'direct-debit', itemIds: ids(items), from: on, until: fact.on }),
      )
    case 'insolvency':
      return addHold(dossier, { reason: 'insolvency', itemIds: null, from: fact.on, until: null })
    case 'bounce':
      return bounce(dossier, fact.channel, on)
    case 'reply':
      return addHold(dossier, { reason: 'reply-unread', itemIds: null, from: on, until: null })
    case 'read':
      return endHolds(dossier, 'reply-unread', on)
    case 'fail':
      return onAction(dossier, fact.step, ['open', 'planned', 'done'], action =>
        failed(dossier, action.id, on),
      )
    case 'done':
      return onAction(dossier, fact.step, ['open', 'planned'], action =>
        carriedOut(dossier, action.id, on, scenario),
      )
    case 'confirm':
    case 'approve':
      return onAction(dossier, fact.step, ['proposed'], action => withStatus(dossier, action, 'agreed', null))
    case 'refuse':
      return onAction(dossier, fact.step, ['proposed', 'agreed'], action =>
        withStatus(dossier, action, 'refused', on),
      )
    case 'skip':
      return skip(dossier, fact.step, fact.items, on, scenario)
    case 'presented':
      return presented(dossier, fact.on)
    case 'already':
      return already(dossier, fact, scenario)
    case 'due':
      return onItems(dossier, [fact.item], items => changeDueDate(dossier, items, fact.on, on))
    case 'write-off':
      return onItems(dossier, [fact.item], items => writeOff(dossier, items, on))
    case 'undone':
    case 'down':
      return refuse('story-only', `« ${fact.kind} » n'a de sens que dans une histoire`)
  }
}

function addInvoice(dossier: Case, invoice: Invoice): Case | Refusal {
  if (dossier.items.some(item => item.invoice === invoice.number)) {
    return refuse('invoice-exists', `la facture ${invoice.number} existe déjà dans ce dossier`)
  }
  const items = dueItemsOf(invoice).map((item, index) => ({ id: dossier.lastId + 1 + index, ...item }))
  return { ...dossier, lastId: dossier.lastId + items.length, items: [...dossier.items, ...items] }
}

function addCreditNote(dossier: Case, fact: Fact & { kind: 'credit' }, on: Day): Case | Refusal {
  const id = dossier.lastId + 1
  const note = { id, number: fact.number, issuedOn: on, amountCents: fact.amountCents, usedCents: ZERO }
  const noted = { ...dossier, lastId: id, creditNotes: [...dossier.creditNotes, note] }
  if (fact.forItem === null) return noted
  return onItems(noted, [fact.forItem], items =>
    settleItems(noted, fact.amountCents, items, 'credit-note', id, on),
  )
}

function pay(dossier: Case, amountCents: Cents, names: readonly string[], on: Day): Case | Refusal {
  const id = dossier.lastId + 1
  const payment = {
    id,
    receivedOn: on,
    amountCents,
    source: 'person' as const,
    rejections: [],
    usedCents: ZERO,
    reference: null,
  }
  const received = { ...dossier, lastId: id, payments: [...dossier.payments, payment] }
  if (names.length === 0) {
    return settleItems(received, amountCents, oldestFirst(openItems(received)), 'payment', id, on)
  }
  return onItems(received, names, items => settleItems(received, amountCents, items, 'payment', id, on))
}

/** Sets an amount against items, each up to its balance; the rest stays on the debtor's account. */
export function settleItems(
  dossier: Case,
  amountCents: Cents,
  items: readonly OpenItem[],
  source: AllocationSource,
  sourceId: number | null,
  on: Day,
): Case {
  const shares = allocate(amountCents, items).map((share, index) => ({
    id: dossier.lastId + 1 + index,
    source,
    sourceId,
    allocatedOn: on,
    ...share,
  }))
  return {
    ...dossier,
    lastId: dossier.lastId + shares.length,
    allocations: [...dossier.allocations, ...shares],
  }
}

/** The newest payments set against the item come back first. */
function rejectPayment(dossier: Case, amountCents: Cents, name: string, on: Day): Case | Refusal {
  const item = dossier.items.find(candidate => candidate.name === name)
  if (!item) return unknownItem(dossier, name)
  let leftCents: bigint = amountCents
  let next = dossier
  for (const payment of [...dossier.payments].reverse()) {
    const allocated = dossier.allocations
      .filter(a => a.source === 'payment' && a.sourceId === payment.id && a.itemId === item.id)
      .reduce((total, a) => total + a.amountCents, 0n)
    const back = (allocated < leftCents ? allocated : leftCents) as Cents
    if (back <= 0n) continue
    leftCents -= back
    const id = next.lastId + 1
    next = {
      ...next,
      lastId: id,
      payments: next.payments.map(p =>
        p.id === payment.id
          ? { ...p, rejections: [...p.rejections, { itemId: item.id, amountCents: back, rejectedOn: on }] }
          : p,
      ),
      allocations: [
        ...next.allocations,
        {
          id,
          itemId: item.id,
          source: 'payment',
          sourceId: payment.id,
          amountCents: -back as Cents,
          allocatedOn: on,
        },
      ],
    }
  }
  return leftCents > 0n
    ? refuse(
        'amount-too-high',
        `${name} n'a pas reçu ${formatAmount(amountCents)} : rien à rejeter pour ce montant`,
      )
    : withoutDirectDebit(next, item.id, on)
}

/** Once the bank has rejected it, nothing more is to be awaited of a direct debit. */
function withoutDirectDebit(dossier: Case, itemId: number, on: Day): Case {
  return {
    ...dossier,
    holds: dossier.holds.map(hold =>
      hold.reason === 'direct-debit' && hold.endedOn === null && hold.itemIds?.includes(itemId)
        ? { ...hold, endedOn: on }
        : hold,
    ),
  }
}

function promise(dossier: Case, fact: Fact & { kind: 'promise' }, on: Day): Case | Refusal {
  return onItemsOrOverdue(dossier, fact.items, on, items => {
    const id = dossier.lastId + 1
    const itemIds = ids(items)
    const made = {
      id,
      madeOn: on,
      by: fact.by,
      amountCents: fact.amountCents,
      itemIds,
      baselineCents: paidCents(dossier, itemIds),
      status: 'pending' as const,
    }
    const replaced = dossier.promises.map(earlier =>
      earlier.status === 'pending' && earlier.itemIds.some(itemId => itemIds.includes(itemId))
        ? { ...earlier, status: 'cancelled' as const }
        : earlier,
    )
    return { ...dossier, lastId: id, promises: [...replaced, made] }
  })
}

function dispute(dossier: Case, fact: Fact & { kind: 'dispute' }, on: Day): Case | Refusal {
  return onItems(dossier, [fact.item], ([item]) => {
    const id = dossier.lastId + 1
    const opened = {
      id,
      itemId: (item as OpenItem).id,
      amountCents: fact.amountCents,
      reason: fact.reason,
      openedOn: on,
      settledOn: null,
    }
    return { ...dossier, lastId: id, disputes: [...dossier.disputes, opened] }
  })
}

function settle(dossier: Case, name: string, on: Day): Case | Refusal {
  const item = dossier.items.find(candidate => candidate.name === name)
  if (!item) return unknownItem(dossier, name)
  return {
    ...dossier,
    disputes: dossier.disputes.map(open =>
      open.itemId === item.id && open.settledOn === null ? { ...open, settledOn: on } : open,
    ),
  }
}

function agreePlan(dossier: Case, fact: Fact & { kind: 'plan' }, on: Day): Case | Refusal {
  return onItemsOrOverdue(dossier, fact.items, on, items => {
    const id = dossier.lastId + 1
    const itemIds = ids(items)
    const plan = {
      id,
      agreedOn: on,
      itemIds,
      instalments: monthlyInstalments(fact.count, fact.amountCents, fact.from),
      baselineCents: paidCents(dossier, itemIds),
      status: 'active' as const,
    }
    return { ...dossier, lastId: id, plans: [...dossier.plans, plan] }
  })
}

function addHold(dossier: Case, hold: Pick<Hold, 'reason' | 'itemIds' | 'from' | 'until'>): Case {
  const id = dossier.lastId + 1
  return { ...dossier, lastId: id, holds: [...dossier.holds, { id, ...hold, endedOn: null }] }
}

function endHolds(dossier: Case, reason: Hold['reason'], on: Day): Case {
  return {
    ...dossier,
    holds: dossier.holds.map(hold =>
      hold.reason === reason && hold.endedOn === null ? { ...hold, endedOn: on } : hold,
    ),
  }
}

/** Ends pauses, and lets what was refused be asked again. */
function resume(dossier: Case, on: Day): Case {
  const ended = endHolds(dossier, 'pause', on)
  return {
    ...ended,
    actions: ended.actions.map(action =>
      action.status === 'refused' ? { ...action, status: 'cancelled' as const } : action,
    ),
  }
}

/** The last message on that channel never arrived: its steps are un-passed and the address is no longer used. */
function bounce(dossier: Case, channel: ChannelName, on: Day): Case | Refusal {
  const last = dossier.actions.findLast(action => action.channel === channel && action.status === 'done')
  if (!last) return refuse('no-such-action', `aucun message n'est parti par ce canal (${channel})`)
  const addressed = contactFor(channel, dossier.contacts, dossier.debtor.kind)
  const spoilt = (contact: Contact): Contact =>
    channel === 'email' ? { ...contact, emailInvalid: true } : { ...contact, phoneInvalid: true }
  const next = failed(dossier, last.id, on)
  return channel === 'email' || channel === 'sms' || channel === 'call'
    ? { ...next, contacts: next.contacts.map(contact => (contact === addressed ? spoilt(contact) : contact)) }
    : next
}

function skip(
  dossier: Case,
  step: string,
  names: readonly string[],
  on: Day,
  scenario: Scenario,
): Case | Refusal {
  if (!scenario.steps.some(candidate => candidate.id === step)) return unknownStep(scenario, step)
  const skipItems = (items: readonly OpenItem[]): Case => {
    const skipped = withPassed(dossier, [{ step, itemIds: ids(items) }], 'skipped', on)
    return {
      ...skipped,
      actions: skipped.actions.map(action =>
        action.step === step ? withoutItems(action, ids(items), on) : action,
      ),
    }
  }
  return names.length === 0 ? skipItems(openItems(dossier)) : onItems(dossier, names, skipItems)
}

/** What a person has to do or to decide no longer concerns these items. */
function withoutItems(action: Action, itemIds: readonly number[], on: Day): Action {
  const pending =
    action.status === 'open' ||
    action.status === 'proposed' ||
    action.status === 'agreed' ||
    action.status === 'refused'
  if (!pending) return action
  const left = action.itemIds.filter(id => !itemIds.includes(id))
  if (left.length === action.itemIds.length) return action
  return left.length > 0 ? { ...action, itemIds: left } : { ...action, status: 'cancelled', endedOn: on }
}

function presented(dossier: Case, on: Day): Case | Refusal {
  const letter = dossier.actions.findLast(
    action => action.channel === 'registered-letter' && action.status === 'done',
  )
  if (!letter) return refuse('no-such-action', "aucune lettre recommandée n'est partie dans ce dossier")
  return {
    ...dossier,
    actions: dossier.actions.map(action => (action === letter ? { ...action, presentedOn: on } : action)),
  }
}

/** A step that another program carried out before the import; the steps before it count as passed. */
function already(dossier: Case, fact: Fact & { kind: 'already' }, scenario: Scenario): Case | Refusal {
  const index = scenario.steps.findIndex(step => step.id === fact.step)
  const step = scenario.steps[index]
  if (!step) return unknownStep(scenario, fact.step)
  return onItems(dossier, [fact.item], items => {
    const id = dossier.lastId + 1
    const action: Action = {
      id,
      step: step.id,
      stage: step.stage,
      channel: step.channel,
      mode: step.mode,
      askedOn: fact.on,
      itemIds: ids(items),
      amountCents: ZERO,
      status: 'done',
      endedOn: fact.on,
      presentedOn: null,
      because: [],
    }
    const known = new Set(dossier.passed.map(p => `${p.itemId} ${p.step} ${p.round}`))
    const passed = items.flatMap(item =>
      scenario.steps
        .slice(0, index + 1)
        .filter(earlier => !known.has(`${item.id} ${earlier.id} ${item.round}`))
        .map(earlier => ({
          itemId: item.id,
          step: earlier.id,
          round: item.round,
          how: earlier.id === step.id ? ('carried-out' as const) : ('skipped' as const),
          passedOn: fact.on,
          actionId: id,
        })),
    )
    return {
      ...dossier,
      lastId: id,
      actions: [...dossier.actions, action],
      passed: [...dossier.passed, ...passed],
    }
  })
}

/** A later due date starts the chase again in a new round; an earlier one changes nothing retroactively. */
function changeDueDate(dossier: Case, items: readonly OpenItem[], dueOn: Day, on: Day): Case {
  const itemIds = ids(items)
  const startsAgain = dueOn > on
  return {
    ...dossier,
    items: dossier.items.map(item =>
      itemIds.includes(item.id)
        ? { ...item, dueOn, dueAssumed: false, round: startsAgain ? item.round + 1 : item.round }
        : item,
    ),
    actions: startsAgain ? dossier.actions.map(action => withoutItems(action, itemIds, on)) : dossier.actions,
  }
}

function writeOff(dossier: Case, items: readonly OpenItem[], on: Day): Case {
  return items.reduce(
    (current, item) => settleItems(current, item.balanceCents, [item], 'write-off', null, on),
    dossier,
  )
}

function withStatus(dossier: Case, action: Action, status: Action['status'], endedOn: Day | null): Case {
  return {
    ...dossier,
    actions: dossier.actions.map(other => (other === action ? { ...other, status, endedOn } : other)),
  }
}

function onAction(
  dossier: Case,
  step: string,
  statuses: readonly Action['status'][],
  apply: (action: Action) => Case,
): Case | Refusal {
  const action = dossier.actions.findLast(
    candidate => candidate.step === step && statuses.includes(candidate.status),
  )
  return action
    ? apply(action)
    : refuse('no-such-action', `aucune action « ${step} » en attente dans ce dossier`)
}

/** Runs on the open items so named; an invoice's number names all its due items. */
function onItems(
  dossier: Case,
  names: readonly string[],
  apply: (items: readonly OpenItem[]) => Case | Refusal,
): Case | Refusal {
  const open = openItems(dossier)
  const found: OpenItem[] = []
  for (const name of names) {
    const named = open.filter(item => item.name === name || item.invoice === name)
    if (named.length === 0) {
      const settled = dossier.items.some(item => item.name === name || item.invoice === name)
      return settled ? refuse('nothing-open', `${name} est déjà soldée`) : unknownItem(dossier, name)
    }
    found.push(...named)
  }
  return apply(found)
}

function onItemsOrOverdue(
  dossier: Case,
  names: readonly string[],
  on: Day,
  apply: (items: readonly OpenItem[]) => Case,
): Case | Refusal {
  if (names.length > 0) return onItems(dossier, names, apply)
  const overdue = openItems(dossier).filter(item => isOverdue(item, on))
  return overdue.length > 0
    ? apply(overdue)
    : refuse('nothing-open', "rien n'est échu dans ce dossier : nommez les factures")
}

function ids(items: readonly { id: number }[]): number[] {
  return items.map(item => item.id)
}

function unknownItem(dossier: Case, name: string): Refusal {
  const names = dossier.items.map(item => item.name).slice(0, 10)
  return refuse('unknown-item', `${name} n'est pas dans ce dossier (${names.join(', ') || 'aucune facture'})`)
}

function unknownStep(scenario: Scenario, step: string): Refusal {
  const known = scenario.steps.map(candidate => candidate.id).join(', ')
  return refuse('unknown-step', `l'étape « ${step} » n'est pas dans le scénario ${scenario.id} (${known})`)
}

function refuse(refused: RefusalCode, message: string): Refusal {
  return { refused, message }
}
