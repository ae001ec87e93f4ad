import type { Failure, Receipt } from '../../channels/channel.ts'
import type { TextProvider } from '../../channels/text-provider.ts'
import { isRendered } from '../../documents/email/message.ts'
import { lookAgain } from '../../domain/case/case.ts'
import { isContactTime } from '../../domain/contact-hours.ts'
import { contactFor } from '../../domain/decide/reach.ts'
import { stillOwed } from '../../domain/decide/still-owed.ts'
import { inGsm, smsLength } from '../../domain/organisation/sms-text.ts'
import { readMobile } from '../../formats/mobile-number.ts'
import type { Tx } from '../../store/database.ts'
import { endMessage, handDirectly, type QueuedMessage } from '../../store/outbox/messages.ts'
import { textsToSend } from '../../store/screens/letters.ts'
import { closeCase, isUnchanged, openCase } from '../change-cases.ts'
import { type Desk, organisationOf } from '../desk.ts'
import { lackingMessage } from '../messages/lacking.ts'
import { loadParties } from '../messages/load-parties.ts'
import { renderAction } from '../messages/write-message.ts'
import { readAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'
import { takeTurn } from '../take-turn.ts'
import { afterHandover, type HandoverOutcome } from './after-handover.ts'

/** Longer ones cost as much as a letter, and nobody reads them. */
const PARTS_AT_MOST = 4

export type SentTexts = {
  provider: string
  sent: number
  failed: number
  uncertain: number
  later: number
  leftOut: { id: string; case: string; debtor: string; refusal: Refused }[]
}
type LeftOut = SentTexts['leftOut'][number]
type Ready = { key: QueuedMessage; to: string; text: string; journalLength: number }

export type SendTexts = { minutes: number }

/**
 * Sends the text messages on the work list, in the hours in which a telephone may ring: `minutes` since midnight, in
 * France. Two phases, as for any message; one whose fate is hidden is uncertain, for a person.
 */
export async function sendTexts(desk: Desk, { minutes }: SendTexts): Promise<SentTexts | Refused> {
  const provider = desk.post.texts
  if (!provider) return refuse('no-text-provider')
  const { organisation, settings } = await desk.transaction(organisationOf)
  const law = desk.country.law({ region: settings.region })
  const hours = law.contactHours('sms')
  if (hours && !isContactTime(law, hours, { day: desk.today, minute: minutes }))
    return refuse('quiet-hours', { hours })
  if (!organisation.sending) return refuse('sending-off')
  const turn = await takeTurn(desk, 'deliver')
  if ('refused' in turn) return turn
  const report: SentTexts = { provider: provider.id, sent: 0, failed: 0, uncertain: 0, later: 0, leftOut: [] }
  try {
    const waiting = await desk.transaction(textsToSend)
    for (const { id } of waiting) {
      const ready = await desk.transaction(tx => prepare(desk, tx, id))
      if (ready === null) continue
      if ('refusal' in ready) report.leftOut.push(ready)
      else report[await sendOne(desk, provider, id, ready)]++
    }
    return report
  } finally {
    await turn()
  }
}

/** Checks again who still owes what, and writes the text in as few parts as it takes. */
async function prepare(desk: Desk, tx: Tx, id: string): Promise<Ready | LeftOut | null> {
  const found = await readAction(desk, tx, id)
  if ('refused' in found) return null
  const { opened, action } = found
  const { caseFile, caseId, journal } = opened.stored
  const { debtor, contacts } = caseFile
  const leftOut = (refusal: Refused): LeftOut => ({
    id,
    case: caseFile.id,
    debtor: debtor.name,
    refusal,
  })
  const items = stillOwed(
    caseFile,
    action,
    desk.country.law({ region: caseFile.settings.region }),
    desk.today,
  )
  if (items.length < action.itemIds.length) return leftOut(refuse('partly-held', { kind: 'text' }))
  const phone = contactFor('sms', contacts, debtor.kind)?.phone ?? ''
  const to = readMobile(phone)
  if (to === null) return leftOut(refuse('not-a-mobile', { phone }))
  const rendered = renderAction(
    desk,
    await loadParties(tx, opened.stored, action.step),
    action,
    items,
    desk.today,
  )
  if (!isRendered(rendered)) return leftOut(lackingMessage(id, rendered))
  const text = inGsm(rendered.text.trim())
  const { parts } = smsLength(text)
  if (parts > PARTS_AT_MOST) return leftOut(refuse('text-too-long', { parts }))
  const key: QueuedMessage = { caseId, actionId: action.id, channel: 'sms', attempts: 1, failures: 0 }
  return { key, to, text, journalLength: journal.length }
}

async function sendOne(
  desk: Desk,
  provider: TextProvider,
  id: string,
  { key, to, text, journalLength }: Ready,
): Promise<HandoverOutcome> {
  const beforeHandover = () =>
    desk.transaction(async tx => {
      if (!(await isUnchanged(tx, key.caseId, journalLength))) return false
      return handDirectly(tx, key, { recipient: to, body: text }, desk.now())
    })
  const result = await provider.send({ to, text, reference: id }, { beforeHandover })
  return desk.transaction(tx => conclude(desk, tx, key, result))
}

async function conclude(
  desk: Desk,
  tx: Tx,
  key: QueuedMessage,
  result: Receipt | Failure,
): Promise<HandoverOutcome> {
  const opened = await openCase(desk, tx, key.caseId)
  const { caseFile } = opened.stored
  const { outcome, after, detail } = afterHandover(
    caseFile,
    key.actionId,
    result,
    desk.today,
    opened.scenario,
  )
  await endMessage(tx, key, outcome === 'later' ? 'cancelled' : outcome, desk.now(), detail)
  await closeCase(desk, tx, opened, after === caseFile ? caseFile : lookAgain(after, desk.today), {
    actor: 'deliver',
    kind: 'delivery',
    entry: { action: key.actionId, channel: key.channel, outcome, detail },
  })
  return outcome
}
