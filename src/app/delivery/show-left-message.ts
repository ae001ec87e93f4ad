import { readLeftMessage } from '../../store/outbox/messages.ts'
import { findAction } from '../../store/screens/actions.ts'
import type { App, Refused } from '../app.ts'

/** `content`: the message byte for byte, as the mail server was given it (RFC 5322). */
export type LeftMessage = { id: string; status: string; endedAt: string | null; content: Uint8Array }

/** An e-mail that left, or may have: signature, attachments and all. */
export async function showLeftMessage(app: App, { id }: { id: string }): Promise<LeftMessage | Refused> {
  return app.database.transaction(app.organisationId, async tx => {
    const known = /^\d{1,9}-\d{1,9}$/.test(id) ? await findAction(tx, id) : null
    if (!known)
      return { refused: 'unknown-action', message: `aucune action ${id} ; « quittance actions » les liste` }
    const left = await readLeftMessage(tx, known.caseId, known.actionId)
    if (!left)
      return {
        refused: 'not-left',
        message: `aucun e-mail n'est parti pour l'action ${id} ; sans --eml, son texte est montré`,
      }
    return { id, ...left }
  })
}
