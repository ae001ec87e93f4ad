import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { transferCode } from '../app/messages/transfer-code.ts'
import { transferOf } from '../app/messages/write-message.ts'
import type { BenchResult } from '../cli/program/bench.ts'
import { france } from '../countries/fr/country.ts'
import { isRendered, renderMessage } from '../documents/email/message.ts'
import type { PrintedLetter } from '../documents/letter.ts'
import { NO_LETTERHEAD, type PictureFile } from '../documents/paper/letter-heading.ts'
import { printMessage } from '../documents/paper/print-message.ts'
import { type LetterPress, openLetterPress } from '../documents/press/letter-press.ts'
import { sampleMessage } from '../documents/samples/sample-message.ts'
import { day } from '../domain/date.ts'
import { add, cents } from '../domain/money.ts'
import type { Run } from './bare-page.ts'
import type { Size } from './size.ts'
import { median, peakMemory, rounded, secondsOf } from './stopwatch.ts'

const THREADS = 2
const TODAY = day('2026-03-02')

/**
 * Letters from their data to their PDF: text filled, read by the wording guard, payment code drawn, handed to the threads of
 * the press, printed and handed back; none twice the same. The limit: as many threads that compile one fixed page, whose words
 * stand in its source, to the same kind of PDF, and hand nothing back.
 */
export async function benchLetters({ debtors, runs }: Size): Promise<BenchResult[]> {
  const press = openLetterPress(THREADS)
  const bare = await openBare()
  const speeds = { ours: [] as number[], bare: [] as number[] }
  const processor = { ours: 0, bare: 0 }
  let bytes = 0
  for (let run = 0; run <= runs; run++) {
    const start = process.cpuUsage()
    const ours = await secondsOf(async () => {
      bytes = await printAll(press, run * debtors, debtors)
    })
    const between = process.cpuUsage()
    const limit = await secondsOf(() => bare.compile(run * debtors, debtors))
    if (run === 0) continue // the first reads fonts and compiles
    speeds.ours.push(debtors / ours)
    speeds.bare.push(debtors / limit)
    processor.ours = milliseconds(start, between) / debtors
    processor.bare = milliseconds(between, process.cpuUsage()) / debtors
  }
  await press.close()
  await bare.close()
  const [ours, limit] = [median(speeds.ours), median(speeds.bare)]
  return [
    {
      name: 'letters',
      ours: rounded(ours),
      limit: rounded(limit),
      ratio: rounded(limit / ours),
      unit: 'lettres/s',
      detail: {
        letters: debtors,
        threads: THREADS,
        processorMs: rounded(processor.ours),
        limitProcessorMs: rounded(processor.bare),
        kilobytes: Math.round(bytes / debtors / 1024),
        peakMemoryMb: peakMemory(),
      },
    },
  ]
}

/** Of all threads: what a busy machine doesn't change as it does seconds. */
function milliseconds(start: NodeJS.CpuUsage, end: NodeJS.CpuUsage): number {
  return (end.user + end.system - start.user - start.system) / 1000
}

/** As many at once as keep every thread busy, and no more: memory holds those alone. */
async function printAll(press: LetterPress, first: number, count: number): Promise<number> {
  let bytes = 0
  let next = 0
  const lane = async () => {
    while (next < count) {
      const pdf = await press.print(letterOf(first + next++))
      bytes += pdf.length
    }
  }
  await Promise.all(Array.from({ length: THREADS * 4 }, lane))
  return bytes
}

function letterOf(number: number): PrintedLetter {
  const asked = {
    step: 'j16',
    stage: 'level-2',
    channel: 'letter',
    language: 'fr',
    kind: 'business',
  } as const
  const sample = sampleMessage({ ...asked, agency: null }, TODAY)
  const [second, first] = sample.items
  if (!first || !second) throw new Error('the sample has lost its items')
  const amountCents = add(first.balanceCents, cents(number))
  const input = {
    ...sample,
    debtor: { ...sample.debtor, name: `Durand SARL ${number}` },
    items: [second, { ...first, amountCents, balanceCents: amountCents }],
    totals: { ...sample.totals, askedCents: add(sample.totals.askedCents, cents(number)) },
  }
  const message = renderMessage(input, france)
  if (!isRendered(message)) throw new Error(message.detail)
  const enclosed = { letterhead: NO_LETTERHEAD, code: codeOf(input), claim: null }
  const letter = printMessage(message, input, enclosed, france)
  if ('missing' in letter) throw new Error(letter.detail)
  return letter
}

function codeOf(input: Parameters<typeof printMessage>[1]): PictureFile {
  const code = transferCode(transferOf(input))
  if (code === null) throw new Error('the sample can no longer be paid by a transfer')
  return code
}

async function openBare() {
  const code = codeOf(
    sampleMessage(
      { step: 'j16', stage: 'level-2', channel: 'letter', language: 'fr', kind: 'business', agency: null },
      TODAY,
    ),
  )
  const workers = Array.from(
    { length: THREADS },
    () => new Worker(new URL('./bare-page.js', import.meta.url), { workerData: { code: code.bytes } }),
  )
  return {
    async compile(first: number, count: number) {
      const share = Math.ceil(count / THREADS)
      await Promise.all(
        workers.map(async (worker, index) => {
          worker.postMessage({
            first: first + index * share,
            pages: Math.min(share, count - index * share),
          } satisfies Run)
          await once(worker, 'message')
        }),
      )
    },
    close: () => Promise.all(workers.map(worker => worker.terminate())),
  }
}
