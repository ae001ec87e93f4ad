import { lookAgainAtAll } from '../../store/case/case-looks.ts'
import type { Desk } from '../desk.ts'
import { noteChange } from '../note-change.ts'

/**
 * After a change of rates, which belong to the installation: the journal says it, and every open case of this organisation looks again, in a transaction
 * of its own, since a cluster wants tables without an organisation written apart. Other organisations' cases need nothing:
 * `decide` reads no rate, and a claim is drawn anew each time.
 */
export async function lookAgainAtClaims(desk: Desk, change: Record<string, unknown>): Promise<void> {
  await desk.transaction(async tx => {
    await noteChange(desk, tx, 'rate', change)
    await lookAgainAtAll(tx, desk.today)
  })
}
