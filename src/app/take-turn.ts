import type { Desk } from './desk.ts'
import { type Refused, refuse } from './refused.ts'

const ATTEMPTS = 50
const WAIT_MS = 100

/**
 * The right to hand messages over, which one process of the organisation has at a time: call it to let go. A deliverer that
 * was killed lets go of its lock a moment later, hence the patience. E-mails and text messages share the outbox and its turn.
 */
export async function takeTurn(
  desk: Desk,
  what: 'deliver' | 'post',
): Promise<(() => Promise<void>) | Refused> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const release = await desk.database.tryLock(`${what} ${desk.organisationId}`)
    if (release) return release
    await new Promise(resolve => setTimeout(resolve, WAIT_MS))
  }
  return refuse('delivery-under-way')
}
