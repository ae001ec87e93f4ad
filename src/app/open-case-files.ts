import type { Case } from '../domain/case/case.ts'
import { openCases } from '../store/screens/open-cases.ts'
import { readCases } from './change-cases.ts'
import { type Desk, inTransaction } from './desk.ts'

const CASES_AT_ONCE = 1000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Every case in which something may still happen, whole, a batch at a time, each read in a transaction that is given up:
 * nothing can have been written, and memory holds one batch.
 */
export async function* openCaseFiles(desk: Desk): AsyncGenerator<Case> {
  let after: string | undefined = FIRST_ID
  while (after !== undefined) {
    const batch: { ids: string[]; caseFiles: Case[] } = await loadBatch(desk, after)
    yield* batch.caseFiles
    after = batch.ids.at(-1)
  }
}

async function loadBatch(desk: Desk, after: string): Promise<{ ids: string[]; caseFiles: Case[] }> {
  return inTransaction(desk, true, async tx => {
    const ids = await openCases(tx, after, CASES_AT_ONCE)
    const stored = await readCases(tx, ids)
    return { ids, caseFiles: stored.map(({ caseFile }) => caseFile) }
  })
}
