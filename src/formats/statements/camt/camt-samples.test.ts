/** Real CAMT files, kept outside the repository: run where they are at hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { haveSamples, samplesFolder } from '../../../../test/samples.ts'
import { type Cents, formatAmount, sum } from '../../../domain/money.ts'
import { readStatements, type StatementFile } from '../read-statements.ts'
import type { Statement } from '../statement.ts'

type WantedStatement = {
  iban: string | null
  other_account_id?: string
  opening_balance: string | null
  closing_balance: string | null
  entries: number
  sum_credits: string
  sum_debits: string
  first_end_to_end_ids?: string[]
  balances_consistent?: boolean
}
type WantedFile = { message: string; statements: WantedStatement[] }
type Wanted = WantedFile | { zip_members: Record<string, WantedFile> }

describe.each(['camt053', 'camt054'])('%s', kind => {
  describe.runIf(haveSamples(kind))('the samples', () => {
    const expected = haveSamples(kind) ? JSON.parse(read(kind, 'expected.json').toString()) : {}
    test.each(Object.entries(expected as Record<string, Wanted>))('%s', async (name, want) => {
      const { files } = await readStatements(read(kind, name), { fileName: name })
      if (!('zip_members' in want)) return check(files[0], want)
      const members = Object.entries(want.zip_members)
      expect(files.map(file => file.name)).toEqual(members.map(([member]) => `${name}/${member}`))
      for (const [index, [, member]] of members.entries()) check(files[index], member)
    })
  })
})

/** The one entry of these files for information alone, a direct debit that failed, is in the sums and is not taken. */
const LEFT_OUT: Readonly<Record<string, { entries: number; credits: Cents }>> = {
  FI7433010001222090: { entries: 1, credits: 10_000n as Cents },
}

function check(file: StatementFile | undefined, want: WantedFile): void {
  const { statements, format, complete, problems } = file?.reading ?? { statements: [] }
  expect(format).toBe(want.message.slice(0, 8))
  expect(statements).toHaveLength(want.statements.length)
  expect(complete).toBe(want.statements.length > 0)
  if (!complete) expect(problems).toMatchObject([{ code: 'no-statement', severity: 'error' }])
  for (const [index, wanted] of want.statements.entries())
    expect(summary(statements[index] as Statement)).toEqual({
      account: wanted.iban ?? wanted.other_account_id,
      opening: wanted.opening_balance,
      closing: wanted.closing_balance,
      entries: wanted.entries,
      credits: wanted.sum_credits,
      debits: wanted.sum_debits,
    })
  const ids = statements.flatMap(({ entries }) => entries.map(({ endToEndId }) => endToEndId))
  const wantedIds = want.statements.flatMap(wanted => wanted.first_end_to_end_ids ?? [])
  if (!problems?.some(({ code }) => code === 'batch-not-split'))
    expect(ids.filter(id => id !== null)).toEqual(wantedIds.filter(id => id !== 'NOTPROVIDED'))
  const differ = problems?.some(({ code }) => /^(balances-differ|other-currency-balance)$/.test(code))
  if (complete) expect(differ).toBe(want.statements.some(wanted => wanted.balances_consistent === false))
}

/** Entries are counted as the bank wrote them: the parts of one share its number. */
function summary({ account, openingCents, closingCents, entries }: Statement) {
  const left = LEFT_OUT[account ?? ''] ?? { entries: 0, credits: 0n as Cents }
  const amounts = entries.map(({ amountCents }) => amountCents)
  const text = (amount: Cents | null) => (amount === null ? null : formatAmount(amount))
  return {
    account,
    opening: text(openingCents),
    closing: text(closingCents),
    entries: new Set(entries.map(({ line }) => line)).size + left.entries,
    credits: text(sum([...amounts.filter(amount => amount > 0n), left.credits])),
    debits: text(sum(amounts.filter(amount => amount < 0n).map(amount => -amount as Cents))),
  }
}

function read(kind: string, name: string): Buffer {
  return readFileSync(join(samplesFolder, kind, name))
}
