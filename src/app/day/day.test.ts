/** A company's days on real PostgreSQL: imported, decided, sent, paid, each thing once. */
import { expect, test } from 'vitest'
import { HEADER, importCsv, line, type TestApp, testApp } from '../../../test/app.ts'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { deliver } from '../delivery/deliver.ts'
import { switchSending } from '../delivery/switch-sending.ts'
import { changeSetting } from '../setup/change-setting.ts'
import { actOnAction } from './act-on-action.ts'
import { listActions } from './list-actions.ts'
import { type DayReport, runDay } from './run-day.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = () => testApp(fresh.database, '2026-02-16')

  test('the same day twice decides and sends once', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    expect(steps(await run(app))).toEqual(['j1 email F-1'])
    expect(await run(app)).toMatchObject({ cases: 0, actions: [] })
    await switchSending(app, true)
    expect(await send(app)).toMatchObject({ sent: 1, remaining: 0 })
    expect(await send(app)).toMatchObject({ sent: 0, remaining: 0 })
    expect(app.sent.map(message => message.to.address)).toEqual(['compta@durand.example'])
    app.move('2026-02-17')
    expect(steps(await run(app))).toEqual(['j4 call F-1'])
  })

  test('two runs at once decide each case once', async () => {
    const app = await start()
    const lines = Array.from({ length: 40 }, (_, n) => line(`D${n}`, `F-${n}`, '2026-02-13', '100,00'))
    await importCsv(app, [HEADER, ...lines].join('\n'))
    const reports = await Promise.all([run(app), run(app), run(app)])
    expect(reports.flatMap(steps)).toHaveLength(40)
    const { actions } = await listActions(app, false)
    expect(new Set(actions.map(action => action.items.join())).size).toBe(40)
  })

  test('asked to keep the hours, nothing leaves at night: all of it does in the morning', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(app)
    await switchSending(app, true)
    const sendAt = (minute: number) => deliver(app, { date: app.today, max: null, minute })
    const evening = { sent: 0, remaining: 1, quietUntil: '2026-02-17 08:00' }
    expect(await sendAt(19 * 60)).toMatchObject(evening)
    expect(await sendAt(7 * 60)).toMatchObject({ ...evening, quietUntil: '2026-02-16 08:00' })
    expect(await sendAt(8 * 60)).toMatchObject({ sent: 1, remaining: 0, quietUntil: null })
  })

  test('nothing leaves while sending is off, and nothing more is decided about it', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(app)
    expect(await send(app)).toMatchObject({ sent: 0, remaining: 1 })
    app.move('2026-02-25')
    expect(steps(await run(app))).toEqual([])
    await switchSending(app, true)
    expect(await send(app)).toMatchObject({ sent: 1 })
  })

  test('what is paid between decision and sending is not reminded', async () => {
    const app = await start()
    await importCsv(
      app,
      [
        HEADER,
        line('DURAND', 'F-1', '2026-02-13', '1200,00'),
        line('PETIT', 'F-2', '2026-02-13', '50,00'),
      ].join('\n'),
    )
    await run(app)
    await switchSending(app, true)
    await record(app, 'pay 1200.00 F-1', 'DURAND')
    expect(await send(app)).toMatchObject({ sent: 1, cancelled: 1, remaining: 0 })
    expect(app.sent.map(message => message.to.address)).toEqual(['compta@petit.example'])
    app.move('2026-02-17')
    expect((await run(app)).closed).toEqual([{ case: 'MOI/DURAND', reason: 'paid' }])
  })

  test('a payment recorded while the message is under way holds it back', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(app)
    await switchSending(app, true)
    app.meanwhile = async () => {
      app.meanwhile = async () => {}
      await record(app, 'pay 1200.00 F-1', 'DURAND')
    }
    expect(await send(app)).toMatchObject({ sent: 0, cancelled: 1, remaining: 0 })
    expect(app.sent).toEqual([])
  })

  test('of two invoices in a message, the one paid meanwhile is left out', async () => {
    const app = await start()
    await importCsv(
      app,
      [
        HEADER,
        line('DURAND', 'F-1', '2026-02-12', '1200,00'),
        line('DURAND', 'F-2', '2026-02-13', '300,00'),
      ].join('\n'),
    )
    expect(steps(await run(app))).toEqual(['j1 email F-1,F-2'])
    await switchSending(app, true)
    await record(app, 'pay 1200.00 F-1', 'DURAND')
    await send(app)
    expect(app.sent[0]?.text).toContain('F-2')
    expect(app.sent[0]?.text).not.toContain('F-1')
  })

  test('a refused address falls back to a call on the next contact day', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(app)
    await switchSending(app, true)
    app.answer = { kind: 'permanent', detail: '550 no such user' }
    expect(await send(app)).toMatchObject({ sent: 0, failed: 0 + 1 })
    app.move('2026-02-17')
    expect(steps(await run(app))).toEqual(['j1 call F-1'])
  })

  test('an outage is tried again within the same action, then given up', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(app)
    await switchSending(app, true)
    app.answer = { kind: 'temporary', detail: 'connection refused' }
    expect(await send(app)).toMatchObject({ sent: 0, failed: 0, remaining: 1 })
    app.move('2026-02-17')
    expect(await send(app)).toMatchObject({ failed: 0, remaining: 1 })
    app.move('2026-02-19')
    expect(await send(app)).toMatchObject({ failed: 1, remaining: 0 })
  })

  test('a crash in the moment of handing over leaves the message to a person', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(app)
    await switchSending(app, true)
    await fresh.admin(`update message set status = 'handing' where organisation_id = $1`, [
      app.organisationId,
    ])
    expect(await send(app)).toMatchObject({ sent: 0, uncertain: 1, remaining: 0 })
    expect(app.sent).toEqual([])
    app.move('2026-02-17')
    expect((await run(app)).tasks).toMatchObject([{ code: 'uncertain-message', items: ['F-1'] }])
    const [action] = (await listActions(app, true)).actions
    await actOnAction(app, { ...PERSON, id: action?.id ?? '', verb: 'done', date: app.today })
    app.move('2026-02-18')
    expect(steps(await run(app))).toEqual(['j4 call F-1'])
  })

  test('the first message to an imported debtor waits for a person, until the organisation says otherwise', async () => {
    const app = await start()
    await changeSetting(app, 'first-message', 'to-confirm')
    await importCsv(
      app,
      [
        HEADER,
        line('DURAND', 'F-1', '2026-02-13', '1200,00'),
        line('PETIT', 'F-2', '2026-02-13', '50,00'),
      ].join('\n'),
    )
    const { actions } = await run(app)
    expect(actions).toMatchObject([
      { case: 'MOI/DURAND', step: 'j1', mode: 'to-confirm', status: 'proposed' },
      { case: 'MOI/PETIT', step: 'j1', mode: 'to-confirm', status: 'proposed' },
    ])
    await switchSending(app, true)
    await actOnAction(app, { ...PERSON, id: actions[0]?.id ?? '', verb: 'confirm', date: app.today })
    expect(steps(await run(app))).toEqual(['j1 email F-1'])
    expect(await send(app)).toMatchObject({ sent: 1 })
    await changeSetting(app, 'first-message', 'automatic')
    expect(steps(await run(app))).toEqual(['j1 email F-2'])
  })

  test('a dry run says what would be decided and writes nothing', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    expect(steps(await run(app, true))).toEqual(['j1 email F-1'])
    expect((await listActions(app, false)).actions).toEqual([])
    expect(steps(await run(app))).toEqual(['j1 email F-1'])
  })

  test('a day before the last one is refused', async () => {
    const app = await start()
    await run(app)
    app.move('2026-02-13')
    expect(await runDay(app, { date: app.today, dryRun: false })).toMatchObject({
      refused: 'date-before-last-run',
    })
  })

  test('one bad case fails alone and says why', async () => {
    const app = await start()
    await importCsv(
      app,
      [HEADER, line('BON', 'F-1', '2026-02-13', '10,00'), line('MAUVAIS', 'F-2', '2026-02-13', '10,00')].join(
        '\n',
      ),
    )
    await fresh.admin(
      `update dunning_case set scenario_id = 'inconnu' where organisation_id = $1 and debtor_id =
       (select debtor_id from debtor where organisation_id = $1 and code = 'MAUVAIS')`,
      [app.organisationId],
    )
    const report = await run(app)
    expect(steps(report)).toEqual(['j1 email F-1'])
    expect(report.errors).toMatchObject([{ message: expect.stringContaining('inconnu') }])
  })

  test('every decision, fact and delivery stands in a journal that nobody can change', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(app)
    await record(app, 'promise 1200.00 by 2026-02-20', 'DURAND')
    const entries = await fresh.admin<{ position: number; kind: string }>(
      'select position, kind from journal where organisation_id = $1 order by position',
      [app.organisationId],
    )
    expect(entries.map(entry => entry.kind)).toEqual(['import', 'decision', 'fact'])
    expect(entries.map(entry => entry.position)).toEqual([1, 2, 3])
    await expect(fresh.admin(`update journal set kind = 'fact'`)).rejects.toThrow('append-only')
    await expect(fresh.admin('delete from journal')).rejects.toThrow('append-only')
  })

  test('a person confirms, approves, refuses and skips', async () => {
    const app = await start()
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-01-20', '1200,00')].join('\n'))
    await record(app, 'already j11 2026-02-10 F-1', 'DURAND')
    const report = await run(app)
    expect(report.actions).toMatchObject([{ step: 'j16', status: 'proposed', mode: 'to-confirm' }])
    const id = report.actions[0]?.id ?? ''
    expect(await actOnAction(app, { ...PERSON, id, verb: 'done', date: app.today })).toMatchObject({
      refused: 'not-now',
    })
    expect(await actOnAction(app, { ...PERSON, id, verb: 'confirm', date: app.today })).toMatchObject({
      status: 'agreed',
    })
    app.move('2026-02-17')
    expect(steps(await run(app))).toEqual(['j16 registered-letter F-1'])
    expect(await actOnAction(app, { ...PERSON, id, verb: 'done', date: app.today })).toMatchObject({
      status: 'done',
    })
    expect(await actOnAction(app, { ...PERSON, id: '999-1', verb: 'done', date: app.today })).toMatchObject({
      refused: 'unknown-action',
    })
  })
})

const PERSON = { note: null, reason: null, actor: 'essai' }

async function run(app: TestApp, dryRun = false): Promise<DayReport> {
  const report = await runDay(app, { date: app.today, dryRun })
  if ('refused' in report) throw new Error(report.message)
  return report
}

async function send(app: TestApp) {
  return deliver(app, { date: app.today, max: null })
}

async function record(app: TestApp, text: string, debtor: string) {
  const done = await recordFact(app, { text, debtor, date: app.today, actor: 'essai' })
  if ('refused' in done) throw new Error(done.message)
  return done
}

function steps(report: DayReport): string[] {
  return report.actions.map(({ step, channel, items }) => `${step} ${channel} ${items.join()}`)
}
