import type { Case } from '../case/case.ts'
import type { DueItem } from '../case/invoice.ts'
import { type Day, laterOf } from '../date.ts'
import type { LedgerAccount } from '../law/bookkeeping.ts'
import { badDebtEntries } from './bad-debt-entries.ts'
import { customerEntries } from './customer-entries.ts'

/** A code shared by lines of a customer's account that add up to zero, and the day on which they came to do so. */
export type Clearing = { code: string; on: Day }

/**
 * Lettering (lettrage) of the lines of a case's items, as it stands on a day: an item's lines have a code once they settle it on
 * the account where they stand, none before. The code follows the item's rank in the case, hence never changes.
 */
export function clearingOn(
  caseFile: Case,
  until: Day,
): (line: { account: LedgerAccount; item: DueItem | null }) => Clearing | null {
  const groups = new Map<string, { left: bigint; on: Day }>()
  const add = (account: LedgerAccount, item: DueItem, amountCents: bigint, on: Day) => {
    const group = groups.get(`${account} ${item.id}`) ?? { left: 0n, on }
    groups.set(`${account} ${item.id}`, { left: group.left + amountCents, on: laterOf(group.on, on) })
  }
  for (const { on, lines } of customerEntries(caseFile, until))
    for (const { account, item, amountCents } of lines) if (item) add(account, item, amountCents, on)
  for (const { on, item, lines } of badDebtEntries(caseFile, until))
    for (const { account, amountCents } of lines) add(account, item, amountCents, on)
  const ranks = new Map(caseFile.items.map(({ id }, index) => [id, index]))
  return ({ account, item }) => {
    if (item === null || (account !== 'customers' && account !== 'doubtful')) return null
    const group = groups.get(`${account} ${item.id}`)
    return group?.left === 0n ? { code: letters(ranks.get(item.id) ?? 0), on: group.on } : null
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** 0 → `AAA`, 1 → `AAB`; longer where three letters no longer do. */
function letters(rank: number): string {
  let text = ''
  for (let left = rank; left > 0; left = Math.floor(left / 26)) text = ALPHABET[left % 26] + text
  return text.padStart(3, 'A')
}
