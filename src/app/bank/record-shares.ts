import type { Case } from '../../domain/case/case.ts'
import { receiveFromBank } from '../../domain/facts/bank-payment.ts'
import { type Cents, cents } from '../../domain/money.ts'
import { type BankEntry, learnIbans, type StoredShare } from '../../store/bank/bank-entries.ts'
import type { Tx } from '../../store/database.ts'
import { changeCases } from '../change-cases.ts'
import type { Desk } from '../desk.ts'

const CASES_AT_ONCE = 1000

/** Records money of entries in the cases that it pays, one payment for each case. Cases are locked as they are written. */
export async function recordShares(
  desk: Desk,
  tx: Tx,
  paid: readonly { entry: BankEntry; shares: readonly StoredShare[] }[],
): Promise<void> {
  const byCase = new Map<string, { entry: BankEntry; shares: readonly StoredShare[]; amountCents: Cents }[]>()
  for (const { entry, shares } of paid) {
    for (const [caseId, part] of partsOf(entry, shares)) {
      const known = byCase.get(caseId)
      if (known) known.push({ entry, ...part })
      else byCase.set(caseId, [{ entry, ...part }])
    }
  }
  const ids = [...byCase.keys()].sort()
  for (let start = 0; start < ids.length; start += CASES_AT_ONCE) {
    await changeByBank(desk, tx, ids.slice(start, start + CASES_AT_ONCE), (caseFile, caseId) =>
      (byCase.get(caseId) ?? []).reduce(
        (current, { entry, shares, amountCents }) =>
          receiveFromBank(
            current,
            { entry: entry.entryId, receivedOn: entry.bookedOn, amountCents },
            shares
              .filter(share => !share.isCredit)
              .map(share => ({ ...share, amountCents: cents(share.amountCents) })),
            shares
              .filter(share => share.isCredit)
              .map(({ itemId, amountCents }) => ({ creditNoteId: itemId, amountCents: cents(-amountCents) })),
          ),
        caseFile,
      ),
    )
  }
  await learnIbans(
    tx,
    paid.flatMap(({ entry, shares }) => {
      const [first, ...others] = new Set(shares.map(({ caseId }) => caseId))
      return entry.partyIban !== null && first !== undefined && others.length === 0
        ? [{ caseId: first, iban: entry.partyIban }]
        : []
    }),
  )
}

/** Changes cases because of the bank: the line says how many payments and allocations came or went. */
export async function changeByBank(
  desk: Desk,
  tx: Tx,
  caseIds: readonly string[],
  change: (caseFile: Case, caseId: string) => Case,
): Promise<void> {
  await changeCases(
    desk,
    tx,
    caseIds,
    ({ caseFile, caseId }) => change(caseFile, caseId),
    ({ stored, after }) => ({ kind: 'bank', entry: entryOf(stored.caseFile, after) }),
  )
}

/** What a payment brings to each case: the last case of a payment also keeps what is left of it. */
function partsOf(
  entry: BankEntry,
  shares: readonly StoredShare[],
): Map<string, { shares: StoredShare[]; amountCents: Cents }> {
  const parts = new Map<string, { shares: StoredShare[]; amountCents: Cents }>()
  let left = entry.amountCents
  for (const share of shares) {
    const part = parts.get(share.caseId) ?? { shares: [], amountCents: cents(0) }
    part.shares.push(share)
    part.amountCents = cents(part.amountCents + BigInt(share.amountCents))
    left -= BigInt(share.amountCents)
    parts.set(share.caseId, part)
  }
  const last = [...parts.values()].at(-1)
  if (last && left > 0n) last.amountCents = cents(last.amountCents + left)
  return parts
}

function entryOf(before: Case, after: Case): Record<string, unknown> {
  return {
    payments: after.payments.length - before.payments.length,
    allocations: after.allocations.length - before.allocations.length,
  }
}
