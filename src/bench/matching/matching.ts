import type { BenchResult } from '../../cli/program/bench.ts'
import { foldText } from '../../domain/fold-text.ts'
import { matchPayments } from '../../domain/match/match.ts'
import type { Match, MatchLedger, ReceivedMoney } from '../../domain/match/match-types.ts'
import { cents } from '../../domain/money.ts'
import { randomFrom } from '../random.ts'
import type { Size } from '../size.ts'
import { peakMemory, speedBeside, spentOn } from '../stopwatch.ts'
import { inventLedger } from './matching-ledger.ts'
import { inventPayments } from './matching-situations.ts'
import { openWorld, type TruePayment } from './matching-statement.ts'

const OPTIONS = { toleranceCents: cents(100) }

/** Of the payments of a situation: how many there are, how many a person could match, and what became of them. */
type Tally = {
  payments: number
  could: number
  matched: number
  wrong: number
  right: number
  suggested: number
}

/**
 * One payment for every two debtors, among all that they owe: indexing the ledger and matching, beside a bare pass that folds
 * each text and looks its words up among the numbers. Each run is another ledger and statement; quality is that of all of them.
 */
export function benchMatching(
  { debtors, runs }: Size,
  invoicesPerDebtor: number,
  firstSeed = 1,
): BenchResult {
  const [ours, limit]: [number[], number[]] = [[], []]
  const tallies = new Map<string, Tally>()
  let items = 0
  for (let run = 0; run < runs; run++) {
    const random = randomFrom(firstSeed + run)
    const ledger = inventLedger(random, debtors, invoicesPerDebtor)
    const truth = inventPayments(openWorld(ledger, random), Math.ceil(debtors / 2))
    const payments = truth.map(({ payment }) => payment)
    items += ledger.items.length
    limit.push(payments.length / spentOn(() => barePass(payments, ledger)))
    let matches: Match[] = []
    ours.push(payments.length / spentOn(() => (matches = matchPayments(payments, ledger, OPTIONS))))
    for (const [at, one] of truth.entries()) count(tallies, one, matches[at] as Match)
  }
  return speedBeside(
    'matching',
    'règlements/s',
    { ours, limit },
    {
      items,
      ...quality([...tallies.values()].reduce(together)),
      peakMemoryMb: peakMemory(),
      situations: Object.fromEntries([...tallies].map(([name, tally]) => [name, quality(tally)])),
    },
  )
}

/** Precision of what was matched; recall of what a person could match, matched alone and with what was suggested. */
function quality({ payments, could, matched, wrong, right, suggested }: Tally) {
  return {
    payments,
    couldMatch: could,
    matched,
    wrong,
    precision: share(matched - wrong, matched),
    recall: share(right, could),
    recallWithSuggested: share(right + suggested, could),
  }
}

function count(tallies: Map<string, Tally>, truth: TruePayment, match: Match): void {
  const known = tallies.get(truth.situation)
  const tally = known ?? { payments: 0, could: 0, matched: 0, wrong: 0, right: 0, suggested: 0 }
  if (!known) tallies.set(truth.situation, tally)
  const isRight = written(truth) === written(match)
  const isMatched = match.status === 'matched'
  tally.payments++
  if (isMatched) tally.matched++
  if (isMatched && !isRight) tally.wrong++
  if (!truth.personCouldMatch) return
  tally.could++
  if (isMatched && isRight) tally.right++
  if (match.status === 'suggested' && isRight) tally.suggested++
}

function together(a: Tally, b: Tally): Tally {
  return {
    payments: a.payments + b.payments,
    could: a.could + b.could,
    matched: a.matched + b.matched,
    wrong: a.wrong + b.wrong,
    right: a.right + b.right,
    suggested: a.suggested + b.suggested,
  }
}

function written({ shares }: { shares: Match['shares'] }): string {
  return shares
    .map(({ item, amountCents }) => `${item}=${amountCents}`)
    .sort()
    .join(' ')
}

export function share(part: number, all: number): number | null {
  return all === 0 ? null : Math.round((part / all) * 10_000) / 10_000
}

export function barePass(payments: readonly ReceivedMoney[], ledger: MatchLedger): number {
  const places = new Map(ledger.items.map(({ number }, at) => [foldText(number), at]))
  let found = 0
  for (const { label } of payments)
    for (const word of foldText(label).split(' ')) if (places.has(word)) found++
  return found
}
