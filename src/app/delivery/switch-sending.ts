import { setSending } from '../../store/parties/organisations.ts'
import type { App } from '../app.ts'

/** Lets messages leave, or keeps them in the outbox. Off until a person turns it on. */
export async function switchSending(app: App, sending: boolean): Promise<{ sending: boolean }> {
  await app.database.transaction(app.organisationId, tx => setSending(tx, sending))
  return { sending }
}
