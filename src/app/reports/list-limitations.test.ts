import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { HEADER, importCsv, line, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { explainCase } from '../day/explain-case.ts'
import { listLimitations } from './list-limitations.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('what is soon lost comes first, until something gives it more time', async () => {
    const desk = await testDesk(fresh.database, '2026-02-16')
    await importCsv(
      desk,
      [
        HEADER,
        line('DURAND', 'F-1', '2021-06-30', '1200,00'),
        line('DURAND', 'F-2', '2021-03-15', '300,00'),
        line('PETIT', 'F-3', '2026-02-13', '50,00'),
      ].join('\n'),
    )
    const list = async (months: number) =>
      (await listLimitations(desk, { months })).items.map(({ item, lastDay }) => [item, lastDay])
    expect(await list(6)).toEqual([
      ['F-2', '2026-03-15'],
      ['F-1', '2026-06-30'],
    ])
    expect(await list(60)).toHaveLength(3)
    await recordFact(desk, {
      text: 'acknowledgement F-2 on 2026-02-10 by "lettre du 10 février"',
      debtor: 'DURAND',
    })
    expect(await list(6)).toEqual([['F-1', '2026-06-30']])
    expect(await explainCase(desk, { about: 'F-2' })).toMatchObject({
      items: [
        { limitation: { lastDay: '2031-02-10', startedBy: 'acknowledgement', startedOn: '2026-02-10' } },
      ],
    })
  })

  test('an event to come is refused, and writes nothing', async () => {
    const desk = await testDesk(fresh.database, '2026-02-16')
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2021-06-30', '1200,00')].join('\n'))
    const answer = await recordFact(desk, {
      text: 'legal-action F-1 on 2026-02-17',
      debtor: 'DURAND',
    })
    expect(answer).toMatchObject({ refused: 'date-in-the-future' })
    expect(await listLimitations(desk, { months: 6 })).toMatchObject({
      items: [{ item: 'F-1', startedBy: 'due-date' }],
    })
  })
})
