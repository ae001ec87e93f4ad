/** Bank and card statements in OFX 1 (SGML) and OFX 2 (XML), as Money and Quicken asked of banks. */
import { civilDay, type Day } from '../../domain/date.ts'
import type { Cents } from '../../domain/money.ts'
import { type DecimalMark, decimalMark, isAmbiguousAmount, readAmount } from '../amount.ts'
import { currencyCode } from '../currency-code.ts'
import { error, type Problem, warning } from '../problem.ts'
import { type OfxTag, ofxTags } from './ofx-tags.ts'
import { returnedByLabel } from './returned-labels.ts'
import { ibanOfRib, ribKey } from './rib.ts'
import { refusedStatements, type Statement, type StatementEntry, type StatementReading } from './statement.ts'
import {
  assumedEuros,
  badAmount,
  badDate,
  given,
  givenIban,
  joined,
  LONGEST_TEXT,
  notOfFormat,
  taken,
  tooLong,
} from './statement-text.ts'

type Values = Map<string, string>

/** Values by their tag, those of an inner aggregate behind its name: `PAYEE.NAME`. */
type Draft = { line: number; values: Values; entries: { line: number; values: Values }[] }

type Reader = {
  drafts: Draft[]
  open: Draft | null
  entry: Draft['entries'][number] | null
  inside: string | null
}

const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS'])
/** Aggregates whose values would be mistaken for those of what they stand in. */
const INNER = new Set([
  'BANKACCTFROM',
  'CCACCTFROM',
  'BANKACCTTO',
  'CCACCTTO',
  'LEDGERBAL',
  'AVAILBAL',
  'BAL',
  'PAYEE',
  'CURRENCY',
  'ORIGCURRENCY',
])

/** Told by its header, or by its first tag. */
export function isOfx(text: string): boolean {
  const start = text.slice(0, 4096)
  return /^\uFEFF?\s*OFXHEADER\s*:/i.test(start) || /<\?OFX\s/i.test(start) || /<OFX>/i.test(start)
}

/** Statements, without an opening balance: OFX has none. The text comes decoded; CHARSET and ENCODING often lie. */
export function readOfx(text: string): StatementReading {
  if (!isOfx(text)) return refusedStatements('ofx', [notOfFormat('OFX')])
  const reader: Reader = { drafts: [], open: null, entry: null, inside: null }
  const tags = ofxTags(text)
  for (const tag of tags) readTag(tag, reader)
  const last = tags.at(-1)?.line ?? 1
  if (reader.open !== null)
    return refusedStatements('ofx', [error(last, 'truncated-file', { format: 'ofx' })])
  if (reader.drafts.length === 0)
    return refusedStatements('ofx', [error(null, 'no-statement', { kind: 'ofx' })])
  const problems: Problem[] = []
  const mark = decimalMark(reader.drafts.flatMap(amountsOf))
  const statements = reader.drafts.map(draft => statementOf(draft, mark, problems))
  return taken('ofx', statements, problems)
}

function readTag({ name, end, value, line }: OfxTag, reader: Reader): void {
  if (STATEMENTS.has(name)) {
    if (reader.open !== null) reader.drafts.push(reader.open)
    reader.open = end ? null : { line, values: new Map(), entries: [] }
    reader.entry = null
    reader.inside = null
    return
  }
  const { open } = reader
  if (open === null) return
  if (name === 'STMTTRN') {
    reader.entry = end ? null : { line, values: new Map() }
    reader.inside = null
    if (reader.entry !== null) open.entries.push(reader.entry)
  } else if (INNER.has(name) && value === null) reader.inside = end ? null : name
  else if (!end && value !== null) {
    const values = reader.entry?.values ?? open.values
    const key = reader.inside === null ? name : `${reader.inside}.${name}`
    if (!values.has(key)) values.set(key, value)
  }
}

