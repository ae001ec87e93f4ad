import type { Case } from './case.ts'
import { emptyCase } from './case.ts'
import { type Day, parseDay } from './date.ts'
import type { Contact, DebtorKind } from './debtor.ts'
import { FACT_KINDS, type Fact, parseFact, splitWords } from './fact.ts'
import { type Cents, parseAmount } from './money.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

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

export type StoryProblem = { line: number; message: string }

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

/** Reads a story; every problem at once, with its line. */
export function parseStory(text: string): Story | { problems: StoryProblem[] } {
  const draft = emptyDraft()
  for (const [index, line] of text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').entries()) {
    const problem = readLine(draft, line, index + 1)
    if (problem) draft.problems.push({ line: index + 1, message: problem })
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

function readLine(draft: Draft, line: string, number: number): string | null {
  const text = line.replace(/(^|\s)#.*$/, '').trim()
  const keep = (role: StoryLine['role'], on: Day | null = null) => draft.lines.push({ text: line, role, on })
  if (text === '') {
    keep('quiet')
    return null
  }
  const dated = /^(\d{4}-\d{2}-\d{2})\s+(.*)$/.exec(text)
  if (dated) return readDated(draft, dated[1] as string, dated[2] as string, number, keep)
  if (/^\s/.test(line) && text.startsWith('why ')) {
    const last = draft.expected.at(-1)
    if (!last) return 'une ligne « why » suit la décision qu’elle explique'
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
): string | null {
  const on = parseDay(dateText)
  if (on === null) {
    keep('quiet', null)
    return `${dateText} n'est pas une date`
  }
  const word = splitWords(text)[0] ?? ''
  if (DECISIONS.includes(word)) {
    keep('decision', on)
    draft.expected.push({ on, text: text.replace(/\s+/g, ' '), why: [], line })
    return null
  }
  keep('fact', on)
  const fact = parseFact(text)
  if ('problem' in fact) return fact.problem
  draft.facts.push({ on, fact, line })
  return null
}

function readHeader(draft: Draft, text: string, line: number): string | null {
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
      return draft[word] === null ? `« ${text} » : date attendue, AAAA-MM-JJ` : null
  }
  if (!FACT_KINDS.includes(word as Fact['kind'])) {
    return `« ${word} » inconnu ; l'en-tête connaît creditor, debtor, contact, scenario, setting, invoice, credit, from, until`
  }
  const fact = parseFact(text)
  if ('problem' in fact) return fact.problem
  draft.headerFacts.push({ fact, line })
  return null
}

function readDebtor(draft: Draft, words: string[]): string | null {
  const kind = (words.at(-1) ?? '') as DebtorKind
  if (!['business', 'consumer', 'public-body'].includes(kind) || words.length < 2) {
    return 'forme attendue : debtor "NOM" business|consumer|public-body'
  }
  draft.debtor = { name: words.slice(0, -1).join(' '), kind }
  return null
}

function readContact(draft: Draft, words: string[]): string | null {
  const [role, ...pairs] = words
  if (!role) return 'forme attendue : contact ROLE email A phone N'
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

function readSetting(draft: Draft, name: string, value: string): string | null {
  const change = settingFrom(name, value)
  if (!change)
    return `réglage inconnu ou valeur fausse : ${name} ${value} ; connus : ${SETTING_NAMES.join(', ')}`
  draft.settings = { ...draft.settings, ...change }
  return null
}

export const SETTING_NAMES = [
  'minimum',
  'maximum',
  'grouping',
  'region',
  'credits',
  'entry',
  'first-message',
  'formal-notice-days',
  'bank-data-days',
  'limitation',
  'credit-insurance-days',
] as const

/** One setting from its name and text: `minimum 50.00`, `grouping invoice`. Null when either is wrong. */
export function settingFrom(name: string, value: string): Partial<Settings> | null {
  const amount: Cents | null = parseAmount(value)
  switch (name) {
    case 'minimum':
      return amount === null ? null : { minimumCents: amount }
    case 'maximum':
      return amount === null ? null : { maximumCents: amount }
    case 'grouping':
      return value === 'account' || value === 'invoice' ? { grouping: value } : null
    case 'region':
      return value === 'alsace-moselle' ? { region: value } : null
    case 'credits':
      return value === 'net' || value === 'list' || value === 'ignore' ? { credits: value } : null
    case 'entry':
      return value === 'first' || value === 'level-1' || value === 'level-2' || value === 'level-3'
        ? { entry: value }
        : null
    case 'first-message':
      return value === 'automatic' || value === 'to-confirm' ? { firstMessage: value } : null
    case 'formal-notice-days':
      return /^\d{1,3}$/.test(value) ? { formalNoticeDays: Number(value) } : null
    case 'bank-data-days':
      return optionalDays(value, bankDataDays => ({ bankDataDays }))
    case 'limitation':
      return limitationFrom(value)
    case 'credit-insurance-days':
      return optionalDays(value, creditInsuranceDays => ({ creditInsuranceDays }))
    default:
      return null
  }
}

function optionalDays(
  value: string,
  setting: (days: number | null) => Partial<Settings>,
): Partial<Settings> | null {
  if (value === 'off') return setting(null)
  return /^\d{1,3}$/.test(value) ? setting(Number(value)) : null
}

/** `general`, `transport`, `telecom`, or the years of the contract, 1 to 10 (C. civ. 2254). */
function limitationFrom(value: string): Partial<Settings> | null {
  if (value === 'general' || value === 'transport' || value === 'telecom') return { limitation: value }
  return /^([1-9]|10)$/.test(value) ? { limitation: Number(value) } : null
}

function finish(draft: Draft): Story | { problems: StoryProblem[] } {
  const problems = [...draft.problems]
  const lacks = (what: string) => problems.push({ line: 1, message: `il manque la ligne « ${what} »` })
  const { debtor, from, until } = draft
  if (!debtor) lacks('debtor "NOM" business')
  if (from === null) lacks('from AAAA-MM-JJ')
  if (until === null) lacks('until AAAA-MM-JJ')
  if (from !== null && until !== null && until < from) {
    problems.push({ line: 1, message: 'la date « until » précède « from »' })
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
