/** What the documents tell people to type works as written, in the order written. */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  commandLine,
  describe as describeAnswer,
  REPOSITORY,
  removeFolder,
  temporaryFolder,
} from '../command-line.ts'

type Command = { line: number; text: string; words: string[] }

const SKIPPED = /\bnpm |\bgit |DATABASE_URL=|\bserve\b/

const documents = ['README.md', 'LISEZMOI.md', ...markdownUnder('docs')]
  .filter(file => existsSync(path.join(REPOSITORY, file)))
  .map(file => ({ file, commands: commandsOf(readFileSync(path.join(REPOSITORY, file), 'utf8')) }))
  .filter(({ commands }) => commands.length > 0)

// An empty list is no suite: documents may be on their way.
describe.runIf(documents.length > 0).each(documents)('$file', ({ commands }) => {
  let folder: string

  beforeAll(async () => {
    folder = await temporaryFolder()
    const examples = path.join(REPOSITORY, 'docs/examples')
    // A copy: a command may write beside what it reads.
    if (existsSync(examples)) cpSync(examples, path.join(folder, 'docs/examples'), { recursive: true })
    for (const shown of ['test/stories', 'README.md', 'LISEZMOI.md'])
      if (existsSync(path.join(REPOSITORY, shown)))
        cpSync(path.join(REPOSITORY, shown), path.join(folder, shown), { recursive: true })
  })
  afterAll(() => removeFolder(folder, path.join(folder, 'data')))

  test.each(commands)('line $line: $text', async ({ words }) => {
    const answer = await commandLine({ data: path.join(folder, 'data'), cwd: folder }).run(...words)
    expect(answer.code, describeAnswer(answer)).toBe(0)
  })
})

test('the reader of documents finds blocks of commands, continued lines and quoted words, and skips what it must', () => {
  const text = [
    '```sh',
    './quittance run --date 2026-02-16   # the day',
    './quittance record "pay 400.00 F-1" \\',
    "  --debtor 'DURAND SA'",
    '$ ./quittance actions',
    'npm test',
    './quittance serve',
    'DATABASE_URL=postgresql://x ./quittance migrate',
    '```',
    '',
    '<!-- not run: needs a mail server -->',
    '```sh',
    './quittance deliver',
    '```',
    '```json',
    './quittance no',
    '```',
  ].join('\n')
  expect(commandsOf(text).map(({ line, words }) => [line, ...words])).toEqual([
    [2, 'run', '--date', '2026-02-16'],
    [3, 'record', 'pay 400.00 F-1', '--debtor', 'DURAND SA'],
  ])
})

function markdownUnder(folder: string): string[] {
  return readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => path.join(folder, name))
    .sort()
}

function commandsOf(text: string): Command[] {
  const commands: Command[] = []
  let block: 'none' | 'run' | 'other' = 'none'
  let notRun = false
  let pending: { line: number; text: string } | null = null
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trimStart().startsWith('```')) {
      if (block === 'none') block = /^\s*```sh\s*$/.test(line) && !notRun ? 'run' : 'other'
      else block = 'none'
      notRun = false
    } else if (block === 'run') {
      const start: number = pending?.line ?? index + 1
      const whole: string = `${pending?.text ?? ''}${line.trim()}`
      pending = whole.endsWith('\\') ? { line: start, text: whole.slice(0, -1) } : null
      if (!pending && whole.startsWith('./quittance ') && !SKIPPED.test(whole))
        commands.push({ line: start, text: whole, words: shellWords(whole).slice(1) })
    } else if (block === 'none' && line.trim() !== '') {
      notRun = /<!--\s*not run:/.test(line)
    }
  }
  return commands
}

/** Words as a shell splits them: quotes kept together, a comment left out. */
function shellWords(text: string): string[] {
  const words: string[] = []
  for (const [part] of text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)) {
    if (part.startsWith('#')) break
    words.push(part.replace(/"([^"]*)"|'([^']*)'/g, (_all, double, single) => double ?? single))
  }
  return words
}
