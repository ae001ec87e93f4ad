/** Files shown in a neutral form, taken or not: amounts as decimal text, what is absent as null. */
import { z } from 'zod'
import { DisputeReason, MessageClass, MissingPiece, Procedure, SuggestionKind } from './parts/codes.ts'
import { Problem } from './parts/refusal.ts'
import { AmountText, Currency, Day, Siren } from './parts/values.ts'

/** `terms`: where a source has no due date. The files come beside it. */
export const ReadFiles = z.strictObject({ terms: z.string() })

const Party = z.strictObject({
  name: z.string().nullable(),
  legalId: z.string().nullable(),
  vat: z.string().nullable(),
})

/** `assumed`: the due date comes from terms, no document states it. */
const DueItem = z.strictObject({ dueDate: Day.nullable(), amount: AmountText, assumed: z.boolean() })

const DocumentLine = z.strictObject({
  name: z.string().nullable(),
  quantity: z.string().nullable(),
  unitPrice: z.string().nullable(),
  netAmount: z.string().nullable(),
})

const Document = z.strictObject({
  kind: z.enum(['invoice', 'credit-note', 'payment']),
  number: z.string(),
  issueDate: Day.nullable(),
  dueDate: Day.nullable(),
  dueItems: z.array(DueItem),
  currency: Currency,
  seller: Party.nullable(),
  buyer: z.strictObject({ ...Party.shape, code: z.string() }),
  totalExclTax: AmountText.nullable(),
  tax: AmountText.nullable(),
  totalInclTax: AmountText,
  prepaid: AmountText.nullable(),
  amountDue: AmountText.nullable(),
  paymentReference: z.string().nullable(),
  iban: z.string().nullable(),
  profile: z.string().nullable(),
  lines: z.array(DocumentLine).nullable(),
})

const Statement = z.strictObject({
  account: z.string().nullable(),
  currency: Currency.nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  opening: AmountText.nullable(),
  closing: AmountText.nullable(),
  entries: z.array(
    z.strictObject({
      bookingDate: Day,
      valueDate: Day.nullable(),
      amount: AmountText,
      counterparty: z.strictObject({ name: z.string().nullable(), iban: z.string().nullable() }),
      reference: z.string().nullable(),
      endToEndId: z.string().nullable(),
      description: z.string(),
    }),
  ),
})

/** What a person may have meant. `evidence`: the words as they were written; `params` holds only what they say. */
export const Suggestion = z.strictObject({
  kind: SuggestionKind,
  evidence: z.string(),
  params: z.strictObject({
    date: Day.optional(),
    amountCents: z.int().optional(),
    reason: DisputeReason.optional(),
    email: z.string().optional(),
    procedure: Procedure.optional(),
    missing: MissingPiece.optional(),
  }),
})

const Message = z.strictObject({
  class: MessageClass,
  recipient: z.string().nullable(),
  status: z.string().nullable(),
  newText: z.string().nullable(),
  suggestions: z.array(Suggestion),
})

/** Of the BODACC. */
export const Notice = z.strictObject({
  id: z.string(),
  kind: z.enum(['opening', 'closing', 'other']),
  procedure: Procedure.nullable(),
  publishedOn: Day.nullable(),
  judgmentOn: Day.nullable(),
  siren: z.array(Siren),
  name: z.string(),
  court: z.string(),
  family: z.string(),
  nature: z.string(),
  text: z.string(),
})

export const ReadFile = z.strictObject({
  file: z.string(),
  format: z.string(),
  documents: z.array(Document),
  statements: z.array(Statement),
  messages: z.array(Message),
  notices: z.array(Notice),
  problems: z.array(Problem),
})

export const FilesRead = z.strictObject({ files: z.array(ReadFile) })
