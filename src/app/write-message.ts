import type { Attachment, Message } from '../channels/channel.ts'
import {
  isRendered,
  type RenderedMessage,
  renderMessage,
  textsOf,
  type Unrendered,
} from '../documents/message.ts'
import { type MessageInput, PAYMENT_CODE } from '../documents/message-data.ts'
import { payeeOf, paymentReference } from '../documents/tables.ts'
import { amountDue } from '../documents/text-scope.ts'
import type { Action } from '../domain/action.ts'
import type { Agency } from '../domain/agency.ts'
import type { OpenItem } from '../domain/case.ts'
import type { Day } from '../domain/date.ts'
import { paymentLink } from '../domain/payment-link.ts'
import { contactFor } from '../domain/reach.ts'
import type { SendingLimits } from '../domain/sending-limits.ts'
import { qrPng } from '../formats/qr-code.ts'
import type { StoredCase } from '../store/cases.ts'
import type { Creditor } from '../store/creditors.ts'
import type { KeptDocument } from '../store/documents.ts'
import type { DebtorParticulars } from '../store/parties.ts'
import type { App } from './app.ts'
import { transferPayload } from './draw-payment-code.ts'
import { messageInput } from './message-input.ts'

/** A message ready for a channel, but for the invoices whose PDF is still to be attached. */
export type Letter = { message: Message; attached: readonly string[] }

/** A case with all that its messages say of both parties, and of the agency that writes, if one does. */
export type Parties = StoredCase & {
  creditor: Creditor
  particulars: DebtorParticulars
  agency: Agency | null
  /** The PDFs kept of its invoices. */
  documents: readonly KeptDocument[]
  limits: SendingLimits
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
  const input = messageInput(app, parties, action, items, today)
  if ('missing' in input) return input
  const code = paymentCode(input)
  const rendered = render(parties, { ...input, hasPaymentCode: code !== null })
  if (!isRendered(rendered)) return rendered
  const message: Message = {
    idempotencyKey: `${app.organisationId} ${caseId} ${action.id}`,
    caseId: dossier.id,
    step: action.step,
    day: action.askedOn,
    writtenAt: app.clock.now(),
    ...senderOf(app, parties),
    to: { address, name: contact.name ?? dossier.debtor.name },
    language: rendered.language,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    attachments: code && rendered.html.includes(`cid:${PAYMENT_CODE}`) ? [code] : [],
    isAutomatic: action.mode === 'automatic',
  }
  return { message, attached: rendered.attached }
}

/** What an action says, on whatever channel: an e-mail, a letter to post, a call script, a note to a colleague. */
export function renderAction(
  app: App,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): RenderedMessage | Unrendered {
  const input = messageInput(app, parties, action, items, today)
  return 'missing' in input ? input : render(parties, input)
}

function render({ creditor, dossier }: Parties, input: MessageInput): RenderedMessage | Unrendered {
  const isPaidOnline = input.channel === 'email' && !input.payee && !input.agency && creditor.paymentLink
  const reference = paymentReference(input)
  const values = { reference, amountCents: amountDue(input), debtor: dossier.debtor.code }
  return renderMessage(
    isPaidOnline ? { ...input, paymentLink: paymentLink(isPaidOnline, values) } : input,
    textsOf(dossier.scenarioId),
  )
}

/** Who the message comes from: the agency under its own name, else the creditor. */
function senderOf(app: App, { creditor, agency, dossier }: Parties): Pick<Message, 'from' | 'replyTo'> {
  const isForOthers = app.country.scenarios.get(dossier.scenarioId)?.firstLetter !== undefined
  if (isForOthers && agency) return { from: { name: agency.name, address: agency.email || app.mailFrom } }
  const { name, senderName, email, replyTo } = creditor
  return {
    from: { name: senderName ?? name, address: email || app.mailFrom },
    ...(replyTo && { replyTo: { address: replyTo } }),
  }
}

/** The QR code that pays what the message asks; none where a SEPA transfer can't say it. */
function paymentCode(input: MessageInput): Attachment | null {
  const { name, iban } = payeeOf(input)
  if (!iban || input.currency !== 'EUR') return null
  const drawn = transferPayload(name, iban, amountDue(input), paymentReference(input))
  if ('problem' in drawn) return null
  return {
    filename: 'virement.png',
    contentType: 'image/png',
    content: qrPng(drawn.payload),
    cid: PAYMENT_CODE,
  }
}
