import { performance } from 'node:perf_hooks'
import { createTransport } from 'nodemailer'
import type { Message } from '../channels/channel.ts'
import { emailChannel } from '../channels/email.ts'
import type { BenchResult } from '../cli/bench.ts'
import { isRendered, renderMessage } from '../documents/message.ts'
import { type MessageInput, PAYMENT_CODE } from '../documents/message-data.ts'
import { sampleMessage } from '../documents/sample-message.ts'
import { amountDue } from '../documents/text-scope.ts'
import { formatAmount } from '../domain/money.ts'
import { qrPng } from '../formats/qr-code.ts'
import type { Size } from './bench.ts'
import { BENCH_DAY } from './ledger.ts'
import { openMailSink } from './mail-sink.ts'
import { median, peakMemory, rounded } from './stopwatch.ts'

const AT_ONCE = 5
const PDF = new Uint8Array(50_000).fill(37)

/**
 * First reminders, each of another debtor and amount: written, their payment code drawn, built with the invoice's PDF, and
 * handed over in two steps. The limit builds and sends the very same parts, written beforehand, by nodemailer's own pool.
 */
export async function benchEmail(
  { debtors, runs }: Size,
  progress: (line: string) => void,
): Promise<BenchResult> {
  const speeds = { ours: [] as number[], limit: [] as number[] }
  for (let run = 0; run <= runs; run++) {
    for (const side of ['ours', 'limit'] as const) {
      const perSecond = await (side === 'ours' ? sendOurs : sendBare)(debtors)
      if (run > 0) speeds[side].push(perSecond) // the first compiles
      progress(`${side} : ${Math.round(perSecond)}/s`)
    }
  }
  const [ours, limit] = [median(speeds.ours), median(speeds.limit)]
  return {
    name: 'email',
    ours: Math.round(ours),
    limit: Math.round(limit),
    ratio: rounded(limit / ours),
    unit: 'messages/s',
    detail: {
      messages: debtors,
      connections: AT_ONCE,
      attachedBytes: PDF.length,
      peakMemoryMb: peakMemory(),
    },
  }
}

async function sendOurs(count: number): Promise<number> {
  return timed(count, async url => {
    const channel = emailChannel(url)
    await inLanes(count, async index => {
      const receipt = await channel.send(write(index), { beforeHandover: async () => true })
      if (receipt.kind !== 'sent') throw new Error(receipt.detail)
    })
    await channel.close()
  })
}

/** The parts are written before the clock starts, a few at a time, so that memory holds no more of them than ours. */
async function sendBare(count: number): Promise<number> {
  let seconds = 0
  const batch = 500
  const sink = await openMailSink()
  const transport = createTransport({
    url: sink.url,
    pool: true,
    maxConnections: AT_ONCE,
    maxMessages: Infinity,
  } as never)
  for (let from = 0; from < count; from += batch) {
    const messages = Array.from({ length: Math.min(batch, count - from) }, (_, index) => write(from + index))
    const start = performance.now()
    await Promise.all(messages.map(message => transport.sendMail(bare(message))))
    seconds += (performance.now() - start) / 1000
  }
  transport.close()
  const taken = await sink.close()
  if (taken !== count) throw new Error(`${taken} messages taken of ${count}`)
  return count / seconds
}

async function timed(count: number, work: (url: string) => Promise<void>): Promise<number> {
  const sink = await openMailSink()
  const start = performance.now()
  await work(sink.url)
  const seconds = (performance.now() - start) / 1000
  const taken = await sink.close()
  if (taken !== count) throw new Error(`${taken} messages taken of ${count}`)
  return count / seconds
}

async function inLanes(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

function write(index: number): Message {
  const input = inputOf(index)
  const rendered = renderMessage(input)
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
      content: Buffer.from(content),
      ...(cid !== undefined && { cid }),
    })),
  }
}
