/** One record of CFONB 120, cut at its columns; amounts with a sign in their last digit, dates as JJMMAA. */
import { civilDay, type Day } from '../../domain/date.ts'
import type { Cents } from '../../domain/money.ts'
import { fullYear } from '../calendar-date.ts'
import { error, type Problem } from '../problem.ts'
import { ibanOfRib } from './rib.ts'
import { linesOf, scaled } from './statement-text.ts'

export type CfonbRecord = {
  line: number
  code: '01' | '04' | '05' | '07'
  bank: string
  branch: string
  currency: string
  decimals: string
  account: string
  operation: string
  date: string
  reason: string
  valueDate: string
  label: string
  amount: string
  reference: string
  qualifier: string
  complement: string
}

export const RECORD = /^0[1457][\dA-Z]{5}.{4}[\dA-Z]{5}(?:[A-Z]{3}| {3})[\d ]/
const LENGTH = 120
/** Up to its amount, or for a complement up to its qualifier: what follows may have been trimmed. */
const SHORTEST = { '01': 104, '04': 104, '05': 48, '07': 104 }
/** The last digit tells the sign: {A–I positive 0–9, }J–R negative 0–9. */
const POSITIVE = '{ABCDEFGHI'
const NEGATIVE = '}JKLMNOPQR'
/** Braces as the French variant of ISO 646 had them. */
const BRACES: Readonly<Record<string, string>> = { é: '{', è: '}' }

/** Records in order; lines that are none are told. A file without line ends is cut every 120 characters, and its records counted. */
export function cfonbRecords(text: string, problems: Problem[]): CfonbRecord[] {
  return linesOf(text).flatMap((line, index) =>
    piecesOf(line).flatMap((piece, at) => {
      if (piece.trim() === '') return []
      const record = cfonbRecord(piece, index + at + 1)
      if ('severity' in record) problems.push(record)
      return 'severity' in record ? [] : [record]
    }),
  )
}

/** The account: its IBAN, or its own number where bank and branch don't make one. */
export function accountOf({ bank, branch, account }: CfonbRecord): string | null {
  return ibanOfRib(bank, branch, account) ?? (account || null)
}

/** Cents of a signed amount with its decimals; null when it can't be read. */
export function cfonbAmount({ amount, decimals }: CfonbRecord): Cents | null {
  const text = amount.trim()
  const last = text.slice(-1)
  const sign = BRACES[last] ?? last
  const negative = NEGATIVE.indexOf(sign)
  const digit = negative >= 0 ? negative : /\d/.test(sign) ? Number(sign) : POSITIVE.indexOf(sign)
  if (sign === '' || digit < 0 || !/^\d{0,13}$/.test(text.slice(0, -1)) || !/^\d$/.test(decimals)) return null
  const value = BigInt(`${text.slice(0, -1)}${digit}`)
  return scaled(negative >= 0 ? -value : value, Number(decimals))
}

/** JJMMAA → day; null when there is no such day. */
export function cfonbDay(text: string): Day | null {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(text)
  return match ? civilDay(fullYear(match[3] ?? ''), Number(match[2]), Number(match[1])) : null
}

function piecesOf(line: string): string[] {
  if (line.length <= LENGTH || !RECORD.test(line.slice(LENGTH))) return [line]
  return Array.from({ length: Math.ceil(line.length / LENGTH) }, (_, at) =>
    line.slice(at * LENGTH, (at + 1) * LENGTH),
  )
}

function cfonbRecord(text: string, line: number): CfonbRecord | Problem {
  if (!RECORD.test(text)) {
    const start = text.slice(0, 20).trim()
    return error(line, 'unknown-record', { text: start })
  }
  const code = text.slice(0, 2) as CfonbRecord['code']
  if (text.trimEnd().length < SHORTEST[code]) {
    return error(line, 'short-record', { record: code, length: text.length, expected: LENGTH })
  }
  const at = (from: number, to: number) => text.slice(from, to)
  return {
    line,
    code,
    bank: at(2, 7),
    branch: at(11, 16),
    currency: at(16, 19).trim(),
    decimals: at(19, 20),
    account: at(21, 32).trim(),
    operation: at(32, 34),
    date: at(34, 40),
    reason: at(40, 42).trim(),
    valueDate: at(42, 48),
    label: at(48, 79).trim(),
    amount: at(90, 104),
    reference: at(104, 120).trim(),
    qualifier: at(45, 48),
    complement: at(48, 118),
  }
}
