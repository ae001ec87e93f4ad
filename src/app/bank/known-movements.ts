import { addDays, earlierOf, laterOf } from '../../domain/date.ts'
import { isSameMovement } from '../../domain/match/same-movement.ts'
import { type BankEntry, entriesOfAmounts, type NewBankEntry } from '../../store/bank/bank-entries.ts'
import type { Tx } from '../../store/database.ts'

/** How far a value date may be from the booking. */
const DAYS_APART = 7

/**
 * Entries of a statement but for those that a file of another format has told of before. Each of the known ones answers for one entry
 * at most, and none that this statement tells of in the very same words.
 */
export async function withoutKnown(
  tx: Tx,
  creditorId: string,
  entries: readonly NewBankEntry[],
): Promise<NewBankEntry[]> {
  if (entries.length === 0) return []
  const days = entries.map(({ bookedOn }) => bookedOn)
  const amounts = [...new Set(entries.map(({ amountCents }) => amountCents))]
  const [from, to] = [addDays(days.reduce(earlierOf), -DAYS_APART), addDays(days.reduce(laterOf), DAYS_APART)]
  const known = await entriesOfAmounts(tx, creditorId, amounts, from, to)
  const told = new Set(entries.map(({ fingerprint }) => fingerprint))
  const same = new Set(known.map(({ fingerprint }) => fingerprint))
  const others = new Map<bigint, BankEntry[]>()
  for (const entry of known) {
    if (told.has(entry.fingerprint)) continue
    others.set(entry.amountCents, [...(others.get(entry.amountCents) ?? []), entry])
  }
  const distinct = new Map(entries.map(entry => [entry.fingerprint, entry]))
  return [...distinct.values()].filter(entry => {
    if (same.has(entry.fingerprint)) return false
    const candidates = others.get(entry.amountCents) ?? []
    const twin = candidates.findIndex(candidate => isSameMovement(candidate, entry))
    if (twin >= 0) candidates.splice(twin, 1)
    return twin < 0
  })
}
