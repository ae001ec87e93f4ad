import { randomUUID } from 'node:crypto'
import { asTest } from '../../documents/email/test-banner.ts'
import { isSameAddress } from '../../domain/case/contact-address.ts'
import { EMAIL } from '../../formats/email-address.ts'
import type { DeliveryWay } from '../../words/delivery-words.ts'
import { type PreviewMessage, previewMessage } from '../day/preview-message.ts'
import type { Desk } from '../desk.ts'
import { withCopies } from '../messages/complete-message.ts'
import { addressedTo } from '../messages/write-message.ts'
import { type Refused, refuse } from '../refused.ts'

export type SendTest = PreviewMessage & { address: string }
export type TestSent = {
  case: string
  step: string
  to: string
  subject: string
  response: string
  delivery: DeliveryWay
}

/**
 * Sends a message as it would be that day to an address of the house, marked as a test, by the channel that serves
 * e-mail. The case is not touched: nothing is recorded, and no step is passed.
 */
export async function sendTest(desk: Desk, input: SendTest): Promise<TestSent | Refused> {
  const { address } = input
  if (!EMAIL.test(address)) return refuse('bad-email', { email: address })
  const previewed = await previewMessage(desk, input)
  if ('refused' in previewed) return previewed
  const { preview, said, parties, action } = previewed
  if (parties.caseFile.contacts.some(({ email }) => isSameAddress(email, address))) {
    return refuse('address-of-debtor', { email: address })
  }
  const channel = desk.channels.get('email')
  if (!channel) throw new Error('no channel email')
  const letter = addressedTo(desk, parties, action, asTest(said), { address })
  const message = await desk.transaction(tx => withCopies(tx, parties.caseId, letter))
  const test = { ...message, idempotencyKey: `test ${randomUUID()}`, day: input.on }
  const sent = await channel.send(test, { beforeHandover: async () => true })
  if (sent.kind !== 'sent') return refuse('test-not-sent', { reason: sent.detail })
  const { response } = sent
  return {
    case: preview.case,
    step: preview.step,
    to: address,
    subject: test.subject,
    response,
    delivery: desk.delivery,
  }
}
