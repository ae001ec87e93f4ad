import type { Case } from '../case/case.ts'
import type { DueItem } from '../case/invoice.ts'
import type { Day } from '../date.ts'
import type { BadDebtEntryKind, LedgerAccount } from '../law/bookkeeping.ts'
import { type Cents, cents, subtract, ZERO } from '../money.ts'
import { type BadDebt, lifeOfBadDebt } from './bad-debt.ts'

/** An entry of the books: debits positive and first, credits negative, never zero; they add up to zero. */
export type BadDebtEntry = {
  on: Day
  kind: BadDebtEntryKind
  item: DueItem
  lines: readonly { account: LedgerAccount; amountCents: Cents }[]
}

/**
 * What the books should say of the case's bad debts, oldest first: 416 from 411, 491 on the net price, 654 and the VAT
 * recovered. Money received is left to the bank's journal, which credits the account on which the claim stands.
 */
export function badDebtEntries(caseFile: Case, until: Day): BadDebtEntry[] {
  return caseFile.items
    .flatMap(item => entriesOf(lifeOfBadDebt(caseFile, item, until)))
    .sort((a, b) => a.on - b.on)
}

function entriesOf(life: readonly BadDebt[]): BadDebtEntry[] {
  let standsOn: 'customers' | 'doubtful' = 'customers'
  return life.flatMap((after, index) => {
    const before = life[index - 1] ?? null
    const entries: BadDebtEntry[] = []
    const add = (kind: BadDebtEntryKind, amounts: [LedgerAccount, bigint][]) => {
      const lines = amounts
        .filter(([, amount]) => amount !== 0n)
        .map(([account, amount]) => ({ account, amountCents: cents(amount) }))
        .sort((a, b) => Number(b.amountCents > 0n) - Number(a.amountCents > 0n))
      if (lines.length > 0) entries.push({ on: after.on, kind, item: after.item, lines })
    }
    if (after.isDoubtful && !before?.isDoubtful && after.openCents > 0n) {
      standsOn = 'doubtful'
      add('doubtful', [
        ['doubtful', after.openCents],
        ['customers', -after.openCents],
      ])
    }
    const impaired = subtract(after.impairmentCents, before?.impairmentCents ?? ZERO)
    if (impaired > 0n)
      add('impairment', [
        ['impairment-charge', impaired],
        ['impairment', -impaired],
      ])
    else
      add('impairment-reversal', [
        ['impairment', -impaired],
        ['impairment-reversal', impaired],
      ])
    const lost = subtract(after.lostCents, before?.lostCents ?? ZERO)
    const tax = subtract(after.taxRecoveredCents ?? ZERO, before?.taxRecoveredCents ?? ZERO)
    add(lost > 0n ? 'loss' : lost < 0n ? 'recovery' : 'tax-recovered', [
      ['loss', lost - tax],
      ['vat', tax],
      [standsOn, -lost],
    ])
    return entries
  })
}
