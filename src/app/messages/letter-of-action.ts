import { isRendered, type RenderedMessage, type Unrendered } from '../../documents/email/message.ts'
import type { PrintedLetter } from '../../documents/letter.ts'
import { printMessage } from '../../documents/paper/print-message.ts'
import type { Action } from '../../domain/action.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { claimOn } from '../../domain/claim/case-claim.ts'
import { laterOf } from '../../domain/date.ts'
import { isOnPaper } from '../../domain/facts/posting.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { letterheadOf } from './find-letterhead.ts'
import { lackingMessage } from './lacking.ts'
import { messageInput } from './message-input.ts'
import type { Parties } from './parties.ts'
import { openMessage } from './show-message.ts'
import { transferCode } from './transfer-code.ts'
import { renderAction, transferOf } from './write-message.ts'

/** A letter ready for the press, and what it is about. */
export type LetterOfAction = { id: string; case: string; debtor: string; step: string; letter: PrintedLetter }

/** The letter of an action as it would be printed on a day; refused by name while a piece of it is missing. */
export async function letterOfAction(desk: Desk, { id }: { id: string }): Promise<LetterOfAction | Refused> {
  const opened = await openMessage(desk, { id })
  if ('refused' in opened) return opened
  const { action, parties, items } = opened
  if (!isOnPaper(action))
    return refuse('not-a-letter', { kind: 'print', action: id, channel: action.channel })
  const said = renderAction(desk, parties, action, items, desk.today)
  const letter = isRendered(said) ? await letterOf(desk, { action, parties, items }, said) : said
  if ('missing' in letter) return lackingMessage(id, letter)
  const { id: caseId, debtor } = parties.caseFile
  return { id, case: caseId, debtor: debtor.name, step: action.step, letter }
}

/** An action as of a day, with what it is about. */
export type Printable = { action: Action; parties: Parties; items: readonly OpenItem[] }

/** What an action says, put on paper, or the first thing that keeps it from being printed. */
export async function letterOf(
  desk: Desk,
  { action, parties, items }: Printable,
  said: RenderedMessage,
): Promise<PrintedLetter | Unrendered> {
  const input = messageInput(desk, parties, action, items, desk.today)
  if ('missing' in input) return input
  const claim = claimOn(parties.caseFile, items, laterOf(desk.today, action.askedOn), desk.country.rates)
  const enclosed = {
    letterhead: await letterheadOf(desk, parties, input.agency !== undefined),
    code: transferCode(transferOf(input)),
    claim: 'unknownRate' in claim ? null : claim,
  }
  return printMessage(said, input, enclosed, desk.country)
}
