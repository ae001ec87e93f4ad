import { openItems } from '../../domain/case/case.ts'
import { sendInvoice as asked } from '../../domain/facts/invoice-sending.ts'
import { queueMessages } from '../../store/outbox/messages.ts'
import { readOrganisation } from '../../store/parties/organisations.ts'
import { closeCase, openCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { findInvoice } from '../find-invoice.ts'
import { lackingMessage } from '../messages/lacking.ts'
import { loadParties } from '../messages/load-parties.ts'
import { writeMessage } from '../messages/write-message.ts'
import type { Refused } from '../refused.ts'

export type SendInvoice = { number: string; debtor?: string | undefined }
/** `sending`: false when the message waits until sending is on. */
export type QueuedInvoice = { id: string; case: string; recipient: string; sending: boolean }

/** Puts an invoice with its PDF on its way to the debtor; refused by name when the message could not be written now. */
export async function sendInvoice(
  desk: Desk,
  { number, debtor }: SendInvoice,
): Promise<QueuedInvoice | Refused> {
  return desk.transaction(async tx => {
    const found = await findInvoice(tx, number, debtor)
    if ('refused' in found) return found
    const opened = await openCase(desk, tx, found.caseId)
    const after = asked(opened.stored.caseFile, number, desk.today)
    if ('refused' in after) return after
    const action = after.actions.at(-1)
    if (!action) throw new Error(`${found.id}: no action`)
    const id = `${opened.stored.number}-${action.id}`
    const parties = await loadParties(tx, opened.stored, action.step)
    const items = openItems(after).filter(item => action.itemIds.includes(item.id))
    const letter = writeMessage(desk, parties, action, items, desk.today)
    if ('missing' in letter) return lackingMessage(number, letter)
    await closeCase(desk, tx, opened, after, {
      kind: 'person',
      entry: { action: action.id, step: action.step, items: items.map(item => item.name) },
    })
    await queueMessages(
      tx,
      [{ caseId: found.caseId, actionId: action.id, channel: action.channel }],
      desk.now(),
    )
    const { sending } = await readOrganisation(tx)
    return { id, case: found.id, recipient: letter.message.to.address, sending }
  })
}
