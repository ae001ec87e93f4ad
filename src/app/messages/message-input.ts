/** A case's facts as of a day → what a message may say. */

import type { Unrendered } from '../../documents/email/message.ts'
import type { MessageInput, MessageItem } from '../../documents/text/message-data.ts'
import { type Action, isContact } from '../../domain/action.ts'
import { type Case, isOverdue } from '../../domain/case/case.ts'
import { holdsInForce, isHeld } from '../../domain/case/hold.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { heldUntil } from '../../domain/case/promise.ts'
import { claimTotals, principalTotals } from '../../domain/claim/claim-totals.ts'
import { factorOf } from '../../domain/claim/payee.ts'
import { type Day, laterOf } from '../../domain/date.ts'
import { knownItems } from '../../domain/decide/decide.ts'
import { contactFor } from '../../domain/decide/reach.ts'
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
  const { caseFile, agency } = parties
  const day = laterOf(today, action.askedOn)
  const firstLetter = desk.country.scenarios.get(caseFile.scenarioId)?.firstLetter
  const letters =
    firstLetter === undefined ? {} : lettersOfAgency(parties, agency, action, items, firstLetter)
  if ('missing' in letters) return letters
  const contact = contactFor(action.channel, caseFile.contacts, caseFile.debtor.kind) ?? null
  return {
    ...said(parties, action, items, day),
    ...letters,
    ...(firstLetter === undefined && { others: notClaimed(desk, caseFile, action, items, day) }),
    totals: {
      ...principalTotals(caseFile, items),
      ...claimTotals(
        caseFile,
        items,
        { stage: action.stage, isForOthers: firstLetter !== undefined, on: day },
        desk.country.rates,
      ),
    },
    contact: addressee(contact),
  }
}

function said(
  { caseFile, creditor, particulars, documents, limits }: Parties,
  action: Action,
  items: readonly OpenItem[],
  today: Day,
): Omit<MessageInput, 'contact' | 'totals'> {
  const broken = brokenPromise(caseFile, action, today)
  const payee = factorOf(items)
  return {
    step: action.step,
    stage: action.stage,
    channel: action.channel,
    today,
    currency: caseFile.currency,
    ...partyInput({ caseFile, creditor, particulars }),
    items: withDueDate(items, today),
    ...(payee && { payee }),
    documents: chooseCopies(documents, items, limits),
    noticeDays: caseFile.settings.formalNoticeDays,
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

/** The rest of what is overdue and unheld, when a formal notice claims a part of the account. */
function notClaimed(
  desk: Desk,
  caseFile: Case,
  { stage }: Action,
  claimed: readonly OpenItem[],
  today: Day,
): MessageItem[] {
  if (stage !== 'formal-notice') return []
  const known = knownItems(caseFile, today)
  const holds = holdsInForce(caseFile, known, today, desk.country.law({ region: caseFile.settings.region }))
  const payeeIban = claimed[0]?.payeeIban ?? null
  return withDueDate(
    known.filter(
      item =>
        isOverdue(item, today) &&
        item.payeeIban === payeeIban &&
        !isHeld(caseFile, item, holds) &&
        !claimed.some(({ id }) => id === item.id),
    ),
    today,
  )
}

/** A promise about these items that was broken, unless a contact has already said so. */
function brokenPromise(caseFile: Case, action: Action, today: Day): MessageInput['brokenPromise'] | null {
  const broken = caseFile.promises.findLast(
    promise => promise.status === 'broken' && promise.itemIds.some(id => action.itemIds.includes(id)),
  )
  if (!broken) return null
  const said = caseFile.actions.some(
    other => isContact(other) && (other.endedOn ?? today) > heldUntil(broken) && other.id !== action.id,
  )
  return said ? null : { amountCents: broken.amountCents, by: broken.by }
}
