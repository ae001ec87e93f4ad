import type { Message } from '../../channels/channel.ts'
import type { Action } from '../../domain/action.ts'
import { type Case, lookAgain } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import type { Day } from '../../domain/date.ts'
import { stillOwed } from '../../domain/decide/still-owed.ts'
import { withStatus } from '../../domain/facts/record-step.ts'
import type { Agency } from '../../domain/organisation/agency.ts'
import type { SendingLimits } from '../../domain/organisation/sending-limits.ts'
import type { Tx } from '../../store/database.ts'
import { endMessage, type QueuedMessage, requeueMessage } from '../../store/outbox/messages.ts'
import { findCreditors } from '../../store/parties/creditors.ts'
import { listDocuments } from '../../store/parties/documents.ts'
import { currentTexts } from '../../store/parties/texts.ts'
import { KEPT } from '../../words/delivery-words.ts'
import { closeCase, type Line, type OpenedCase, openCase, readCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { completeMessage } from '../messages/complete-message.ts'
import { lackingMessage } from '../messages/lacking.ts'
import { type Letter, writeMessage } from '../messages/write-message.ts'
import type { Refused } from '../refused.ts'
import type { Pace } from './pace.ts'

/** What is the same for every message of one delivery. */
export type Delivery = { desk: Desk; date: Day; agency: Agency | null; limits: SendingLimits; pace: Pace }

/** A message with the case of which it speaks, as it was then; or why there is none to send now. */
export type Prepared =
  | { message: Message; spoken: OpenedCase; textVersion: number | null }
  | { outcome: 'cancelled' | 'paced' }
  | BlockedMessage

/** A message that could not be written, by the name of what it lacks, and why. */
export type BlockedMessage = {
  id: string
  case: string
  step: string
  missing: string
  refusal: Refused
}

/** The program sends e-mails: a debtor's address and SIREN stand in letters alone. */
const NOT_ON_MESSAGES = { address: null, siren: null, electronicMailConsentOn: null }
/** Somebody has to give what is missing. */
const BLOCKED_MINUTES = 60

/** Checks again who still owes what, and writes the message as of now, with its attachments and its thread. */
export async function prepareMessage(delivery: Delivery, tx: Tx, queued: QueuedMessage): Promise<Prepared> {
  const { desk, agency, limits } = delivery
  const opened = await openCase(desk, tx, queued.caseId)
  const { caseFile } = opened.stored
  const action = caseFile.actions.find(candidate => candidate.id === queued.actionId)
  if (action?.status !== 'planned') return cancel(desk, tx, opened, queued, KEPT.fr.noLongerPlanned)
  const items = stillOwed(
    caseFile,
    action,
    desk.country.law({ region: caseFile.settings.region }),
    desk.today,
  )
  if (items.length === 0) return cancel(desk, tx, opened, queued, KEPT.fr.nothingOwed)
  const creditor = (await findCreditors(tx)).find(({ creditorId }) => creditorId === opened.stored.creditorId)
  if (!creditor) throw new Error(`${caseFile.id}: no creditor`)
  const documents = await listDocuments(tx, queued.caseId)
  const texts = await currentTexts(tx, action.step)
  const letter = writeMessage(
    desk,
    { ...opened.stored, creditor, agency, particulars: NOT_ON_MESSAGES, documents, limits, texts },
    { ...action, itemIds: items.map(item => item.id) },
    items,
    desk.today,
  )
  if ('missing' in letter) {
    const { missing, detail } = letter
    await requeueMessage(tx, queued, inMinutes(desk, BLOCKED_MINUTES), `${missing} : ${detail}`)
    const id = `${opened.stored.number}-${action.id}`
    return { id, case: caseFile.id, step: action.step, missing, refusal: lackingMessage(id, letter) }
  }
  if (!(await takesPlace(delivery, tx, queued, letter))) return { outcome: 'paced' }
  const message = await completeMessage(tx, queued.caseId, items, letter)
  const { textVersion } = letter
  if (items.length === action.itemIds.length) return { message, spoken: opened, textVersion }
  await closeCase(desk, tx, opened, withItems(caseFile, action, items), {
    kind: 'delivery',
    entry: {
      action: action.id,
      step: action.step,
      items: items.map(item => item.name),
      because: KEPT.fr.lessOwed,
    },
  })
  return { message, spoken: await readCase(desk, tx, queued.caseId), textVersion }
}

/** False when too many have just gone to that domain: the message waits for its turn, and nobody waits for it. */
async function takesPlace(
  { desk, pace }: Delivery,
  tx: Tx,
  queued: QueuedMessage,
  { message: { to } }: Letter,
): Promise<boolean> {
  const now = Date.parse(desk.now())
  const domain = to.address.slice(to.address.lastIndexOf('@') + 1).toLowerCase()
  const at = pace.place(domain, now)
  if (at <= now) return true
  await requeueMessage(tx, queued, new Date(at).toISOString(), KEPT.fr.enoughForNow(domain))
  return false
}

async function cancel(
  desk: Desk,
  tx: Tx,
  opened: OpenedCase,
  message: QueuedMessage,
  why: string,
): Promise<Prepared> {
  await endMessage(tx, message, 'cancelled', desk.now(), why)
  const after = withStatus(opened.stored.caseFile, message.actionId, 'cancelled', desk.today)
  await closeCase(desk, tx, opened, lookAgain(after, desk.today), line(message, 'cancelled', why))
  return { outcome: 'cancelled' }
}

/** A line of the journal: what became of a message, with the version of its text if a person wrote it. */
export function line(
  queued: QueuedMessage,
  outcome: string,
  detail: string,
  textVersion: number | null = null,
): Line {
  return {
    kind: 'delivery',
    entry: {
      action: queued.actionId,
      channel: queued.channel,
      outcome,
      detail,
      ...(textVersion !== null && { textVersion }),
    },
  }
}

export function inMinutes(desk: Desk, minutes: number): string {
  return new Date(Date.parse(desk.now()) + minutes * 60_000).toISOString()
}

function withItems(caseFile: Case, action: Action, items: readonly OpenItem[]): Case {
  const itemIds = items.map(item => item.id)
  return {
    ...caseFile,
    actions: caseFile.actions.map(other => (other === action ? { ...other, itemIds } : other)),
  }
}
