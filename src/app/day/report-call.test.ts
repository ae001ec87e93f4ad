/** What a call gives, on real PostgreSQL: the action, the promise or the dispute, the number, in one piece. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { day } from '../../domain/date.ts'
import { cents } from '../../domain/money.ts'
import { listActions } from './list-actions.ts'
import { prepareCall } from './prepare-call.ts'
import { type ReportCall, reportCall } from './report-call.ts'
import { runDay } from './run-day.ts'

const NOTHING: Omit<ReportCall, 'id' | 'outcome' | 'date'> = {
  cause: null,
  amountCents: null,
  by: null,
  items: [],
  next: null,
  note: null,
}

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('a promise ends the call and holds the invoices until its date, cause and words kept', async () => {
    const { desk, id, report } = await aCall()
    const promised = { outcome: 'promise', by: day('2026-03-27'), cause: 'administrative', note: 'bon reçu' }
    expect(await report(promised as Partial<ReportCall>)).toEqual({
      id,
      case: 'MOI/DURAND',
      status: 'done',
      outcome: 'promise',
      cause: 'administrative',
      nextOn: null,
    })
    expect(await run(desk, '2026-03-17')).toMatchObject({
      actions: [],
      holds: [{ reason: 'promise', items: ['F-1', 'F-2'], until: '2026-03-29' }],
    })
    const prepared = await prepareCall(desk, { id })
    expect('history' in prepared && prepared.history.slice(0, 2)).toMatchObject([
      { kind: 'call', on: '2026-03-16', outcome: 'promise', cause: 'administrative', note: 'bon reçu' },
      { kind: 'promise', amountCents: 1290_00, by: '2026-03-27', status: 'pending' },
    ])
  })

  test('a dispute of part of one invoice holds that part; an amount of several invoices is refused', async () => {
    const { desk, report } = await aCall()
    const disputed = { outcome: 'dispute', amountCents: cents(90_00n) } as const
    expect(await report(disputed)).toMatchObject({ refused: 'amount-of-one-item' })
    expect(await report({ ...disputed, items: ['F-9'] })).toMatchObject({ refused: 'unknown-item' })
    expect(await openCalls(desk)).toHaveLength(1)
    expect(await report({ ...disputed, items: ['F-2'] })).toMatchObject({ status: 'done' })
    expect(await run(desk, '2026-03-17')).toMatchObject({ holds: [{ reason: 'dispute', items: ['F-2'] }] })
  })

  test('called back on a Saturday: the call waits for Monday, and is made then', async () => {
    const { desk, id, report } = await aCall()
    expect(await report({ outcome: 'call-back' })).toMatchObject({ refused: 'outcome-lacks' })
    expect(await report({ outcome: 'call-back', next: day('2026-03-16') })).toMatchObject({
      refused: 'date-in-the-past',
    })
    expect(await report({ outcome: 'call-back', next: day('2026-03-21') })).toMatchObject({
      status: 'open',
      nextOn: '2026-03-23',
    })
    expect(await run(desk, '2026-03-23')).toMatchObject({ actions: [] })
    expect(await openCalls(desk)).toMatchObject([{ id, askedOn: '2026-03-23' }])
    expect(await report({ outcome: 'reached' })).toMatchObject({ status: 'done' })
    expect(await report({ outcome: 'reached' })).toMatchObject({ refused: 'not-now' })
  })

  test('a wrong number is not called again, and the step is taken back', async () => {
    const { desk, id, report } = await aCall()
    expect(await report({ outcome: 'wrong-number' })).toMatchObject({ status: 'failed' })
    expect(await prepareCall(desk, { id })).toMatchObject({ contact: null })
    expect(await run(desk, '2026-03-17')).toMatchObject({ tasks: [{ code: 'fix-contact' }] })
  })

  test('what goes with another outcome is refused by its name, and so is what is no call', async () => {
    const { desk, report } = await aCall()
    expect(await report({ outcome: 'reached', next: day('2026-03-20') })).toMatchObject({
      refused: 'idle-option',
      params: { part: 'next', outcome: 'reached' },
    })
    expect(await report({ outcome: 'promise' })).toMatchObject({ refused: 'outcome-lacks' })
    expect(await report({ outcome: 'promise', by: day('2026-03-15') })).toMatchObject({
      refused: 'outcome-lacks',
    })
    const { actions } = await listActions(desk, { openOnly: false })
    const email = actions.find(({ channel }) => channel === 'email')
    const input = { ...NOTHING, id: email?.id ?? '', outcome: 'reached', date: desk.today } as const
    expect(await reportCall(desk, input)).toMatchObject({ refused: 'not-a-call' })
    expect(await prepareCall(desk, { id: '9-9' })).toMatchObject({
      refused: 'unknown-action',
    })
  })

  /** Two invoices whose call of the fourth day is on the list. */
  async function aCall() {
    const desk = await testDesk(fresh.database, '2026-03-10')
    const rows = [
      line('DURAND', 'F-1', '2026-03-10', '1200,00'),
      line('DURAND', 'F-2', '2026-03-10', '90,00'),
    ]
    await importCsv(desk, [HEADER, ...rows].join('\n'))
    for (const item of ['F-1', 'F-2']) {
      await recordFact(desk, {
        text: `already j1 2026-03-11 ${item}`,
        debtor: 'DURAND',
      })
    }
    await run(desk, '2026-03-16')
    const [call] = await openCalls(desk)
    const id = call?.id ?? ''
    const report = (said: Partial<ReportCall>) =>
      reportCall(desk, { ...NOTHING, id, outcome: 'reached', ...said })
    return { desk, id, report }
  }
})

async function openCalls(desk: TestDesk) {
  const { actions } = await listActions(desk, { openOnly: true })
  return actions.filter(({ channel }) => channel === 'call')
}

async function run(desk: TestDesk, on: string) {
  desk.move(on)
  const report = accepted(await runDay(desk, { dryRun: false }))
  return report
}
