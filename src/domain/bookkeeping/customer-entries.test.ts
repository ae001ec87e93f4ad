import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBadDebtCase, run, theCase } from '../../../test/lives.ts'
import { type Case, emptyCase, openItems } from '../case/case.ts'
import { accountCreditCents } from '../case/credit.ts'
import { addDays, day, formatDay } from '../date.ts'
import { record } from '../facts/record.ts'
import type { LedgerAccount } from '../law/bookkeeping.ts'
import { formatAmount, sum } from '../money.ts'
import { DEFAULT_SETTINGS } from '../organisation/settings.ts'
import { parseFact } from '../story/fact-text.ts'
import { badDebtEntries } from './bad-debt-entries.ts'
import { clearingOn } from './clearing.ts'
import { customerEntries } from './customer-entries.ts'

const UNTIL = day('2026-12-31')

test('a payment is money in the bank and less on the customer’s account, the rest of it kept there', () => {
  const caseFile = lived('2026-03-02 pay 1500.00')
  expect(told(caseFile)).toEqual([
    '2026-01-15 invoice customers F-1 1200.00 AAA, suspense -1200.00',
    '2026-03-02 payment bank 1500.00, customers F-1 -1200.00 AAA, customers -300.00',
  ])
})

test('a payment that comes back is owed again, and the item loses its lettering', () => {
  const caseFile = lived('2026-03-02 pay 1200.00 F-1', '2026-03-10 unpay 1200.00 F-1')
  expect(told(caseFile)).toEqual([
    '2026-01-15 invoice customers F-1 1200.00, suspense -1200.00',
    '2026-03-02 payment bank 1200.00, customers F-1 -1200.00',
    '2026-03-10 rejection customers F-1 1200.00, bank -1200.00',
  ])
  expect(
    clearingOn(caseFile, day('2026-03-09'))({ account: 'customers', item: caseFile.items[0] ?? null }),
  ).toEqual({ code: 'AAA', on: day('2026-03-02') })
})

test('VAT is parted from the sale where it is known; a credit note takes both back', () => {
  const caseFile = lived('2026-01-16 tax F-1 200.00', '2026-02-20 credit A-1 300.00 for F-1')
  expect(told(caseFile)).toEqual([
    '2026-01-15 invoice customers F-1 1200.00, sales -1000.00, vat -200.00',
    '2026-02-20 credit-note suspense 300.00, customers F-1 -300.00',
  ])
})

test('what settles a doubtful claim is credited where it stands, and each account is lettered by itself', () => {
  const caseFile = lived('2026-03-02 pay 200.00 F-1', '2026-03-03 doubtful F-1', '2026-05-04 pay 1000.00 F-1')
  expect(told(caseFile)).toEqual([
    '2026-01-15 invoice customers F-1 1200.00 AAA, suspense -1200.00',
    '2026-03-02 payment bank 200.00, customers F-1 -200.00 AAA',
    '2026-05-04 payment bank 1000.00, doubtful F-1 -1000.00 AAA',
  ])
})

test('what comes from an import is known to the books, what a person recorded is not', () => {
  const caseFile = lived('2026-03-02 pay 200.00 F-1')
  const asked = customerEntries(caseFile, UNTIL)
  expect(asked.map(({ kind, isKnownToBooks }) => [kind, isKnownToBooks])).toEqual([
    ['invoice', true],
    ['payment', false],
  ])
})

test.each([
  ['any case', theCase],
  ['bad debts', aBadDebtCase],
])(
  '%s: entries balance, customers owe what the case says they owe, and what is lettered adds up to zero',
  (_name, lives) => {
    fc.assert(
      fc.property(lives, life => {
        const last = run(life, () => true).mornings.at(-1)
        if (!last) throw new Error('a life without a morning')
        const { after: caseFile } = last
        const until = addDays(last.today, 4000)
        const entries = [
          ...customerEntries(caseFile, until),
          ...badDebtEntries(caseFile, until).map(({ item, lines }) => ({
            lines: lines.map(line => ({ ...line, item })),
          })),
        ]
        for (const { lines } of entries) expect(sum(lines.map(line => line.amountCents))).toBe(0n)
        const onAccount = entries.flatMap(({ lines }) => lines.filter(line => isOfCustomer(line.account)))
        const open = sum(openItems(caseFile).map(item => item.balanceCents))
        expect(sum(onAccount.map(line => line.amountCents))).toBe(open - accountCreditCents(caseFile))
        const clearingOf = clearingOn(caseFile, until)
        const byCode = new Map<string, bigint>()
        for (const line of onAccount) {
          const code = clearingOf(line)?.code
          const key = `${line.account} ${code}`
          if (code) byCode.set(key, (byCode.get(key) ?? 0n) + line.amountCents)
        }
        expect([...byCode.values()].filter(left => left !== 0n)).toEqual([])
      }),
      { seed: 48, numRuns: 60 },
    )
  },
)

function isOfCustomer(account: LedgerAccount): boolean {
  return account === 'customers' || account === 'doubtful'
}

function lived(...facts: string[]): Case {
  const empty = emptyCase({
    id: 'NORD/DURAND',
    creditor: 'Atelier Nord',
    debtor: { code: 'DURAND', name: 'Durand SARL', kind: 'business' },
    contacts: [],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
    settings: DEFAULT_SETTINGS,
  })
  const scenario = { id: 'amiable-b2b', version: 1, steps: [], firstLetter: null }
  return ['2026-01-15 invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13', ...facts].reduce(
    (caseFile, text) => {
      const [on = '', ...words] = text.split(' ')
      const fact = parseFact(words.join(' '))
      if ('problem' in fact) throw new Error(fact.problem)
      const next = record(caseFile, fact, day(on), scenario as never)
      if ('refused' in next) throw new Error(next.refused)
      return next
    },
    empty,
  )
}

function told(caseFile: Case): string[] {
  const clearingOf = clearingOn(caseFile, UNTIL)
  return customerEntries(caseFile, UNTIL).map(({ on, kind, lines }) => {
    const words = lines.map(line =>
      [line.account, line.item?.name, formatAmount(line.amountCents), clearingOf(line)?.code]
        .filter(Boolean)
        .join(' '),
    )
    return `${formatDay(on)} ${kind} ${words.join(', ')}`
  })
}
