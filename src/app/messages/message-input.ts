/** A case's facts as of a day → what a message may say. */

import type { Unrendered } from '../../documents/email/message.ts'
import type { MessageInput, MessageItem } from '../../documents/text/message-data.ts'
import { claimsInterest } from '../../documents/text/text-scope.ts'
import { type Action, isContact } from '../../domain/action.ts'
import { type Case, isOverdue } from '../../domain/case/case.ts'
import { nettedCreditCents } from '../../domain/case/credit.ts'
import { disputedCents, holdsInForce, isHeld } from '../../domain/case/hold.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { heldUntil } from '../../domain/case/promise.ts'
import { claimOn } from '../../domain/claim/case-claim.ts'
import { claimable } from '../../domain/claim/claimable.ts'
import { type Day, laterOf } from '../../domain/date.ts'
import { knownItems } from '../../domain/decide/decide.ts'
import { contactFor } from '../../domain/decide/reach.ts'
import { add, type Cents, smallerOf, subtract, ZERO } from '../../domain/money.ts'
import type { Desk } from '../desk.ts'
import { lettersOfAgency } from './first-letters.ts'
import { addressee, partyInput, withDueDate } from './message-parties.ts'
import type { Parties } from './parties.ts'

/** Everything that an action's message may say, or what keeps it from being written. */
export function messageInput(
  desk: Desk,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): MessageInput | Unrendered {
  const { dossier, agency } = parties
  const day = laterOf(today, action.askedOn)
  const firstLetter = desk.country.scenarios.get(dossier.scenarioId)?.firstLetter
  const letters =
    firstLetter === undefined ? {} : lettersOfAgency(parties, agency, action, items, firstLetter)
  if ('missing' in letters) return letters
  const contact = contactFor(action.channel, dossier.contacts, dossier.debtor.kind) ?? null
  return {
    ...said(parties, action, items, day),
    ...letters,
    ...(firstLetter === undefined && { others: notClaimed(desk, dossier, action, items, day) }),
    totals: {
      ...principalTotals(dossier, items),
      ...claimTotals(desk, dossier, action, items, day, firstLetter !== undefined),
    },
    contact: addressee(contact),
  }
}

function said(
  { dossier, creditor, particulars, documents, limits }: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): Omit<MessageInput, 'contact' | 'totals'> {
  const broken = brokenPromise(dossier, action, today)
  const payee = factorOf(items)
  return {
    step: action.step,
    stage: action.stage,
    channel: action.channel,
    today,
    currency: dossier.currency,
    ...partyInput({ dossier, creditor, particulars }),
    items: withDueDate(items, today),
    ...(payee && { payee }),
    documents: chooseCopies(documents, items, limits),
    noticeDays: dossier.settings.formalNoticeDays,
    ...(broken && { brokenPromise: broken }),
  }
}

/** The copies that fit together, in the order of the invoices; an invoice without a PDF has none to send. */
function chooseCopies(
  documents: Parties['documents'],
  items: readonly OpenItem[],
  { attachedBytes }: Parties['limits'],
): NonNullable<MessageInput['documents']> {
  const attached: string[] = []
  const onRequest: string[] = []
  let left = attachedBytes
  for (const invoice of new Set(items.map(item => item.invoice))) {
    const size = documents.find(({ number }) => number === invoice)?.size
    if (size === undefined) continue
    if (size > left) onRequest.push(invoice)
    else {
      attached.push(invoice)
      left -= size
    }
  }
  return { attached, onRequest }
}

/** The factor to whom these items are to be paid; the planner keeps them out of other messages. */
export function factorOf(items: readonly OpenItem[]): { name: string; iban: string } | null {
  const assigned = items.find(item => item.payeeIban !== null)
  return assigned?.payeeIban ? { name: assigned.payee ?? 'factor', iban: assigned.payeeIban } : null
}

/** The rest of what is overdue and unheld, when a formal notice claims a part of the account. */
function notClaimed(
  desk: Desk,
  dossier: Case,
  { stage }: Action,
  claimed: readonly OpenItem[],
  today: Day,
): MessageItem[] {
  if (stage !== 'formal-notice') return []
  const known = knownItems(dossier, today)
  const holds = holdsInForce(dossier, known, today, desk.country.law({ region: dossier.settings.region }))
  const payeeIban = claimed[0]?.payeeIban ?? null
  return withDueDate(
    known.filter(
      item =>
        isOverdue(item, today) &&
        item.payeeIban === payeeIban &&
        !isHeld(dossier, item, holds) &&
        !claimed.some(({ id }) => id === item.id),
    ),
    today,
  )
}

/** What is asked: balances, less what is contested, less credits on the account up to that. */
export function principalTotals(dossier: Case, items: readonly OpenItem[]) {
  const listed = items.reduce((total, item) => add(total, item.balanceCents), ZERO)
  const disputedTotal = items.reduce((total, item) => add(total, disputedCents(dossier, item)), ZERO)
  const credit = nettedCreditCents(dossier)
  const undisputed = subtract(listed, disputedTotal)
  const creditUsed = smallerOf(credit, undisputed)
  return {
    askedCents: subtract(undisputed, creditUsed),
    creditCents: creditUsed,
    disputedCents: disputedTotal,
  }
}

/**
 * Interest and the 40 €, less what was waived, at the stages that claim them, and in whatever an agency writes (CPCE R124-4, 3°); never to a
 * consumer, nothing while a rate is unknown.
 */
function claimTotals(
  desk: Desk,
  dossier: Case,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
  isForOthers: boolean,
): { interestCents: Cents; indemnityCents: Cents; complementCents: Cents } | undefined {
  if (!(isForOthers || claimsInterest(action.stage)) || dossier.debtor.kind === 'consumer') return undefined
  const claim = claimOn(dossier, items, today, desk.country.rates)
  if ('unknownRate' in claim) return undefined
  const { interestCents, indemnityCents, flatIndemnityCents } = claimable(claim)
  return {
    interestCents,
    indemnityCents: flatIndemnityCents,
    complementCents: subtract(indemnityCents, flatIndemnityCents),
  }
}

/** A promise about these items that was broken, unless a contact has already said so. */
function brokenPromise(dossier: Case, action: Action, today: Day): MessageInput['brokenPromise'] | null {
  const broken = dossier.promises.findLast(
    promise => promise.status === 'broken' && promise.itemIds.some(id => action.itemIds.includes(id)),
  )
  if (!broken) return null
  const said = dossier.actions.some(
    other => isContact(other) && (other.endedOn ?? today) > heldUntil(broken) && other.id !== action.id,
  )
  return said ? null : { amountCents: broken.amountCents, by: broken.by }
}
