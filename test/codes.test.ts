/** docs/codes.md lists exactly the codes of the types, each with a sentence in both languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
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
const unions = unionsOf(DOMAIN)

test('every list is documented', () => {
  expect([...documented.keys()].sort()).toEqual([...LISTS].sort())
})

test.each(LISTS)('%s', name => {
  expect(documented.get(name)?.map(row => row.code)).toEqual(unions.get(name))
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

/** Every union of texts and every `keyof` a type, resolved by the compiler, in the order of the source. */
function unionsOf(folder: string): Map<string, string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const program = ts.createProgram(
    files.map(name => join(folder, name)),
    { strict: true, noEmit: true, allowImportingTsExtensions: true, lib: ['lib.es2023.d.ts'], types: [] },
  )
  const checker = program.getTypeChecker()
  const found = new Map<string, string[]>()
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile) continue
    for (const statement of file.statements) {
      if (!ts.isTypeAliasDeclaration(statement)) continue
      const codes = membersOf(statement.type, checker)
      if (codes.length > 0) found.set(statement.name.text, codes)
    }
  }
  return found
}

function membersOf(node: ts.TypeNode, checker: ts.TypeChecker): string[] {
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(type => membersOf(type, checker))
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword) {
    return checker.getPropertiesOfType(checker.getTypeFromTypeNode(node.type)).map(({ name }) => name)
  }
  const type = checker.getTypeFromTypeNode(node)
  const parts = type.isUnion() ? type.types : [type]
  return parts.every(part => part.isStringLiteral())
    ? parts.map(part => (part as ts.StringLiteralType).value)
    : []
}
