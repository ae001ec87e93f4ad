/** What is owed with interest and indemnity, of a case or of a sum; due dates; the code that a payer scans. */
import { z } from 'zod'
import { Appropriation, ClaimWarningCode, DebtorKind, TermsWarning, YearBasis } from './parts/codes.ts'
import {
  asOf,
  BasisPoints,
  CaseReference,
  Cents,
  Count,
  Currency,
  Day,
  next,
  pageOf,
} from './parts/values.ts'

/** `about`: a debtor's code or name, `CREDITOR/DEBTOR`, or an invoice. */
export const DrawClaim = z.strictObject({ about: z.string(), ...asOf })

/** The calculator: one sum, without a case. */
export const DrawInterest = z.strictObject({
  principalCents: Cents,
  dueOn: Day,
  until: Day,
  debtor: DebtorKind,
  formalNoticeOn: Day.nullable(),
  judgmentOn: Day.nullable(),
  payments: z.array(z.strictObject({ on: Day, amountCents: Cents })),
  contractRateBps: BasisPoints.nullable(),
  basis: YearBasis,
  imputation: Appropriation,
  capitalisation: z.boolean(),
})

/** The contract's rate is under the legal floor of a half-year; where the floor is not known, the rate that it lacks. */
export const ClaimWarning = z.strictObject({
  code: ClaimWarningCode,
  semester: Day,
  rateBps: BasisPoints,
  floor: z.union([BasisPoints, z.string()]),
})

/** Lines add up to the total; those of interest have their days and their rate. */
const ClaimLine = z.strictObject({
  kind: z.enum(['principal', 'payment', 'credit-note', 'interest', 'indemnity', 'complement', 'waived']),
  invoice: z.string(),
  baseCents: Cents.nullable(),
  from: Day,
  to: Day,
  days: Count.nullable(),
  rateBps: BasisPoints.nullable(),
  amountCents: Cents,
  source: z.string().nullable(),
})

export const Claim = z.strictObject({
  lines: z.array(ClaimLine),
  totals: z.strictObject({
    principalCents: Cents,
    paidCents: Cents,
    creditedCents: Cents,
    interestCents: Cents,
    indemnityCents: Cents,
    waivedCents: Cents,
    totalCents: Cents,
    perDayCents: Cents,
  }),
  warnings: z.array(ClaimWarning).optional(),
})

export const ListClaims = z.strictObject({ ...asOf, ...pageOf })

/** Interest and total are null where a rate is not known, which is then named. */
export const ListedClaim = z.strictObject({
  case: CaseReference,
  debtor: z.string(),
  currency: Currency,
  principalCents: Cents,
  interestCents: Cents.nullable(),
  indemnityCents: Cents,
  totalCents: Cents.nullable(),
  unknownRate: z.string().nullable(),
})

export const ListedClaims = z.strictObject({ claims: z.array(ListedClaim), ...next })

/** `terms`: `30d`, `45d-eom`, `eom-45d`, `eom`. Without terms or due date, the law's. */
export const CheckDueDate = z.strictObject({
  issuedOn: Day,
  receivedOn: Day.nullable(),
  statedDueOn: Day.nullable(),
  terms: z.string().nullable(),
  debtor: DebtorKind,
  sector: z.string().nullable(),
  periodic: z.boolean(),
  overseas: z.boolean(),
})

export const CheckedDueDate = z.strictObject({
  dueOn: Day,
  legalMaximum: Day.nullable(),
  warnings: z.array(TermsWarning),
})

export const DrawPaymentCode = z.strictObject({ about: z.string(), ...asOf })

/** `payload`: the text that the QR code of a SEPA transfer holds (EPC069-12). */
export const PaymentCode = z.strictObject({
  case: CaseReference,
  debtor: z.string(),
  payee: z.string(),
  iban: z.string(),
  amountCents: Cents,
  reference: z.string(),
  payload: z.string(),
})
