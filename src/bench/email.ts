import { createTransport } from 'nodemailer'
import SMTPPool from 'nodemailer/lib/smtp-pool'
import type { Channel, Message } from '../channels/channel.ts'
import { emailChannel } from '../channels/email.ts'
import type { BenchResult } from '../cli/program/bench.ts'
import { france } from '../countries/fr/country.ts'
import { isRendered, renderMessage } from '../documents/email/message.ts'
import { sampleMessage } from '../documents/samples/sample-message.ts'
import { type MessageInput, PAYMENT_CODE } from '../documents/text/message-data.ts'
import { amountDue } from '../documents/text/text-scope.ts'
import { formatAmount } from '../domain/money.ts'
import { qrPng } from '../formats/out/qr-code.ts'
import { BENCH_DAY } from './ledger.ts'
import { openMailSink } from './mail-sink.ts'
import type { Size } from './size.ts'
import { peakMemory, secondsOf, speedBeside } from './stopwatch.ts'

const AT_ONCE = 5
/** Messages of one side before it is the other's turn. */
const TURN = 250
const PDF = new Uint8Array(50_000).fill(37)

/**
 * First reminders, each of another debtor and amount: written, their payment code drawn, built with the invoice's PDF, and
 * handed over in two steps. The limit builds and sends the very same parts, written beforehand, by nodemailer's own pool.
 * Both take turns, some messages each, so that whatever else the machine does slows one as it slows the other.
 */
export async function benchEmail(
  { debtors, runs }: Size,
  progress: (line: string) => void,
): Promise<BenchResult> {
  const speeds = { ours: [] as number[], limit: [] as number[] }
  await measure(Math.min(debtors, TURN)) // compiles
  for (let run = 0; run < runs; run++) {
    const measured = await measure(debtors)
    progress(`${Math.round(measured.ours)}/s, ${Math.round(measured.limit)}/s`)
    speeds.ours.push(measured.ours)
    speeds.limit.push(measured.limit)
  }
  return speedBeside('email', 'messages/s', speeds, {
    messages: debtors,
    connections: AT_ONCE,
    attachedBytes: PDF.length,
    peakMemoryMb: peakMemory(),
  })
}

async function measure(count: number): Promise<{ ours: number; limit: number }> {
  const [ourSink, bareSink] = [await openMailSink(), await openMailSink()]
  const channel = emailChannel(ourSink.url)
  const pool = new SMTPPool({ url: bareSink.url, pool: true, maxConnections: AT_ONCE, maxMessages: Infinity })
  const transport = createTransport(pool)
  const seconds = { ours: 0, limit: 0 }
  for (let from = 0; from < count; from += TURN) {
    const turn = Array.from({ length: Math.min(TURN, count - from) }, (_, index) => from + index)
    seconds.ours += await secondsOf(() => inLanes(turn, index => send(channel, index)))
    const written = turn.map(write)
    seconds.limit += await secondsOf(() =>
      Promise.all(written.map(message => transport.sendMail(bare(message)))),
    )
  }
  await channel.close()
  transport.close()
  const taken = [await ourSink.close(), await bareSink.close()]
  if (taken.some(each => each !== count)) throw new Error(`${taken.join(' and ')} messages taken of ${count}`)
  return { ours: count / seconds.ours, limit: count / seconds.limit }
}

async function send(channel: Channel, index: number): Promise<void> {
  const receipt = await channel.send(write(index), { beforeHandover: async () => true })
  if (receipt.kind !== 'sent') throw new Error(receipt.detail)
}

async function inLanes(turn: readonly number[], work: (index: number) => Promise<void>): Promise<void> {
  const left = [...turn]
  const lane = async () => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) await work(index)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

function write(index: number): Message {
  const input = inputOf(index)
  const rendered = renderMessage(input, france)
  if (!isRendered(rendered)) throw new Error(rendered.detail)
  const { language, subject, text, html } = rendered
  const code = `BCD\n002\n1\nSCT\n\nAtelier Nord\n${input.creditor.iban}\nEUR${formatAmount(amountDue(input))}\n\n\nF-${index}`
  return {
    idempotencyKey: `bench ${index}`,
    caseId: `BANC/C${index}`,
    step: 'j1',
    day: BENCH_DAY,
    writtenAt: '2026-09-01T08:00:00Z',
    from: { name: 'Atelier Nord', address: 'compta@atelier-nord.example' },
    to: { address: `compta@c${index}.example` },
    language,
    subject,
    text,
    html,
    attachments: [
      { filename: `F-${index}.pdf`, contentType: 'application/pdf', content: PDF },
      { filename: 'virement.png', contentType: 'image/png', content: qrPng(code), cid: PAYMENT_CODE },
    ],
  }
}

function inputOf(index: number): MessageInput {
  const asked = {
    step: 'j1',
    stage: 'level-1',
    channel: 'email',
    language: 'fr',
    kind: 'business',
    agency: null,
  } as const
  const sample = sampleMessage(asked, BENCH_DAY)
  return { ...sample, contact: { name: `Débiteur ${index}`, language: 'fr' }, hasPaymentCode: true }
}

function bare({ from, to, subject, text, html, attachments = [], idempotencyKey }: Message) {
  return {
    from: { name: from.name ?? '', address: from.address },
    to: to.address,
    subject,
    text,
    html,
    messageId: `<${idempotencyKey.replace(' ', '.')}@atelier-nord.example>`,
    attachments: attachments.map(({ filename, contentType, content, cid }) => ({
      filename,
      contentType,
      content: Buffer.from(content.buffer, content.byteOffset, content.length),
      ...(cid !== undefined && { cid }),
    })),
  }
}
