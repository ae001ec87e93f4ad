/** Text messages on real PostgreSQL: in their hours, once, and what the provider answers. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, type TestDesk, testDesk } from '../../../test/desk.ts'
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
    const { desk, texts } = await aText()
    const at = (minutes: number) => sendTexts(desk, { minutes })
    expect(await at(9 * 60)).toMatchObject({ refused: 'quiet-hours' })
    expect(await at(ELEVEN)).toMatchObject({ refused: 'sending-off' })
    await switchSending(desk, { sending: true })
    expect(await at(ELEVEN)).toMatchObject({ sent: 1, leftOut: [] })
    expect(await at(ELEVEN)).toMatchObject({ sent: 0 })
    expect(texts.sent).toMatchObject([{ to: '+33612345678', text: expect.stringContaining('F-1') }])
    expect(smsLength(texts.sent[0]?.text ?? '')).toMatchObject({ encoding: 'gsm-7' })
    expect(await statusOf(desk)).toBe('done')
  })

  test('paid meanwhile: withheld. Down: tried again. Hidden: uncertain, and neither sent again nor in the way of e-mails', async () => {
    const { desk, texts } = await aText()
    await switchSending(desk, { sending: true })
    const send = () => sendTexts(desk, { minutes: ELEVEN })
    texts.meanwhile = () => record(desk, 'pay 200.00 F-1')
    expect(await send()).toMatchObject({ later: 1 })
    texts.meanwhile = async () => {}
    texts.answer = { kind: 'temporary', detail: 'HTTP 403' }
    expect(await send()).toMatchObject({ later: 1 })
    texts.answer = { kind: 'uncertain', detail: 'no answer' }
    expect(await send()).toMatchObject({ uncertain: 1 })
    expect(await send()).toMatchObject({ uncertain: 0, sent: 0 })
    expect(await statusOf(desk)).toBe('uncertain')
    expect(await deliver(desk, { max: null })).toMatchObject({ uncertain: 0, failed: 0 })
    expect(texts.sent).toEqual([])
  })

  test('a crash in the moment of handing over is found by the next delivery: uncertain, for a person', async () => {
    const { desk, texts } = await aText()
    await switchSending(desk, { sending: true })
    texts.crash = true
    await expect(sendTexts(desk, { minutes: ELEVEN })).rejects.toThrow('crash')
    expect(await deliver(desk, { max: null })).toMatchObject({ uncertain: 1 })
    expect(await statusOf(desk)).toBe('uncertain')
  })

  test('a number that is no mobile is left out, by name', async () => {
    const { desk } = await aText('03 20 00 00 00')
    await switchSending(desk, { sending: true })
    const report = await sendTexts(desk, { minutes: ELEVEN })
    expect(report).toMatchObject({
      sent: 0,
      leftOut: [{ refusal: { refused: 'not-a-mobile', params: { phone: '03 20 00 00 00' } } }],
    })
  })

  /** A firm call that failed: the step goes by its text message. */
  async function aText(phone = '06 12 34 56 78') {
    const desk = await testDesk(fresh.database, '2026-03-20')
    const row = `DURAND;Durand SARL;F-1;2026-02-10;2026-03-10;1200,00;1200,00;compta@durand.example;${phone}`
    await importCsv(desk, [HEADER, row].join('\n'))
    await record(desk, 'already j7 2026-03-18 F-1')
    await run(desk, '2026-03-23')
    await record(desk, 'fail j11')
    await run(desk, '2026-03-24')
    return { desk, texts: withTexts(desk) }
  }
})

function withTexts(desk: TestDesk) {
  const texts = {
    sent: [] as TextMessage[],
    answer: null as Failure | null,
    meanwhile: async () => {},
    crash: false,
  }
  desk.post = {
    ...desk.post,
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

async function statusOf(desk: TestDesk) {
  const { actions } = await listActions(desk, { openOnly: false })
  return actions.find(({ channel }) => channel === 'sms')?.status
}

async function record(desk: TestDesk, text: string): Promise<void> {
  accepted(await recordFact(desk, { text, debtor: 'DURAND' }))
}

async function run(desk: TestDesk, on: string): Promise<void> {
  desk.move(on)
  accepted(await runDay(desk, { dryRun: false }))
}
