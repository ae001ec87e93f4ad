/** Those to whom money is owed: what messages say of them, how they count interest, what their letters show. */
import { z } from 'zod'
import { ClaimWarning } from './claims.ts'
import { Appropriation, YearBasis } from './parts/codes.ts'
import { BasisPoints, Count, Siren } from './parts/values.ts'

/** Absent stays as it was; an empty sender, reply address or link takes it away; a null rate goes back to the law's. */
export const ChangeCreditor = z.strictObject({
  code: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  iban: z.string().optional(),
  address: z.string().optional(),
  siren: z.string().optional(),
  signature: z.string().optional(),
  senderName: z.string().optional(),
  replyTo: z.string().optional(),
  paymentLink: z.string().optional(),
  contractRateBps: BasisPoints.nullable().optional(),
  contractClause: z.string().optional(),
  imputation: Appropriation.optional(),
  basis: YearBasis.optional(),
  capitalisation: z.boolean().optional(),
})

export const Creditor = z.strictObject({
  creditorId: z.uuid(),
  code: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  iban: z.string().nullable(),
  address: z.string().nullable(),
  siren: Siren.nullable(),
  signatory: z.string().nullable(),
  senderName: z.string().nullable(),
  replyTo: z.string().nullable(),
  paymentLink: z.string().nullable(),
  contractRateBps: BasisPoints.nullable(),
  contractClause: z.string().nullable(),
  imputation: Appropriation,
  basis: YearBasis,
  capitalisation: z.boolean(),
  warnings: z.array(ClaimWarning),
})

export const ListedCreditors = z.strictObject({ creditors: z.array(Creditor) })

/** Without a creditor, the agency's own. The pictures come beside it. */
export const ChangeLetterhead = z.strictObject({ creditor: z.string().nullable() })

const Picture = z.strictObject({ format: z.string(), bytes: Count })

export const Letterhead = z.strictObject({
  writer: z.string(),
  logo: Picture.nullable(),
  signature: Picture.nullable(),
})
