import type { PrintedLetter } from '../../documents/letter.ts'
import type { LetterPress } from '../../documents/press/letter-press.ts'
import type { Action } from '../../domain/action.ts'
import { openItems } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { stillOwed } from '../../domain/decide/still-owed.ts'
import type { Tx } from '../../store/database.ts'
import type { Desk } from '../desk.ts'
import { letterOfAction } from '../messages/letter-of-action.ts'
import { loadParties } from '../messages/load-parties.ts'
import type { Parties } from '../messages/parties.ts'
import { readAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'
import { pdfOf } from './print-letter.ts'

/** A letter as it would leave on a day: what of it is still owed, and both parties. */
export type LetterOrder = { id: string; parties: Parties; action: Action; items: readonly OpenItem[] }

/** A letter that can't leave, what it lacks, and why. */
export type RefusedLetter = {
  id: string
  case: string
  debtor: string
  /** By the names of `words/missing.ts`. */
  lacks: readonly string[]
  refusal: Refused
}

/** A letter that waits to be posted, checked again: balance, suspensions, address. */
export async function openLetter(
  desk: Desk,
  tx: Tx,
  id: string,
): Promise<LetterOrder | RefusedLetter | Refused> {
  const found = await readAction(desk, tx, id)
  if ('refused' in found) return found
  const { opened, action } = found
  const parties = await loadParties(tx, opened.stored, action.step)
  const { caseFile, particulars } = parties
  const leftOut = (lack: string, refusal: Refused): RefusedLetter => ({
    id,
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    lacks: [lack],
    refusal,
  })
  const items = stillOwed(
    caseFile,
    action,
    desk.country.law({ region: caseFile.settings.region }),
    desk.today,
  )
  if (items.length === 0) return leftOut('items', refuse('nothing-owed'))
  const listed = openItems(caseFile).filter(item => action.itemIds.includes(item.id))
  if (items.length < listed.length) return leftOut('items', refuse('partly-held', { kind: 'letter' }))
  if (particulars.address === null)
    return leftOut('debtor.address', refuse('no-postal-address', { debtor: caseFile.debtor.code }))
  return { id, parties, action, items }
}

/** A letter as it is drawn, and its PDF. */
export type PrintedOrder = { letter: PrintedLetter; pdf: Uint8Array }

/** What the letter lacks is said by name. */
export async function printOrder(
  desk: Desk,
  { id, parties: { caseFile } }: LetterOrder,
  press: LetterPress,
): Promise<PrintedOrder | RefusedLetter> {
  const leftOut = (refusal: Refused): RefusedLetter => ({
    id,
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    lacks: lacksOf(refusal),
    refusal,
  })
  const drawn = await letterOfAction(desk, { id })
  if ('refused' in drawn) return leftOut(drawn)
  const pdf = await pdfOf(drawn.letter, press)
  return 'refused' in pdf ? leftOut(pdf) : { letter: drawn.letter, pdf }
}

function lacksOf({ refused, params }: Refused): readonly string[] {
  if ('lacks' in params) return params.lacks
  return [refused === 'unlawful-wording' ? 'lawful-wording' : refused]
}
