/** One movement of an account, told by two files of different formats: once. */
import type { Day } from '../date.ts'
import { foldText } from '../fold-text.ts'

/** A movement as a file tells of it; `account` is empty where the file doesn't say. */
export type AccountMovement = {
  readonly account: string
  readonly bookedOn: Day
  readonly valueOn: Day | null
  readonly amountCents: bigint
  readonly currency: string
  readonly partyName: string | null
  readonly partyIban: string | null
  readonly reference: string | null
  readonly endToEndId: string | null
  readonly description: string
}

/** What banks write around the words of the payer. */
const NOISE = new Set(
  'VIR VIREMENT VIREMENTS SEPA RECU RECUS INST INSTANTANE FAVEUR MOTIF REF REFERENCE LIB LIBELLE EUR NOTPROVIDED'.split(
    ' ',
  ),
)

/**
 * The same amount on the same day of what may be one account, and all that one text says stands in the other. A number
 * that one of them alone has makes two movements, and so do two end-to-end ids or two accounts of payers.
 */
export function isSameMovement(one: AccountMovement, other: AccountMovement): boolean {
  if (one.amountCents !== other.amountCents || one.currency !== other.currency) return false
  if (differ(one.account || null, other.account || null) || !isSameDay(one, other)) return false
  if (differ(one.endToEndId, other.endToEndId) || differ(one.partyIban, other.partyIban)) return false
  if (one.endToEndId !== null && one.endToEndId === other.endToEndId) return true
  const [mine, theirs] = [wordsOf(one), wordsOf(other)]
  return standsIn(mine, theirs) || standsIn(theirs, mine)
}

/** All that a text says stands in the other, and it says something. */
function standsIn(words: readonly string[], others: readonly string[]): boolean {
  const text = others.join('')
  return words.some(word => word.length > 3) && words.every(word => text.includes(word))
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}

/** Tables give one date, which is the booking's or the value's. */
function isSameDay(one: AccountMovement, other: AccountMovement): boolean {
  const { bookedOn } = other
  return one.bookedOn === bookedOn || one.valueOn === bookedOn || one.bookedOn === other.valueOn
}

function wordsOf({ partyName, reference, description }: AccountMovement): string[] {
  return foldText([partyName, description, reference].filter(Boolean).join(' '))
    .split(' ')
    .filter(word => /\d/.test(word) || (word.length > 2 && !NOISE.has(word)))
}
