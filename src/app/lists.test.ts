/** Long lists: after a cursor each row comes once, whatever is added meanwhile; at a place, the rows that the whole list has there. */
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { HEADER, importCsv, line, type TestDesk, testDesk } from '../../test/desk.ts'
import { letterOf } from '../../test/mail.ts'
import { actionsAt } from '../store/screens/actions.ts'
import { balancesAt } from '../store/screens/balances.ts'
import { entriesAt } from '../store/screens/bank-list.ts'
import { mailsAt } from '../store/screens/inbox.ts'
import { importBank } from './bank/import-bank.ts'
import { listBank, pageOfBank } from './bank/list-bank.ts'
import { listActions, pageOfActions } from './day/list-actions.ts'
import { runDay } from './day/run-day.ts'
import { listInbox, pageOfInbox } from './inbox/list-inbox.ts'
import { receiveMail } from './inbox/receive-mail.ts'
import type { AskedPage } from './page-asked.ts'
import type { Refused } from './refused.ts'
import { listBalances, pageOfBalances } from './reports/list-balances.ts'
import { listClaims, pageOfClaims } from './reports/list-claims.ts'
import { listLimitations, pageOfLimitations } from './reports/list-limitations.ts'

type Row = Record<string, unknown>
type Part = { rows: Row[]; next: string | null }

const fresh = freshDatabase()
const [openOnly, all, months] = [false, true, 120]
let desk: TestDesk
let added = 0

beforeAll(async () => {
  desk = await testDesk(fresh.database, '2026-02-16')
  for (let debtor = 0; debtor < 5; debtor++) await addOfEach()
})

/** A debtor, who owes as much as others do or more, with what is asked of them; a payment of nobody and a message. */
async function addOfEach(): Promise<void> {
  const n = ++added
  const amount = `${100 * (1 + (n % 3))},00`
  await importCsv(desk, [HEADER, line(`D${n}`, `F-${n}`, '2026-02-13', amount)].join('\n'))
  await runDay(desk, { dryRun: false })
  const statement = `Date;Libellé;Montant\n16/02/2026;VIREMENT INCONNU ${n};${n},55`
  const file = { name: 'releve.csv', bytes: new TextEncoder().encode(statement) }
  await importBank(desk, { files: [file], dryRun: false })
  await receiveMail(desk, {
    bytes: letterOf({ from: `x${n}@nulle.example`, text: `Bonjour ${n}` }),
    creditor: null,
  })
}

type List = { whole(): Promise<Row[]>; page(asked: AskedPage): Promise<Part | Refused> }

const LISTS: Record<string, List> = {
  actions: {
    whole: async () => (await listActions(desk, { openOnly })).actions,
    page: async asked => part(await pageOfActions(desk, { openOnly, ...asked }), 'actions'),
  },
  bank: {
    whole: async () => (await listBank(desk, { all })).entries,
    page: async asked => part(await pageOfBank(desk, { all, ...asked }), 'entries'),
  },
  inbox: {
    whole: async () => (await listInbox(desk, { all })).messages,
    page: async asked => part(await pageOfInbox(desk, { all, ...asked }), 'messages'),
  },
  balances: {
    whole: async () => (await listBalances(desk)).debtors,
    page: async asked => part(await pageOfBalances(desk, asked), 'debtors'),
  },
  claims: {
    whole: async () => (await listClaims(desk)).claims,
    page: async asked => part(await pageOfClaims(desk, asked), 'claims'),
  },
  limitation: {
    whole: async () => (await listLimitations(desk, { months })).items,
    page: async asked => part(await pageOfLimitations(desk, { months, ...asked }), 'items'),
  },
}

const NAMES = Object.keys(LISTS)
const listOf = (name: string) => LISTS[name] as List

function part<Key extends string>(
  answer: ({ next: string | null } & Record<Key, Row[]>) | Refused,
  key: Key,
): Part | Refused {
  return 'refused' in answer ? answer : { rows: answer[key], next: answer.next }
}

describe.each(NAMES)('%s', name => {
  const { whole, page } = listOf(name)

  test('a page after the other, while others are added, gives once each row that was there', async () => {
    const before = await whole()
    expect(before.length).toBeGreaterThanOrEqual(5)
    const walked: Row[] = []
    for (let after: string | undefined, pages = 0; ; pages++) {
      const { rows, next } = done(await page({ limit: 2, after }))
      expect(rows.length).toBeLessThanOrEqual(2)
      walked.push(...rows)
      if (next === null) break
      if (pages === 0) await addOfEach()
      after = next
    }
    expect(walked.filter(row => before.some(one => isSame(one, row)))).toEqual(before)
    expect(new Set(walked.map(row => JSON.stringify(row, plain))).size).toBe(walked.length)
  })

  test('the last page says that nothing follows, even when it is full', async () => {
    const rows = await whole()
    expect(done(await page({ limit: rows.length }))).toEqual({ rows, next: null })
    const { next } = done(await page({ limit: rows.length - 1 }))
    expect(done(await page({ limit: 1, after: next ?? '' }))).toEqual({ rows: rows.slice(-1), next: null })
    expect(done(await page({ after: next ?? '' })).rows).toEqual(rows.slice(-1))
  })

  test('what is not a cursor of this list is refused', async () => {
    const others = await Promise.all(NAMES.filter(other => other !== name).map(cursorOf))
    const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const wrong = ['', 'ailleurs', forged(name), forged(name, 'x', 'x', 'x', 'x'), forged(1), ...others]
    for (const after of wrong) expect(await page({ after }), after).toMatchObject({ refused: 'bad-cursor' })
  })
})

test('a place in the middle has the rows that the whole list has there, and the count is that of all', async () => {
  const at = { offset: 2, limit: 2 }
  const [tx, today] = [desk.transaction, desk.today]
  const statuses = ['suggested', 'unmatched', 'matched', 'refused']
  const cents = ({ openCents, overdueCents, ...row }: { openCents: bigint; overdueCents: bigint }) => ({
    ...row,
    openCents: Number(openCents),
    overdueCents: Number(overdueCents),
  })
  const balances = await tx(each => balancesAt(each, today, at))
  const found: Record<string, { rows: Row[]; count: number }> = {
    actions: await tx(each => actionsAt(each, openOnly, at)),
    bank: await tx(each => entriesAt(each, statuses, at)),
    inbox: await tx(each => mailsAt(each, all, at)),
    balances: { ...balances, rows: balances.rows.map(cents) },
  }
  for (const [name, { rows, count }] of Object.entries(found)) {
    const whole = await listOf(name).whole()
    expect(rows, name).toEqual(whole.slice(2, 4))
    expect(count, name).toBe(whole.length)
  }
})

async function cursorOf(name: string): Promise<string> {
  return done(await listOf(name).page({ limit: 1 })).next ?? ''
}

function done(answer: Part | Refused): Part {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
const isSame = (a: Row, b: Row) => JSON.stringify(a, plain) === JSON.stringify(b, plain)
