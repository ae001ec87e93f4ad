import { balancesAfter, type DebtorBalance, ORDER_OF_BALANCES } from '../../store/screens/balances.ts'
import { type PageAfter, WHOLE } from '../../store/screens/page.ts'
import type { Desk } from '../desk.ts'
import { type AskedPage, pageAsked } from '../page-asked.ts'
import { isRefused, type Refused } from '../refused.ts'

export type Balances = {
  debtors: (Omit<DebtorBalance, 'openCents' | 'overdueCents'> & { openCents: number; overdueCents: number })[]
}

/** What each debtor owes, the largest first. */
export async function listBalances(desk: Desk): Promise<Balances> {
  const { debtors } = await readBalances(desk, WHOLE)
  return { debtors }
}

export async function pageOfBalances(
  desk: Desk,
  asked: AskedPage,
): Promise<(Balances & { next: string | null }) | Refused> {
  const page = pageAsked(ORDER_OF_BALANCES, asked)
  return isRefused(page) ? page : readBalances(desk, page)
}

async function readBalances(desk: Desk, page: PageAfter): Promise<Balances & { next: string | null }> {
  const { rows, next } = await desk.transaction(tx => balancesAfter(tx, desk.today, page))
  const debtors = rows.map(row => ({
    ...row,
    openCents: Number(row.openCents),
    overdueCents: Number(row.overdueCents),
  }))
  return { debtors, next }
}
