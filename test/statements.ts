/** What a cluster (Citus) would refuse or, worse, answer wrongly, seen in the text of statements. Rules: ARCHITECTURE.md. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Statement } from '../src/store/database.ts'

/** For `openDatabase(url, { onStatement })`: throws in the test that sends a statement against the rules. */
export function statementChecker(tables = tenantTables()): (statement: Statement) => void {
  const sent = new Map<number, string[]>()
  return ({ sql, transaction }) => {
    const before = sent.get(transaction) ?? []
    if (/^(commit|rollback)$/.test(sql)) sent.delete(transaction)
    else sent.set(transaction, [...before, sql])
    const across = before[0]?.includes('quittance_scheduler') ?? false
    const broken = [
      ...checkStatement(sql, { tables, across }),
      ...checkOrder(sql, before, { tables, across }),
    ]
    if (broken.length > 0) throw new Error(`${broken.join('; ')}:\n${sql}`)
  }
}

/** `across`: the scheduler's, which reads all organisations. */
export function checkStatement(sql: string, { tables = tenantTables(), across = false } = {}): string[] {
  const words = tokens(sql)
  const used = tablesIn(words, tables)
  return [
    ...(words.includes('set_config') ? ['set_config does not reach the workers'] : []),
    ...(words.some(isSetOrganisation) && !isOrganisationSet(sql)
      ? ['app.set_organisation is not alone']
      : []),
    ...(words.includes('merge') ? ['MERGE'] : []),
    ...(words.join(' ').includes('where current of') ? ['where current of'] : []),
    ...(used.length > 0 && words[0] === 'copy' && words.includes('from') ? ['COPY into a tenant table'] : []),
    ...(across ? [] : organisationNotNamed(words, used)),
    ...bareInsertSelect(words),
    ...changingUpdate(words),
  ]
}

/** Tables without an organisation: public facts, the same for everybody. Rates are. */
export const REFERENCE_TABLES: readonly string[] = ['rate']

/** The tables of the schema public that belong to organisations, as the migrations create them. */
export function tenantTables(): Set<string> {
  const folder = new URL('../src/store/migrations/', import.meta.url)
  const files = readdirSync(folder).filter(name => name.endsWith('.sql'))
  const sql = files.map(name => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  const names = [...sql.matchAll(/^\s*create table (?:public\.)?(\w+)\s*\(/gim)]
  return new Set(
    names.map(([, name = '']) => name.toLowerCase()).filter(name => !REFERENCE_TABLES.includes(name)),
  )
}

function checkOrder(
  sql: string,
  before: string[],
  options: { tables: Set<string>; across: boolean },
): string[] {
  if (isOrganisationSet(sql))
    return before.length === 1 ? [] : ['app.set_organisation is not first in its transaction']
  const early = tablesIn(tokens(sql), options.tables).length > 0 && !before.some(isOrganisationSet)
  return early && !options.across ? ['a tenant table before app.set_organisation'] : []
}

const isSetOrganisation = (word: string) => word === 'app.set_organisation' || word === 'set_organisation'

const isOrganisationSet = (sql: string) => tokens(sql).join(' ') === 'select app.set_organisation ( $1 )'

/** Each tenant table needs its condition: an equality of organisation_id, `using (organisation_id, …)`, or its column in an insert. */
function organisationNotNamed(words: string[], used: string[]): string[] {
  if (used.length === 0) return []
  const named = words.filter((word, at) => isOrganisationId(word) && isCondition(words, at)).length
  const anchored =
    /organisation_id = \$|\$\d+(?: :: uuid)? = (?:\w+\.)?organisation_id|into \S+ (?:as \w+ )?\( organisation_id/.test(
      words.join(' '),
    )
  if (named >= used.length && anchored) return []
  return [
    `organisation_id is a condition ${named} times for ${used.length} tenant tables (${used.join(', ')})`,
  ]
}

const isOrganisationId = (word: string) => word === 'organisation_id' || word.endsWith('.organisation_id')

function isCondition(words: string[], at: number): boolean {
  if (words[at + 1] === '=' || words[at - 1] === '=') return true
  const opening = words.lastIndexOf('(', at)
  const [before = '', closing] = [words[opening - 1], words.indexOf(')', at)]
  const isInsert = words.slice(Math.max(0, opening - 5), opening).includes('into')
  return isInsert || before === 'using' || ['in', '='].includes(words[closing + 1] ?? '') || before === '='
}

/** Tables after from, join, update, into, using, or a comma in a list of them. */
function tablesIn(words: string[], tables: ReadonlySet<string>): string[] {
  const clauses: string[] = ['']
  return words.filter((word, at) => {
    const before = words[at - 1] ?? ''
    if (word === '(') clauses.push('')
    else if (word === ')') clauses.pop()
    else if (CLAUSES.has(word)) clauses[clauses.length - 1] = word
    const inList = before === ',' && ['from', 'using'].includes(clauses.at(-1) ?? '')
    const isTable = ['from', 'join', 'update', 'into', 'using', 'only', 'copy'].includes(before) || inList
    return isTable && tables.has(word.replace(/^public\./, ''))
  })
}

const CLAUSES = new Set([
  'select',
  'from',
  'where',
  'set',
  'values',
  'returning',
  'group',
  'order',
  'having',
  'limit',
  'using',
])

/** Such an insert becomes a COPY inside Citus, which row-level security refuses. */
function bareInsertSelect(words: string[]): string[] {
  return words.flatMap((word, at) => {
    if (word !== 'into' || words[at - 1] !== 'insert') return []
    const rest = enclosed(words, at)
    const columns = rest.indexOf('(')
    const source = columns >= 0 && columns <= 4 ? rest.indexOf(')') + 1 : 2
    const text = rest.join(' ')
    const isSelect = ['select', 'with', '('].includes(rest[source] ?? '')
    return isSelect && !/\breturning\b|\bon conflict\b/.test(text)
      ? ['insert … select without returning or on conflict']
      : []
  })
}

function enclosed(words: string[], from: number): string[] {
  let depth = 0
  const end = words.findIndex((word, at) => {
    if (at < from) return false
    depth += word === '(' ? 1 : word === ')' ? -1 : 0
    return depth < 0
  })
  return words.slice(from, end < 0 ? undefined : end)
}

/** In an update, Citus takes immutable functions only; times and chance come from the program. */
function changingUpdate(words: string[]): string[] {
  const update = words.findIndex(
    (word, at) => word === 'update' && !['for', 'key'].includes(words[at - 1] ?? ''),
  )
  if (update < 0) return []
  return enclosed(words, update)
    .filter(word => CHANGING.has(word))
    .map(word => `${word} in an update`)
}

const CHANGING = new Set(
  'now random clock_timestamp statement_timestamp transaction_timestamp gen_random_uuid current_timestamp current_date localtimestamp interval to_char'.split(
    ' ',
  ),
)

/** Lower-case words and signs, without comments; what stands in quotes becomes one empty string. */
function tokens(sql: string): string[] {
  const bare = sql
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replace(/'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$/g, " '' ")
    .toLowerCase()
  return bare.match(/''|\$\d+|[\w"]+(?:\.[\w"*]+)*|::|[^\s\w]/g) ?? []
}
