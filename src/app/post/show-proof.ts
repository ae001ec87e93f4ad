import type { ProofKind } from '../../domain/facts/posting.ts'
import { type Proof, readProof } from '../../store/outbox/postings.ts'
import type { Desk } from '../desk.ts'
import { readAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'

export type ShowProof = { id: string; kind: ProofKind }

/** A document kept with a posted letter, byte for byte. */
export async function showProof(
  desk: Desk,
  { id, kind }: ShowProof,
): Promise<(Proof & { id: string }) | Refused> {
  return desk.transaction(async tx => {
    const found = await readAction(desk, tx, id)
    if ('refused' in found) return found
    const proof = await readProof(tx, { caseId: found.opened.stored.caseId, actionId: found.action.id }, kind)
    return proof ? { id, ...proof } : refuse('no-proof', { action: id })
  })
}
