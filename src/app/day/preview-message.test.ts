/** Any message on any day, on real PostgreSQL: why it would go or not, and that looking changes nothing. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, onDay, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { day } from '../../domain/date.ts'
import { sendTest } from '../delivery/send-test.ts'
import { setTexts } from '../texts/set-texts.ts'
import { type PreviewMessage, previewMessage } from './preview-message.ts'
import { runDay } from './run-day.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = async () => {
    const desk = await testDesk(fresh.database, '2026-02-16')
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    return desk
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
    const desk = await start()
    const early = await previewed(desk, 'j7')
    expect(early.preview).toMatchObject({ goes: null, passedOn: null })
    const on = early.preview.nextOn ?? ''
    expect((await previewed(desk, 'j7', { on: day(on) })).preview).toMatchObject({ goes: 'act', date: on })
    expect((await previewed(desk, 'j1', { on: day(on) })).preview).toMatchObject({
      goes: null,
      passedOn: '2026-02-16',
      nextOn: null,
    })
  })

  test('what stops it is told: a hold, and the day after which it would go', async () => {
    const desk = await start()
    await recordFact(onDay(desk, '2026-02-15'), {
      text: 'pause until 2026-02-20',
      debtor: 'DURAND',
    })
    const { preview } = await previewed(desk, 'j1')
    expect(preview).toMatchObject({
      goes: null,
      items: [{ item: 'F-1', state: 'held', because: [{ kind: 'hold', code: 'pause' }] }],
    })
    expect(preview.nextOn).toBe('2026-02-23')
  })

  test('what is already decided waits', async () => {
    const desk = await start()
    await runDay(desk, { dryRun: false })
    expect((await previewed(desk, 'j1')).preview).toMatchObject({ goes: 'waiting' })
    expect(await preview(desk, 'j1', { on: day('2026-02-15') })).toMatchObject({
      refused: 'date-before-last-run',
    })
  })

  test('another channel of the step, another language; nothing else', async () => {
    const desk = await start()
    const sms = await previewed(desk, 'j11', { channel: 'sms', language: 'en' })
    expect(sms.preview).toMatchObject({ channel: 'sms', to: '0102030405', language: 'en', subject: '' })
    expect(sms.preview.text).toContain('is still unpaid')
    expect(await preview(desk, 'j11', { channel: 'letter' })).toMatchObject({
      refused: 'channel-not-of-step',
    })
    expect(await preview(desk, 'r1')).toMatchObject({ refused: 'unknown-step' })
    expect(await preview(desk, 'j40')).toMatchObject({ refused: 'notice-lacks' })
    expect(await preview(desk, 'j1', { debtor: 'NOBODY' })).toMatchObject({ refused: 'unknown-debtor' })
  })

  test('a person’s own text is what is shown', async () => {
    const desk = await start()
    const content = '---\nétape: j1\ncanal: email\nlangue: fr\nobjet: Un mot\n---\nBonjour de Lille.\n'
    await setTexts(desk, {
      files: [{ file: 'j1.md', content }],
      dryRun: false,
    })
    const { preview } = await previewed(desk, 'j1')
    expect(preview).toMatchObject({ subject: 'Un mot', text: 'Bonjour de Lille.\n', textVersion: 1 })
  })

  test('a test goes to oneself, marked above and in its subject, and the case does not know of it', async () => {
    const desk = await start()
    const before = await everything(desk)
    const asked = { ...request(desk, 'j1'), address: 'moi@atelier.example' }
    expect(await sendTest(desk, asked)).toMatchObject({ to: 'moi@atelier.example', step: 'j1' })
    expect(await sendTest(desk, { ...asked, step: 'j11', channel: 'sms' })).toMatchObject({ step: 'j11' })
    const banner = 'ESSAI – aucun message n’a été envoyé au débiteur'
    for (const sent of desk.sent) {
      expect(sent.to).toEqual({ address: 'moi@atelier.example' })
      expect(sent.subject).toMatch(/^\[ESSAI\]/)
      expect(sent.text.startsWith(`*** ${banner} ***`)).toBe(true)
      expect(sent.html).toContain(`>${banner}</div>`)
    }
    expect(new Set(desk.sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2)
    expect(await everything(desk)).toEqual(before)
    expect(await runDay(desk, { dryRun: false })).toMatchObject({
      actions: [{ step: 'j1' }],
    })
  })

  test('a test never goes to the debtor, and says why it did not go', async () => {
    const desk = await start()
    const asked = request(desk, 'j1')
    expect(await sendTest(desk, { ...asked, address: 'Compta@Durand.example' })).toMatchObject({
      refused: 'address-of-debtor',
    })
    expect(await sendTest(desk, { ...asked, address: 'personne' })).toMatchObject({ refused: 'bad-email' })
    desk.answer = { kind: 'temporary', detail: 'connection refused' }
    expect(await sendTest(desk, { ...asked, address: 'moi@atelier.example' })).toMatchObject({
      refused: 'test-not-sent',
      params: { reason: 'connection refused' },
    })
    expect(desk.sent).toEqual([])
  })

  /** The rows of the organisation that a use case could have changed. */
  async function everything(desk: TestDesk) {
    const rows: unknown[] = []
    for (const table of ['dunning_case', 'journal', 'action', 'message', 'passed_step'])
      rows.push(await fresh.admin(`select * from ${table} where organisation_id = $1`, [desk.organisationId]))
    return rows
  }
})

function request(desk: TestDesk, step: string, more: Partial<PreviewMessage> = {}): PreviewMessage {
  return {
    debtor: 'DURAND',
    step,
    on: desk.today,
    channel: null,
    language: null,
    ...more,
  }
}

function preview(desk: TestDesk, step: string, more: Partial<PreviewMessage> = {}) {
  return previewMessage(desk, request(desk, step, more))
}

async function previewed(desk: TestDesk, step: string, more: Partial<PreviewMessage> = {}) {
  const found = accepted(await preview(desk, step, more))
  return found
}
