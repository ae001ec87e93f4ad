import { openLetterPress } from '../../documents/press/letter-press.ts'
import { formatDay } from '../../domain/date.ts'
import type { Stage } from '../../domain/scenario.ts'
import { lettersToPost } from '../../store/screens/letters.ts'
import type { Desk } from '../desk.ts'
import { principalTotals } from '../messages/message-input.ts'
import { type LetterOrder, openLetter, printOrder, type RefusedLetter } from './open-letter.ts'

/** A letter of the day, with its PDF. */
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
  pdf: Uint8Array
}

export type LettersOfTheDay = { date: string; letters: LetterOfTheDay[]; leftOut: RefusedLetter[] }

/**
 * The letters to post on a day, in the order of the work list: those that a person has agreed to, or that need no
 * agreement, still owed and complete. The others are named with the reason. Writes nothing: posting is ticked after.
 */
export async function printLetters(desk: Desk): Promise<LettersOfTheDay> {
  const waiting = await desk.transaction(lettersToPost)
  const press = openLetterPress(0)
  const letters: LetterOfTheDay[] = []
  const leftOut: RefusedLetter[] = []
  for (const { id } of waiting) {
    const order = await desk.transaction(tx => openLetter(desk, tx, id))
    if ('refused' in order) continue
    if ('lacks' in order) {
      leftOut.push(order)
      continue
    }
    const pdf = await printOrder(desk, order, press)
    if (pdf instanceof Uint8Array) letters.push(letterOfTheDay(order, pdf))
    else leftOut.push(pdf)
  }
  return { date: formatDay(desk.today), letters, leftOut }
}

function letterOfTheDay({ id, parties, action, items }: LetterOrder, pdf: Uint8Array): LetterOfTheDay {
  const { dossier, particulars } = parties
  return {
    id,
    case: dossier.id,
    debtor: dossier.debtor.name,
    address: particulars.address ?? '',
    stage: action.stage,
    registered: action.channel === 'registered-letter',
    items: items.map(item => item.name),
    amountCents: Number(principalTotals(dossier, items).askedCents),
    currency: dossier.currency,
    pdf,
  }
}
