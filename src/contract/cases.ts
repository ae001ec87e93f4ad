/** What happened to a case, why it stands as it does, and until when it can be claimed in court. */
import { z } from 'zod'
import { Channel, LimitationStart } from './parts/codes.ts'
import { Hold, Reason, Skip } from './parts/reasons.ts'
import { asOf, CaseReference, Cents, Currency, Day, next, pageOf } from './parts/values.ts'

/** `text`: a fact in the words of docs/stories.md. */
export const RecordFact = z.strictObject({ text: z.string(), debtor: z.string() })

export const RecordedFact = z.strictObject({
  recorded: z.string(),
  case: CaseReference,
  nextLookOn: Day.nullable(),
})

/** Last day, and a day earlier by caution; none while the count is stopped. */
const Countdown = z.strictObject({
  startedBy: LimitationStart,
  startedOn: Day,
  lastDay: Day.nullable(),
  carefulLastDay: Day.nullable(),
  article: z.string(),
})

export const ListLimitations = z.strictObject({ ...asOf, months: z.int().min(1).max(120), ...pageOf })

export const Limitations = z.strictObject({
  items: z.array(
    z.strictObject({
      ...Countdown.shape,
      case: CaseReference,
      debtor: z.string(),
      item: z.string(),
      balanceCents: Cents,
      currency: Currency,
    }),
  ),
  ...next,
})

/** An item in the words of the morning's decision. */
const item = {
  item: z.string(),
  dueOn: Day.nullable(),
  balanceCents: Cents,
  state: z.enum(['decided', 'held', 'skipped', 'waiting', 'settled']),
  limitation: Countdown.nullable(),
}

/** With the step that was decided, and of what kind each explanation is. */
export const ExplainedItem = z.strictObject({
  ...item,
  decided: z
    .strictObject({ step: z.string(), channel: Channel, kind: z.enum(['act', 'propose', 'ask']) })
    .nullable(),
  because: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('reason'), ...Reason.shape }),
      z.strictObject({ kind: z.literal('hold'), ...Hold.shape }),
      z.strictObject({ kind: z.literal('skip'), ...Skip.shape }),
    ]),
  ),
})

/** `about`: a debtor's code or name, `CREDITOR/DEBTOR`, or an invoice. */
export const ExplainCase = z.strictObject({ about: z.string(), ...asOf })

export const ExplainedCase = z.strictObject({
  case: CaseReference,
  debtor: z.string(),
  date: Day,
  currency: Currency,
  openCents: Cents,
  overdueCents: Cents,
  creditCents: Cents,
  items: z.array(
    z.strictObject({ ...item, because: z.array(z.union([Reason, Hold, Skip])), sentence: z.string() }),
  ),
  nextLookOn: Day.nullable(),
  contacts: z.array(
    z.strictObject({ on: Day, channel: Channel, step: z.string(), items: z.array(z.string()) }),
  ),
})
