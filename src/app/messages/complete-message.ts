import type { Message } from '../../channels/channel.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import type { Tx } from '../../store/database.ts'
import { threadOf } from '../../store/outbox/messages.ts'
import { readDocument } from '../../store/parties/documents.ts'
import type { Letter } from './write-message.ts'

/** The message with the PDFs that its words announce, and the messages that it continues. */
export async function completeMessage(
  tx: Tx,
  caseId: string,
  items: readonly OpenItem[],
  letter: Letter,
): Promise<Message> {
  const message = await withCopies(tx, caseId, letter)
  const itemIds = items.map(item => item.id)
  return { ...message, thread: await threadOf(tx, caseId, message.to.address, itemIds) }
}

/** The message with the PDFs that its words announce. */
export async function withCopies(tx: Tx, caseId: string, { message, attached }: Letter): Promise<Message> {
  const copies = []
  for (const number of attached) {
    const content = await readDocument(tx, caseId, number)
    if (!content) throw new Error(`${message.caseId}: the document of ${number} has gone`)
    copies.push({
      filename: `${number.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf`,
      contentType: 'application/pdf',
      content,
    })
  }
  return { ...message, attachments: [...copies, ...(message.attachments ?? [])] }
}
