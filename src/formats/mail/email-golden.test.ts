/**
 * Every message of test/fixtures/eml gives what stands in `<name>.expected.json`. A bug report is one more file, made anonymous.
 * With WRITE_GOLDEN=1 the expectations are rewritten: read the diff.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Day, formatDay } from '../../domain/date.ts'
import { readEmail } from './email.ts'

const folder = fileURLToPath(new URL('../../../test/fixtures/eml', import.meta.url))

test.each(readdirSync(folder).filter(file => file.endsWith('.eml')))('%s', async file => {
  const { email, problems } = await readEmail(readFileSync(join(folder, file)))
  const answer = email && {
    ...email,
    sentOn: dateOrNull(email.sentOn),
    absentUntil: dateOrNull(email.absentUntil),
    problems: problems.map(({ code }) => code),
  }
  const expected = join(folder, file.replace(/\.eml$/, '.expected.json'))
  if (process.env.WRITE_GOLDEN) writeFileSync(expected, `${JSON.stringify(answer, null, 1)}\n`)
  expect(answer).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
})

function dateOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}
