/**
 * Every file of test/fixtures/camt gives what stands in `<name>.expected.json`. A bug report is one more file.
 * With WRITE_GOLDEN=1 the expectations are rewritten: read the diff.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../../test/french-problems.ts'
import { type Day, formatDay } from '../../../domain/date.ts'
import { type Cents, formatAmount } from '../../../domain/money.ts'
import { readStatements } from '../read-statements.ts'

const fixtures = fileURLToPath(new URL('../../../../test/fixtures', import.meta.url))

describe.each(['camt'])('%s', format => {
  const folder = join(fixtures, format)
  const files = readdirSync(folder).filter(file => !file.endsWith('.json'))
  test.each(files)('%s', async file => {
    const { files } = await readStatements(readFileSync(join(folder, file)), { fileName: file })
    const answer = printable(
      files.map(({ name, reading }) => ({
        name,
        reading: { ...reading, problems: inFrench(reading.problems) },
      })),
    )
    const expected = join(folder, `${file.replace(/\.[^.]+$/, '')}.expected.json`)
    if (process.env.WRITE_GOLDEN) writeFileSync(expected, `${JSON.stringify(answer, null, 1)}\n`)
    expect(answer).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})

/** Dates and amounts as text. */
function printable(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value) => {
      if (typeof value === 'bigint') return formatAmount(value as Cents)
      return typeof value === 'number' && key !== 'line' ? formatDay(value as Day) : value
    }),
  )
}
