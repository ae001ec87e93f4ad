import { addDays, type Day } from '../../domain/date.ts'
import { indexReferences, type ReferenceIndex } from '../../domain/match/match-reference.ts'
import type { Tx } from '../../store/database.ts'
import { type LedgerCase, matchLedger } from '../../store/screens/match-ledger.ts'
import type { Desk } from '../desk.ts'

/** The numbers under which a creditor's debtors may write, and the case that each is of. */
export type References = {
  index: ReferenceIndex
  /** By the item that the index names. */
  caseOfItem: readonly string[]
  cases: readonly LedgerCase[]
}

export type OpenReferences = (tx: Tx, creditorId: string, on: Day) => Promise<References>

/** People still write about an invoice for so long after it was settled. */
const SETTLED_DAYS = 90
/** A hundred messages that come at once are read against one reading of the books. */
const GOOD_FOR_MS = 60_000

/** Reads a creditor's books, all that is owed to it, once for the messages of a minute. */
export function openReferences(desk: Pick<Desk, 'now'>): OpenReferences {
  const known = new Map<string, { readAt: number; references: References }>()
  return async (tx, creditorId, on) => {
    const now = Date.parse(desk.now())
    for (const [id, { readAt }] of known) if (now - readAt >= GOOD_FOR_MS) known.delete(id)
    const found = known.get(creditorId)
    if (found) return found.references
    const { items, cases } = await matchLedger(tx, creditorId, addDays(on, -SETTLED_DAYS))
    const references = {
      index: indexReferences(items.map(({ number }) => [number])),
      caseOfItem: items.map(({ caseId }) => caseId),
      cases,
    }
    known.set(creditorId, { readAt: now, references })
    return references
  }
}
