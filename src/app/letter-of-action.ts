import type { PrintedLetter } from '../documents/letter.ts'
import { isRendered, type Unrendered } from '../documents/message.ts'
import { printMessage } from '../documents/print-message.ts'
import type { Action } from '../domain/action.ts'
import type { OpenItem } from '../domain/case.ts'
import { claimOn } from '../domain/case-claim.ts'
import { type Day, laterOf } from '../domain/date.ts'
import type { App, Refused } from './app.ts'
import { letterheadOf } from './find-letterhead.ts'
import { messageInput } from './message-input.ts'
import { type Lacking, lackingMessage, openMessage } from './show-message.ts'
import { transferCode } from './transfer-code.ts'
import { type Parties, renderAction, transferOf } from './write-message.ts'

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
  const letter = await letterOf(app, { action, parties, items, date })
  if ('missing' in letter) return lackingMessage(id, letter)
  const { id: caseId, debtor } = parties.dossier
  return { id, case: caseId, debtor: debtor.name, step: action.step, letter }
}

export function isOnPaper({ channel }: Pick<Action, 'channel'>): boolean {
  return channel === 'letter' || channel === 'registered-letter'
}

/** `language`: another than the contact's. */
export type Printable = {
  action: Action
  parties: Parties
  items: readonly OpenItem[]
  date: Day
  language?: 'fr' | 'en'
}

/** What an action says on paper, or the first thing that keeps it from being printed. */
export async function letterOf(
  app: App,
  { action, parties, items, date, language }: Printable,
): Promise<PrintedLetter | Unrendered> {
  const message = renderAction(app, parties, action, items, date, language)
  if (!isRendered(message)) return message
  const input = messageInput(app, parties, action, items, date)
  if ('missing' in input) return input
  const claim = claimOn(parties.dossier, items, laterOf(date, action.askedOn), app.country.rates)
  return printMessage(message, input, {
    letterhead: await letterheadOf(app, parties, input.agency !== undefined),
    code: transferCode(transferOf(input)),
    claim: 'unknownRate' in claim ? null : claim,
  })
}
