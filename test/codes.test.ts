/** docs/codes.md lists exactly the codes of the types, each with a sentence in both languages. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = dirname(import.meta.dirname)
const DOMAIN = join(ROOT, 'src/domain')

/** The lists that must be there; another one in the file is checked too. */
const LISTS = [
  'HoldReason',
  'TaskCode',
  'ClosingReason',
  'SkipCode',
  'ReasonCode',
  'Stage',
  'ActionStatus',
  'ChannelName',
  'PostalStatus',
  'ProofKind',
  'CallOutcome',
  'NonPaymentCause',
  'Mode',
  'PromiseStatus',
  'PlanStatus',
  'RefusalCode',
  'NoticePart',
  'NoticeEffectCode',
  'NoticeConsequenceCode',
  'BadDebtStatus',
  'BadDebtGround',
  'RateSeries',
  'RateStatus',
  'TermsWarning',
  'ClaimWarningCode',
  'MatchStatus',
  'MatchCode',
  'MessageClass',
  'SuggestionKind',
  'DisputeReason',
  'MissingPiece',
]

const documented = codesOf(readFileSync(join(ROOT, 'docs/codes.md'), 'utf8'))
const differences = differencesFound()

test('every list is documented', () => {
  expect([...documented.keys()].sort()).toEqual([...LISTS].sort())
})

test.each(LISTS)('%s', name => {
  const codes = documented.get(name)?.map(row => row.code) ?? []
  expect(codes).toEqual([...new Set(codes)])
  expect(differences.get(name)).toEqual([])
})

test('every code has a sentence in French and one in English', () => {
  const rows = [...documented.values()].flat()
  expect(rows.filter(({ sentences }) => sentences.length !== 2 || sentences.includes(''))).toEqual([])
})

type Documented = { code: string; sentences: string[] }

/** A heading names a type between backquotes; the rows below it give a code and its sentences. */
function codesOf(markdown: string): Map<string, Documented[]> {
  const lists = new Map<string, Documented[]>()
  let current: Documented[] = []
  for (const line of markdown.split('\n')) {
    const heading = /^## .*`(\w+)`/.exec(line)?.[1]
    if (heading) {
      current = []
      lists.set(heading, current)
    }
    const row = /^\| `([^`]+)` \|(.*)\|$/.exec(line)
    if (row?.[1])
      current.push({ code: row[1], sentences: (row[2] ?? '').split('|').map(cell => cell.trim()) })
  }
  return lists
}

/**
 * What the compiler says of each list: the codes of the type that the page lacks, and those of the page that the type lacks. It
 * is asked by a file of two lines a list, in which any such code is an error.
 */
function differencesFound(): Map<string, string[]> {
  const homes = typesOf(DOMAIN)
  const lines = LISTS.flatMap(name => {
    const page = (documented.get(name) ?? []).map(({ code }) => JSON.stringify(code)).join(' | ') || 'never'
    const type = `import(${JSON.stringify(homes.get(name) ?? 'unknown type')}).${name}`
    return [
      `export const lacks${name}: never = null! as Exclude<${type}, ${page}>`,
      `export const unknown${name}: never = null! as Exclude<${page}, ${type}>`,
    ]
  })
  const said = [...compilerErrors(lines.join('\n')).matchAll(/^.*lists\.ts\((\d+),\d+\): (.*)$/gm)]
  return new Map(
    LISTS.map((name, index) => {
      const own = said.filter(([, line]) => Math.floor((Number(line) - 1) / 2) === index)
      return [
        name,
        own.map(([, line, error]) => `${Number(line) % 2 === 1 ? 'page' : 'type'} lacks: ${error}`),
      ]
    }),
  )
}

/** Where every exported type of a folder stands. */
function typesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  return new Map(
    files.flatMap(name => {
      const file = join(folder, name)
      const types = readFileSync(file, 'utf8').matchAll(/^export type (\w+)/gm)
      return [...types].map(([, type]) => [type ?? '', file] as const)
    }),
  )
}

function compilerErrors(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-codes-'))
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    allowImportingTsExtensions: true,
    lib: ['ES2023'],
    types: [],
  }
  writeFileSync(join(folder, 'lists.ts'), source)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: [join(folder, 'lists.ts')] }),
  )
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  try {
    return execFileSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' })
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (!stdout?.includes('lists.ts(')) throw error
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}
