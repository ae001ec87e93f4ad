/** E-mails through a real mail server: what they carry, what is kept of them, what refusals do, how fast they go. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { refusal, type SmtpSink, smtpSink } from '../../../test/smtp-sink.ts'
import { emailChannel } from '../../channels/email.ts'
import { inMemory } from '../../formats/byte-source.ts'
import { actOnAction } from '../day/act-on-action.ts'
import { listActions } from '../day/list-actions.ts'
import { type DayReport, runDay } from '../day/run-day.ts'
import { keepDocuments } from '../imports/keep-documents.ts'
import { changeCreditor } from '../setup/change-creditor.ts'
import { changeSetting } from '../setup/change-setting.ts'
import { deliver } from './deliver.ts'
import { type QueuedInvoice, sendInvoice } from './send-invoice.ts'
import { showLeftMessage } from './show-left-message.ts'
import { switchSending } from './switch-sending.ts'

let sink: SmtpSink
beforeAll(async () => {
  sink = await smtpSink()
})
beforeEach(() => {
  sink.calm()
  sink.clear()
})
afterAll(() => sink.close())

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('the invoices go with the reminder that says so, whole, and the bytes that left are kept', async () => {
    const desk = await start('F-1', 'F-2')
    await keep(desk, 'F-1', 1000)
    await keep(desk, 'F-2', 2000)
    expect(await decideAndSend(desk)).toMatchObject({ sent: 1 })
    const mail = await read()
    expect(mail.text).toMatch(/Vous en trouverez la copie en pièce jointe\./)
    expect(files(mail)).toEqual([
      ['F-1.pdf', 'application/pdf', 1000],
      ['F-2.pdf', 'application/pdf', 2000],
      ['virement.png', 'image/png', expect.any(Number)],
    ])
    expect(mail.html).toContain('<img src="cid:payment-code"')
    const left = accepted(await showLeftMessage(desk, { id: await newest(desk) }))
    expect(left.status).toBe('sent')
    expect(Buffer.from(left.content).toString('latin1')).toBe(sink.mails[0]?.raw)
    expect(await showLeftMessage(desk, { id: '1-999' })).toMatchObject({ refused: 'unknown-action' })
  })

  test('copies that do not exist or do not fit are not promised', async () => {
    const desk = await start('F-1', 'F-2', 'F-3')
    await changeSetting(desk, { name: 'attachments-megabytes', value: '1' })
    await keep(desk, 'F-1', 600_000)
    await keep(desk, 'F-3', 600_000)
    await decideAndSend(desk)
    const mail = await read()
    expect(oneLine(mail.text)).toContain('Vous trouverez en pièce jointe la copie de F-1.')
    expect(oneLine(mail.text)).toContain('la copie de F-3 vous sera envoyée sur simple demande')
    expect(files(mail).map(([name]) => name)).toEqual(['F-1.pdf', 'virement.png'])
  })

  test('a reminder without any copy says nothing of copies', async () => {
    const desk = await start('F-1')
    await decideAndSend(desk)
    expect((await read()).text).not.toMatch(/copie en pièce|pièce jointe|demande\./)
  })

  test('it comes from whom the creditor says, answers go where it says, and it is paid where it says', async () => {
    const desk = await start('F-1')
    const change = (input: object) => changeCreditor(desk, { code: 'MOI', ...input })
    expect(await change({ replyTo: 'personne' })).toMatchObject({ refused: 'bad-email' })
    expect(await change({ paymentLink: 'http://pay.example' })).toMatchObject({ refused: 'bad-payment-link' })
    await change({
      email: 'compta@moi.example',
      senderName: 'Nadia, Atelier Nord',
      replyTo: 'relances@moi.example',
      paymentLink: 'https://pay.example/{debtor}?ref={reference}&montant={amount}',
    })
    await decideAndSend(desk)
    const mail = await read()
    expect(mail.from).toMatchObject({ name: 'Nadia, Atelier Nord', address: 'compta@moi.example' })
    expect(mail.replyTo).toMatchObject([{ address: 'relances@moi.example' }])
    expect(mail.html).toContain('href="https://pay.example/DURAND?ref=F-1&#38;montant=100.00"')
    expect(mail.text).toContain('https://pay.example/DURAND?ref=F-1&montant=100.00')
  })

  test('a second reminder continues the first, at the same address', async () => {
    const desk = await start('F-1')
    await decideAndSend(desk)
    desk.move('2026-02-17')
    await run(desk)
    await act(desk, 'done')
    desk.move('2026-02-20')
    await decideAndSend(desk)
    const [first, second] = sink.mails
    if (!first || !second) throw new Error('two messages were expected')
    expect(headerOf(first.raw, 'References')).toBeNull()
    expect(headerOf(second.raw, 'In-Reply-To')).toBe(first.messageId)
    expect(headerOf(second.raw, 'References')).toBe(first.messageId)
  })

  test('only what nobody has looked at says that it was written by a program', async () => {
    const desk = await start('F-1')
    await decideAndSend(desk)
    expect(headerOf(sink.mails[0]?.raw, 'Auto-Submitted')).toBe('auto-generated')
    const careful = await start('F-1')
    await changeSetting(careful, { name: 'first-message', value: 'to-confirm' })
    await run(careful)
    await act(careful, 'confirm')
    careful.move('2026-02-17')
    await decideAndSend(careful)
    expect(sink.mails).toHaveLength(2)
    expect(headerOf(sink.mails[1]?.raw, 'Auto-Submitted')).toBeNull()
  })

  test('an invoice is sent when a person asks for it: its PDF, its trace, and no step of the scenario', async () => {
    const desk = await start('F-1', 'F-2')
    const ask = (number: string) => sendInvoice(desk, { number })
    expect(await ask('F-1')).toMatchObject({
      refused: 'message-lacks',
      params: { message: 'F-1', lacks: ['attachments'] },
    })
    await keep(desk, 'F-1', 1000)
    const { id } = (await ask('F-1')) as QueuedInvoice
    expect(await ask('F-1')).toMatchObject({ refused: 'invoice-on-its-way' })
    expect(await deliver(desk, { max: null })).toMatchObject({ sent: 1, remaining: 0 })
    const mail = await read()
    expect(mail.subject).toBe('MOI\u00A0: votre facture F-1')
    expect(mail.text).toContain('Vous trouverez en pièce jointe la facture F-1.')
    expect(files(mail).map(([name]) => name)).toEqual(['F-1.pdf', 'virement.png'])
    expect(headerOf(sink.mails[0]?.raw, 'Auto-Submitted')).toBeNull()
    expect(await showLeftMessage(desk, { id })).toMatchObject({ status: 'sent' })
    expect(await ask('F-1')).toMatchObject({ refused: 'invoice-on-its-way' })
    expect((await run(desk)).actions.map(({ step, items }) => [step, items])).toEqual([
      ['j1', ['F-1', 'F-2']],
    ])
  })

  test('an invoice paid before it leaves is not sent, one in dispute is', async () => {
    const desk = await start('F-1', 'F-2')
    for (const number of ['F-1', 'F-2']) await keep(desk, number, 1000)
    const fact = (text: string) => recordFact(desk, { text, debtor: 'DURAND' })
    await sendInvoice(desk, { number: 'F-1' })
    await sendInvoice(desk, { number: 'F-2' })
    await fact('pay 100.00 F-1')
    await fact('dispute F-2 100.00 quantité')
    expect(await deliver(desk, { max: null })).toMatchObject({ sent: 1, cancelled: 1 })
    expect((await read()).subject).toBe('MOI\u00A0: votre facture F-2')
  })

  test('an unknown address is marked, and the fallback goes on the next contact day', async () => {
    const desk = await start('F-1')
    sink.at('rcpt', () => {
      throw refusal(550, '5.1.1 no such user')
    })
    expect(await decideAndSend(desk)).toMatchObject({ sent: 0, failed: 1, remaining: 0 })
    expect(await addresses(desk)).toEqual([{ email: 'compta@durand.example', email_invalid: true }])
    desk.move('2026-02-17')
    const { actions } = await run(desk)
    expect(actions.map(({ step, channel }) => `${step} ${channel}`)).toEqual(['j1 call'])
  })

  test.each([
    [550, '5.7.1 message looks like spam', 'failed'],
    [451, '4.7.1 try again later', 'later'],
  ] as const)('%i %s says nothing of the address', async (code, words, becomes) => {
    const desk = await start('F-1')
    sink.at('rcpt', () => {
      throw refusal(code, words)
    })
    const done = await decideAndSend(desk)
    expect(done).toMatchObject({
      sent: 0,
      failed: becomes === 'failed' ? 1 : 0,
      remaining: becomes === 'later' ? 1 : 0,
    })
    expect(await addresses(desk)).toEqual([{ email: 'compta@durand.example', email_invalid: false }])
    sink.calm()
    desk.move('2026-02-17')
    const sentNext = becomes === 'later' ? 1 : 0
    expect(await deliver(desk, { max: null })).toMatchObject({ sent: sentNext })
  })

  test('a domain gets no more than it should in a minute, whoever delivers; the others do not wait', async () => {
    const desk = await start()
    await changeSetting(desk, { name: 'messages-per-minute', value: '2' })
    const atOne = ['A', 'B', 'C', 'D', 'E'].map(code =>
      line(code, `F-${code}`, '2026-02-13', '10,00').replace(
        /compta@\w+\.example/,
        `${code.toLowerCase()}@big.example`,
      ),
    )
    await importCsv(desk, [HEADER, ...atOne, line('PETIT', 'F-9', '2026-02-13', '10,00')].join('\n'))
    let now = '2026-02-16T09:00:00.000Z'
    desk.now = () => now
    const send = () => deliver(desk, { max: null })
    expect(await decideAndSend(desk)).toMatchObject({ sent: 3, paced: 3, remaining: 3 })
    expect(await send()).toMatchObject({ sent: 0, paced: 0, remaining: 3 })
    now = '2026-02-16T09:01:00.000Z'
    expect(await send()).toMatchObject({ sent: 2, remaining: 1 })
    now = '2026-02-16T09:02:00.000Z'
    expect(await send()).toMatchObject({ sent: 1, remaining: 0 })
    expect(new Set(sink.mails.map(mail => mail.to)).size).toBe(6)
  })

  /** Late invoices of one debtor, and a channel to the server of these tests. */
  async function start(...numbers: string[]): Promise<TestDesk> {
    const desk = await testDesk(fresh.database, '2026-02-16')
    desk.channels = new Map([['email', emailChannel(sink.url)]])
    await changeCreditor(desk, { code: 'MOI', iban: 'FR7630006000011234567890189' })
    const lines = numbers.map(number => line('DURAND', number, '2026-02-13', '100,00'))
    if (lines.length > 0) await importCsv(desk, [HEADER, ...lines].join('\n'))
    await switchSending(desk, { sending: true })
    return desk
  }

  async function addresses(desk: TestDesk) {
    return fresh.admin(
      `select email, email_invalid from contact where organisation_id = '${desk.organisationId}'`,
    )
  }
})

