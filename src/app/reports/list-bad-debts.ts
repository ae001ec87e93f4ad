import { type BadDebt, type BadDebtStatus, badDebtsOf } from '../../domain/bookkeeping/bad-debt.ts'
import type { BadDebtGround } from '../../domain/case/bad-debt-step.ts'
import type { Case } from '../../domain/case/case.ts'
import { formatDay } from '../../domain/date.ts'
import { type Cents, sum, ZERO } from '../../domain/money.ts'
import { casesWithBadDebts } from '../../store/case/bad-debt-cases.ts'
import { readCases } from '../change-cases.ts'
import type { Desk } from '../desk.ts'

export type BadDebts = { date: string; debtors: DebtorBadDebts[] }

/** Amounts include VAT, but for the impairment, which is on the net price. VAT that is unknown counts for nothing here. */
export type DebtorBadDebts = {
  case: string
  code: string
  name: string
  currency: string
  doubtfulCents: Cents
  impairedCents: Cents
  lostCents: Cents
  taxRecoverableCents: Cents
  taxRecoveredCents: Cents
  items: BadDebtItem[]
}

/** VAT is null where it is unknown; `ground` is why it may be recovered, null while it may not. */
export type BadDebtItem = {
  item: string
  status: BadDebtStatus
  openCents: Cents
  impairmentCents: Cents
  lostCents: Cents
  taxRecoverableCents: Cents | null
  taxRecoveredCents: Cents | null
  ground: { kind: BadDebtGround; on: string; reason: string | null } | null
}

/** Claims that may never be paid, were given up, or were paid after that, per debtor, in the evening of a day. */
export async function listBadDebts(desk: Desk): Promise<BadDebts> {
  const cases = await desk.transaction(async tx => {
    return readCases(tx, await casesWithBadDebts(tx, null))
  })
  const debtors = cases.map(({ caseFile }) => debtorOf(caseFile, badDebtsOf(caseFile, desk.today)))
  return { date: formatDay(desk.today), debtors: debtors.filter(({ items }) => items.length > 0) }
}

function debtorOf(caseFile: Case, debts: readonly BadDebt[]): DebtorBadDebts {
  const total = (amount: (debt: BadDebt) => Cents | null) => sum(debts.map(debt => amount(debt) ?? ZERO))
  const { id, debtor, currency } = caseFile
  return {
    case: id,
    code: debtor.code,
    name: debtor.name,
    currency,
    doubtfulCents: total(debt => debt.openCents),
    impairedCents: total(debt => debt.impairmentCents),
    lostCents: total(debt => debt.lostCents),
    taxRecoverableCents: total(debt => debt.taxRecoverableCents),
    taxRecoveredCents: total(debt => debt.taxRecoveredCents),
    items: debts.flatMap(itemOf),
  }
}

function itemOf(debt: BadDebt): BadDebtItem[] {
  const { item, status, openCents, impairmentCents, lostCents, taxRecoverableCents, taxRecoveredCents } = debt
  if (status === null) return []
  const amounts = { openCents, impairmentCents, lostCents, taxRecoverableCents, taxRecoveredCents }
  return [{ item: item.name, status, ...amounts, ground: groundOf(debt) }]
}

function groundOf({ ground }: BadDebt): BadDebtItem['ground'] {
  if (ground === null) return null
  const { kind, notedOn, reason } = ground
  return { kind: kind as BadDebtGround, on: formatDay(notedOn), reason }
}
