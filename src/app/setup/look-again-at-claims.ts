import { lookAgainAtAll } from '../../store/case/case-looks.ts'
import type { Desk } from '../desk.ts'

/**
 * After a change of rates, which belong to the installation: every open case of this organisation looks again, in a transaction
 * of its own, since a cluster wants tables without an organisation written apart. Other organisations' cases need nothing:
 * `decide` reads no rate, and a claim is drawn anew each time.
 */
export async function lookAgainAtClaims(desk: Desk): Promise<void> {
  await desk.transaction(tx => lookAgainAtAll(tx, desk.today))
}
