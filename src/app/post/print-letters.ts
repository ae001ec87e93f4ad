import { postingList } from '../../documents/paper/posting-list.ts'
import { type LetterPress, openLetterPress } from '../../documents/press/letter-press.ts'
import { principalTotals } from '../../domain/claim/claim-totals.ts'
import { formatDay } from '../../domain/date.ts'
import type { Language } from '../../domain/language.ts'
import type { Stage } from '../../domain/scenario.ts'
import { lettersToPost } from '../../store/screens/letters.ts'
import type { Desk } from '../desk.ts'
import {
  type LetterOrder,
  openLetter,
  type PrintedOrder,
  printOrder,
  type RefusedLetter,
} from './open-letter.ts'

/** `language` is that of the list. */
export type PrintLetters = { language: Language }

export type LetterOfTheDay = {
  id: string
  case: string
  debtor: string
  address: string
  stage: Stage
  registered: boolean
  items: string[]
  amountCents: number
  currency: string
}

export type LettersOfTheDay = {
  date: string
  letters: LetterOfTheDay[]
  leftOut: RefusedLetter[]
  /** The list of the letters, then each of them; null where there are none. */
  pdf: Uint8Array | null
}

type Printed = LetterOrder & PrintedOrder

/**
 * The letters to post on a day, in the order of the work list: those that a person has agreed to, or that need no
 * agreement, still owed and complete. The others are named with the reason. Writes nothing: posting is ticked after.
 */
export async function printLetters(desk: Desk, { language }: PrintLetters): Promise<LettersOfTheDay> {
  const waiting = await desk.transaction(lettersToPost)
  const press = openLetterPress(0)
  const printed: Printed[] = []
  const leftOut: RefusedLetter[] = []
  for (const { id } of waiting) {
    const order = await desk.transaction(tx => openLetter(desk, tx, id))
    if ('refused' in order) continue
    const done = 'lacks' in order ? order : await printOrder(desk, order, press)
    if ('lacks' in done) leftOut.push(done)
    else printed.push({ ...(order as LetterOrder), ...done })
  }
  const pdf = printed.length === 0 ? null : await bound(desk, printed, language, press)
  return { date: formatDay(desk.today), letters: printed.map(letterOfTheDay), leftOut, pdf }
}

async function bound(
  { today }: Desk,
  printed: readonly Printed[],
  language: PrintLetters['language'],
  press: LetterPress,
): Promise<Uint8Array> {
  const listed = printed.map(({ id, letter }) => ({ number: id, letter }))
  const list = await press.print(postingList(listed, today, language))
  // Loaded where letters are bound alone: the other commands start sooner.
  const { bindLetters } = await import('../../documents/press/binding.ts')
  return bindLetters(
    list,
    printed.map(({ id, parties, pdf }) => ({ name: `${id} ${parties.caseFile.debtor.name}`, pdf })),
  )
}

function letterOfTheDay({ id, parties, action, items }: LetterOrder): LetterOfTheDay {
  const { caseFile, particulars } = parties
  return {
    id,
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    address: particulars.address ?? '',
    stage: action.stage,
    registered: action.channel === 'registered-letter',
    items: items.map(item => item.name),
    amountCents: Number(principalTotals(caseFile, items).askedCents),
    currency: caseFile.currency,
  }
}
