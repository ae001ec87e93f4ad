import { readOrganisation, setSending } from '../../store/parties/organisations.ts'
import type { Desk } from '../desk.ts'
import { noteChange } from '../note-change.ts'

export type SwitchSending = { sending: boolean }

/** Lets messages leave, or keeps them in the outbox. Off until a person turns it on. */
export async function switchSending(desk: Desk, { sending }: SwitchSending): Promise<{ sending: boolean }> {
  await desk.transaction(async tx => {
    const { sending: before } = await readOrganisation(tx)
    if (before === sending) return
    await setSending(tx, sending)
    await noteChange(desk, tx, 'sending', { sending: { from: before, to: sending } })
  })
  return { sending }
}
