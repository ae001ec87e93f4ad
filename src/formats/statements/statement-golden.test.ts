/**
 * Every bank file of test/fixtures gives what stands in `<name>.expected.json`. A bug report is one more file. With
 * WRITE_GOLDEN=1 the expectations are rewritten: read the diff.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../test/french-problems.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { type Cents, formatAmount } from '../../domain/money.ts'
import { decodeText } from '../text-encoding.ts'
import { readBankTable } from './bank-csv.ts'
import { readCfonb120 } from './cfonb-120.ts'
import { readMt940 } from './mt940.ts'
import { readOfx } from './ofx.ts'
import { readQif } from './qif.ts'
import type { Statement, StatementEntry, StatementReading } from './statement.ts'

const READERS: Record<string, (text: string) => StatementReading> = {
  mt940: readMt940,
  'cfonb-120': readCfonb120,
  ofx: readOfx,
  qif: readQif,
  'bank-csv': text => readBankTable(text),
}
const fixtures = fileURLToPath(new URL('../../../test/fixtures', import.meta.url))

describe.each(Object.entries(READERS))('%s', (format, reader) => {
  const folder = join(fixtures, format)
  const files = readdirSync(folder).filter(file => !file.endsWith('.json'))
  test.each(files)('%s', file => {
    const decoded = decodeText(readFileSync(join(folder, file)))
    if ('code' in decoded) throw new Error(decoded.code)
    const answer = printable(reader(decoded.text))
    const expected = join(folder, file.replace(/\.[^.]+$/, '.expected.json'))
    if (process.env.WRITE_GOLDEN) writeFileSync(expected, `${JSON.stringify(answer, null, 1)}\n`)
    expect(answer).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})

/** Dates as text, amounts as decimal text. */
function printable({ statements, problems, ...rest }: StatementReading) {
  return { ...rest, problems: inFrench(problems), statements: statements.map(printableStatement) }
}

function printableStatement({ from, to, openingCents, closingCents, entries, ...rest }: Statement) {
  return {
    ...rest,
    from: date(from),
    to: date(to),
    opening: amount(openingCents),
    closing: amount(closingCents),
    entries: entries.map(printableEntry),
  }
}

function printableEntry({ bookedOn, valueOn, amountCents, ...rest }: StatementEntry) {
  const { line, ...others } = rest
  return { line, bookedOn: date(bookedOn), valueOn: date(valueOn), amount: amount(amountCents), ...others }
}

function date(on: Day | null): string | null {
  return on === null ? null : formatDay(on)
}

function amount(cents: Cents | null): string | null {
  return cents === null ? null : formatAmount(cents)
}
