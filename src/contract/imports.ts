/** Invoices, contacts and notices of insolvency, from files. The files come beside what is asked. */
import { z } from 'zod'
import { Problem } from './parts/refusal.ts'
import { CaseReference, Count, Day, Siren } from './parts/values.ts'
import { Notice } from './readings.ts'

/** What a column of a table may hold. */
const Field = z.enum([
  'debtorCode',
  'debtorName',
  'contactName',
  'contactRole',
  'email',
  'phone',
  'language',
  'debtorKind',
  'siren',
  'vat',
  'street',
  'streetMore',
  'postalCode',
  'town',
  'country',
  'number',
  'kind',
  'issuedOn',
  'dueOn',
  'amount',
  'amountExclTax',
  'tax',
  'balance',
  'paid',
  'settledOn',
  'currency',
  'terms',
  'creditNoteFor',
  'account',
  'side',
  'status',
  'debit',
  'credit',
  'lettering',
  'journal',
])

/** Which header holds what; null leaves a column alone. */
const Columns = z.partialRecord(Field, z.string().nullable())
const DateOrder = z.enum(['dmy', 'mdy'])
const DecimalMark = z.enum([',', '.'])

/** Whatever is absent is guessed. */
const MappingChoice = z.strictObject({
  columns: Columns.optional(),
  dateOrder: DateOrder.optional(),
  decimal: DecimalMark.nullable().optional(),
})

/** `stock`: what a file no longer holds is settled. `terms`: where the source has no due date. */
export const ImportInvoices = z.strictObject({
  format: z.enum(['csv', 'xlsx', 'fec', 'factur-x', 'cii', 'ubl']).optional(),
  mapping: MappingChoice.optional(),
  terms: z.string(),
  mode: z.enum(['delta', 'stock']),
  creditor: z.string().optional(),
  scenario: z.string().optional(),
  dryRun: z.boolean(),
})

const counts = { created: Count, updated: Count, unchanged: Count }
const ImportTotals = z.strictObject({ ...counts, cleared: Count })

export const ImportedInvoices = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      ...ImportTotals.shape,
      mapping: z
        .strictObject({ columns: Columns, dateOrder: DateOrder, decimal: DecimalMark.nullable() })
        .nullable(),
      problems: z.array(Problem),
    }),
  ),
  totals: ImportTotals,
})

export const ImportContacts = z.strictObject({
  mapping: MappingChoice.optional(),
  creditor: z.string().optional(),
  dryRun: z.boolean(),
})

/** `addresses`: postal ones that are new or changed. */
export const ImportedContacts = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      ...counts,
      addresses: Count,
      problems: z.array(Problem),
    }),
  ),
})

export const ImportNotices = z.strictObject({ dryRun: z.boolean() })

/** About a debtor that has its SIREN; `declareBy`: the last day to declare the claim. */
const MatchedNotice = z.strictObject({
  notice: z.string(),
  siren: Siren,
  debtor: CaseReference,
  name: z.string(),
  outcome: z.enum(['recorded', 'unchanged', 'to-read']),
  stopped: z.array(z.string()),
  declareBy: Day.nullable(),
})

/** No debtor has its SIREN; of those without one, some bear its name. */
const UnmatchedNotice = z.strictObject({
  notice: z.string(),
  siren: z.array(Siren),
  name: z.string(),
  sameName: z.array(z.strictObject({ debtor: CaseReference, name: z.string() })),
})

export const ImportedNotices = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      notices: z.array(Notice),
      matched: z.array(MatchedNotice),
      unmatched: z.array(UnmatchedNotice),
      problems: z.array(Problem),
    }),
  ),
  totals: z.strictObject({
    notices: Count,
    recorded: Count,
    unchanged: Count,
    toRead: Count,
    unmatched: Count,
    sameName: Count,
  }),
})
