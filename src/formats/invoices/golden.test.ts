/**
 * Every file of test/fixtures/{csv,fec,cii,ubl,contacts} gives what stands in `<name>.expected.json`. `<name>.mapping.json`
 * is the user's mapping. A bug report is one more file. With WRITE_GOLDEN=1 the expectations are rewritten: read the diff.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../test/french-problems.ts'
import { addDays, type Day, formatDay } from '../../domain/date.ts'
import type { MappingChoice } from '../tables/field.ts'
import { readMapping } from '../tables/mapping.ts'
import { readContacts, readInvoices } from './read.ts'
import type { InvoiceRow, Reading } from './reading.ts'

const fixtures = fileURLToPath(new URL('../../../test/fixtures', import.meta.url))

describe.each(['csv', 'fec', 'cii', 'ubl', 'contacts'])('%s', format => {
  const folder = join(fixtures, format)
  const files = readdirSync(folder).filter(file => !file.endsWith('.json'))
  test.each(files)('%s', async file => {
    const name = join(folder, file.replace(/\.[^.]+$/, ''))
    const options = { fileName: file, mapping: mappingBeside(name), dueOn }
    const bytes = readFileSync(join(folder, file))
    const reading = await (format === 'contacts'
      ? readContacts(bytes, options)
      : readInvoices(bytes, options))
    const answer = printable(reading)
    const expected = `${name}.expected.json`
    if (process.env.WRITE_GOLDEN) writeFileSync(expected, `${JSON.stringify(answer, null, 1)}\n`)
    expect(answer).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})

function dueOn(issuedOn: Day): Day {
  return addDays(issuedOn, 30)
}

function mappingBeside(name: string): MappingChoice | undefined {
  if (!existsSync(`${name}.mapping.json`)) return undefined
  const mapping = readMapping(readFileSync(`${name}.mapping.json`, 'utf8'))
  if ('code' in mapping) throw new Error(mapping.code)
  return mapping
}

/** Dates as text, cents as numbers. */
function printable(reading: Reading): unknown {
  const { documents, problems, ...rest } = reading
  const answer = { ...rest, documents: documents.map(printableDocument), problems: inFrench(problems) }
  return JSON.parse(JSON.stringify(answer))
}

function printableDocument(document: InvoiceRow) {
  const { dues, issuedOn, amountCents, openCents, taxCents, debtor, electronic, ...rest } = document
  return {
    ...rest,
    issuedOn: date(issuedOn),
    amountCents: Number(amountCents),
    openCents: openCents === null ? null : Number(openCents),
    taxCents: taxCents === null ? null : Number(taxCents),
    dues: dues.map(due => ({ ...due, dueOn: date(due.dueOn), amountCents: Number(due.amountCents) })),
    debtor,
    ...(electronic && {
      electronic: { ...withCentsAsNumbers(electronic), dueOn: date(electronic.dueOn) },
    }),
  }
}

function withCentsAsNumbers(value: object): object {
  return JSON.parse(JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? Number(one) : one)))
}

function date(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}
