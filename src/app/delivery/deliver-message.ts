import type { Failure, Receipt } from '../../channels/channel.ts'
import { addWorkingDays } from '../../domain/calendar.ts'
import { type Case, lookAgain } from '../../domain/case/case.ts'
import { withoutEmail } from '../../domain/case/contact-address.ts'
import { laterOf } from '../../domain/date.ts'
import { failed } from '../../domain/decide/adopt.ts'
import type { Tx } from '../../store/database.ts'
import { endMessage, markHanding, type QueuedMessage, requeueMessage } from '../../store/outbox/messages.ts'
import { closeCase, isUnchanged, type OpenedCase, openCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { afterHandover } from './after-handover.ts'
import { type BlockedMessage, type Delivery, inMinutes, line, prepareMessage } from './prepare-message.ts'

/** `later`: it goes again, by itself; `paced`: as soon as its domain takes more. */
export type Outcome = 'sent' | 'failed' | 'uncertain' | 'cancelled' | 'later' | 'paced'

/** A temporary failure is tried again for this long. */
const RETRY_WORKING_DAYS = 2
const RETRY_MINUTES = [5, 15, 60] as const

/** Writes one message as of now, hands it over, and notes what became of it. */
export async function deliverMessage(
  delivery: Delivery,
  queued: QueuedMessage,
): Promise<Outcome | BlockedMessage> {
  const { desk } = delivery
  const channel = desk.channels.get(queued.channel)
  if (!channel) throw new Error(`no channel ${queued.channel}`)
  const prepared = await desk.transaction(tx => prepareMessage(delivery, tx, queued))
  if ('outcome' in prepared) return prepared.outcome
  if ('missing' in prepared) return prepared
  const { message, spoken, textVersion } = prepared
  const recipient = message.to.address
  const result = await channel.send(message, {
    beforeHandover: leaving =>
      desk.transaction(async tx => {
        if (!(await isUnchanged(tx, queued.caseId, spoken.stored.journal.length))) return false
        return markHanding(tx, queued, {
          recipient,
          subject: message.subject,
          body: message.text,
          ...leaving,
        })
      }),
  })
  return conclude(desk, queued, result, { recipient, textVersion, spoken })
}

/** What is known of a message that was handed over: nothing, of one that a crash caught. `textVersion`: if a person wrote its text. */
export type Handover = { recipient: string | null; textVersion: number | null; spoken: OpenedCase | null }

/** Writes what became of the message, in the journal and in the case. */
export async function conclude(
  desk: Desk,
  queued: QueuedMessage,
  result: Receipt | Failure,
  { recipient, textVersion, spoken }: Handover,
): Promise<Outcome> {
  return desk.transaction(async tx => {
    const isUnknown = result.kind === 'permanent' && result.isBadAddress && recipient !== null
    const opened = await openedAgain(desk, tx, queued.caseId, isUnknown ? null : spoken)
    const { caseFile } = opened.stored
    const action = caseFile.actions.find(candidate => candidate.id === queued.actionId)
    const end = async (status: 'sent' | 'failed' | 'uncertain', detail: string, after: Case) => {
      await endMessage(tx, queued, status, desk.now(), detail)
      const told = line(queued, status, detail, textVersion)
      await closeCase(desk, tx, opened, lookAgain(after, desk.today), told)
      return status
    }
    const askedOn = action?.askedOn ?? desk.today
    const on = laterOf(desk.today, askedOn)
    const { outcome, after, detail } = afterHandover(caseFile, queued.actionId, result, on, opened.scenario)
    if (outcome !== 'later') return end(outcome, detail, isUnknown ? withoutEmail(after, recipient) : after)
    if (result.kind === 'withheld') {
      await requeueMessage(tx, queued, desk.now(), detail)
      return 'later'
    }
    const calendar = desk.country.law({ region: caseFile.settings.region })
    if (desk.today > addWorkingDays(calendar, askedOn, RETRY_WORKING_DAYS))
      return end('failed', detail, failed(caseFile, queued.actionId, on))
    const failures = queued.failures + 1
    const minutes = RETRY_MINUTES[Math.min(failures, RETRY_MINUTES.length) - 1] ?? 5
    await requeueMessage(tx, { ...queued, failures }, inMinutes(desk, minutes), detail)
    return 'later'
  })
}

/** The case under lock. As it was read when the message was written, if nothing happened in it since; addresses may have. */
async function openedAgain(
  desk: Desk,
  tx: Tx,
  caseId: string,
  spoken: OpenedCase | null,
): Promise<OpenedCase> {
  const isKnown = spoken !== null && (await isUnchanged(tx, caseId, spoken.stored.journal.length))
  return isKnown ? spoken : openCase(desk, tx, caseId)
}
