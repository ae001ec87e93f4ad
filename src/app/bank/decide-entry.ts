import { actorText } from '../../domain/access/actor.ts'
import { openItems } from '../../domain/case/case.ts'
import { type BankStatus, takeBackFromBank } from '../../domain/facts/bank-payment.ts'
import type { Cents } from '../../domain/money.ts'
import {
  type BankEntry,
  bankEntryByNumber,
  casesPaidBy,
  noteDecision,
  type StoredShare,
  writeOutcomes,
} from '../../store/bank/bank-entries.ts'
import type { Tx } from '../../store/database.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { caseNames, findCases } from '../../store/parties/parties.ts'
import { readCases } from '../change-cases.ts'
import { type Desk, GivenUp, wholeOrRefused } from '../desk.ts'
import { ambiguousCase } from '../find-case.ts'
import { type Refused, refuse } from '../refused.ts'
import { changeByBank, recordShares } from './record-shares.ts'

/** What a person says of a payment received; `match` sets it against invoices of one debtor or of several. */
export type EntryDecision =
  | { verb: 'accept' }
  | { verb: 'refuse' }
  | { verb: 'undo' }
  | { verb: 'match'; parts: readonly { item: string; amountCents: Cents | null }[] }

export type DecideEntry = { number: number; decision: EntryDecision }
export type DecidedEntry = { entry: string; status: BankStatus; cases: string[] }

/** Acts on a bank entry. What it had been matched to, if anything, is taken back whole first. */
export async function decideEntry(desk: Desk, input: DecideEntry): Promise<DecidedEntry | Refused> {
  const { decision } = input
  return wholeOrRefused(desk, async tx => {
    await lockOrganisation(tx)
    const entry = await bankEntryByNumber(tx, input.number)
    if (!entry) throw new GivenUp(refuse('unknown-entry', { entry: `B-${input.number}` }))
    await takeBack(desk, tx, entry)
    const { paid, status } = await sharesOf(tx, entry, decision)
    if (paid.length > 0) await recordShares(desk, tx, [{ entry, shares: paid }])
    const suggestion = paid.length > 0 ? paid : entry.suggestion
    const { entryId, because, score } = entry
    const told = paid.length > 0 ? ['agreed-by-person'] : because
    await writeOutcomes(tx, [{ entryId, status, score, because: told, suggestion }])
    await noteDecision(tx, entryId, actorText(desk.actor), desk.today)
    const cases = await caseNames(tx, [...new Set(paid.map(({ caseId }) => caseId))])
    return { entry: `B-${entry.number}`, status, cases }
  })
}

/** What the decision sets the money against, and where that leaves the entry; or why it can't. */
async function sharesOf(
  tx: Tx,
  entry: BankEntry,
  decision: EntryDecision,
): Promise<{ paid: readonly StoredShare[]; status: BankStatus }> {
  const notNow = (kind: 'not-received' | 'not-matched' | 'not-suggested') =>
    new GivenUp(refuse('not-now', { kind, entry: `B-${entry.number}` }))
  if (entry.amountCents <= 0n) throw notNow('not-received')
  switch (decision.verb) {
    case 'refuse':
      return { paid: [], status: 'refused' }
    case 'undo':
      if (entry.status !== 'matched' && entry.status !== 'refused') throw notNow('not-matched')
      return { paid: [], status: entry.suggestion ? 'suggested' : 'unmatched' }
    case 'accept': {
      if (entry.status !== 'suggested' || !entry.suggestion) throw notNow('not-suggested')
      const stale = await staleShare(tx, entry.suggestion)
      if (stale) throw new GivenUp(stale)
      return { paid: entry.suggestion, status: 'matched' }
    }
    case 'match':
      return { paid: await namedShares(tx, entry, decision.parts), status: 'matched' }
  }
}

/** A suggestion that was true when it was made may name what has been paid since. */
async function staleShare(tx: Tx, shares: readonly StoredShare[]): Promise<Refused | null> {
  const stored = await readCases(tx, [...new Set(shares.map(({ caseId }) => caseId))])
  for (const share of shares.filter(({ isCredit, amountCents }) => !isCredit && amountCents > 0)) {
    const caseFile = stored.find(({ caseId }) => caseId === share.caseId)?.caseFile
    const open = caseFile && openItems(caseFile).find(({ id }) => id === share.itemId)
    const item = caseFile?.items.find(({ id }) => id === share.itemId)?.name ?? String(share.itemId)
    if (!open || open.balanceCents < BigInt(share.amountCents))
      return refuse('not-now', { kind: 'paid-since', item })
  }
  return null
}

/** Invoices as a person names them, each with its part of the money or, without an amount, as much as is left. */
async function namedShares(
  tx: Tx,
  entry: BankEntry,
  parts: readonly { item: string; amountCents: Cents | null }[],
): Promise<StoredShare[]> {
  const shares: StoredShare[] = []
  let left = entry.amountCents
  for (const { item, amountCents } of parts) {
    const cases = await findCases(tx, item)
    const [found, other] = cases
    if (!found) throw new GivenUp(refuse('unknown-item', { kind: 'anywhere', item }))
    if (other) throw new GivenUp(ambiguousCase(item, cases))
    const [stored] = await readCases(tx, [found.caseId])
    const open = stored ? openItems(stored.caseFile) : []
    const named = open.filter(({ name, invoice }) => name === item || invoice === item)
    if (named.length === 0) throw new GivenUp(refuse('nothing-open', { kind: 'match', item }))
    let wanted: bigint = amountCents ?? left
    for (const { id, balanceCents } of named) {
      const part = balanceCents < wanted ? balanceCents : wanted
      if (part <= 0n) continue
      wanted -= part
      left -= part
      shares.push({ caseId: found.caseId, itemId: id, amountCents: Number(part), isCredit: false })
    }
    if (amountCents !== null && wanted > 0n) throw new GivenUp(tooHigh(item, amountCents, wanted))
  }
  if (left < 0n)
    throw new GivenUp(
      refuse('amount-too-high', {
        kind: 'received',
        entry: `B-${entry.number}`,
        amountCents: Number(entry.amountCents),
      }),
    )
  return shares
}

function tooHigh(item: string, amountCents: Cents, excess: bigint): Refused {
  const amounts = { amountCents: Number(amountCents), excessCents: Number(excess) }
  return refuse('amount-too-high', { kind: 'owed', item, ...amounts })
}

async function takeBack(desk: Desk, tx: Tx, entry: BankEntry): Promise<void> {
  const caseIds = await casesPaidBy(tx, entry.entryId)
  await changeByBank(desk, tx, caseIds, caseFile => takeBackFromBank(caseFile, entry.entryId, desk.today))
}
