/** Money received on real PostgreSQL: matched, suggested, decided on, undone, returned, each entry once. */
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type CamtEntry, camt } from '../../../test/camt.ts'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { runDay } from '../day/run-day.ts'
import { listBalances } from '../reports/list-balances.ts'
import { decideEntry, type EntryDecision } from './decide-entry.ts'
import { importBank } from './import-bank.ts'
import { listBank } from './list-bank.ts'
import { listBankData } from './note-bank-data.ts'

const LEDGER = [
  HEADER,
  line('DURAND', 'FA-2026-041', '2026-02-13', '1200,00'),
  line('DURAND', 'FA-2026-055', '2026-02-18', '800,00'),
  line('PETIT', 'FA-2026-042', '2026-02-13', '350,40'),
].join('\n')

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = async () => {
    const desk = await testDesk(fresh.database, '2026-03-02')
    await importCsv(desk, LEDGER)
    return desk
  }

  test('certain is recorded, likely is suggested, the rest waits; the file again changes nothing', async () => {
    const desk = await start()
    const entries: CamtEntry[] = [
      { amount: '1200.00', on: '2026-02-27', label: 'VIR FA 2026 041', payer: 'DURAND SARL' },
      { amount: '100.00', on: '2026-02-27', label: 'REMBOURSEMENT TVA', payer: 'DGFIP' },
      { amount: '37.12', on: '2026-02-27', label: 'frais', debit: 'out' },
    ]
    expect((await take(desk, entries)).payments).toEqual({
      new: 2,
      duplicate: 0,
      matched: 1,
      suggested: 0,
      unmatched: 1,
    })
    expect(await owed(desk)).toEqual({ DURAND: 800_00, PETIT: 350_40 })
    expect((await take(desk, entries)).payments).toEqual({
      new: 0,
      duplicate: 2,
      matched: 0,
      suggested: 0,
      unmatched: 0,
    })
    expect(await owed(desk)).toEqual({ DURAND: 800_00, PETIT: 350_40 })
    expect((await listBankData(desk)).accounts).toMatchObject([{ knownUntil: '2026-02-27' }])
    expect((await listBank(desk, { all: true })).entries.map(({ entry, status }) => [entry, status])).toEqual(
      [
        ['B-1', 'matched'],
        ['B-2', 'unmatched'],
      ],
    )
  })

  test('an invoice paid twice: the second payment is suggested for the account, and stays there once agreed', async () => {
    const desk = await start()
    const entry = { amount: '350.40', label: 'VIR FA 2026 042', payer: 'PETIT SA' }
    await take(desk, [{ ...entry, on: '2026-02-25' }])
    expect((await take(desk, [{ ...entry, on: '2026-02-27' }])).payments).toMatchObject({ suggested: 1 })
    const [waiting] = (await listBank(desk, { all: false })).entries
    expect(waiting).toMatchObject({ shares: [{ item: 'FA-2026-042', amountCents: 0 }] })
    expect(waiting?.because).toContain('already-paid')
    await decide(desk, { verb: 'accept' }, 2)
    expect(await owed(desk)).toEqual({ DURAND: 2000_00, PETIT: -350_40 })
    await decide(desk, { verb: 'undo' }, 2)
    expect((await listBank(desk, { all: false })).entries).toMatchObject([{ status: 'suggested' }])
  })

  test('one movement told by the statement and by a table of the bank counts once, however often the table has it', async () => {
    const desk = await start()
    const entry = { amount: '400.00', on: '2026-02-27', payer: 'DURAND SARL', label: 'ACOMPTE FA-2026-041' }
    await take(desk, [entry])
    const row = '27/02/2026;VIR SEPA RECU DURAND SARL ACOMPTE FA 2026 041;400,00'
    const table = ['Date;Libellé;Montant', row, row].join('\n')
    const files = [{ name: 'releve.csv', bytes: strToU8(table) }]
    const done = await importBank(desk, { files, dryRun: false })
    expect(done).toMatchObject({ payments: { new: 0, duplicate: 2 } })
    expect(await owed(desk)).toEqual({ DURAND: 1600_00, PETIT: 350_40 })
  })

  test('a dry run writes nothing', async () => {
    const desk = await start()
    const files = [
      { name: 'r.xml', bytes: camt([{ amount: '350.40', on: '2026-02-27', label: 'FA-2026-042' }]) },
    ]
    expect(await importBank(desk, { files, dryRun: true })).toMatchObject({
      payments: { matched: 1 },
    })
    expect(await owed(desk)).toEqual({ DURAND: 2000_00, PETIT: 350_40 })
    expect((await listBank(desk, { all: true })).entries).toEqual([])
  })

  test('an archive gives its statements, and tells what else it holds; one of nothing else is refused', async () => {
    const desk = await start()
    const letter = strToU8('%PDF-1.7 Cher client')
    const statement = camt([{ amount: '1200.00', on: '2026-02-27', label: 'FA-2026-041', payer: 'DURAND' }])
    const give = (held: Record<string, Uint8Array>) =>
      importBank(desk, {
        files: [{ name: 'banque.zip', bytes: zipSync(held) }],
        dryRun: false,
      })
    expect(await give({ 'lettre.pdf': letter })).toMatchObject({
      params: { file: expect.stringContaining('lettre.pdf') },
    })
    expect(await give({ 'lettre.pdf': letter, 'mars.xml': statement })).toMatchObject({
      files: [
        { file: 'banque.zip/lettre.pdf', problems: [{ code: 'unsupported-format', severity: 'warning' }] },
        { file: 'banque.zip/mars.xml', problems: [] },
      ],
      payments: { new: 1 },
    })
  })

  test('undone, everything is as before, and a reminder goes; matched by hand, split between two debtors', async () => {
    const desk = await start()
    await take(desk, [{ amount: '1550.40', on: '2026-02-27', label: 'GROUPE FA-2026-041', payer: 'HOLDING' }])
    const [entry] = (await listBank(desk, { all: false })).entries
    expect(entry).toMatchObject({ entry: 'B-1', status: 'suggested' })
    expect(
      await decide(desk, {
        verb: 'match',
        parts: [
          { item: 'FA-2026-041', amountCents: null },
          { item: 'FA-2026-042', amountCents: null },
        ],
      }),
    ).toEqual({ entry: 'B-1', status: 'matched', cases: ['MOI/DURAND', 'MOI/PETIT'] })
    expect(await owed(desk)).toEqual({ DURAND: 800_00 })
    const toOne = (item: string, cents: bigint | null) =>
      decide(desk, { verb: 'match', parts: [{ item, amountCents: cents as never }] })
    expect(await toOne('FA-2026-042', 999_00n)).toMatchObject({ refused: 'amount-too-high' })
    expect(await owed(desk)).toEqual({ DURAND: 800_00 })
    expect(await toOne('FA-2026-041', null)).toMatchObject({ status: 'matched', cases: ['MOI/DURAND'] })
    expect(await owed(desk)).toEqual({ DURAND: 449_60, PETIT: 350_40 })
    expect(await decide(desk, { verb: 'undo' })).toMatchObject({ status: 'suggested' })
    expect(await owed(desk)).toEqual({ DURAND: 2000_00, PETIT: 350_40 })
    const day = await runDay(desk, { dryRun: false })
    expect(day).toMatchObject({ actions: [{ step: 'j1' }, { step: 'j1' }] })
    expect(await decide(desk, { verb: 'accept' })).toMatchObject({ status: 'matched' })
    expect(await decide(desk, { verb: 'refuse' })).toMatchObject({ status: 'refused', cases: [] })
    expect(await owed(desk)).toEqual({ DURAND: 2000_00, PETIT: 350_40 })
  })

  test('money that came back reopens what it had paid, and the debtor is told first', async () => {
    const desk = await start()
    const paid: CamtEntry = {
      amount: '350.40',
      on: '2026-02-20',
      label: 'PRLV FA-2026-042',
      endToEndId: 'E-42',
    }
    await take(desk, [paid])
    expect(await owed(desk)).toEqual({ DURAND: 2000_00 })
    await take(desk, [{ ...paid, on: '2026-02-26', label: 'REJET', debit: 'returned' }])
    expect(await owed(desk)).toEqual({ DURAND: 2000_00, PETIT: 350_40 })
    const day = await runDay(desk, { dryRun: false })
    expect(day).toMatchObject({
      actions: [{ case: 'MOI/DURAND' }, { case: 'MOI/PETIT', step: 'payment-rejected' }],
    })
  })

  test('what a person can’t do now is refused, and nothing changes', async () => {
    const desk = await start()
    await take(desk, [{ amount: '1550.40', on: '2026-02-27', label: 'GROUPE FA-2026-041', payer: 'HOLDING' }])
    await recordFact(desk, {
      text: 'pay 1200.00 FA-2026-041',
      debtor: 'DURAND',
    })
    expect(await decide(desk, { verb: 'accept' })).toMatchObject({ refused: 'not-now' })
    const match = (item: string, cents: bigint | null) =>
      decide(desk, { verb: 'match', parts: [{ item, amountCents: cents as never }] })
    expect(await match('FA-2026-041', null)).toMatchObject({ refused: 'nothing-open' })
    expect(await match('FA-2026-042', 400_00n)).toMatchObject({ refused: 'amount-too-high' })
    expect(await match('AUTRE', null)).toMatchObject({ refused: 'unknown-item' })
    expect(await decide(desk, { verb: 'undo' })).toMatchObject({ refused: 'not-now' })
    expect(await decideEntry(desk, { ...by(desk), number: 9, decision: { verb: 'refuse' } })).toMatchObject({
      refused: 'unknown-entry',
    })
    expect(await owed(desk)).toEqual({ DURAND: 800_00, PETIT: 350_40 })
  })

  test('a payment that a person had recorded is not paid twice; undone, it stays', async () => {
    const desk = await start()
    await recordFact(desk, {
      text: 'pay 350.40 FA-2026-042',
      debtor: 'PETIT',
    })
    const done = await take(desk, [
      { amount: '350.40', on: '2026-02-27', label: 'VIR FA-2026-042', payer: 'Petit' },
    ])
    expect(done.payments).toMatchObject({ matched: 1, unmatched: 0 })
    expect((await listBank(desk, { all: true })).entries).toMatchObject([
      { status: 'matched', because: ['recorded-before'] },
    ])
    expect(await decide(desk, { verb: 'undo' })).toMatchObject({ status: 'unmatched' })
    expect(await owed(desk)).toEqual({ DURAND: 2000_00 })
  })

  test('an account seen paying for a debtor is known in the next statement', async () => {
    const desk = await start()
    const iban = 'FR1420041010050500013M02606'
    await take(desk, [
      { amount: '1200.00', on: '2026-02-20', label: 'FA-2026-041', payer: 'D. ET FILS', iban },
    ])
    await take(desk, [{ amount: '800.00', on: '2026-02-27', label: 'SOLDE', payer: 'D. ET FILS', iban }])
    expect(await owed(desk)).toEqual({ PETIT: 350_40 })
  })
})

async function take(desk: TestDesk, entries: readonly CamtEntry[]) {
  const done = accepted(
    await importBank(desk, {
      files: [{ name: 'releve.xml', bytes: camt(entries) }],
      dryRun: false,
    }),
  )
  return done
}

async function owed(desk: TestDesk): Promise<Record<string, number>> {
  const { debtors } = await listBalances(desk)
  return Object.fromEntries(debtors.map(({ code, openCents }) => [code, Number(openCents)]))
}

function by(desk: TestDesk) {
  return { date: desk.today, actor: 'essai' }
}

function decide(desk: TestDesk, decision: EntryDecision, number = 1) {
  return decideEntry(desk, { ...by(desk), number, decision })
}
