import type { MessageClass, Suggestion } from '../../domain/facts/reply.ts'
import type { EmailReading } from '../../formats/mail/email.ts'

/** A message that came back, in the neutral form of the contract. */
export type NeutralMessage = {
  class: MessageClass
  recipient: string | null
  status: string | null
  newText: string | null
  suggestions: Suggestion[]
}

export function neutralMessage(email: EmailReading): NeutralMessage {
  const { recipient, status, newText, suggestions } = email
  return { class: email.class, recipient, status, newText, suggestions }
}
