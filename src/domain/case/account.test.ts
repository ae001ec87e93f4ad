import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { day } from '../date.ts'
import { subtract, sum, ZERO } from '../money.ts'
import { replay } from '../story/replay.ts'
import { parseStory } from '../story/story.ts'
import { accountLines, balanceOn } from './account.ts'
import { type Case, openItems } from './case.ts'
import { accountCreditCents } from './credit.ts'

const FOLDER = new URL('../../../test/stories/', import.meta.url)
const LAST = day('2099-12-31')

function endOf(text: string): Case {
  const story = parseStory(text)
  if ('problems' in story) throw new Error(story.problems.map(({ code }) => code).join())
  const lived = replay(story, france)
  if ('problems' in lived) throw new Error(lived.problems.map(({ code }) => code).join())
  return lived.end
}

test('an account tells each movement on its day, and what it leaves', () => {
  const end = endOf(`creditor "Atelier Nord"
debtor "Durand SARL" business
contact accounts-payable email compta@durand.example
scenario amiable-b2b
invoice F-1 1000.00 issued 2026-01-15 due 2026-02-13
from 2026-02-01
until 2026-02-25
2026-02-10 pay 400.00 F-1
2026-02-12 unpay 400.00 F-1
2026-02-12 credit A-1 50.00
2026-02-20 pay 300.00 F-1
2026-02-24 write-off F-1
`)
  expect(
    accountLines(end, LAST).map(({ kind, reference, amountCents, balanceCents }) => [
      kind,
      reference,
      amountCents,
      balanceCents,
    ]),
  ).toEqual([
    ['invoice', 'F-1', 100_000n, 100_000n],
    ['payment', '', -40_000n, 60_000n],
    ['rejection', 'F-1', 40_000n, 100_000n],
    ['credit-note', 'A-1', -5_000n, 95_000n],
    ['payment', '', -30_000n, 65_000n],
    ['write-off', 'F-1', -70_000n, -5_000n],
  ])
  expect(accountLines(end, day('2026-02-11'))).toHaveLength(2)
  const [item] = end.items
  if (!item) throw new Error('no item')
  expect(
    ['2026-02-09', '2026-02-11', '2026-02-13', '2026-02-25'].map(on => balanceOn(end, item, day(on))),
  ).toEqual([100_000n, 60_000n, 100_000n, 0n])
})

test('at the end of every story the account comes to its open items less its credits', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.txt'),
  )
  expect(files.length).toBeGreaterThan(50)
  for (const file of files) {
    const end = endOf(readFileSync(new URL(file, FOLDER), 'utf8'))
    const owed = subtract(sum(openItems(end).map(item => item.balanceCents)), accountCreditCents(end))
    expect(accountLines(end, LAST).at(-1)?.balanceCents ?? ZERO, file).toBe(owed)
  }
})
