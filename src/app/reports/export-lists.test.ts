/** The lists that leave for a spreadsheet, on a database. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, onDay, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { runDay } from '../day/run-day.ts'
import { deliver } from '../delivery/deliver.ts'
import { switchSending } from '../delivery/switch-sending.ts'
import { LIST_ROWS, type ListName, type ListRows } from './export-lists.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('every list of an empty company is empty', async () => {
    const desk = await testDesk(fresh.database, '2026-03-02')
    for (const name of Object.keys(LIST_ROWS) as ListName[]) expect(await rows(desk, name)).toEqual([])
  })

  test('items with what is owed, how late, where they stand and what comes next', async () => {
    const desk = await lived(await testDesk(fresh.database, '2026-03-02'))
    const items = await rows(desk, 'invoices')
    expect(
      items.map(row => [row.item, row.balanceCents, row.daysLate, row.stage, row.held, row.nextStep]),
    ).toEqual(
      expect.arrayContaining([
        ['F-1', 1200_00n, 18, 'level-1', [], 'j4'],
        ['F-2', 0n, null, null, [], null],
        ['R-1', 500_00n, 14, null, ['pause'], 'j1'],
      ]),
    )
    expect(items.length).toBe(3)
    const open = []
    for await (const row of LIST_ROWS.invoices(onDay(desk, '2026-03-03'), true)) open.push(row.item)
    expect(open.sort()).toEqual(['F-1', 'R-1'])
    expect((await rows(desk, 'balances')).map(({ code, openCents }) => [code, openCents])).toEqual([
      ['DURAND', 120000],
      ['ROUX', 50000],
    ])
    expect((await rows(desk, 'claims')).map(claim => claim.principalCents)).toEqual([120000, 50000])
    expect((await rows(desk, 'actions')).map(({ step, items }) => [step, items])).toEqual([['j1', ['F-1']]])
  })

  test('whoever has the exported journal can check it: each hash is that of the one before and of its line', async () => {
    const desk = await lived(await testDesk(fresh.database, '2026-03-02'))
    const journal = await rows(desk, 'journal')
    expect(journal.length).toBeGreaterThan(4)
    expect(new Set(journal.map(row => row.case)).size).toBe(2)
    for (const row of journal) expect(digestOf(row), `${row.case} ${row.position}`).toBe(row.hash)
    for (const [index, row] of journal.entries())
      expect(row.previousHash).toBe(row.position === 1 ? '' : journal[index - 1]?.hash)
    const [first] = journal
    if (!first) throw new Error('no line')
    expect(digestOf({ ...first, actor: 'autre' })).not.toBe(first.hash)
  })
})

/** As docs/exports.md says it. */
function digestOf({
  previousHash,
  actor,
  day,
  entry,
  salt,
  kind,
  position,
  recordedAt,
}: ListRows['journal']): string {
  const text = (value: string) => JSON.stringify(value)
  const content = createHash('sha256')
    .update(Buffer.from(salt ?? '', 'hex'))
    .update(entry ?? '')
    .digest('hex')
  const chained = `{"actor":${text(actor)},"content":"${content}","day":${text(day)},"kind":${text(kind)},"position":${position},"recorded_at":${text(recordedAt)}}`
  return createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(chained).digest('hex')
}

async function rows<Name extends ListName>(desk: TestDesk, name: Name): Promise<ListRows[Name][]> {
  const found: ListRows[Name][] = []
  for await (const row of LIST_ROWS[name](onDay(desk, '2026-03-03'), false)) found.push(row)
  return found
}

async function lived(desk: TestDesk): Promise<TestDesk> {
  await importCsv(
    desk,
    [
      HEADER,
      line('DURAND', 'F-1', '2026-02-13', '1200,00'),
      line('DURAND', 'F-2', '2026-02-13', '300,00'),
      line('ROUX', 'R-1', '2026-02-17', '500,00'),
    ].join('\n'),
  )
  for (const [debtor, text] of [
    ['DURAND', 'pay 300.00 F-2'],
    ['ROUX', 'pause'],
  ] as const) {
    accepted(await recordFact(onDay(desk, '2026-02-25'), { text, debtor }))
  }
  accepted(await runDay(onDay(desk, '2026-03-02'), { dryRun: false }))
  await switchSending(desk, { sending: true })
  await deliver(onDay(desk, '2026-03-02'), { max: null })
  return desk
}
