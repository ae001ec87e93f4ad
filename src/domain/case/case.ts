import type { Action, PassedStep } from '../action.ts'
import { type Day, earlierOf } from '../date.ts'
import type { Contact, Debtor } from '../debtor.ts'
import { add, type Cents, subtract, ZERO } from '../money.ts'
import { type CreditorTerms, STANDARD_CREDITOR_TERMS } from '../organisation/creditor-terms.ts'
import type { Settings } from '../organisation/settings.ts'
import type { Task } from '../task.ts'
import type { Allocation } from './allocation.ts'
import type { BadDebtStep } from './bad-debt-step.ts'
import type { Call } from './call.ts'
import type { ClaimFact } from './claim-fact.ts'
import type { Dispute } from './dispute.ts'
import type { Held } from './held.ts'
import type { CreditNote, DueItem } from './invoice.ts'
import type { Milestone } from './milestone.ts'
import type { OpenItem } from './open-item.ts'
import type { Payment } from './payment.ts'
import type { Plan } from './plan.ts'
import type { PaymentPromise } from './promise.ts'
import type { Hold } from './recorded-hold.ts'

export type ClosingReason = 'paid' | 'settled'

/**
 * One creditor, one debtor, one currency: all their items, all that happened, one scenario. Facts only; everything
 * else is computed from them. Records are never changed in place, and their ids are unique within the case.
 */
export type Case = {
  /** `CREDITOR/DEBTOR` codes. */
  id: string
  creditor: string
  debtor: Debtor
  contacts: readonly Contact[]
  currency: string
  scenarioId: string
  settings: Settings
  /** Last day of the creditor's bank data; null while none was ever taken in. */
  bankDataOn: Day | null
  creditorTerms: CreditorTerms
  lastId: number

  items: readonly DueItem[]
  payments: readonly Payment[]
  creditNotes: readonly CreditNote[]
  allocations: readonly Allocation[]

  promises: readonly PaymentPromise[]
  disputes: readonly Dispute[]
  plans: readonly Plan[]
  holds: readonly Hold[]
  milestones: readonly Milestone[]
  /** What the creditor owes the debtor, who is also its supplier. */
  payableCents: Cents
  badDebts: readonly BadDebtStep[]

  actions: readonly Action[]
  passed: readonly PassedStep[]
  calls: readonly Call[]
  claimFacts: readonly ClaimFact[]

  /** What the last run told, so that the next one tells only what is new. */
  toldHolds: readonly Held[]
  openTasks: readonly Task[]

  closed: { reason: ClosingReason; on: Day } | null
  nextLookOn: Day | null
}

/** A case in which nothing happened yet. Its keys are spelt out, because a spread of so many costs twenty times as much. */
export function emptyCase(
  identity: Pick<Case, 'id' | 'creditor' | 'debtor' | 'contacts' | 'currency' | 'scenarioId' | 'settings'>,
  creditorTerms: CreditorTerms = STANDARD_CREDITOR_TERMS,
): Case {
  const { id, creditor, debtor, contacts, currency, scenarioId, settings } = identity
  return {
    id,
    creditor,
    debtor,
    contacts,
    currency,
    scenarioId,
    settings,
    bankDataOn: null,
    creditorTerms,
    lastId: 0,
    items: [],
    payments: [],
    creditNotes: [],
    allocations: [],
    promises: [],
    disputes: [],
    plans: [],
    holds: [],
    milestones: [],
    payableCents: ZERO,
    badDebts: [],
    actions: [],
    passed: [],
    calls: [],
    claimFacts: [],
    toldHolds: [],
    openTasks: [],
    closed: null,
    nextLookOn: null,
  }
}

/** The items that still have a balance, known or not to the runs so far. */
export function openItems(caseFile: Case): OpenItem[] {
  const allocated = new Map<number, Cents>()
  for (const { itemId, amountCents } of caseFile.allocations) {
    allocated.set(itemId, add(allocated.get(itemId) ?? ZERO, amountCents))
  }
  const open: OpenItem[] = []
  for (const item of caseFile.items) {
    const balanceCents = subtract(item.amountCents, allocated.get(item.id) ?? ZERO)
    if (balanceCents > 0n) open.push(withBalance(item, balanceCents))
  }
  return open
}

/** Its keys are spelt out, as in `emptyCase`: this runs for every item of every case each morning. */
function withBalance(item: DueItem, balanceCents: Cents): OpenItem {
  const {
    id,
    name,
    invoice,
    issuedOn,
    performedOn,
    dueOn,
    dueAssumed,
    amountCents,
    taxCents,
    payee,
    payeeIban,
    round,
  } = item
  return {
    id,
    name,
    invoice,
    issuedOn,
    performedOn,
    dueOn,
    dueAssumed,
    amountCents,
    taxCents,
    payee,
    payeeIban,
    round,
    balanceCents,
  }
}

/** Overdue means after the due date, never on it (docs/rules.md 1.4). */
export function isOverdue(item: DueItem, today: Day): boolean {
  return item.dueOn !== null && today > item.dueOn
}

/** Money from payments set against these items so far, rejections taken off. */
export function paidCents(caseFile: Case, itemIds: readonly number[]): Cents {
  let total = 0n
  for (const allocation of caseFile.allocations) {
    if (allocation.source === 'payment' && itemIds.includes(allocation.itemId))
      total += allocation.amountCents
  }
  return total as Cents
}

/** The case once something about it changed on a day: the next run looks at it, unless an earlier look is due anyway. */
export function lookAgain(caseFile: Case, on: Day): Case {
  const nextLookOn = caseFile.nextLookOn === null ? on : earlierOf(caseFile.nextLookOn, on)
  return { ...caseFile, nextLookOn }
}
