import { isRendered, type RenderedMessage, type Unrendered } from '../../documents/email/message.ts'
import type { PrintedLetter } from '../../documents/letter.ts'
import { printMessage } from '../../documents/paper/print-message.ts'
import type { Action } from '../../domain/action.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { claimOn } from '../../domain/claim/case-claim.ts'
import { type Day, laterOf } from '../../domain/date.ts'
import { isOnPaper } from '../../domain/facts/posting.ts'
import type { App, Refused } from '../app.ts'
import { letterheadOf } from './find-letterhead.ts'
import { messageInput } from './message-input.ts'
import type { Parties } from './parties.ts'
import { type Lacking, lackingMessage, openMessage } from './show-message.ts'
import { transferCode } from './transfer-code.ts'
import { renderAction, transferOf } from './write-message.ts'

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
  if (!isOnPaper(action))
    return {
      refused: 'not-a-letter',
      message: `l'action ${id} n'est pas une lettre (${action.channel}) : « quittance message ${id} » en montre le texte`,
    }
  const said = renderAction(app, parties, action, items, date)
  const letter = isRendered(said) ? await letterOf(app, { action, parties, items, date }, said) : said
  if ('missing' in letter) return lackingMessage(id, letter)
  const { id: caseId, debtor } = parties.dossier
  return { id, case: caseId, debtor: debtor.name, step: action.step, letter }
}

/** An action as of a day, with what it is about. */
export type Printable = { action: Action; parties: Parties; items: readonly OpenItem[]; date: Day }

/** What an action says, put on paper, or the first thing that keeps it from being printed. */
export async function letterOf(
  app: App,
  { action, parties, items, date }: Printable,
  said: RenderedMessage,
): Promise<PrintedLetter | Unrendered> {
  const input = messageInput(app, parties, action, items, date)
  if ('missing' in input) return input
  const claim = claimOn(parties.dossier, items, laterOf(date, action.askedOn), app.country.rates)
  const enclosed = {
    letterhead: await letterheadOf(app, parties, input.agency !== undefined),
    code: transferCode(transferOf(input)),
    claim: 'unknownRate' in claim ? null : claim,
  }
  return printMessage(said, input, enclosed, app.country)
}
