/** Those who owe: who they are, and what each owes. */
import { z } from 'zod'
import { DebtorKind, DebtorStatus } from './parts/codes.ts'
import { asOf, CaseReference, Cents, Count, Currency, Day, next, pageOf, Siren } from './parts/values.ts'

/** Absent stays as it was; `none` empties a number, an address or a status. */
export const ChangeDebtor = z.strictObject({
  debtor: z.string(),
  name: z.string().optional(),
  kind: DebtorKind.optional(),
  status: z.enum([...DebtorStatus.options, 'none']).optional(),
  actsAs: DebtorKind.exclude(['public-body']).optional(),
  siren: z.string().optional(),
  vat: z.string().optional(),
  address: z.string().optional(),
  electronicMailConsent: Day.optional(),
})

/** `cases`: one for each currency. */
export const ChangedDebtor = z.strictObject({
  debtor: CaseReference,
  name: z.string(),
  kind: DebtorKind,
  status: DebtorStatus.nullable(),
  siren: Siren.nullable(),
  vat: z.string().nullable(),
  address: z.string().nullable(),
  electronicMailConsentOn: Day.nullable(),
  cases: Count,
  nextLookOn: Day.nullable(),
})

export const ListBalances = z.strictObject({ ...asOf, ...pageOf })

/** Negative when the debtor is owed. */
export const Balance = z.strictObject({
  code: z.string(),
  name: z.string(),
  creditor: z.string(),
  currency: Currency,
  openCents: Cents,
  overdueCents: Cents,
  items: z.array(z.strictObject({ invoice: z.string(), dueOn: Day.nullable(), balanceCents: Cents })),
})

export const Balances = z.strictObject({ debtors: z.array(Balance), ...next })
