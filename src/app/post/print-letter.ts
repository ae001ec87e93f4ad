import type { PrintedLetter } from '../../documents/letter.ts'
import { type LetterPress, openLetterPress } from '../../documents/press/letter-press.ts'
import { Unprintable } from '../../documents/press/typesetter.ts'
import { day } from '../../domain/date.ts'
import { isOnPaper } from '../../domain/facts/posting.ts'
import type { Previewed } from '../day/preview-message.ts'
import type { Desk } from '../desk.ts'
import { lackingMessage } from '../messages/lacking.ts'
import { letterOf, letterOfAction } from '../messages/letter-of-action.ts'
import { type LetterOfPaper, letterOfPaper } from '../messages/letter-of-paper.ts'
import { type Refused, refuse } from '../refused.ts'

export type PrintedAction = { id: string; case: string; debtor: string; step: string; pdf: Uint8Array }
export type PrintedPaper = Omit<LetterOfPaper, 'letter'> & { pdf: Uint8Array }

export type PrintAction = { id: string }

/** The letter of an action as PDF, by a press that stays open where there are several. Writes nothing. */
export async function printAction(
  desk: Desk,
  asked: PrintAction,
  press = openLetterPress(0),
): Promise<PrintedAction | Refused> {
  return printed(await letterOfAction(desk, asked), press)
}

/** The letter that a step would be, as PDF; refused when it would go by another channel. Writes nothing. */
export async function printPreview(desk: Desk, previewed: Previewed): Promise<{ pdf: Uint8Array } | Refused> {
  const { action } = previewed
  if (!isOnPaper(action))
    return refuse('not-a-letter', { kind: 'step', step: action.step, channel: action.channel })
  const onItsDay = { ...desk, today: day(previewed.preview.date) }
  const letter = await letterOf(onItsDay, previewed, previewed.said)
  return 'missing' in letter ? lackingMessage(action.step, letter) : printed({ letter }, openLetterPress(0))
}

/** A plan, a receipt or a statement as PDF. Writes nothing. */
export async function printPaperOf(
  desk: Desk,
  asked: Parameters<typeof letterOfPaper>[1],
): Promise<PrintedPaper | Refused> {
  return printed(await letterOfPaper(desk, asked), openLetterPress(0))
}

async function printed<About extends object>(
  drawn: (About & { letter: PrintedLetter }) | Refused,
  press: LetterPress,
): Promise<(Omit<About, 'letter'> & { pdf: Uint8Array }) | Refused> {
  if ('refused' in drawn) return drawn
  const { letter, ...about } = drawn
  const pdf = await pdfOf(letter, press)
  return 'refused' in pdf ? pdf : { ...about, pdf }
}

export async function pdfOf(letter: PrintedLetter, press: LetterPress): Promise<Uint8Array | Refused> {
  try {
    return await press.print(letter)
  } catch (error) {
    if (error instanceof Unprintable) return refuse('unprintable', error.fault)
    throw error
  }
}
