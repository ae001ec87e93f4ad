import { addDays, earlierOf } from '../../domain/date.ts'
import { returnFromBank } from '../../domain/facts/bank-payment.ts'
import { matchPayments } from '../../domain/match/match.ts'
import type { Match, MatchLedger } from '../../domain/match/match-types.ts'
import { cents } from '../../domain/money.ts'
import {
  type BankEntry,
  casesPaidBy,
  type EntryOutcome,
  entryReturnedBy,
  writeOutcomes,
} from '../../store/bank/bank-entries.ts'
import type { Tx } from '../../store/database.ts'
import { type LedgerCase, type LedgerItem, matchLedger } from '../../store/screens/match-ledger.ts'
import type { Desk } from '../desk.ts'
import { changeByBank, recordShares } from './record-shares.ts'
import { matchRecordedBefore } from './recorded-before.ts'

/** Under this a difference is a fee of the bank or a slip of the payer: the rest stays open, or on the account. */
const TOLERANCE = cents(1_00)
/** An invoice settled for longer than this is not taken for paid twice. */
const SETTLED_DAYS = 400

/** Matches entries of one creditor and records what is certain; suggestions are kept for a person. */
export async function matchEntries(
  desk: Desk,
  tx: Tx,
  creditorId: string,
  entries: readonly BankEntry[],
): Promise<EntryOutcome[]> {
  const received = entries.filter(({ status }) => status === 'unmatched')
  const outcomes = await matchReceived(tx, creditorId, received)
  const byId = new Map(received.map(entry => [entry.entryId, entry]))
  const matched = outcomes
    .filter(({ status }) => status === 'matched')
    .map(({ entryId, suggestion }) => ({ entry: byId.get(entryId) as BankEntry, shares: suggestion ?? [] }))
  await recordShares(desk, tx, matched)
  const paysNothing = outcomes.filter(
    ({ status, because }) => status === 'unmatched' || because.includes('already-paid'),
  )
  const before = await matchRecordedBefore(
    desk,
    tx,
    creditorId,
    paysNothing.map(({ entryId }) => byId.get(entryId) as BankEntry),
  )
  const answered = new Map(before.map(outcome => [outcome.entryId, outcome]))
  for (const [place, { entryId }] of outcomes.entries()) {
    const answer = answered.get(entryId)
    if (answer) outcomes[place] = answer
  }
  for (const entry of entries) {
    if (entry.status === 'return') outcomes.push(await takeReturn(desk, tx, entry))
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
  const earliest = received.map(({ bookedOn }) => bookedOn).reduce(earlierOf)
  const all = await matchLedger(tx, creditorId, addDays(earliest, -SETTLED_DAYS))
  return [...new Set(received.map(({ currency }) => currency))].flatMap(currency => {
    const ledger = ledgerOf(all, currency)
    const entries = received.filter(entry => entry.currency === currency)
    const matches = matchPayments(entries.map(asPayment), ledger.domain, { toleranceCents: TOLERANCE })
    return entries.map((entry, index) => outcomeOf(entry, matches[index] as Match, ledger.items))
  })
}

/** Money that came back reopens what it had paid; where no payment answers to it, a person looks. */
async function takeReturn(desk: Desk, tx: Tx, entry: BankEntry): Promise<EntryOutcome> {
  const brought = await entryReturnedBy(tx, entry)
  const outcome = { entryId: entry.entryId, score: null, suggestion: null }
  if (!brought) return { ...outcome, status: 'unmatched', because: [] }
  const caseIds = await casesPaidBy(tx, brought.entryId)
  await changeByBank(desk, tx, caseIds, caseFile => {
    const payment = caseFile.payments.find(({ entry: key }) => key === brought.entryId)
    return payment ? returnFromBank(caseFile, brought.entryId, payment.amountCents, entry.bookedOn) : caseFile
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
      items: payable.map(({ caseId, number, balanceCents }) => ({
        debtor: caseId,
        number,
        references: [],
        currency,
        balanceCents: cents(balanceCents),
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
    label: [description, reference].filter(Boolean).join(' '),
    endToEndId,
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
