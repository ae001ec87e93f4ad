/** Statements taken, payments received, and how far each creditor's bank data goes. */
import { z } from 'zod'
import { BankStatus } from './parts/codes.ts'
import { Problem } from './parts/refusal.ts'
import { CaseReference, Cents, Count, Currency, Day, EntryId, next, Place, pageOf } from './parts/values.ts'

/** The files come beside it. */
export const ImportBank = z.strictObject({ creditor: z.string().optional(), dryRun: z.boolean() })

export const ImportedBank = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      statements: z.array(
        z.strictObject({
          account: z.string().nullable(),
          currency: Currency.nullable(),
          from: Day.nullable(),
          to: Day.nullable(),
          entries: Count,
        }),
      ),
      problems: z.array(Problem),
    }),
  ),
  payments: z.strictObject({
    new: Count,
    duplicate: Count,
    matched: Count,
    suggested: Count,
    unmatched: Count,
  }),
})

export const ListBank = z.strictObject({ all: z.boolean(), ...pageOf })

/** A payment received, with what it is set against or might be; `score` says how surely, of 100. */
export const WaitingEntry = z.strictObject({
  entry: EntryId,
  bookedOn: Day,
  amountCents: Cents,
  currency: Currency,
  payer: z.string().nullable(),
  description: z.string(),
  status: BankStatus,
  score: z.number().nullable(),
  because: z.array(z.string()),
  shares: z.array(z.strictObject({ case: CaseReference, item: z.string(), amountCents: Cents })),
})

export const ListedBank = z.strictObject({ entries: z.array(WaitingEntry), ...next })

/** Without an amount, an item takes what it lacks. */
const EntryDecision = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('accept') }),
  z.strictObject({ verb: z.literal('refuse') }),
  z.strictObject({ verb: z.literal('undo') }),
  z.strictObject({
    verb: z.literal('match'),
    parts: z.array(z.strictObject({ item: z.string(), amountCents: Cents.nullable() })),
  }),
])

export const DecideEntry = z.strictObject({ number: Place, decision: EntryDecision })

export const DecidedEntry = z.strictObject({
  entry: EntryId,
  status: BankStatus,
  cases: z.array(CaseReference),
})

export const NoteBankData = z.strictObject({ creditor: z.string(), on: Day })

/** `knownUntil`: the last day whose payments are all recorded. */
export const KnownBankData = z.strictObject({
  accounts: z.array(z.strictObject({ creditor: z.string(), name: z.string(), knownUntil: Day.nullable() })),
})
