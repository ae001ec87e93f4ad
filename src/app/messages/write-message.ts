import type { Attachment, Message } from '../../channels/channel.ts'
import {
  isRendered,
  type RenderedMessage,
  renderMessage,
  type Unrendered,
} from '../../documents/email/message.ts'
import { textsOf } from '../../documents/text/edited-texts.ts'
import { type MessageInput, PAYMENT_CODE } from '../../documents/text/message-data.ts'
import { paymentReference } from '../../documents/text/tables.ts'
import { amountDue } from '../../documents/text/text-scope.ts'
import type { Action } from '../../domain/action.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { payeeOf } from '../../domain/claim/payee.ts'
import type { Day } from '../../domain/date.ts'
import { contactFor } from '../../domain/decide/reach.ts'
import { isForOthers } from '../../domain/law/country.ts'
import { paymentLink } from '../../domain/organisation/payment-link.ts'
import { qrPng } from '../../formats/out/qr-code.ts'
import type { Desk } from '../desk.ts'
import { messageInput } from './message-input.ts'
import type { Parties } from './parties.ts'
import { codeOf, type Transfer } from './transfer-code.ts'

/** A message ready for a channel, but for the invoices whose PDF is still to be attached. */
export type Letter = {
  message: Message
  attached: readonly string[]
  /** Of its text, when a person wrote it. */
  textVersion: number | null
}

/** What an action says, with the code that pays it where its words show one. */
export type ActionText = RenderedMessage & { readonly code: Attachment | null }

/** Writes an action's message as of a day: words, addressee, sender, and the key under which it goes only once. */
export function writeMessage(
  desk: Desk,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): Letter | Unrendered {
  const { caseFile } = parties
  const contact = contactFor(action.channel, caseFile.contacts, caseFile.debtor.kind)
  const address = contact?.email
  if (!contact || !address) return { missing: 'contact', detail: 'no valid e-mail address' }
  const said = renderAction(desk, parties, action, items, today)
  if (!isRendered(said)) return said
  return addressedTo(desk, parties, action, said, { address, name: contact.name ?? caseFile.debtor.name })
}

/** What an action says, with all that a channel needs to carry it to an address. */
export function addressedTo(
  desk: Desk,
  parties: Parties,
  action: Action,
  { language, subject, text, html, attached, textVersion, code }: ActionText,
  to: Message['to'],
): Letter {
  const { caseId, caseFile } = parties
  const message: Message = {
    idempotencyKey: `${desk.organisationId} ${caseId} ${action.id}`,
    caseId: caseFile.id,
    step: action.step,
    day: action.askedOn,
    writtenAt: desk.now(),
    ...senderOf(desk, parties),
    to,
    language,
    subject,
    text,
    html,
    attachments: code ? [code] : [],
    isAutomatic: action.mode === 'automatic',
  }
  return { message, attached, textVersion }
}

/**
 * What an action says, on whatever channel: an e-mail, a letter to post, a call script, a note to a colleague. In the
 * contact's language, unless another is asked for.
 */
export function renderAction(
  desk: Desk,
  parties: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
  language?: 'fr' | 'en',
): ActionText | Unrendered {
  const { creditor, caseFile, texts } = parties
  const input = messageInput(desk, parties, action, items, today)
  if ('missing' in input) return input
  const isEmail = input.channel === 'email'
  const link = isEmail && !input.payee && !input.agency ? creditor.paymentLink : null
  const values = {
    reference: paymentReference(input),
    amountCents: amountDue(input),
    debtor: caseFile.debtor.code,
  }
  const code = isEmail ? paymentCode(input) : null
  const said = renderMessage(
    {
      ...input,
      contact: { ...input.contact, ...(language && { language }) },
      ...(link && { paymentLink: paymentLink(link, values) }),
      hasPaymentCode: code !== null,
    },
    desk.country,
    textsOf(desk.country, caseFile.scenarioId, caseFile.debtor.kind, texts),
  )
  if (!isRendered(said)) return said
  return { ...said, code: said.html.includes(`cid:${PAYMENT_CODE}`) ? code : null }
}

/** The page of a message as a browser shows it, with the code that an e-mail brings beside. */
export function shownPage({ html, code }: ActionText): string {
  if (!code) return html
  const picture = Buffer.from(code.content).toString('base64')
  return html.replaceAll(`cid:${PAYMENT_CODE}`, `data:${code.contentType};base64,${picture}`)
}

/** Who the message comes from: the agency under its own name, else the creditor. */
function senderOf(desk: Desk, { creditor, agency, caseFile }: Parties): Pick<Message, 'from' | 'replyTo'> {
  if (isForOthers(desk.country, caseFile.scenarioId) && agency)
    return { from: { name: agency.name, address: agency.email || desk.mailFrom } }
  const { name, senderName, email, replyTo } = creditor
  return {
    from: { name: senderName ?? name, address: email || desk.mailFrom },
    ...(replyTo && { replyTo: { address: replyTo } }),
  }
}

/** The QR code that pays what the message asks; none where a SEPA transfer can't say it. */
function paymentCode(input: MessageInput): Attachment | null {
  const payload = codeOf(transferOf(input))
  return payload === null
    ? null
    : {
        filename: 'virement.png',
        contentType: 'image/png',
        content: qrPng(payload),
        cid: PAYMENT_CODE,
      }
}

/** The transfer that a message asks for. */
export function transferOf(input: MessageInput): Transfer {
  return {
    payee: payeeOf(input.payee, input.agency, input.creditor),
    amountCents: amountDue(input),
    reference: paymentReference(input),
    currency: input.currency,
  }
}
