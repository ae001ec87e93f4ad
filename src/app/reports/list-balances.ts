import { type DebtorBalance, debtorBalances } from '../../store/screens/balances.ts'
import type { Desk } from '../desk.ts'

export type Balances = {
  debtors: (Omit<DebtorBalance, 'openCents' | 'overdueCents'> & { openCents: number; overdueCents: number })[]
}

/** What each debtor owes, the largest first. */
export async function listBalances(desk: Desk): Promise<Balances> {
  const rows = await desk.transaction(tx => debtorBalances(tx, desk.today))
  return {
    debtors: rows.map(row => ({
      ...row,
      openCents: Number(row.openCents),
      overdueCents: Number(row.overdueCents),
    })),
  }
}
