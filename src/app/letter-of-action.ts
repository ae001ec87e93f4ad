import { textsOf } from '../documents/edited-texts.ts'
import type { PrintedLetter } from '../documents/letter.ts'
import { isRendered, renderMessage } from '../documents/message.ts'
import { type Enclosed, printMessage } from '../documents/print-message.ts'
import { claimOn } from '../domain/case-claim.ts'
import { type Day, laterOf } from '../domain/date.ts'
import type { App, Refused } from './app.ts'
import { letterheadOf } from './find-letterhead.ts'
import { messageInput } from './message-input.ts'
import { type Lacking, lackingMessage, openMessage } from './show-message.ts'
import { transferCode } from './transfer-code.ts'
import { transferOf } from './write-message.ts'

/** A letter ready for the press, and what it is about. */
export type LetterOfAction = { id: string; case: string; debtor: string; step: string; letter: PrintedLetter }

/** The letter of an action as it would be printed on a day; refused by name while a piece of it is missing. */
export async function letterOfAction(
  app: App,
  { id, date }: { id: string; date: Day },
): Promise<LetterOfAction | Refused | Lacking> {
  const opened = await openMessage(app, { id, date })
  if ('refused' in opened) return opened
  const { action, parties, items } = opened
  if (action.channel !== 'letter' && action.channel !== 'registered-letter')
    return {
      refused: 'not-a-letter',
      message: `l'action ${id} n'est pas une lettre (${action.channel}) : « quittance message ${id} » en montre le texte`,
    }
  const input = messageInput(app, parties, action, items, date)
  if ('missing' in input) return lackingMessage(id, input)
  const { dossier, texts } = parties
  const message = renderMessage(input, textsOf(dossier.scenarioId, dossier.debtor.kind, texts))
  if (!isRendered(message)) return lackingMessage(id, message)
  const claim = claimOn(dossier, items, laterOf(date, action.askedOn), app.country.rates)
  const enclosed: Enclosed = {
    letterhead: await letterheadOf(app, parties, input.agency !== undefined),
    code: transferCode(transferOf(input)),
    claim: 'unknownRate' in claim ? null : claim,
  }
  const letter = printMessage(message, input, enclosed)
  if ('missing' in letter) return lackingMessage(id, letter)
  const { id: caseId, debtor } = dossier
  return { id, case: caseId, debtor: debtor.name, step: action.step, letter }
}
