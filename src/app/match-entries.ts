import { receiveFromBank, returnFromBank } from '../domain/bank-payment.ts'
import type { Case } from '../domain/case.ts'
import { type Match, type MatchLedger, matchPayments } from '../domain/match.ts'
import { type Cents, cents } from '../domain/money.ts'
import {
  type BankEntry,
  casesPaidBy,
  type EntryOutcome,
  entryReturnedBy,
  learnIbans,
  type StoredShare,
  writeOutcomes,
} from '../store/bank-entries.ts'
import { loadCases, lockCase } from '../store/cases.ts'
import type { Tx } from '../store/database.ts'
import { saveCases } from '../store/save-cases.ts'
import { type LedgerCase, type LedgerItem, matchLedger } from '../store/screens/match-ledger.ts'
import { type App, organisationOf } from './app.ts'

const CASES_AT_ONCE = 1000
/** Under this a difference is a fee of the bank or a slip of the payer: the rest stays open, or on the account. */
const TOLERANCE = cents(1_00)

/** Matches entries of one creditor and records what is certain; suggestions are kept for a person. */
export async function matchEntries(
  app: App,
  tx: Tx,
  creditorId: string,
  entries: readonly BankEntry[],
  actor: string,
): Promise<EntryOutcome[]> {
  const received = entries.filter(({ status }) => status === 'unmatched')
  const outcomes = await matchReceived(tx, creditorId, received)
  const byId = new Map(received.map(entry => [entry.entryId, entry]))
  const matched = outcomes
    .filter(({ status }) => status === 'matched')
    .map(({ entryId, suggestion }) => ({ entry: byId.get(entryId) as BankEntry, shares: suggestion ?? [] }))
  await recordShares(app, tx, matched, actor)
  for (const entry of entries) {
    if (entry.status === 'return') outcomes.push(await takeReturn(app, tx, entry, actor))
  }
  await writeOutcomes(tx, outcomes)
  return outcomes
}

/** Each currency against the items of that currency: amounts of two are never compared. */
async function matchReceived(
  tx: Tx,
  creditorId: string,
  received: readonly BankEntry[],
): Promise<EntryOutcome[]> {
  if (received.length === 0) return []
  const all = await matchLedger(tx, creditorId)
  return [...new Set(received.map(({ currency }) => currency))].flatMap(currency => {
    const ledger = ledgerOf(all, currency)
    const entries = received.filter(entry => entry.currency === currency)
    const matches = matchPayments(entries.map(asPayment), ledger.domain, { toleranceCents: TOLERANCE })
    return entries.map((entry, index) => outcomeOf(entry, matches[index] as Match, ledger.items))
  })
}

/** Records money of entries in the cases that it pays, one payment for each case. Cases are locked as they are written. */
export async function recordShares(
  app: App,
  tx: Tx,
  paid: readonly { entry: BankEntry; shares: readonly StoredShare[] }[],
  actor: string,
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
    await changeCases(app, tx, ids.slice(start, start + CASES_AT_ONCE), actor, (dossier, caseId) =>
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
        dossier,
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

/** Changes cases under lock, with a line in the journal of each. */
export async function changeCases(
  app: App,
  tx: Tx,
  caseIds: readonly string[],
  actor: string,
  change: (dossier: Case, caseId: string) => Case,
): Promise<void> {
  for (const caseId of caseIds) await lockCase(tx, caseId)
  const { settings } = await organisationOf(tx)
  const today = app.clock.today()
  const changes = (await loadCases(tx, caseIds, settings)).map(stored => {
    const after = change(stored.dossier, stored.caseId)
    return {
      stored,
      after,
      told: [{ day: today, actor, kind: 'bank' as const, entry: entryOf(stored.dossier, after) }],
    }
  })
  await saveCases(
    tx,
    changes.filter(({ stored, after }) => after !== stored.dossier),
    app.clock.now(),
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

/** Money that came back reopens what it had paid; where no payment answers to it, a person looks. */
async function takeReturn(app: App, tx: Tx, entry: BankEntry, actor: string): Promise<EntryOutcome> {
  const brought = await entryReturnedBy(tx, entry)
  const outcome = { entryId: entry.entryId, score: null, suggestion: null }
  if (!brought) return { ...outcome, status: 'unmatched', because: [] }
  const caseIds = await casesPaidBy(tx, brought.entryId)
  await changeCases(app, tx, caseIds, actor, dossier => {
    const payment = dossier.payments.find(({ entry: key }) => key === brought.entryId)
    return payment ? returnFromBank(dossier, brought.entryId, payment.amountCents, entry.bookedOn) : dossier
  })
  return { ...outcome, status: 'matched', because: ['payment-returned'] }
}

/** What may be paid in a currency, as the store has it and as the domain matches it: the same places. */
function ledgerOf(
  { items, cases }: { items: readonly LedgerItem[]; cases: readonly LedgerCase[] },
  currency: string,
): { items: readonly LedgerItem[]; domain: MatchLedger } {
  const payable = items.filter(item => item.currency === currency)
  return {
    items: payable,
    domain: {
      items: payable.map(({ caseId, number, balanceCents, dueOn }) => ({
        debtor: caseId,
        number,
        currency,
        balanceCents: cents(balanceCents),
        dueOn,
      })),
      debtors: cases
        .filter(one => one.currency === currency)
        .map(({ caseId, name, ibans }) => ({ key: caseId, name, ibans })),
    },
  }
}

function asPayment(entry: BankEntry) {
  const { bookedOn, amountCents, currency, description, reference, endToEndId, partyName, partyIban } = entry
  return {
    receivedOn: bookedOn,
    amountCents: cents(amountCents),
    currency,
    label: [description, reference, endToEndId].filter(Boolean).join(' '),
    payerName: partyName,
    payerIban: partyIban,
  }
}

function outcomeOf(entry: BankEntry, match: Match, items: readonly LedgerItem[]): EntryOutcome {
  const { status, score, because } = match
  const suggestion = match.shares.flatMap(({ item, amountCents }) => {
    const found = items[item]
    return found
      ? [
          {
            caseId: found.caseId,
            itemId: found.itemId,
            amountCents: Number(amountCents),
            isCredit: found.isCredit,
          },
        ]
      : []
  })
  return {
    entryId: entry.entryId,
    status,
    score: status === 'unmatched' ? null : score,
    because,
    suggestion: suggestion.length > 0 ? suggestion : null,
  }
}

function entryOf(before: Case, after: Case): Record<string, unknown> {
  return {
    payments: after.payments.length - before.payments.length,
    allocations: after.allocations.length - before.allocations.length,
  }
}
