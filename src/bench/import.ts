import { closeSync, createReadStream, fstatSync, openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Options, parse as Parse } from 'csv-parse'
import { fileSource } from '../cli/input-file.ts'
import type { BenchResult } from '../cli/program/bench.ts'
import { Misuse } from '../cli/shell.ts'
import { addDays } from '../domain/date.ts'
import { openInvoices } from '../formats/invoices/read.ts'
import { problemSentence } from '../words/problems/problem.ts'
import { writeCsv, writeFec } from './import-files.ts'
import type { Size } from './size.ts'
import { peakMemory, rounded, secondsOf, speedBeside } from './stopwatch.ts'

const BARE: Record<'csv' | 'fec', Options> = {
  csv: { delimiter: ';', relax_column_count: true, relax_quotes: true },
  fec: { delimiter: '\t', quote: null, relax_column_count: true },
}

/**
 * Files read to their documents, from the disk, beside csv-parse alone over the same bytes, that keeps nothing. Rows are those of
 * the file, its header apart.
 */
export async function benchImport(
  { debtors, runs }: Size,
  invoicesPerDebtor: number,
  progress: (line: string) => void,
): Promise<BenchResult[]> {
  const bareParse = await limitParser()
  const folder = await mkdtemp(path.join(tmpdir(), 'quittance-bench-'))
  try {
    const results: BenchResult[] = []
    for (const format of ['csv', 'fec'] as const) {
      const file = path.join(folder, `invoices.${format}`)
      const rows = (format === 'csv' ? writeCsv : writeFec)(file, debtors, invoicesPerDebtor)
      progress(`import-${format} : ${rows}`)
      results.push(await benchFormat(format, file, rows, runs, bareParse))
    }
    return results
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function benchFormat(
  format: 'csv' | 'fec',
  file: string,
  rows: number,
  runs: number,
  bareParse: typeof Parse,
): Promise<BenchResult> {
  const ours: number[] = []
  const limit: number[] = []
  let read = { documents: 0, megabytes: 0 }
  let peakMemoryMb = 0
  for (let run = 0; run < runs; run += 1) {
    const oursSeconds = await secondsOf(async () => {
      read = await readOurs(file)
    })
    peakMemoryMb ||= peakMemory()
    let counted = 0
    const bareSeconds = await secondsOf(async () => {
      counted = await readBare(file, bareParse, BARE[format])
    })
    if (counted !== rows + 1) throw new Error(`${counted} records instead of ${rows + 1}`)
    ours.push(rows / oursSeconds)
    limit.push(rows / bareSeconds)
  }
  return speedBeside(`import-${format}`, 'lignes/s', { ours, limit }, { rows, ...read, peakMemoryMb })
}

/** Nothing else in the product needs it, so only a checkout has it. */
async function limitParser(): Promise<typeof Parse> {
  try {
    return (await import('csv-parse')).parse
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new Misuse('csv-parse-missing', {
      fr: 'La mesure « import » se compare à csv-parse, qui n’est pas installé ici : « npm install csv-parse », ou une copie du dépôt.',
      en: 'The benchmark "import" is compared with csv-parse, which is not installed here: "npm install csv-parse", or a checkout.',
    })
  }
}

async function readOurs(file: string) {
  const fd = openSync(file, 'r')
  try {
    const { size } = fstatSync(fd)
    const dueOn = (issuedOn: Parameters<typeof addDays>[0]) => addDays(issuedOn, 30)
    const opened = await openInvoices(fileSource(fd, size, file), { fileName: file, dueOn })
    let documents = 0
    for (const batch of opened.batches()) documents += batch.length
    const wrong = opened.problems().find(problem => problem.severity === 'error')
    if (!opened.complete || wrong)
      throw new Error(wrong ? problemSentence(wrong, 'en') : 'the file was refused')
    return { documents, megabytes: rounded(size / 2 ** 20) }
  } finally {
    closeSync(fd)
  }
}

/** Records are counted and let go. */
function readBare(file: string, parse: typeof Parse, options: Options): Promise<number> {
  return new Promise((resolve, reject) => {
    let records = 0
    const count = () => {
      records += 1
      return null
    }
    const parser = parse({ ...options, on_record: count })
    parser.on('error', reject)
    parser.on('end', () => resolve(records))
    parser.resume()
    createReadStream(file).on('error', reject).pipe(parser)
  })
}
