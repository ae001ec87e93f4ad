/** What an action says, would say, or said. */
import { z } from 'zod'
import { ExplainedItem } from './cases.ts'
import { Channel, DebtorKind, Language } from './parts/codes.ts'
import { Finding } from './parts/finding.ts'
import { Reason } from './parts/reasons.ts'
import {
  ActionId,
  CaseReference,
  Cents,
  Count,
  Currency,
  Day,
  Instant,
  Place,
  Siren,
} from './parts/values.ts'

export const ShowMessage = z.strictObject({ id: ActionId })

/** Who writes, who receives. */
const NoticeParty = z.strictObject({ name: z.string(), address: z.string(), siren: Siren.nullable() })

/** A line of the account that the notice is drawn from. */
const NoticeLine = z.strictObject({
  invoice: z.string(),
  name: z.string(),
  issuedOn: Day,
  dueOn: Day,
  amountCents: Cents,
  balanceCents: Cents,
})

/** A formal notice as data. Its deadline runs from the day the post presented it, once that is known. */
const FormalNotice = z.strictObject({
  on: Day,
  currency: Currency,
  creditor: NoticeParty,
  debtor: z.strictObject({ ...NoticeParty.shape, kind: DebtorKind }),
  signatory: z.string(),
  origin: z.array(NoticeLine),
  sums: z.strictObject({
    principalCents: Cents,
    interestCents: Cents,
    indemnityCents: Cents,
    complementCents: Cents,
    totalCents: Cents,
  }),
  deadline: z.strictObject({ days: Count, presentedOn: Day.nullable(), on: Day.nullable() }),
  payment: z.strictObject({ payee: z.string(), iban: z.string(), reference: z.string() }),
  effects: z.array(
    z.strictObject({
      code: z.enum([
        'in-default',
        'legal-interest',
        'penalty-clause',
        'limitation-runs',
        'limitation-interrupted',
      ]),
      article: z.string(),
    }),
  ),
  consequences: z.array(
    z.strictObject({
      code: z.enum([
        'late-interest',
        'legal-interest',
        'payment-order',
        'interim-payment',
        'compulsory-payment',
      ]),
      article: z.string().nullable(),
    }),
  ),
})

const text = { subject: z.string(), text: z.string(), html: z.string(), warnings: z.array(Finding) }

export const ShownMessage = z.strictObject({
  id: ActionId,
  case: CaseReference,
  step: z.string(),
  channel: Channel,
  language: z.string(),
  ...text,
  notice: FormalNotice.nullable(),
})

/** An e-mail that left, or may have. Its bytes come beside it. */
export const LeftMessage = z.strictObject({ id: ActionId, status: z.string(), endedAt: Instant.nullable() })

export const PreviewMessage = z.strictObject({
  debtor: z.string(),
  step: z.string(),
  on: Day,
  channel: Channel.nullable(),
  language: Language.nullable(),
})

/** `goes`: how it would go that day; null when it would not, and then `items` says why. */
export const Preview = z.strictObject({
  case: CaseReference,
  debtor: z.string(),
  currency: Currency,
  step: z.string(),
  channel: Channel,
  language: Language,
  date: Day,
  to: z.string().nullable(),
  ...text,
  textVersion: Place.nullable(),
  goes: z.enum(['act', 'propose', 'ask', 'waiting']).nullable(),
  because: z.array(Reason),
  passedOn: Day.nullable(),
  nextOn: Day.nullable(),
  items: z.array(ExplainedItem),
})
