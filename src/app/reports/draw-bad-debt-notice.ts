import {
  type BadDebtLine,
  mentionOf,
  type NoticeMedium,
  renderBadDebtNotice,
} from '../../documents/email/bad-debt-notice.ts'
import { badDebtsOf } from '../../domain/bookkeeping/bad-debt.ts'
import type { Case } from '../../domain/case/case.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { add, type Cents, subtract, sum } from '../../domain/money.ts'
import { readCases } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { findOneCase } from '../find-case.ts'
import { type Refused, refuse } from '../refused.ts'

export type DrawnNotice = {
  case: string
  debtor: string
  date: string
  lines: { invoice: string; issuedOn: string; netCents: Cents; taxCents: Cents; mention: string }[]
  totals: { netCents: Cents; taxCents: Cents }
  content: string
}

export type DrawBadDebtNotice = { debtor: string; medium: NoticeMedium }

/** The statement by which a debtor's irrecoverable invoices are rectified, so that their VAT may be recovered. Writes nothing. */
export async function drawBadDebtNotice(
  desk: Desk,
  input: DrawBadDebtNotice,
): Promise<DrawnNotice | Refused> {
  const caseFile = await desk.transaction(async tx => {
    const found = await findOneCase(tx, input.debtor)
    if ('refused' in found) return found
    const [stored] = await readCases(tx, [found.caseId])
    if (!stored) throw new Error(`no case ${found.caseId}`)
    return stored.caseFile
  })
  if ('refused' in caseFile) return caseFile
  const lines = linesOf(caseFile, desk.today)
  if ('refused' in lines) return lines
  const law = desk.country.badDebtNotice
  const notice = { creditor: caseFile.creditor, debtor: caseFile.debtor.name, on: desk.today, lines }
  return {
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    date: formatDay(desk.today),
    lines: lines.map(line => ({
      ...line,
      issuedOn: formatDay(line.issuedOn),
      mention: mentionOf(line, law),
    })),
    totals: {
      netCents: sum(lines.map(line => line.netCents)),
      taxCents: sum(lines.map(line => line.taxCents)),
    },
    content: renderBadDebtNotice(notice, law, input.medium),
  }
}

/** What was never paid of each irrecoverable invoice, whether it was written off already or not. */
function linesOf(caseFile: Case, on: Day): BadDebtLine[] | Refused {
  if (caseFile.currency !== 'EUR')
    return refuse('not-in-euros', { case: caseFile.id, currency: caseFile.currency })
  const lines = new Map<string, BadDebtLine>()
  for (const debt of badDebtsOf(caseFile, on)) {
    const unpaidCents = add(debt.openCents, debt.lostCents)
    if (debt.ground === null || unpaidCents === 0n) continue
    const { invoice, issuedOn } = debt.item
    if (debt.taxRecoverableCents === null || debt.taxRecoveredCents === null)
      return refuse('tax-unknown', { kind: 'notice', invoice })
    const taxCents = add(debt.taxRecoverableCents, debt.taxRecoveredCents)
    const netCents = subtract(unpaidCents, taxCents)
    const known = lines.get(invoice)
    lines.set(invoice, {
      invoice,
      issuedOn,
      netCents: known ? add(known.netCents, netCents) : netCents,
      taxCents: known ? add(known.taxCents, taxCents) : taxCents,
    })
  }
  return lines.size > 0 ? [...lines.values()] : refuse('nothing-irrecoverable', { case: caseFile.id })
}
