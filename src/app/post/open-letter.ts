import type { LetterPress } from '../../documents/press/letter-press.ts'
import type { Action } from '../../domain/action.ts'
import { openItems } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import type { Tx } from '../../store/database.ts'
import { openAction } from '../day/open-action.ts'
import { stillOwed } from '../day/still-owed.ts'
import type { Desk } from '../desk.ts'
import { loadParties } from '../messages/load-parties.ts'
import type { Parties } from '../messages/parties.ts'
import type { Refused } from '../refused.ts'
import { printAction } from './print-letter.ts'

/** A letter as it would leave on a day: what of it is still owed, and both parties. */
export type LetterOrder = { id: string; parties: Parties; action: Action; items: readonly OpenItem[] }

/** A letter that can't leave, and what it lacks. */
export type RefusedLetter = {
  id: string
  case: string
  debtor: string
  /** By the names of `words/missing.ts`. */
  lacks: readonly string[]
  detail: string
}

/** A letter that waits to be posted, checked again: balance, suspensions, address. */
export async function openLetter(
  desk: Desk,
  tx: Tx,
  id: string,
): Promise<LetterOrder | RefusedLetter | Refused> {
  const found = await openAction(desk, tx, id)
  if ('refused' in found) return found
  const { opened, action } = found
  const parties = await loadParties(tx, opened.stored, action.step)
  const { dossier, particulars } = parties
  const refuse = (lack: string, detail: string): RefusedLetter => ({
    id,
    case: dossier.id,
    debtor: dossier.debtor.name,
    lacks: [lack],
    detail,
  })
  const items = stillOwed(desk, dossier, action)
  if (items.length === 0) return refuse('items', 'plus rien à réclamer : réglée ou suspendue entre-temps')
  const listed = openItems(dossier).filter(item => action.itemIds.includes(item.id))
  if (items.length < listed.length)
    return refuse('items', 'une partie est suspendue depuis : « quittance run » refait la lettre')
  if (particulars.address === null) {
    return refuse(
      'debtor.address',
      `pas d'adresse postale : « quittance debtor ${dossier.debtor.code} --address "…" »`,
    )
  }
  return { id, parties, action, items }
}

/** The letter's PDF; what it lacks is said by name. */
export async function printOrder(
  desk: Desk,
  { id, parties: { dossier } }: LetterOrder,
  press: LetterPress,
): Promise<Uint8Array | RefusedLetter> {
  const printed = await printAction(desk, { id }, press)
  if ('pdf' in printed) return printed.pdf
  const lacks = 'lacks' in printed ? printed.lacks : [printed.refused]
  return { id, case: dossier.id, debtor: dossier.debtor.name, lacks, detail: printed.message }
}
