/** Any message on any day, on real PostgreSQL: why it would go or not, and that looking changes nothing. */
import { expect, test } from 'vitest'
import { HEADER, importCsv, line, type TestApp, testApp } from '../../../test/app.ts'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { day } from '../../domain/date.ts'
import { sendTest } from '../delivery/send-test.ts'
import { setTexts } from '../texts/set-texts.ts'
import { type PreviewMessage, previewMessage } from './preview-message.ts'
import { runDay } from './run-day.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = async () => {
    const app = await testApp(fresh.database, '2026-02-16')
    await importCsv(app, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    return app
  }

  test('a message that would go that day says why', async () => {
    const { preview } = await previewed(await start(), 'j1')
    expect(preview).toMatchObject({
      case: 'MOI/DURAND',
      channel: 'email',
      to: 'compta@durand.example',
      goes: 'act',
      because: [{ code: 'overdue' }, { code: 'step-due' }],
      nextOn: null,
      textVersion: null,
    })
    expect(preview.text).toContain('F-1')
  })

  test('days to come are lived first: the run does what the preview foresaw', async () => {
    const app = await start()
    const early = await previewed(app, 'j7')
    expect(early.preview).toMatchObject({ goes: null, passedOn: null })
    const on = early.preview.nextOn ?? ''
    expect((await previewed(app, 'j7', { date: day(on) })).preview).toMatchObject({ goes: 'act', date: on })
    expect((await previewed(app, 'j1', { date: day(on) })).preview).toMatchObject({
      goes: null,
      passedOn: '2026-02-16',
      nextOn: null,
    })
  })

  test('what stops it is told: a hold, and the day after which it would go', async () => {
    const app = await start()
    await recordFact(app, {
      text: 'pause until 2026-02-20',
      debtor: 'DURAND',
      date: day('2026-02-15'),
      actor: 'essai',
    })
    const { preview } = await previewed(app, 'j1')
    expect(preview).toMatchObject({
      goes: null,
      items: [{ item: 'F-1', state: 'held', because: [{ kind: 'hold', code: 'pause' }] }],
    })
    expect(preview.nextOn).toBe('2026-02-23')
  })

  test('what is already decided waits', async () => {
    const app = await start()
    await runDay(app, { date: app.today, dryRun: false })
    expect((await previewed(app, 'j1')).preview).toMatchObject({ goes: 'waiting' })
    expect(await preview(app, 'j1', { date: day('2026-02-15') })).toMatchObject({
      refused: 'date-before-last-run',
    })
  })

  test('another channel of the step, another language; nothing else', async () => {
    const app = await start()
    const sms = await previewed(app, 'j11', { channel: 'sms', language: 'en' })
    expect(sms.preview).toMatchObject({ channel: 'sms', to: '0102030405', language: 'en', subject: '' })
    expect(sms.preview.text).toContain('is still unpaid')
    expect(await preview(app, 'j11', { channel: 'letter' })).toMatchObject({ refused: 'channel-not-of-step' })
    expect(await preview(app, 'r1')).toMatchObject({ refused: 'unknown-step' })
    expect(await preview(app, 'j40')).toMatchObject({ refused: 'notice-lacks' })
    expect(await preview(app, 'j1', { debtor: 'NOBODY' })).toMatchObject({ refused: 'unknown-debtor' })
  })

  test('a person’s own text is what is shown', async () => {
    const app = await start()
    const content = '---\nétape: j1\ncanal: email\nlangue: fr\nobjet: Un mot\n---\nBonjour de Lille.\n'
    await setTexts(app, {
      files: [{ file: 'j1.md', content }],
      date: app.today,
      dryRun: false,
      actor: 'essai',
    })
    const { preview } = await previewed(app, 'j1')
    expect(preview).toMatchObject({ subject: 'Un mot', text: 'Bonjour de Lille.\n', textVersion: 1 })
  })

  test('a test goes to oneself, marked above and in its subject, and the case does not know of it', async () => {
    const app = await start()
    const before = await everything(app)
    const asked = { ...request(app, 'j1'), address: 'moi@atelier.example' }
    expect(await sendTest(app, asked)).toMatchObject({ to: 'moi@atelier.example', step: 'j1' })
    expect(await sendTest(app, { ...asked, step: 'j11', channel: 'sms' })).toMatchObject({ step: 'j11' })
    const banner = 'ESSAI – aucun message n’a été envoyé au débiteur'
    for (const sent of app.sent) {
      expect(sent.to).toEqual({ address: 'moi@atelier.example' })
      expect(sent.subject).toMatch(/^\[ESSAI\]/)
      expect(sent.text.startsWith(`*** ${banner} ***`)).toBe(true)
      expect(sent.html).toContain(`>${banner}</div>`)
    }
    expect(new Set(app.sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2)
    expect(await everything(app)).toEqual(before)
    expect(await runDay(app, { date: app.today, dryRun: false })).toMatchObject({ actions: [{ step: 'j1' }] })
  })

  test('a test never goes to the debtor, and says why it did not go', async () => {
    const app = await start()
    const asked = request(app, 'j1')
    expect(await sendTest(app, { ...asked, address: 'Compta@Durand.example' })).toMatchObject({
      refused: 'address-of-debtor',
    })
    expect(await sendTest(app, { ...asked, address: 'personne' })).toMatchObject({ refused: 'bad-email' })
    app.answer = { kind: 'temporary', detail: 'connection refused' }
    expect(await sendTest(app, { ...asked, address: 'moi@atelier.example' })).toMatchObject({
      refused: 'test-not-sent',
      message: expect.stringContaining('connection refused'),
    })
    expect(app.sent).toEqual([])
  })

  /** The rows of the organisation that a use case could have changed. */
  async function everything(app: TestApp) {
    const rows: unknown[] = []
    for (const table of ['dunning_case', 'journal', 'action', 'message', 'passed_step'])
      rows.push(await fresh.admin(`select * from ${table} where organisation_id = $1`, [app.organisationId]))
    return rows
  }
})

function request(app: TestApp, step: string, more: Partial<PreviewMessage> = {}): PreviewMessage {
  return { debtor: 'DURAND', step, date: app.today, today: app.today, channel: null, language: null, ...more }
}

function preview(app: TestApp, step: string, more: Partial<PreviewMessage> = {}) {
  return previewMessage(app, request(app, step, more))
}

async function previewed(app: TestApp, step: string, more: Partial<PreviewMessage> = {}) {
  const found = await preview(app, step, more)
  if ('refused' in found) throw new Error(found.message)
  return found
}
