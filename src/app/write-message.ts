import type { Message } from '../channels/channel.ts'
import { isRendered, renderMessage, textsOf, type Unrendered } from '../documents/message.ts'
import type { MessageInput } from '../documents/message-data.ts'
import type { Action } from '../domain/action.ts'
import type { Case, OpenItem } from '../domain/case.ts'
import { claimOn } from '../domain/case-claim.ts'
import { claimable } from '../domain/claimable.ts'
import { nettedCreditCents } from '../domain/credit.ts'
import { type Day, laterOf } from '../domain/date.ts'
import { disputedCents } from '../domain/hold.ts'
import { add, type Cents, smallerOf, subtract, ZERO } from '../domain/money.ts'
import { heldUntil } from '../domain/promise.ts'
import { contactFor } from '../domain/reach.ts'
import type { StoredCase } from '../store/cases.ts'
import type { Creditor } from '../store/parties.ts'
import type { App } from './app.ts'

/** A message ready for a channel. */
export type Letter = Message

/** Writes an action's message as of a day: words, addressee, sender, and the key under which it goes only once. */
export function writeMessage(
  app: App,
  { caseId, dossier, creditor }: StoredCase & { creditor: Creditor },
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): Letter | Unrendered {
  const contact = contactFor(action.channel, dossier.contacts, dossier.debtor.kind)
  const address = contact?.email
  if (!contact || !address) return { missing: 'contact', detail: "pas d'adresse e-mail valable" }
  const day = laterOf(today, action.askedOn)
  const input = {
    ...messageInput(dossier, creditor, action, items, day),
    totals: { ...principalTotals(dossier, items), ...claimTotals(app, dossier, action, items, day) },
    contact: { language: contact.language, ...(contact.name && { name: contact.name }) },
  }
  const rendered = renderMessage(input, textsOf(dossier.scenarioId))
  if (!isRendered(rendered)) return rendered
  const from = { name: creditor.name, address: app.mailFrom }
  return {
    idempotencyKey: `${app.organisationId} ${caseId} ${action.id}`,
    caseId: dossier.id,
    step: action.step,
    day: action.askedOn,
    writtenAt: app.clock.now(),
    from: creditor.email ? { name: creditor.name, address: creditor.email } : from,
    to: { address, name: contact.name ?? dossier.debtor.name },
    language: rendered.language,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
  }
}

function messageInput(
  dossier: Case,
  creditor: Creditor,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): Omit<MessageInput, 'contact' | 'totals'> {
  const broken = brokenPromise(dossier, action, today)
  return {
    step: action.step,
    channel: action.channel,
    today,
    currency: dossier.currency,
    creditor: {
      name: creditor.name,
      ...(creditor.email && { email: creditor.email }),
      ...(creditor.phone && { phone: creditor.phone }),
      ...(creditor.iban && { iban: creditor.iban }),
    },
    debtor: { name: dossier.debtor.name, kind: dossier.debtor.kind },
    items: items.flatMap(item =>
      item.dueOn === null ? [] : [{ ...item, dueOn: item.dueOn, delayDays: today - item.dueOn }],
    ),
    noticeDays: dossier.settings.formalNoticeDays,
    ...(broken && { brokenPromise: broken }),
  }
}

/** What is asked: balances, less what is contested, less credits on the account up to that. */
function principalTotals(dossier: Case, items: readonly OpenItem[]) {
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

/** Interest and the 40 €, less what was waived, at the stages that claim them; never to a consumer, nothing while a rate is unknown. */
function claimTotals(
  app: App,
  dossier: Case,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): { interestCents: Cents; indemnityCents: Cents } | undefined {
  const claims = action.stage === 'level-3' || action.stage === 'formal-notice'
  if (!claims || dossier.debtor.kind === 'consumer') return undefined
  const claim = claimOn(dossier, items, today, app.country.rates)
  if ('unknownRate' in claim) return undefined
  const { interestCents, flatIndemnityCents } = claimable(claim)
  return { interestCents, indemnityCents: flatIndemnityCents }
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
