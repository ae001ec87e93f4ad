import type { Unrendered } from '../../documents/email/message.ts'
import { type RefusedAs, refuse } from '../refused.ts'

/** What keeps a message from being written, or a paper: a piece that is missing, or words that the law forbids. */
export type Lacking = RefusedAs<'message-lacks' | 'notice-lacks' | 'unlawful-wording'>

/** `message`: the action as people name it, or the step or the invoice that it would be of. */
export function lackingMessage(message: string, { missing, findings = [] }: Unrendered): Lacking {
  return findings.length > 0
    ? refuse('unlawful-wording', { kind: 'message', message, findings })
    : refuse('message-lacks', { kind: 'message', message, lacks: [missing] })
}

export function lackingPaper(
  paper: 'statement' | 'receipt' | 'plan-agreement',
  { missing, findings = [] }: Unrendered,
): Lacking {
  return findings.length > 0
    ? refuse('unlawful-wording', { kind: 'paper', paper, findings })
    : refuse('message-lacks', { kind: 'paper', paper, lacks: [missing] })
}
