/** Bank entries in QIF, Quicken's list of lines that each begin with a letter. It has no currency and no balance. */
import type { Day } from '../../domain/date.ts'
import { type DecimalMark, decimalMark, readAmount } from '../amount.ts'
import { type DateOrder, dateOrder, readDate } from '../calendar-date.ts'
import { error, type Problem, warning } from '../problem.ts'
import { returnedByLabel } from './returned-labels.ts'
import { refusedStatements, type Statement, type StatementEntry, type StatementReading } from './statement.ts'
import {
  badAmount,
  badDate,
  given,
  joined,
  LONGEST_TEXT,
  linesOf,
  notOfFormat,
  taken,
  tooLong,
} from './statement-text.ts'

type Draft = { line: number; date: string; amount: string; payee: string; words: string[] }

/** `section` is what a line of `!` opened; `account` the last one named. */
type Reader = {
  section: 'account' | 'bank' | 'other'
  account: string | null
  draft: Draft | null
  found: Found[]
  skipped: Problem[]
}

type Found = { account: string | null; drafts: Draft[] }

const BANK_TYPES = /^!Type:\s*(?:Bank|Cash|CCard|Oth [AL])\s*$/i
const FRENCH_TYPES = /^!Type:\s*(?:Banque|Caisse|Carte)/i

/** Quicken begins an account with its balance, as if it were an entry. */
const OPENING = /^(?:opening balance|solde (?:initial|d'ouverture))$/i

/** Told by its first line. */
export function isQif(text: string): boolean {
  const first = linesOf(text.slice(0, 4096)).find(line => line.trim() !== '') ?? ''
  return /^\s*!(?:Type:|Account|Option:|Clear:)/i.test(first)
}

/** One statement an account, in euros, for QIF says no currency; the order of day and month is decided over the whole file. */
export function readQif(text: string): StatementReading {
  if (!isQif(text)) return refusedStatements('qif', [notOfFormat('QIF')])
  const reader: Reader = { section: 'other', account: null, draft: null, found: [], skipped: [] }
  for (const [index, line] of linesOf(text).entries()) readLine(line.trimEnd(), index + 1, reader)
  endEntry(reader)
  if (reader.found.length === 0)
    return refusedStatements('qif', [...reader.skipped, error(null, 'no-statement', { kind: 'qif' })])
  const drafts = reader.found.flatMap(found => found.drafts)
  const dates = drafts.map(draft => plainDate(draft.date))
  const order = dateOrder(dates)
  const mark = decimalMark(drafts.map(draft => draft.amount))
  const problems: Problem[] = [...reader.skipped, ...orderProblems(dates, order)]
  const statements = reader.found.map(found => statementOf(found, order, mark, problems))
  if (problems.some(isError) && statements.every(({ entries }) => entries.length === 0)) {
    return refusedStatements('qif', problems)
  }
  return taken('qif', statements, problems)
}

function readLine(line: string, number: number, reader: Reader): void {
  if (line.startsWith('!')) {
    endEntry(reader)
    openSection(line, number, reader)
  } else if (line === '^') endEntry(reader)
  else if (reader.section === 'account' && line.startsWith('N')) reader.account = given(line.slice(1))
  else if (reader.section === 'bank' && line !== '') readEntryLine(line, number, reader)
}

function openSection(line: string, number: number, reader: Reader): void {
  if (/^!(?:Option|Clear):/i.test(line)) return
  if (/^!Account/i.test(line)) reader.section = 'account'
  else if (BANK_TYPES.test(line) || FRENCH_TYPES.test(line)) {
    reader.section = 'bank'
    reader.found.push({ account: reader.account, drafts: [] })
  } else {
    reader.section = 'other'
    reader.skipped.push(warning(number, 'section-skipped', { section: line.slice(0, 40) }))
  }
}

/** D date, T amount, U the same, P payee, M memo, N number; S, E and $ are splits, kept as words. Others say nothing here. */
function readEntryLine(line: string, number: number, reader: Reader): void {
  reader.draft ??= { line: number, date: '', amount: '', payee: '', words: [] }
  const { draft } = reader
  const value = line.slice(1).trim()
  switch (line[0]) {
    case 'D':
      draft.date = value
      break
    case 'T':
      draft.amount = value
      break
    case 'U':
      draft.amount ||= value
      break
    case 'P':
      draft.payee = value
      break
    case 'M':
    case 'N':
    case 'S':
    case 'E':
    case '$':
      draft.words.push(value)
      break
  }
}

/** The last entry needs no `^`. */
function endEntry(reader: Reader): void {
  if (reader.draft !== null) reader.found.at(-1)?.drafts.push(reader.draft)
  reader.draft = null
}

function statementOf(
  found: Found,
  order: DateOrder,
  mark: DecimalMark | null,
  problems: Problem[],
): Statement {
  const [first, ...others] = found.drafts
  const opening = first !== undefined && OPENING.test(first.payee) ? first : null
  const entries = (opening ? others : found.drafts).flatMap(draft => {
    const entry = entryOf(draft, order, mark)
    if ('code' in entry) problems.push(entry)
    return 'code' in entry ? [] : [entry]
  })
  return {
    account: found.account,
    currency: null,
    from: null,
    to: null,
    openingCents: opening ? readAmount(opening.amount, mark) : null,
    closingCents: null,
    entries,
  }
}

function entryOf(draft: Draft, order: DateOrder, mark: DecimalMark | null): StatementEntry | Problem {
  const { line, date, amount } = draft
  const bookedOn = readDate(plainDate(date), order)
  const amountCents = readAmount(amount, mark)
  if (bookedOn === null) return badDate(line, date)
  if (amountCents === null) return badAmount(line, amount)
  const description = joined([draft.payee, ...draft.words])
  if (description.length > LONGEST_TEXT) return tooLong(line)
  return {
    line,
    bookedOn,
    valueOn: null,
    amountCents,
    currency: 'EUR',
    counterparty: { name: given(draft.payee), iban: null },
    reference: null,
    endToEndId: null,
    description,
    bankReference: null,
    returned: returnedByLabel(description),
  }
}

/** `8/12' 3`, `8/12'13`: Quicken's apostrophe opens a year of this century, padded with a space. */
function plainDate(text: string): string {
  return text
    .slice(0, 40)
    .replace(/\s*'\s*/, '/')
    .replace(/([/.-])\s*(\d)$/, '$10$2')
    .replace(/\s+(?=\d)/g, '')
}

/** Nothing in the file tells the day from the month: the French order, said. */
function orderProblems(dates: readonly string[], order: DateOrder): Problem[] {
  if (order === 'mdy') {
    return [warning(null, 'month-first-dates')]
  }
  const both = (date: string) => [readDate(date, 'dmy'), readDate(date, 'mdy')] as [Day | null, Day | null]
  const pairs = dates.map(both)
  const proven = pairs.some(([french, american]) => french !== null && american === null)
  const doubtful = pairs.some(
    ([french, american]) => french !== null && american !== null && french !== american,
  )
  if (proven || !doubtful) return []
  return [warning(null, 'ambiguous-dates')]
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}
