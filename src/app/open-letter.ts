import type { Unrendered } from '../documents/message.ts'
import type { Action } from '../domain/action.ts'
import type { OpenItem } from '../domain/case.ts'
import type { Day } from '../domain/date.ts'
import type { Tx } from '../store/database.ts'
import type { App, Refused } from './app.ts'
import { loadParties } from './load-parties.ts'
import { openAction } from './open-action.ts'
import { stillOwed } from './still-owed.ts'
import type { Parties } from './write-message.ts'

/** A letter as it would leave on a day: what of it is still owed, and both parties. */
export type LetterOrder = { parties: Parties; action: Action; items: readonly OpenItem[]; date: Day }

/** Draws a letter as a PDF; what it lacks is said by name. */
export type PrintLetter = (order: LetterOrder) => Promise<Uint8Array | Unrendered>

/** A letter that can't leave, and what it lacks. */
export type RefusedLetter = { id: string; case: string; debtor: string; missing: string; detail: string }

/** A letter that waits to be posted, checked again: balance, suspensions, address. */
export async function openLetter(
  app: App,
  tx: Tx,
  id: string,
  date: Day,
): Promise<LetterOrder | RefusedLetter | Refused> {
  const found = await openAction(app, tx, id)
  if ('refused' in found) return found
  const { opened, action } = found
  const parties = await loadParties(tx, opened.stored)
  const { dossier, particulars } = parties
  const refuse = (missing: string, detail: string): RefusedLetter => ({
    id,
    case: dossier.id,
    debtor: dossier.debtor.name,
    missing,
    detail,
  })
  const items = stillOwed(app, dossier, action, date)
  if (items.length === 0) return refuse('items', 'plus rien à réclamer : réglée ou suspendue entre-temps')
  if (particulars.address === null) {
    return refuse(
      'debtor.address',
      `pas d'adresse postale : « quittance debtor ${dossier.debtor.code} --address "…" »`,
    )
  }
  return { parties, action, items, date }
}
