import type { Case } from '../case/case.ts'
import { emptyCase } from '../case/case.ts'
import type { Coded, NoParams } from '../coded.ts'
import { type Day, parseDay } from '../date.ts'
import type { Contact, DebtorKind } from '../debtor.ts'
import type { Fact } from '../facts/fact.ts'
import { SETTING_NAMES, settingFrom } from '../organisation/setting-text.ts'
import { DEFAULT_SETTINGS, type Settings } from '../organisation/settings.ts'
import type { Refusal } from '../refusal.ts'
import { FACT_KINDS, type FactProblem, parseFact } from './fact-text.ts'
import { splitWords, withoutComment, writtenWords } from './line-words.ts'

/** A story as an accountant reads it: a header, then dated facts and the decisions expected of the product. */
export type Story = {
  start: Case
  from: Day
  until: Day
  facts: readonly DatedFact[]
  expected: readonly ExpectedLine[]
  /** Every line as written, for printing the story back. */
  lines: readonly StoryLine[]
}

export type DatedFact = { on: Day; fact: Fact; line: number }
export type ExpectedLine = { on: Day; text: string; why: string[]; line: number }

/** How each line counts: only decisions are rewritten, everything else stays as written. */
export type StoryLine = {
  text: string
  role: 'header' | 'fact' | 'decision' | 'why' | 'quiet'
  on: Day | null
}

/** What is wrong with a line. */
export type StoryProblem = { line: number } & LineProblem

type LineProblem = Coded<StoryProblemParams>

export type StoryProblemParams = {
  'why-without-decision': NoParams
  'not-a-date': { text: string }
  'date-expected': { text: string }
  'unknown-line': { word: string; known: readonly string[] }
  'wrong-form': { line: 'debtor' | 'contact' }
  'unknown-setting': { name: string; value: string; known: readonly string[] }
  'line-missing': { line: 'debtor' | 'from' | 'until' }
  'until-before-from': NoParams
  'unknown-scenario': { scenario: string; known: readonly string[] }
  'not-a-fact': FactProblem
  'refused-fact': Refusal
}

export const DECISIONS = [
  'act',
  'propose',
  'ask',
  'hold',
  'kept',
  'broken',
  'lapse',
  'skipped',
  'task',
  'close',
]

/** What its header may hold, beside any fact. */
const HEADER_LINES = [
  'creditor',
  'debtor',
  'contact',
  'scenario',
  'setting',
  'invoice',
  'credit',
  'from',
  'until',
]

/** Reads a story; every problem at once, with its line. */
export function parseStory(text: string): Story | { problems: StoryProblem[] } {
  const draft = emptyDraft()
  for (const [index, line] of text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').entries()) {
    const problem = readLine(draft, line, index + 1)
    if (problem) draft.problems.push({ line: index + 1, ...problem })
  }
  return finish(draft)
}

type Draft = {
  creditor: string
  debtor: { name: string; kind: DebtorKind } | null
  contacts: Contact[]
  scenarioId: string
  settings: Settings
  from: Day | null
  until: Day | null
  headerFacts: { fact: Fact; line: number }[]
  facts: DatedFact[]
  expected: ExpectedLine[]
  lines: StoryLine[]
  problems: StoryProblem[]
}

function emptyDraft(): Draft {
  return {
    creditor: '',
    debtor: null,
    contacts: [],
    scenarioId: 'amiable-b2b',
    settings: DEFAULT_SETTINGS,
    from: null,
    until: null,
    headerFacts: [],
    facts: [],
    expected: [],
    lines: [],
    problems: [],
  }
}

function readLine(draft: Draft, line: string, number: number): LineProblem | null {
  const text = withoutComment(line).trim()
  const keep = (role: StoryLine['role'], on: Day | null = null) => draft.lines.push({ text: line, role, on })
  if (text === '') {
    keep('quiet')
    return null
  }
  const dated = /^(\d{4}-\d{2}-\d{2})\s+(.*)$/.exec(text)
  if (dated) return readDated(draft, dated[1] as string, dated[2] as string, number, keep)
  if (/^\s/.test(line) && text.startsWith('why ')) {
    const last = draft.expected.at(-1)
    if (!last) return { code: 'why-without-decision', params: {} }
    last.why.push(text.slice(4).trim())
    keep('why', last.on)
    return null
  }
  keep('header')
  return readHeader(draft, text, number)
}

