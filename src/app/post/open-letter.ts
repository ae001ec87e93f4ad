import type { PrintedLetter } from '../../documents/letter.ts'
import type { LetterPress } from '../../documents/press/letter-press.ts'
import type { Action } from '../../domain/action.ts'
import { openItems } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { stillOwed } from '../../domain/decide/still-owed.ts'
import type { Tx } from '../../store/database.ts'
import { openAction } from '../day/open-action.ts'
import type { Desk } from '../desk.ts'
import { letterOfAction } from '../messages/letter-of-action.ts'
import { loadParties } from '../messages/load-parties.ts'
import type { Parties } from '../messages/parties.ts'
import type { Lacking } from '../messages/show-message.ts'
import type { Refused } from '../refused.ts'
import { pdfOf } from './print-letter.ts'

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
  const items = stillOwed(dossier, action, desk.country.law({ region: dossier.settings.region }), desk.today)
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

/** A letter as it is drawn, and its PDF. */
export type PrintedOrder = { letter: PrintedLetter; pdf: Uint8Array }

/** What the letter lacks is said by name. */
export async function printOrder(
  desk: Desk,
  { id, parties: { dossier } }: LetterOrder,
  press: LetterPress,
): Promise<PrintedOrder | RefusedLetter> {
  const refuse = ({ message, ...refused }: Refused | Lacking): RefusedLetter => {
    const lacks = 'lacks' in refused ? refused.lacks : [refused.refused]
    return { id, case: dossier.id, debtor: dossier.debtor.name, lacks, detail: message }
  }
  const drawn = await letterOfAction(desk, { id })
  if ('refused' in drawn) return refuse(drawn)
  const pdf = await pdfOf(drawn.letter, press)
  return 'refused' in pdf ? refuse(pdf) : { letter: drawn.letter, pdf }
}
