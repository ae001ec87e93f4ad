/** The work list, and what a person does with a line of it. */
import { z } from 'zod'
import { WaitingEntry } from './bank.ts'
import {
  ActionStatus,
  CallOutcome,
  Channel,
  Mode,
  NonPaymentCause,
  PromiseStatus,
  Stage,
} from './parts/codes.ts'
import { Reason } from './parts/reasons.ts'
import { ActionId, CaseReference, Cents, Count, Currency, Day, next, pageOf } from './parts/values.ts'

export const ListActions = z.strictObject({ openOnly: z.boolean(), ...pageOf })

export const ListedAction = z.strictObject({
  id: ActionId,
  case: CaseReference,
  debtor: z.string(),
  step: z.string(),
  stage: Stage,
  channel: Channel,
  mode: Mode,
  status: ActionStatus,
  askedOn: Day,
  endedOn: Day.nullable(),
  items: z.array(z.string()),
  amountCents: Cents,
  currency: Currency,
  because: z.array(Reason),
})

/** `inbox`: how many messages wait to be read. */
export const WorkList = z.strictObject({
  actions: z.array(ListedAction),
  payments: z.array(WaitingEntry),
  inbox: Count,
  ...next,
})

export const ActOnAction = z.strictObject({
  id: ActionId,
  verb: z.enum(['done', 'skip', 'confirm', 'approve', 'refuse']),
  note: z.string().nullable(),
  reason: z.string().nullable(),
})

export const ActedOn = z.strictObject({ id: ActionId, status: ActionStatus, case: CaseReference })

/** `amountCents` and `items` are of a promise or a dispute, `by` of a promise, `next` of a call back. */
export const ReportCall = z.strictObject({
  id: ActionId,
  outcome: CallOutcome,
  cause: NonPaymentCause.nullable(),
  amountCents: Cents.nullable(),
  by: Day.nullable(),
  items: z.array(z.string()),
  next: Day.nullable(),
  note: z.string().nullable(),
})

export const ReportedCall = z.strictObject({
  ...ActedOn.shape,
  outcome: CallOutcome,
  cause: NonPaymentCause.nullable(),
  nextOn: Day.nullable(),
})

export const PrepareCall = z.strictObject({ id: ActionId })

const happened = { on: Day, items: z.array(z.string()) }

/** What happened in a case before a call. */
const PastEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...happened, kind: z.literal('contact'), channel: Channel, step: z.string() }),
  z.strictObject({
    ...happened,
    kind: z.literal('call'),
    outcome: CallOutcome,
    cause: NonPaymentCause.nullable(),
    note: z.string().nullable(),
  }),
  z.strictObject({
    ...happened,
    kind: z.literal('promise'),
    amountCents: Cents,
    by: Day,
    status: PromiseStatus,
  }),
  z.strictObject({
    ...happened,
    kind: z.literal('dispute'),
    amountCents: Cents,
    reason: z.string(),
    settled: z.boolean(),
  }),
])

/** What one needs before dialling; without a valid number, `contact` is null. */
export const PreparedCall = z.strictObject({
  id: ActionId,
  case: CaseReference,
  debtor: z.string(),
  currency: Currency,
  status: ActionStatus,
  askedOn: Day,
  contact: z.strictObject({ name: z.string().nullable(), role: z.string(), phone: z.string() }).nullable(),
  language: z.string(),
  script: z.string(),
  history: z.array(PastEvent),
})
