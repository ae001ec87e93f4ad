/** What leaves for other programs: lists, entries for the books, direct debits for the bank. */
import { z } from 'zod'
import { ListedAction } from './actions.ts'
import { ListedClaim } from './claims.ts'
import { Balance } from './debtors.ts'
import { HoldReason, Stage } from './parts/codes.ts'
import { asOf, CaseReference, Cents, Count, Currency, Day, Instant, Place } from './parts/values.ts'

export const ListName = z.enum(['balances', 'invoices', 'claims', 'actions', 'journal'])

export const ExportList = z.strictObject({ list: ListName, ...asOf, openOnly: z.boolean() })

/** `stage`: of the last step carried out about it. */
export const ListedItem = z.strictObject({
  case: CaseReference,
  debtor: z.string(),
  invoice: z.string(),
  item: z.string(),
  issuedOn: Day,
  dueOn: Day.nullable(),
  currency: Currency,
  amountCents: Cents,
  balanceCents: Cents,
  daysLate: z.int().nullable(),
  stage: Stage.nullable(),
  held: z.array(HoldReason),
  nextStep: z.string().nullable(),
  nextStepOn: Day.nullable(),
})

/**
 * `entry`: the very JSON that was hashed; null once it was erased. A hash covers the one before it, which the first line of a case has
 * not. Lines of the first form have neither salt nor content hash.
 */
export const JournalRow = z.strictObject({
  case: CaseReference,
  position: Place,
  day: Day,
  recordedAt: Instant,
  actor: z.string(),
  kind: z.string(),
  entry: z.string().nullable(),
  salt: z.string().nullable(),
  contentHash: z.string().nullable(),
  erasedAt: Instant.nullable(),
  previousHash: z.string(),
  hash: z.string(),
})

const list = <Name extends z.infer<typeof ListName>, Row extends z.ZodType>(name: Name, row: Row) =>
  z.strictObject({ list: z.literal(name), rows: z.array(row) })

export const ExportedList = z.discriminatedUnion('list', [
  list('balances', Balance),
  list('invoices', ListedItem),
  list('claims', ListedClaim),
  list('actions', ListedAction),
  list('journal', JournalRow),
])

const FecEncoding = z.enum(['utf-8', 'iso-8859-15'])

export const ExportBadDebts = z.strictObject({
  from: Day.nullable(),
  until: Day,
  creditor: z.string().nullable(),
  siren: z.string().nullable(),
  encoding: FecEncoding,
})

/** `leftOut`: cases whose value in euros is not known. The file itself comes beside it. */
export const ExportedBadDebts = z.strictObject({
  suggestedName: z.string(),
  encoding: FecEncoding,
  entries: z.array(
    z.strictObject({
      number: z.string(),
      date: Day,
      label: z.string(),
      lines: z.array(
        z.strictObject({
          account: z.string(),
          auxiliary: z.string().nullable(),
          debitCents: Cents,
          creditCents: Cents,
        }),
      ),
    }),
  ),
  totals: z.strictObject({ debitCents: Cents, creditCents: Cents }),
  leftOut: z.array(CaseReference),
})

/** `all`: also what the books have already. */
export const ExportFec = z.strictObject({
  ...ExportBadDebts.shape,
  all: z.boolean(),
  clearing: z.boolean(),
})

export const ExportedFec = z.strictObject({ ...ExportedBadDebts.shape, knownToBooks: Count })

const PainVersion = z.enum(['02', '08'])

/** The mandates come beside it. `identifier`: of the creditor (ICS). */
export const ExportPain008 = z.strictObject({
  debtors: z.array(z.string()),
  until: Day,
  creditor: z.string().nullable(),
  identifier: z.string(),
  bic: z.string().nullable(),
  version: PainVersion,
  leadDays: Place,
})

/** `content`: the message; null when there is nothing to debit. */
export const ExportedPain008 = z.strictObject({
  version: PainVersion,
  messageId: z.string().nullable(),
  debits: z.array(
    z.strictObject({
      case: CaseReference,
      debtor: z.string(),
      endToEndId: z.string(),
      dueOn: Day,
      collectionOn: Day,
      amountCents: Cents,
      mandate: z.string(),
      sequence: z.string(),
    }),
  ),
  totals: z.strictObject({ count: Count, amountCents: Cents }),
  leftOut: z.array(z.strictObject({ case: CaseReference, reason: HoldReason })),
  content: z.string().nullable(),
})
