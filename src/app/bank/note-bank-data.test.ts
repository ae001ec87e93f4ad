import { expect, test } from 'vitest'
import { HEADER, importCsv, line, testApp } from '../../../test/app.ts'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { runDay } from '../day/run-day.ts'
import { changeSetting } from '../setup/change-setting.ts'
import { listBankData, noteBankData } from './note-bank-data.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('nothing is asked while bank data is too old; the next run after it comes in asks', async () => {
    const app = await testApp(fresh.database, '2026-02-16')
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await changeSetting(app, 'bank-data-days', '3')
    const day = () => runDay(app, { date: app.today, dryRun: false })
    expect(await day()).toMatchObject({
      actions: [],
      holds: [{ reason: 'stale-bank-data', items: ['F-1'], until: null }],
    })
    const [account] = (await listBankData(app)).accounts
    const creditor = account?.creditor ?? ''
    expect(account?.knownUntil).toBeNull()
    expect(await noteBankData(app, { creditor, on: app.today })).toMatchObject({
      accounts: [{ creditor, knownUntil: '2026-02-16' }],
    })
    app.move('2026-02-17')
    expect(await day()).toMatchObject({ actions: [{ step: 'j1', items: ['F-1'] }], holds: [] })
  })

  test('older data takes nothing back; a day to come and an unknown creditor are refused', async () => {
    const app = await testApp(fresh.database, '2026-02-16')
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    const creditor = (await listBankData(app)).accounts[0]?.creditor ?? ''
    const note = (code: string, daysAgo: number) =>
      noteBankData(app, { creditor: code, on: (app.today - daysAgo) as typeof app.today })
    await note(creditor, 1)
    expect(await note(creditor, 5)).toMatchObject({ accounts: [{ knownUntil: '2026-02-15' }] })
    expect(await note(creditor, -1)).toMatchObject({ refused: 'date-in-the-future' })
    expect(await note('AUTRE', 1)).toMatchObject({ refused: 'unknown-creditor' })
    expect(await listBankData(app)).toMatchObject({ accounts: [{ knownUntil: '2026-02-15' }] })
  })
})
