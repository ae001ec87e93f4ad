import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { HEADER, importCsv, line, testDesk } from '../../../test/desk.ts'
import { runDay } from '../day/run-day.ts'
import { changeSetting } from '../setup/change-setting.ts'
import { listBankData, noteBankData } from './note-bank-data.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('nothing is asked while bank data is too old; the next run after it comes in asks', async () => {
    const desk = await testDesk(fresh.database, '2026-02-16')
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await changeSetting(desk, { name: 'bank-data-days', value: '3' })
    const day = () => runDay(desk, { dryRun: false })
    expect(await day()).toMatchObject({
      actions: [],
      holds: [{ reason: 'stale-bank-data', items: ['F-1'], until: null }],
    })
    const [account] = (await listBankData(desk)).accounts
    const creditor = account?.creditor ?? ''
    expect(account?.knownUntil).toBeNull()
    expect(await noteBankData(desk, { creditor, on: desk.today })).toMatchObject({
      accounts: [{ creditor, knownUntil: '2026-02-16' }],
    })
    desk.move('2026-02-17')
    expect(await day()).toMatchObject({ actions: [{ step: 'j1', items: ['F-1'] }], holds: [] })
  })

  test('older data takes nothing back; a day to come and an unknown creditor are refused', async () => {
    const desk = await testDesk(fresh.database, '2026-02-16')
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    const creditor = (await listBankData(desk)).accounts[0]?.creditor ?? ''
    const note = (code: string, daysAgo: number) =>
      noteBankData(desk, { creditor: code, on: (desk.today - daysAgo) as typeof desk.today })
    await note(creditor, 1)
    expect(await note(creditor, 5)).toMatchObject({ accounts: [{ knownUntil: '2026-02-15' }] })
    expect(await note(creditor, -1)).toMatchObject({ refused: 'date-in-the-future' })
    expect(await note('AUTRE', 1)).toMatchObject({ refused: 'unknown-creditor' })
    expect(await listBankData(desk)).toMatchObject({ accounts: [{ knownUntil: '2026-02-15' }] })
  })
})
