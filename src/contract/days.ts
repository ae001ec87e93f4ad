/** The decision of a day, and the days to come if nothing else happens. */
import { z } from 'zod'
import {
  ActionStatus,
  Channel,
  ClosingReason,
  HoldReason,
  Mode,
  SkipCode,
  Stage,
  TaskCode,
} from './parts/codes.ts'
import { Params, Reason } from './parts/reasons.ts'
import { ActionId, CaseReference, Cents, Count, Day } from './parts/values.ts'

export const RunDay = z.strictObject({ dryRun: z.boolean() })

const action = {
  case: CaseReference,
  debtor: z.string(),
  step: z.string(),
  stage: Stage,
  channel: Channel,
  mode: Mode,
  status: ActionStatus,
  items: z.array(z.string()),
  amountCents: Cents,
  because: z.array(Reason),
}

/** A case that could not be decided; the others were. */
const Failure = z.strictObject({ case: CaseReference, message: z.string() })

/** What a person must look at. */
export const Task = z.strictObject({
  case: CaseReference,
  debtor: z.string(),
  code: TaskCode,
  items: z.array(z.string()),
  params: Params,
})

export const DayReport = z.strictObject({
  date: Day,
  cases: Count,
  actions: z.array(z.strictObject({ id: ActionId, ...action })),
  holds: z.array(
    z.strictObject({
      case: CaseReference,
      items: z.array(z.string()),
      reason: HoldReason,
      until: Day.nullable(),
    }),
  ),
  tasks: z.array(Task),
  skipped: z.array(z.strictObject({ case: CaseReference, step: z.string(), code: SkipCode })),
  promises: z.array(
    z.strictObject({
      case: CaseReference,
      debtor: z.string(),
      outcome: z.enum(['kept', 'late', 'broken']),
      amountCents: Cents,
    }),
  ),
  closed: z.array(z.strictObject({ case: CaseReference, reason: ClosingReason })),
  errors: z.array(Failure),
  bankData: z.array(z.strictObject({ creditor: z.string(), knownUntil: Day.nullable(), stale: z.boolean() })),
})

/** `agree`: every proposal is taken for agreed the same day. */
export const Simulate = z.strictObject({
  from: Day,
  until: Day,
  scenarioId: z.string().nullable(),
  agree: z.boolean(),
})

export const Simulation = z.strictObject({
  days: z.array(z.strictObject({ date: Day, actions: z.array(z.strictObject(action)) })),
  totals: z.strictObject({
    cases: Count,
    actions: Count,
    proposals: Count,
    channels: z.partialRecord(Channel, Count),
    stages: z.partialRecord(Stage, Count),
  }),
  sending: z.boolean(),
  errors: z.array(Failure),
})
