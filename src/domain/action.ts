import type { Day } from './date.ts'
import type { Cents } from './money.ts'
import type { Reason } from './reason.ts'
import type { ChannelName, Mode, Stage } from './scenario.ts'

/**
 * `planned`: a message on its way. `open`: to be done by a person. `proposed`: waits for a person's agreement.
 * `agreed`: goes at the next run if still due. `uncertain`: a crash hides whether the message left.
 */
export type ActionStatus =
  | 'planned'
  | 'open'
  | 'proposed'
  | 'agreed'
  | 'refused'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'lapsed'
  | 'uncertain'

/** What a step asked for on a day, and what became of it. */
export type Action = {
  id: number
  step: string
  stage: Stage
  channel: ChannelName
  mode: Mode
  askedOn: Day
  itemIds: readonly number[]
  amountCents: Cents
  status: ActionStatus
  /** Day done, failed, lapsed, refused or cancelled. */
  endedOn: Day | null
  /** First presentation of a registered letter. */
  presentedOn: Day | null
  because: readonly Reason[]
}

/** How an item came past a step. Only `carried-out` is a contact about it. */
export type PassedHow = 'carried-out' | 'skipped' | 'lapsed'

/** A step that an item has passed. One per item, step and round. */
export type PassedStep = {
  itemId: number
  step: string
  round: number
  how: PassedHow
  passedOn: Day
  actionId: number | null
}

/** The message that follows a rejected payment, before the scenario goes on. */
export const PAYMENT_REJECTED = 'payment-rejected'

/** The message that sends an invoice because a person asks for it: of no scenario, and no reminder. */
export const INVOICE_SENT = 'invoice-sent'

/**
 * True for what reached the debtor about what it owes, which makes its day a contact day: neither a task for a
 * colleague nor a copy of an invoice (docs/rules.md 6.1, 20.6).
 */
export function isContact(action: Action): boolean {
  return action.status === 'done' && action.channel !== 'task' && action.step !== INVOICE_SENT
}
