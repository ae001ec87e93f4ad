/** docs/texts.md lists exactly the variables that texts may name. `GOLDEN_WRITE=1 npx vitest run test/text-variables.test.ts` rewrites its table. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listVariables } from '../src/app/texts/list-variables.ts'
import { sampleMessage } from '../src/documents/samples/sample-message.ts'
import { textScope } from '../src/documents/text/text-scope.ts'
import { VARIABLES } from '../src/documents/text/variables.ts'
import { day } from '../src/domain/date.ts'

const FILE = join(import.meta.dirname, '../docs/texts.md')
const HEAD = '| Variable | Type | In every message | Sens | Meaning | Example |\n|---|---|---|---|---|---|\n'

test('the table is that of the program', () => {
  const english = new Map(listVariables('en').variables.map(variable => [variable.name, variable]))
  const rows = listVariables('fr').variables.map(({ name, type, optional, meaning, example }) => {
    const { meaning: inEnglish = '' } = english.get(name) ?? {}
    return `| \`${name}\` | ${type} | ${optional ? 'no' : 'yes'} | ${meaning} | ${inEnglish} | ${example ?? ''} |`
  })
  const table = `${HEAD}${rows.join('\n')}\n`
  const written = readFileSync(FILE, 'utf8')
  if (process.env.GOLDEN_WRITE) writeFileSync(FILE, written.replace(/\| Variable \|[\s\S]*?\n(?!\|)/, table))
  expect(readFileSync(FILE, 'utf8')).toContain(table)
})

test('whatever is optional may miss, and nothing else: as the least message shows', () => {
  const asked = {
    step: 'j7',
    stage: 'level-1',
    channel: 'email',
    language: 'fr',
    kind: 'business',
    agency: null,
  } as const
  const scope = textScope(
    {
      ...sampleMessage(asked, day('2026-03-16')),
      creditor: { name: ' ' },
      debtor: { name: '', kind: 'business' },
    },
    'fr',
  )
  const isMissing = (path: string) =>
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], scope) ===
    undefined
  const missing = Object.keys(VARIABLES).filter(isMissing)
  expect(missing.filter(name => !VARIABLES[name as keyof typeof VARIABLES].optional)).toEqual([])
  expect(missing).toContain('claim')
})
