/** A company's days on real PostgreSQL: imported, decided, sent, paid, each thing once. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { deliver } from '../delivery/deliver.ts'
import { switchSending } from '../delivery/switch-sending.ts'
import { changeSetting } from '../setup/change-setting.ts'
import { actOnAction } from './act-on-action.ts'
import { listActions } from './list-actions.ts'
import { type DayReport, runDay } from './run-day.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = () => testDesk(fresh.database, '2026-02-16')

  test('the same day twice decides and sends once', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    expect(steps(await run(desk))).toEqual(['j1 email F-1'])
    expect(await run(desk)).toMatchObject({ cases: 0, actions: [] })
    await switchSending(desk, { sending: true })
    expect(await send(desk)).toMatchObject({ sent: 1, remaining: 0 })
    expect(await send(desk)).toMatchObject({ sent: 0, remaining: 0 })
    expect(desk.sent.map(message => message.to.address)).toEqual(['compta@durand.example'])
    desk.move('2026-02-17')
    expect(steps(await run(desk))).toEqual(['j4 call F-1'])
  })

  test('two runs at once decide each case once', async () => {
    const desk = await start()
    const lines = Array.from({ length: 40 }, (_, n) => line(`D${n}`, `F-${n}`, '2026-02-13', '100,00'))
    await importCsv(desk, [HEADER, ...lines].join('\n'))
    const reports = await Promise.all([run(desk), run(desk), run(desk)])
    expect(reports.flatMap(steps)).toHaveLength(40)
    const { actions } = await listActions(desk, { openOnly: false })
    expect(new Set(actions.map(action => action.items.join())).size).toBe(40)
  })

  test('asked to keep the hours, nothing leaves at night: all of it does in the morning', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(desk)
    await switchSending(desk, { sending: true })
    const sendAt = (minute: number) => deliver(desk, { max: null, minute })
    const evening = { sent: 0, remaining: 1, quietUntil: '2026-02-17 08:00' }
    expect(await sendAt(19 * 60)).toMatchObject(evening)
    expect(await sendAt(7 * 60)).toMatchObject({ ...evening, quietUntil: '2026-02-16 08:00' })
    expect(await sendAt(8 * 60)).toMatchObject({ sent: 1, remaining: 0, quietUntil: null })
  })

  test('nothing leaves while sending is off, and nothing more is decided about it', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(desk)
    expect(await send(desk)).toMatchObject({ sent: 0, remaining: 1 })
    desk.move('2026-02-25')
    expect(steps(await run(desk))).toEqual([])
    await switchSending(desk, { sending: true })
    expect(await send(desk)).toMatchObject({ sent: 1 })
  })

  test('what is paid between decision and sending is not reminded', async () => {
    const desk = await start()
    await importCsv(
      desk,
      [
        HEADER,
        line('DURAND', 'F-1', '2026-02-13', '1200,00'),
        line('PETIT', 'F-2', '2026-02-13', '50,00'),
      ].join('\n'),
    )
    await run(desk)
    await switchSending(desk, { sending: true })
    await record(desk, 'pay 1200.00 F-1', 'DURAND')
    expect(await send(desk)).toMatchObject({ sent: 1, cancelled: 1, remaining: 0 })
    expect(desk.sent.map(message => message.to.address)).toEqual(['compta@petit.example'])
    desk.move('2026-02-17')
    expect((await run(desk)).closed).toEqual([{ case: 'MOI/DURAND', reason: 'paid' }])
  })

  test('a payment recorded while the message is under way holds it back', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(desk)
    await switchSending(desk, { sending: true })
    desk.meanwhile = async () => {
      desk.meanwhile = async () => {}
      await record(desk, 'pay 1200.00 F-1', 'DURAND')
    }
    expect(await send(desk)).toMatchObject({ sent: 0, cancelled: 1, remaining: 0 })
    expect(desk.sent).toEqual([])
  })

  test('of two invoices in a message, the one paid meanwhile is left out', async () => {
    const desk = await start()
    await importCsv(
      desk,
      [
        HEADER,
        line('DURAND', 'F-1', '2026-02-12', '1200,00'),
        line('DURAND', 'F-2', '2026-02-13', '300,00'),
      ].join('\n'),
    )
    expect(steps(await run(desk))).toEqual(['j1 email F-1,F-2'])
    await switchSending(desk, { sending: true })
    await record(desk, 'pay 1200.00 F-1', 'DURAND')
    await send(desk)
    expect(desk.sent[0]?.text).toContain('F-2')
    expect(desk.sent[0]?.text).not.toContain('F-1')
  })

  test('a refused address falls back to a call on the next contact day', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(desk)
    await switchSending(desk, { sending: true })
    desk.answer = { kind: 'permanent', detail: '550 no such user' }
    expect(await send(desk)).toMatchObject({ sent: 0, failed: 0 + 1 })
    desk.move('2026-02-17')
    expect(steps(await run(desk))).toEqual(['j1 call F-1'])
  })

  test('an outage is tried again within the same action, then given up', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(desk)
    await switchSending(desk, { sending: true })
    desk.answer = { kind: 'temporary', detail: 'connection refused' }
    expect(await send(desk)).toMatchObject({ sent: 0, failed: 0, remaining: 1 })
    desk.move('2026-02-17')
    expect(await send(desk)).toMatchObject({ failed: 0, remaining: 1 })
    desk.move('2026-02-19')
    expect(await send(desk)).toMatchObject({ failed: 1, remaining: 0 })
  })

  test('a crash in the moment of handing over leaves the message to a person', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(desk)
    await switchSending(desk, { sending: true })
    await fresh.admin(`update message set status = 'handing' where organisation_id = $1`, [
      desk.organisationId,
    ])
    expect(await send(desk)).toMatchObject({ sent: 0, uncertain: 1, remaining: 0 })
    expect(desk.sent).toEqual([])
    desk.move('2026-02-17')
    expect((await run(desk)).tasks).toMatchObject([{ code: 'uncertain-message', items: ['F-1'] }])
    const [action] = (await listActions(desk, { openOnly: true })).actions
    await actOnAction(desk, { ...PERSON, id: action?.id ?? '', verb: 'done' })
    desk.move('2026-02-18')
    expect(steps(await run(desk))).toEqual(['j4 call F-1'])
  })

  test('the first message to an imported debtor waits for a person, until the organisation says otherwise', async () => {
    const desk = await start()
    await changeSetting(desk, { name: 'first-message', value: 'to-confirm' })
    await importCsv(
      desk,
      [
        HEADER,
        line('DURAND', 'F-1', '2026-02-13', '1200,00'),
        line('PETIT', 'F-2', '2026-02-13', '50,00'),
      ].join('\n'),
    )
    const { actions } = await run(desk)
    expect(actions).toMatchObject([
      { case: 'MOI/DURAND', step: 'j1', mode: 'to-confirm', status: 'proposed' },
      { case: 'MOI/PETIT', step: 'j1', mode: 'to-confirm', status: 'proposed' },
    ])
    await switchSending(desk, { sending: true })
    await actOnAction(desk, { ...PERSON, id: actions[0]?.id ?? '', verb: 'confirm' })
    expect(steps(await run(desk))).toEqual(['j1 email F-1'])
    expect(await send(desk)).toMatchObject({ sent: 1 })
    await changeSetting(desk, { name: 'first-message', value: 'automatic' })
    expect(steps(await run(desk))).toEqual(['j1 email F-2'])
  })

  test('a dry run says what would be decided and writes nothing', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    expect(steps(await run(desk, true))).toEqual(['j1 email F-1'])
    expect((await listActions(desk, { openOnly: false })).actions).toEqual([])
    expect(steps(await run(desk))).toEqual(['j1 email F-1'])
  })

  test('a day before the last one is refused', async () => {
    const desk = await start()
    await run(desk)
    desk.move('2026-02-13')
    expect(await runDay(desk, { dryRun: false })).toMatchObject({
      refused: 'date-before-last-run',
    })
  })

  test('one bad case fails alone and says why', async () => {
    const desk = await start()
    await importCsv(
      desk,
      [HEADER, line('BON', 'F-1', '2026-02-13', '10,00'), line('MAUVAIS', 'F-2', '2026-02-13', '10,00')].join(
        '\n',
      ),
    )
    await fresh.admin(
      `update dunning_case set scenario_id = 'inconnu' where organisation_id = $1 and debtor_id =
       (select debtor_id from debtor where organisation_id = $1 and code = 'MAUVAIS')`,
      [desk.organisationId],
    )
    const report = await run(desk)
    expect(steps(report)).toEqual(['j1 email F-1'])
    expect(report.errors).toMatchObject([{ message: expect.stringContaining('inconnu') }])
  })

  test('every decision, fact and delivery stands in a journal that nobody can change', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    await run(desk)
    await record(desk, 'promise 1200.00 by 2026-02-20', 'DURAND')
    const entries = await fresh.admin<{ position: number; kind: string }>(
      'select position, kind from journal where organisation_id = $1 order by position',
      [desk.organisationId],
    )
    expect(entries.map(entry => entry.kind)).toEqual(['import', 'decision', 'fact'])
    expect(entries.map(entry => entry.position)).toEqual([1, 2, 3])
    await expect(fresh.admin(`update journal set kind = 'fact'`)).rejects.toThrow('append-only')
    await expect(fresh.admin('delete from journal')).rejects.toThrow('append-only')
  })

  test('a person confirms, approves, refuses and skips', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-01-20', '1200,00')].join('\n'))
    await record(desk, 'already j11 2026-02-10 F-1', 'DURAND')
    const report = await run(desk)
    expect(report.actions).toMatchObject([{ step: 'j16', status: 'proposed', mode: 'to-confirm' }])
    const id = report.actions[0]?.id ?? ''
    expect(await actOnAction(desk, { ...PERSON, id, verb: 'done' })).toMatchObject({
      refused: 'not-now',
    })
    expect(await actOnAction(desk, { ...PERSON, id, verb: 'confirm' })).toMatchObject({
      status: 'agreed',
    })
    desk.move('2026-02-17')
    expect(steps(await run(desk))).toEqual(['j16 registered-letter F-1'])
    expect(await actOnAction(desk, { ...PERSON, id, verb: 'done' })).toMatchObject({
      status: 'done',
    })
    expect(await actOnAction(desk, { ...PERSON, id: '999-1', verb: 'done' })).toMatchObject({
      refused: 'unknown-action',
    })
  })
})

const PERSON = { note: null, reason: null, actor: 'essai' }

async function run(desk: TestDesk, dryRun = false): Promise<DayReport> {
  const report = accepted(await runDay(desk, { dryRun }))
  return report
}

async function send(desk: TestDesk) {
  return deliver(desk, { max: null })
}

async function record(desk: TestDesk, text: string, debtor: string) {
  const done = accepted(await recordFact(desk, { text, debtor }))
  return done
}

function steps(report: DayReport): string[] {
  return report.actions.map(({ step, channel, items }) => `${step} ${channel} ${items.join()}`)
}
