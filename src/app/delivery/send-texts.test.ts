/** Text messages on real PostgreSQL: in their hours, once, and what the provider answers. */
import { expect, test } from 'vitest'
import { HEADER, importCsv, type TestApp, testApp } from '../../../test/app.ts'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { recordFact } from '../../../test/record-fact.ts'
import type { Failure, Receipt } from '../../channels/channel.ts'
import type { TextMessage } from '../../channels/text-provider.ts'
import { smsLength } from '../../domain/organisation/sms-text.ts'
import { listActions } from '../day/list-actions.ts'
import { runDay } from '../day/run-day.ts'
import { deliver } from './deliver.ts'
import { sendTexts } from './send-texts.ts'
import { switchSending } from './switch-sending.ts'

const ELEVEN = 11 * 60

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('sent once, at its hours, once sending is on; the step is carried out', async () => {
    const { app, texts } = await aText()
    const at = (minutes: number) => sendTexts(app, { date: app.today, minutes })
    expect(await at(9 * 60)).toMatchObject({ refused: 'quiet-hours' })
    expect(await at(ELEVEN)).toMatchObject({ refused: 'sending-off' })
    await switchSending(app, true)
    expect(await at(ELEVEN)).toMatchObject({ sent: 1, leftOut: [] })
    expect(await at(ELEVEN)).toMatchObject({ sent: 0 })
    expect(texts.sent).toMatchObject([{ to: '+33612345678', text: expect.stringContaining('F-1') }])
    expect(smsLength(texts.sent[0]?.text ?? '')).toMatchObject({ encoding: 'gsm-7' })
    expect(await statusOf(app)).toBe('done')
  })

  test('paid meanwhile: withheld. Down: tried again. Hidden: uncertain, and neither sent again nor in the way of e-mails', async () => {
    const { app, texts } = await aText()
    await switchSending(app, true)
    const send = () => sendTexts(app, { date: app.today, minutes: ELEVEN })
    texts.meanwhile = () => record(app, 'pay 200.00 F-1')
    expect(await send()).toMatchObject({ later: 1 })
    texts.meanwhile = async () => {}
    texts.answer = { kind: 'temporary', detail: 'HTTP 403' }
    expect(await send()).toMatchObject({ later: 1 })
    texts.answer = { kind: 'uncertain', detail: 'no answer' }
    expect(await send()).toMatchObject({ uncertain: 1 })
    expect(await send()).toMatchObject({ uncertain: 0, sent: 0 })
    expect(await statusOf(app)).toBe('uncertain')
    expect(await deliver(app, { date: app.today, max: null })).toMatchObject({ uncertain: 0, failed: 0 })
    expect(texts.sent).toEqual([])
  })

  test('a crash in the moment of handing over is found by the next delivery: uncertain, for a person', async () => {
    const { app, texts } = await aText()
    await switchSending(app, true)
    texts.crash = true
    await expect(sendTexts(app, { date: app.today, minutes: ELEVEN })).rejects.toThrow('crash')
    expect(await deliver(app, { date: app.today, max: null })).toMatchObject({ uncertain: 1 })
    expect(await statusOf(app)).toBe('uncertain')
  })

  test('a number that is no mobile is left out, by name', async () => {
    const { app } = await aText('03 20 00 00 00')
    await switchSending(app, true)
    const report = await sendTexts(app, { date: app.today, minutes: ELEVEN })
    expect(report).toMatchObject({
      sent: 0,
      leftOut: [{ detail: expect.stringContaining('03 20 00 00 00') }],
    })
  })

  /** A firm call that failed: the step goes by its text message. */
  async function aText(phone = '06 12 34 56 78') {
    const app = await testApp(fresh.database, '2026-03-20')
    const row = `DURAND;Durand SARL;F-1;2026-02-10;2026-03-10;1200,00;1200,00;compta@durand.example;${phone}`
    await importCsv(app, [HEADER, row].join('\n'))
    await record(app, 'already j7 2026-03-18 F-1')
    await run(app, '2026-03-23')
    await record(app, 'fail j11')
    await run(app, '2026-03-24')
    return { app, texts: withTexts(app) }
  }
})

function withTexts(app: TestApp) {
  const texts = {
    sent: [] as TextMessage[],
    answer: null as Failure | null,
    meanwhile: async () => {},
    crash: false,
  }
  app.post = {
    ...app.post,
    texts: {
      id: 'memory',
      async send(text, { beforeHandover }): Promise<Receipt | Failure> {
        await texts.meanwhile()
        if (!(await beforeHandover())) return { kind: 'withheld', detail: 'retenu' }
        if (texts.crash) throw new Error('crash')
        if (texts.answer) return texts.answer
        texts.sent.push(text)
        return { kind: 'sent', providerId: `${texts.sent.length}`, response: 'ok' }
      },
    },
  }
  return texts
}

async function statusOf(app: TestApp) {
  const { actions } = await listActions(app, false)
  return actions.find(({ channel }) => channel === 'sms')?.status
}

async function record(app: TestApp, text: string): Promise<void> {
  const done = await recordFact(app, { text, debtor: 'DURAND', date: app.today, actor: 'essai' })
  if ('refused' in done) throw new Error(done.message)
}

async function run(app: TestApp, on: string): Promise<void> {
  app.move(on)
  const report = await runDay(app, { date: app.today, dryRun: false })
  if ('refused' in report) throw new Error(report.message)
}
