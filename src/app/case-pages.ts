import { caseIdsAfter, FIRST_CASE_ID } from '../store/case/creditor-cases.ts'
import type { Tx } from '../store/database.ts'
import type { Desk } from './desk.ts'

const CASES_AT_ONCE = 200

/** What is read of every case, some cases to a transaction: memory holds one page, however many cases there are. */
export async function* overCases<Row>(
  desk: Desk,
  read: (tx: Tx, caseIds: readonly string[]) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let after: string | undefined = FIRST_CASE_ID; after !== undefined; ) {
    const from: string = after
    const page: { ids: string[]; rows: Row[] } = await desk.transaction(async tx => {
      const ids = await caseIdsAfter(tx, null, from, CASES_AT_ONCE)
      return { ids, rows: await read(tx, ids) }
    })
    yield* page.rows
    after = page.ids.at(-1)
  }
}