async function run(desk: TestDesk): Promise<DayReport> {
  const report = accepted(await runDay(desk, { dryRun: false }))
  return report
}

/** The last action asked for, as people name it. */
async function newest(desk: TestDesk): Promise<string> {
  const [action] = (await listActions(desk, { openOnly: false })).actions
  if (!action) throw new Error('no action')
  return action.id
}

async function act(desk: TestDesk, verb: 'done' | 'confirm'): Promise<void> {
  accepted(
    await actOnAction(desk, {
      id: await newest(desk),
      verb,
      note: null,
      reason: null,
    }),
  )
}

async function decideAndSend(desk: TestDesk) {
  await run(desk)
  return deliver(desk, { max: null })
}

async function keep(desk: TestDesk, number: string, size: number): Promise<void> {
  const bytes = new Uint8Array(size).fill(32)
  bytes.set(new TextEncoder().encode(`%PDF-1.7 ${number}`))
  const { files: kept } = await keepDocuments(desk, {
    files: [{ name: `${number}.pdf`, source: inMemory(bytes) }],
    dryRun: false,
  })
  expect(kept).toMatchObject([{ outcome: 'kept' }])
}

async function read() {
  expect(sink.mails).toHaveLength(1)
  const [mail] = sink.mails
  if (!mail) throw new Error('no mail')
  return sink.read(mail)
}

function files(mail: Awaited<ReturnType<typeof read>>) {
  const all = mail.attachments.map(({ filename, mimeType, content }) => [
    filename,
    mimeType,
    (content as ArrayBuffer).byteLength,
  ])
  return all.sort(([a], [b]) => String(a).localeCompare(String(b)))
}

function headerOf(raw: string | undefined, name: string): string | null {
  const [head = ''] = (raw ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n\r\n')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? null
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ')
}
