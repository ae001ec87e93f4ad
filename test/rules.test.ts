/**
 * docs/rules.md: each rule names its code and its proof, each link leads somewhere, each citation of a rule names one. A story cites
 * the rules that it shows; `GOLDEN_WRITE=1 npx vitest run test/rules.test.ts` writes it under each of them, and the links.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = dirname(import.meta.dirname)
const PAGE = join(ROOT, 'docs/rules.md')
const WIDTH = 140

/** `docs/rules.md 6.2`, `rule 6.2`, `rules 6.2 and 7.1`, `règles 1.2, 3.4`. */
const CITATION = /(?:rules\.md|\brules?|\brègles?)\s+\d+\.\d+(?:(?:,| et| and| or)\s+\d+\.\d+)*/gi

/** What ends a rule: a paragraph of links. */
const PROOF = /^Code: .+(?:\n.+)*/m

const stories = names(join(ROOT, 'test/stories')).filter(name => name.endsWith('.txt'))
const citedByStory = new Map(
  stories.map(name => [name.replace('.txt', ''), citationsIn(read(`test/stories/${name}`))]),
)
const page = readFileSync(PAGE, 'utf8')
const rules = rulesOf(page)
const numbers = new Set(rules.map(rule => rule.number))

test('rules are numbered one after the other in each chapter', () => {
  const chapters = [...page.matchAll(/^## (\d+)\. /gm)].map(([, chapter]) => Number(chapter))
  expect(chapters).toEqual(chapters.map((_, index) => index + 1))
  const expected = chapters.flatMap(chapter =>
    rules
      .filter(({ number }) => number.startsWith(`${chapter}.`))
      .map((_, index) => `${chapter}.${index + 1}`),
  )
  expect(rules.map(({ number }) => number)).toEqual(expected)
})

test('every rule names a file of the program, and a story or a test that holds it', () => {
  const lacking = rules.filter(
    ({ number, code, tests }) => code.length === 0 || tests.length + shownBy(number).length === 0,
  )
  expect(lacking.map(({ number }) => number)).toEqual([])
  const code = rules.flatMap(rule => rule.code)
  expect(code.filter(label => !pathOf(label).startsWith('src/') || /\.test\./.test(label))).toEqual([])
  expect(rules.flatMap(rule => rule.tests).filter(label => !label.endsWith('.test.ts'))).toEqual([])
})

test('every file named is there', () => {
  const labels = rules.flatMap(({ code, tests }) => [...code, ...tests])
  expect(labels.filter(label => !existsSync(join(ROOT, pathOf(label))))).toEqual([])
})

test('each story stands under the rules that it cites', () => {
  const written = `${withStories(page).trimEnd()}\n`
  if (process.env.GOLDEN_WRITE) writeFileSync(PAGE, written)
  expect(readFileSync(PAGE, 'utf8')).toBe(written)
})

test('every story shows a rule', () => {
  expect([...citedByStory].filter(([, cited]) => cited.length === 0).map(([name]) => name)).toEqual([])
})

test('whoever cites a rule cites one that is there', () => {
  const wrong = texts().flatMap(file =>
    citationsIn(read(file))
      .filter(number => !numbers.has(number))
      .map(number => `${file}: ${number}`),
  )
  expect(wrong).toEqual([])
})

test('nobody cites a rule of another page, or a page that is not here', () => {
  const strange = /\b(?:[Rr]ules?|[Rr]ègles?) \d+(?!\.?\d)|\b(?:DUNNING|PEERS|LAW-FR)\b/
  const wrong = texts().flatMap(file => {
    const lines = read(file).split('\n')
    return lines.flatMap((text, index) =>
      strange.test(text) ? [`${file}:${index + 1}: ${text.trim()}`] : [],
    )
  })
  expect(wrong).toEqual([])
})

test('the table of holds has a line for each reason', () => {
  const codes = /## .*`HoldReason`([\s\S]*?)\n## /.exec(read('docs/codes.md'))?.[1] ?? ''
  const reasons = [...codes.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, reason]) => reason)
  const rows = page.split('\n').filter(line => line.startsWith('| `'))
  const listed = rows.flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)])
  expect(listed.map(([, reason]) => reason).sort()).toEqual(reasons.sort())
})

type Rule = { number: string; code: string[]; tests: string[] }

/** A rule begins with its number in bold. */
function rulesOf(markdown: string): Rule[] {
  return markdown
    .split(/^\*\*(?=\d+\.\d+ )/m)
    .slice(1)
    .map(text => {
      const proof = PROOF.exec(text)?.[0] ?? ''
      const listed = (name: string) =>
        [...(new RegExp(`${name}:\\s([^·]*)`).exec(proof)?.[1] ?? '').matchAll(/\[([^\]]+)\]/g)].map(
          ([, label]) => label as string,
        )
      const number = /^\d+\.\d+/.exec(text)?.[0] ?? ''
      return { number, code: listed('Code'), tests: listed('Tests') }
    })
}

/** The page with the stories under their rules, as the stories say, and the address of every link at its end. */
function withStories(markdown: string): string {
  const [body = ''] = markdown.split(/\n\[[^\]]+\]: \.\.\//)
  const proofs = rules.map(({ number, code, tests }) => ({
    Code: code,
    Stories: shownBy(number),
    Tests: tests,
  }))
  const written = body.replace(new RegExp(PROOF, 'gm'), () => {
    const parts = Object.entries(proofs.shift() ?? {}).filter(([, labels]) => labels.length > 0)
    const text = parts.map(([name, labels]) => `${name}: ${labels.map(label => `[${label}]`).join(', ')}`)
    return wrapped(text.join(' · '))
  })
  const labels = new Set([...rules.flatMap(({ code, tests }) => [...code, ...tests]), ...citedByStory.keys()])
  const links = [...labels].sort().map(label => `[${label}]: ../${pathOf(label)}`)
  return `${written.trimEnd()}\n\n${links.join('\n')}`
}

/** The stories that cite a rule. */
function shownBy(number: string): string[] {
  return [...citedByStory].filter(([, cited]) => cited.includes(number)).map(([name]) => name)
}

/** `domain/decide/decide.ts` → its file in src; `promise-kept` → a story; `test/codes.test.ts` as it stands. */
function pathOf(label: string): string {
  if (citedByStory.has(label)) return `test/stories/${label}.txt`
  return label.startsWith('test/') ? label : `src/${label}`
}

function wrapped(text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) as string
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

function citationsIn(text: string): string[] {
  const comments = text.replace(/\n\s*(?:\*|\/\/|#)?\s*/g, ' ')
  return [...comments.matchAll(CITATION)].flatMap(([found]) => found.match(/\d+\.\d+/g) ?? [])
}

/** The program, its tests, its stories and its documents, but for what others wrote and this file. */
function texts(): string[] {
  const folders = ['src', 'test', 'docs'].flatMap(folder =>
    names(join(ROOT, folder)).map(name => `${folder}/${name}`),
  )
  const pages = names(ROOT, false).filter(name => name.endsWith('.md') && name !== 'CHANGELOG.md')
  return [...folders, ...pages].filter(
    name => /\.(ts|sql|md|txt)$/.test(name) && !/^test\/(fixtures|rules\.test)/.test(name),
  )
}

function names(folder: string, recursive = true): string[] {
  return readdirSync(folder, { recursive, encoding: 'utf8' }).sort()
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}