function statementOf(
  { line, values, entries }: Draft,
  mark: DecimalMark | null,
  problems: Problem[],
): Statement {
  const currency = currencyCode(values.get('CURDEF'))
  if (currency === null) problems.push(assumedEuros(line))
  const balance = values.get('LEDGERBAL.BALAMT')
  const closingCents = balance === undefined ? null : amountOf(balance, mark)
  if (balance !== undefined && closingCents === null) {
    problems.push(warning(line, 'unreadable-balance', { kind: 'ofx', text: balance.slice(0, 40) }))
  }
  return {
    account: accountOf(values),
    currency,
    from: ofxDay(values.get('DTSTART')),
    to: ofxDay(values.get('DTEND')) ?? ofxDay(values.get('LEDGERBAL.DTASOF')),
    openingCents: null,
    closingCents,
    entries: entries.flatMap(entry => {
      const read = entryOf(entry.line, entry.values, currency ?? 'EUR', mark, problems)
      if ('code' in read) problems.push(read)
      return 'code' in read ? [] : [read]
    }),
  }
}

function entryOf(
  line: number,
  values: Values,
  currency: string,
  mark: DecimalMark | null,
  problems: Problem[],
): StatementEntry | Problem {
  const [posted = '', amount = ''] = [values.get('DTPOSTED'), values.get('TRNAMT')]
  const bookedOn = ofxDay(posted)
  const amountCents = amountOf(amount, mark)
  if (bookedOn === null) return badDate(line, posted)
  if (amountCents === null) return badAmount(line, amount)
  const [name, memo] = [given(values.get('PAYEE.NAME') ?? values.get('NAME')), given(values.get('MEMO'))]
  const description = joined([name, memo, values.get('CHECKNUM'), values.get('REFNUM')])
  if (description.length > LONGEST_TEXT) return tooLong(line)
  if (values.get('TRNTYPE')?.toUpperCase() === 'DEBIT' && amountCents > 0n)
    problems.push(warning(line, 'sign-and-side-differ', { kind: 'sign' }))
  return {
    line,
    bookedOn,
    valueOn: ofxDay(values.get('DTAVAIL')),
    amountCents,
    currency: currencyCode(values.get('CURRENCY.CURSYM')) ?? currency,
    counterparty: { name, iban: accountIn('BANKACCTTO', values) },
    reference: null,
    endToEndId: null,
    description,
    bankReference: given(values.get('FITID')),
    returned: returnedByLabel(description),
  }
}

/** AAAAMMJJ, then perhaps a time and its zone: the day is the one that the bank wrote. */
function ofxDay(text: string | undefined): Day | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:\d{2,6}|\d{6}\.\d+)?\s*(?:\[[^\]]*\]?)?$/.exec(
    (text ?? '').slice(0, 60).trim(),
  )
  return match ? civilDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** No thousands separator is allowed: where the file tells nothing, a lone mark is the decimal one. */
function amountOf(text: string, mark: DecimalMark | null): Cents | null {
  const own = isAmbiguousAmount(text) ? (text.includes(',') ? ',' : '.') : null
  return readAmount(text, mark ?? own)
}

function amountsOf({ values, entries }: Draft): string[] {
  return [values.get('LEDGERBAL.BALAMT') ?? '', ...entries.map(entry => entry.values.get('TRNAMT') ?? '')]
}

/** An IBAN where the parts are those of a French account, which its key proves; else the bank's number. */
function accountOf(values: Values): string | null {
  return (
    accountIn('BANKACCTFROM', values) ??
    given(values.get('BANKACCTFROM.ACCTID') ?? values.get('CCACCTFROM.ACCTID'))
  )
}

function accountIn(aggregate: string, values: Values): string | null {
  const part = (name: string) => values.get(`${aggregate}.${name}`) ?? ''
  const [bank, branch, account, key] = [part('BANKID'), part('BRANCHID'), part('ACCTID'), part('ACCTKEY')]
  const isRib = key !== '' && ribKey(bank, branch, account) === key.padStart(2, '0')
  return isRib ? ibanOfRib(bank, branch, account) : givenIban(account)
}
