/** Claims that are doubtful or lost, and the tax that comes back with them. */
import { z } from 'zod'
import { BadDebtGroundKind, BadDebtStatus } from './parts/codes.ts'
import { asOf, CaseReference, Cents, Currency, Day } from './parts/values.ts'

export const ListBadDebts = z.strictObject({ ...asOf })

const taxes = { taxRecoverableCents: Cents, taxRecoveredCents: Cents }

/** Where the tax of the invoice is not known, neither is what can be recovered of it. */
const BadDebtItem = z.strictObject({
  item: z.string(),
  status: BadDebtStatus,
  openCents: Cents,
  impairmentCents: Cents,
  lostCents: Cents,
  taxRecoverableCents: Cents.nullable(),
  taxRecoveredCents: Cents.nullable(),
  ground: z.strictObject({ kind: BadDebtGroundKind, on: Day, reason: z.string().nullable() }).nullable(),
})

export const BadDebts = z.strictObject({
  date: Day,
  debtors: z.array(
    z.strictObject({
      case: CaseReference,
      code: z.string(),
      name: z.string(),
      currency: Currency,
      doubtfulCents: Cents,
      impairedCents: Cents,
      lostCents: Cents,
      ...taxes,
      items: z.array(BadDebtItem),
    }),
  ),
})

export const DrawBadDebtNotice = z.strictObject({
  debtor: z.string(),
  ...asOf,
  medium: z.enum(['text', 'markdown', 'html']),
})

/** What is sent to the debtor so that the tax of irrecoverable invoices comes back (CGI art. 272). */
export const BadDebtNotice = z.strictObject({
  case: CaseReference,
  debtor: z.string(),
  date: Day,
  lines: z.array(
    z.strictObject({
      invoice: z.string(),
      issuedOn: Day,
      netCents: Cents,
      taxCents: Cents,
      mention: z.string(),
    }),
  ),
  totals: z.strictObject({ netCents: Cents, taxCents: Cents }),
  content: z.string(),
})