function readDated(
  draft: Draft,
  dateText: string,
  text: string,
  line: number,
  keep: (role: StoryLine['role'], on: Day | null) => void,
): LineProblem | null {
  const on = parseDay(dateText)
  if (on === null) {
    keep('quiet', null)
    return { code: 'not-a-date', params: { text: dateText } }
  }
  const word = splitWords(text)[0] ?? ''
  if (DECISIONS.includes(word)) {
    keep('decision', on)
    draft.expected.push({ on, text: writtenWords(text).join(' '), why: [], line })
    return null
  }
  keep('fact', on)
  const fact = parseFact(text)
  if ('problem' in fact) return { code: 'not-a-fact', params: fact }
  draft.facts.push({ on, fact, line })
  return null
}

function readHeader(draft: Draft, text: string, line: number): LineProblem | null {
  const words = splitWords(text)
  const [word, ...rest] = words
  switch (word) {
    case 'creditor':
      draft.creditor = rest.join(' ')
      return null
    case 'debtor':
      return readDebtor(draft, rest)
    case 'contact':
      return readContact(draft, rest)
    case 'scenario':
      draft.scenarioId = rest[0] ?? ''
      return null
    case 'setting':
      return readSetting(draft, rest[0] ?? '', rest[1] ?? '')
    case 'from':
    case 'until':
      draft[word] = parseDay(rest[0] ?? '')
      return draft[word] === null ? { code: 'date-expected', params: { text } } : null
  }
  if (!FACT_KINDS.includes(word as Fact['kind'])) {
    return { code: 'unknown-line', params: { word: String(word), known: HEADER_LINES } }
  }
  const fact = parseFact(text)
  if ('problem' in fact) return { code: 'not-a-fact', params: fact }
  draft.headerFacts.push({ fact, line })
  return null
}

function readDebtor(draft: Draft, words: string[]): LineProblem | null {
  const kind = (words.at(-1) ?? '') as DebtorKind
  if (!['business', 'consumer', 'public-body'].includes(kind) || words.length < 2) {
    return { code: 'wrong-form', params: { line: 'debtor' } }
  }
  draft.debtor = { name: words.slice(0, -1).join(' '), kind }
  return null
}

function readContact(draft: Draft, words: string[]): LineProblem | null {
  const [role, ...pairs] = words
  if (!role) return { code: 'wrong-form', params: { line: 'contact' } }
  const values = new Map<string, string>()
  for (let index = 0; index + 1 < pairs.length; index += 2)
    values.set(pairs[index] as string, pairs[index + 1] as string)
  draft.contacts.push({
    role,
    name: values.get('name') ?? null,
    email: values.get('email') ?? null,
    emailInvalid: false,
    phone: values.get('phone') ?? null,
    phoneInvalid: false,
    language: values.get('language') ?? 'fr',
  })
  return null
}

function readSetting(draft: Draft, name: string, value: string): LineProblem | null {
  const change = settingFrom(name, value)
  if (!change) return { code: 'unknown-setting', params: { name, value, known: SETTING_NAMES } }
  draft.settings = { ...draft.settings, ...change }
  return null
}

function finish(draft: Draft): Story | { problems: StoryProblem[] } {
  const problems = [...draft.problems]
  const lacks = (line: 'debtor' | 'from' | 'until') =>
    problems.push({ line: 1, code: 'line-missing', params: { line } })
  const { debtor, from, until } = draft
  if (!debtor) lacks('debtor')
  if (from === null) lacks('from')
  if (until === null) lacks('until')
  if (from !== null && until !== null && until < from) {
    problems.push({ line: 1, code: 'until-before-from', params: {} })
  }
  if (problems.length > 0 || !debtor || from === null || until === null) return { problems }
  const start = emptyCase({
    id: 'story/case',
    creditor: draft.creditor,
    debtor: { code: 'case', ...debtor },
    contacts: draft.contacts,
    currency: 'EUR',
    scenarioId: draft.scenarioId,
    settings: draft.settings,
  })
  const headerFacts = draft.headerFacts.map(entry => ({ ...entry, on: (from - 1) as Day }))
  const facts = [...headerFacts, ...[...draft.facts].sort((a, b) => a.on - b.on)]
  return { start, from, until, facts, expected: draft.expected, lines: draft.lines }
}
