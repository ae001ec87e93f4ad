import type { Coded, NoParams } from './coded.ts'
import type { ChannelName } from './scenario.ts'
import type { TaskCode } from './task.ts'

/** Why: a code for programs, its parameters for the sentence. Codes are closed lists, see docs/codes.md. */
export type Reason = Coded<ReasonParams>

export type ReasonCode = keyof ReasonParams

/** An item by its name. What may be said of a whole case names an item where it is said of one. */
export type ReasonParams = {
  overdue: { item: string; days: number }
  'due-soon': { item: string; days: number }
  'step-due': { step: string; plannedOn: string }
  'account-grouped': { items: number }
  'credits-netted': { cents: number }
  'dispute-excluded': { cents: number }
  'channel-below-minimum': { channel: ChannelName }
  'channel-without-address': { channel: ChannelName }
  'channel-failed': { channel: ChannelName }
  'agreed-by-person': NoParams
  'above-maximum': NoParams
  'first-message': NoParams
  'call-limit': { channel: ChannelName; item?: string }
  'payment-rejected': { item: string }
  'promise-broken': { cents: number; by: string }
  'case-below-minimum': { item?: string }
  'message-under-way': { item?: string }
  'not-a-contact-day': { item?: string }
  'all-settled': NoParams
  'waits-for-step': { item: string; step: string; on: string }
  'waits-for-person': { item: string; step: string; action: ActionReference }
  'waits-for-task': { item: string; step: string; task: TaskCode }
  'waits-for-message': { item: string; step: string; action: ActionReference }
  'contacted-today': { item: string; step: string }
  'scenario-finished': { item: string }
}

/** An action's id in its case; with the case's number before it where people read it: `12-3`. */
type ActionReference = number | string
