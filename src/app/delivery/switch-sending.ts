import { setSending } from '../../store/parties/organisations.ts'
import type { Desk } from '../desk.ts'

/** Lets messages leave, or keeps them in the outbox. Off until a person turns it on. */
export async function switchSending(desk: Desk, sending: boolean): Promise<{ sending: boolean }> {
  await desk.transaction(tx => setSending(tx, sending))
  return { sending }
}
