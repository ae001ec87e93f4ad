import type { Failure, Receipt } from '../../channels/channel.ts'
import type { TextProvider } from '../../channels/text-provider.ts'
import { isRendered } from '../../documents/email/message.ts'
import { lookAgain } from '../../domain/case/case.ts'
import { isContactTime } from '../../domain/contact-hours.ts'
import type { Day } from '../../domain/date.ts'
import { contactFor } from '../../domain/decide/reach.ts'
import { stillOwed } from '../../domain/decide/still-owed.ts'
import { inGsm, smsLength } from '../../domain/organisation/sms-text.ts'
import { readMobile } from '../../formats/mobile-number.ts'
import type { Tx } from '../../store/database.ts'
import { endMessage, handDirectly, type QueuedMessage } from '../../store/outbox/messages.ts'
import { textsToSend } from '../../store/screens/letters.ts'
import { type App, organisationOf, type Refused } from '../app.ts'
import { closeCase, openCase } from '../change-case.ts'
import { openAction } from '../day/open-action.ts'
import { loadParties } from '../messages/load-parties.ts'
import { renderAction } from '../messages/write-message.ts'
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
  leftOut: { id: string; case: string; debtor: string; detail: string }[]
}
type LeftOut = SentTexts['leftOut'][number]
type Ready = { key: QueuedMessage; to: string; text: string; journalLength: number }

/**
 * Sends the text messages on the work list, in the hours in which a telephone may ring: `minutes` since midnight, in
 * France. Two phases, as for any message; one whose fate is hidden is uncertain, for a person.
 */
export async function sendTexts(
  app: App,
  { date, minutes }: { date: Day; minutes: number },
): Promise<SentTexts | Refused> {
  const provider = app.post.texts
  if (!provider)
    return {
      refused: 'no-text-provider',
      message: 'aucun prestataire de SMS : donnez ses clés (docs/posting.md)',
    }
  const { organisation, settings } = await app.database.transaction(app.organisationId, organisationOf)
  const law = app.country.law({ region: settings.region })
  const hours = law.contactHours('sms')
  if (hours && !isContactTime(law, hours, { day: date, minute: minutes }))
    return {
      refused: 'quiet-hours',
      message: 'pas de SMS à cette heure : un jour ouvré, de 10 h à 13 h ou de 14 h à 20 h',
    }
  if (!organisation.sending)
    return { refused: 'sending-off', message: 'envois retenus : « quittance sending on » les autorise' }
  const turn = await takeTurn(app, 'deliver')
  if ('refused' in turn) return turn
  const report: SentTexts = { provider: provider.id, sent: 0, failed: 0, uncertain: 0, later: 0, leftOut: [] }
  try {
    const waiting = await app.database.transaction(app.organisationId, textsToSend)
    for (const { id } of waiting) {
      const ready = await app.database.transaction(app.organisationId, tx => prepare(app, tx, id, date))
      if (ready === null) continue
      if ('detail' in ready) report.leftOut.push(ready)
      else report[await sendOne(app, provider, id, ready, date)]++
    }
    return report
  } finally {
    await turn()
  }
}

/** Checks again who still owes what, and writes the text in as few parts as it takes. */
async function prepare(app: App, tx: Tx, id: string, date: Day): Promise<Ready | LeftOut | null> {
  const found = await openAction(app, tx, id)
  if ('refused' in found) return null
  const { opened, action } = found
  const { dossier, caseId, journal } = opened.stored
  const { debtor, contacts } = dossier
  const leftOut = (detail: string): LeftOut => ({ id, case: dossier.id, debtor: debtor.name, detail })
  const items = stillOwed(dossier, action, app.country.law({ region: dossier.settings.region }), date)
  if (items.length < action.itemIds.length)
    return leftOut('réglée ou suspendue depuis : « quittance run » refait le message')
  const phone = contactFor('sms', contacts, debtor.kind)?.phone ?? ''
  const to = readMobile(phone)
  if (to === null) return leftOut(`« ${phone} » n'est pas un numéro de mobile français`)
  const rendered = renderAction(app, await loadParties(tx, opened.stored, action.step), action, items, date)
  if (!isRendered(rendered)) return leftOut(rendered.detail)
  const text = inGsm(rendered.text.trim())
  const { parts } = smsLength(text)
  if (parts > PARTS_AT_MOST) return leftOut(`${parts} SMS en un : raccourcissez le texte de l'étape`)
  const key: QueuedMessage = { caseId, actionId: action.id, channel: 'sms', attempts: 1, failures: 0 }
  return { key, to, text, journalLength: journal.length }
}

async function sendOne(
  app: App,
  provider: TextProvider,
  id: string,
  { key, to, text, journalLength }: Ready,
  date: Day,
): Promise<HandoverOutcome> {
  const beforeHandover = () =>
    app.database.transaction(app.organisationId, async tx => {
      const { stored } = await openCase(app, tx, key.caseId)
      if (stored.journal.length !== journalLength) return false
      return handDirectly(tx, key, { recipient: to, body: text }, app.clock.now())
    })
  const result = await provider.send({ to, text, reference: id }, { beforeHandover })
  return app.database.transaction(app.organisationId, tx => conclude(app, tx, key, date, result))
}

async function conclude(
  app: App,
  tx: Tx,
  key: QueuedMessage,
  date: Day,
  result: Receipt | Failure,
): Promise<HandoverOutcome> {
  const opened = await openCase(app, tx, key.caseId)
  const { dossier } = opened.stored
  const { outcome, after, detail } = afterHandover(dossier, key.actionId, result, date, opened.scenario)
  await endMessage(tx, key, outcome === 'later' ? 'cancelled' : outcome, app.clock.now(), detail)
  await closeCase(app, tx, opened, after === dossier ? dossier : lookAgain(after, date), {
    day: date,
    actor: 'deliver',
    kind: 'delivery',
    entry: { action: key.actionId, channel: key.channel, outcome, detail },
  })
  return outcome
}
