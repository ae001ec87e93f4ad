import type { Message } from '../channels/channel.ts'
import {
  isRendered,
  type RenderedMessage,
  renderMessage,
  textsOf,
  type Unrendered,
} from '../documents/message.ts'
import type { MessageInput, MessageItem } from '../documents/message-data.ts'
import type { Action } from '../domain/action.ts'
import type { Agency } from '../domain/agency.ts'
import { type Case, isOverdue, type OpenItem } from '../domain/case.ts'
import { claimOn } from '../domain/case-claim.ts'
import { claimable } from '../domain/claimable.ts'
import { nettedCreditCents } from '../domain/credit.ts'
import { type Day, laterOf } from '../domain/date.ts'
import { knownItems } from '../domain/decide.ts'
import { disputedCents, holdsInForce, isHeld } from '../domain/hold.ts'
import { add, type Cents, smallerOf, subtract, ZERO } from '../domain/money.ts'
import { heldUntil } from '../domain/promise.ts'
import { contactFor } from '../domain/reach.ts'
import type { StoredCase } from '../store/cases.ts'
import type { Creditor } from '../store/creditors.ts'
import type { DebtorParticulars } from '../store/parties.ts'
import type { App } from './app.ts'
import { lettersOfAgency } from './first-letters.ts'
import { addressee, partyInput, withDueDate } from './message-parties.ts'

/** A message ready for a channel. */
export type Letter = Message

/** A case with all that its messages say of both parties, and of the agency that writes, if one does. */
export type Parties = StoredCase & {
  creditor: Creditor
  particulars: DebtorParticulars
  agency: Agency | null
}

/** Writes an action's message as of a day: words, addressee, sender, and the key under which it goes only once. */
export function writeMessage(
  app: App,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): Letter | Unrendered {
  const { caseId, dossier } = parties
  const contact = contactFor(action.channel, dossier.contacts, dossier.debtor.kind)
  const address = contact?.email
  if (!contact || !address) return { missing: 'contact', detail: "pas d'adresse e-mail valable" }
  const rendered = renderAction(app, parties, action, items, today)
  if (!isRendered(rendered)) return rendered
  return {
    idempotencyKey: `${app.organisationId} ${caseId} ${action.id}`,
    caseId: dossier.id,
    step: action.step,
    day: action.askedOn,
    writtenAt: app.clock.now(),
    from: senderOf(app, parties),
    to: { address, name: contact.name ?? dossier.debtor.name },
    language: rendered.language,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
  }
}

/** What an action says, on whatever channel: an e-mail, a letter to post, a call script, a note to a colleague. */
export function renderAction(
  app: App,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): RenderedMessage | Unrendered {
  const input = actionInput(app, parties, action, items, today)
  return 'missing' in input ? input : renderMessage(input, textsOf(parties.dossier.scenarioId))
}

/** The data of an action's message as of a day. */
export function actionInput(
  app: App,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): MessageInput | Unrendered {
  const { dossier, agency } = parties
  const day = laterOf(today, action.askedOn)
  const firstLetter = app.country.scenarios.get(dossier.scenarioId)?.firstLetter
  const letters =
    firstLetter === undefined ? {} : lettersOfAgency(parties, agency, action, items, firstLetter)
  if ('missing' in letters) return letters
  const contact = contactFor(action.channel, dossier.contacts, dossier.debtor.kind) ?? null
  return {
    ...messageInput(parties, action, items, day),
    ...letters,
    ...(firstLetter === undefined && { others: notClaimed(app, dossier, action, items, day) }),
    totals: {
      ...principalTotals(dossier, items),
      ...claimTotals(app, dossier, action, items, day, firstLetter !== undefined),
    },
    contact: addressee(contact),
  }
}

/** Who the message comes from: the agency under its own name, else the creditor. */
function senderOf(app: App, { creditor, agency, dossier }: Parties): Message['from'] {
  const isForOthers = app.country.scenarios.get(dossier.scenarioId)?.firstLetter !== undefined
  const { name, email } = isForOthers && agency ? agency : creditor
  return { name, address: email || app.mailFrom }
}

function messageInput(
  { dossier, creditor, particulars }: Parties,
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
    noticeDays: dossier.settings.formalNoticeDays,
    ...(broken && { brokenPromise: broken }),
  }
}

/** The factor to whom these items are to be paid; the planner keeps them out of other messages. */
export function factorOf(items: readonly OpenItem[]): { name: string; iban: string } | null {
  const assigned = items.find(item => item.payeeIban !== null)
  return assigned?.payeeIban ? { name: assigned.payee ?? 'factor', iban: assigned.payeeIban } : null
}

/** The rest of what is overdue and unheld, when a formal notice claims a part of the account. */
function notClaimed(
  app: App,
  dossier: Case,
  { stage }: Action,
  claimed: readonly OpenItem[],
  today: Day,
): MessageItem[] {
  if (stage !== 'formal-notice') return []
  const known = knownItems(dossier, today)
  const holds = holdsInForce(dossier, known, today, app.country.law({ region: dossier.settings.region }))
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
  app: App,
  dossier: Case,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
  isForOthers: boolean,
): { interestCents: Cents; indemnityCents: Cents; complementCents: Cents } | undefined {
  const claims = isForOthers || action.stage === 'level-3' || action.stage === 'formal-notice'
  if (!claims || dossier.debtor.kind === 'consumer') return undefined
  const claim = claimOn(dossier, items, today, app.country.rates)
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
    other =>
      other.status === 'done' && (other.endedOn ?? today) > heldUntil(broken) && other.id !== action.id,
  )
  return said ? null : { amountCents: broken.amountCents, by: broken.by }
}
