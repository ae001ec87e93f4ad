import { type ChainedLine, journalOfCases } from '../../store/case/journal.ts'
import { actionsOfCases, type ListedAction } from '../../store/screens/actions.ts'
import { overCases } from '../case-pages.ts'
import type { Desk } from '../desk.ts'
import { listBalances } from './list-balances.ts'
import { type ListedClaim, listClaims } from './list-claims.ts'
import { type ListedItem, listItems } from './list-items.ts'

export type BalanceRow = Omit<Awaited<ReturnType<typeof listBalances>>['debtors'][number], 'items'>
/** `previousHash` is empty on the first line of a case. */
export type JournalRow = ChainedLine & { previousHash: string }

/** What a row of each list is. */
export type ListRows = {
  balances: BalanceRow
  invoices: ListedItem
  claims: ListedClaim
  actions: ListedAction
  journal: JournalRow
}
export type ListName = keyof ListRows

/** The rows of a list, one by one; invoices, actions and the journal are read a few cases at a time. */
export const LIST_ROWS: {
  [Name in ListName]: (desk: Desk, openOnly: boolean) => AsyncGenerator<ListRows[Name]>
} = {
  async *balances(desk) {
    yield* (await listBalances(desk)).debtors
  },
  invoices: listItems,
  async *claims(desk) {
    yield* (await listClaims(desk)).claims
  },
  actions: (desk, openOnly) => overCases(desk, (tx, ids) => actionsOfCases(tx, ids, openOnly)),
  async *journal(desk) {
    let last: ChainedLine | null = null
    for await (const line of overCases<ChainedLine>(desk, journalOfCases)) {
      yield { ...line, previousHash: line.position === 1 || last === null ? '' : last.hash }
      last = line
    }
  },
}
