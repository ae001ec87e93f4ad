/** Fields :60:, :61: and :62: of an MT940: a balance, an entry. */
import { civil, civilDay, type Day } from '../../domain/date.ts'
import { type Cents, cents } from '../../domain/money.ts'
import { readAmount } from '../amount.ts'
import { fullYear } from '../calendar-date.ts'
import { error, type Problem, warning } from '../problem.ts'
import type { SwiftField } from './mt940-fields.ts'
import { badDate, given, givenIban, givenReference } from './statement-text.ts'

/** What :61: says by itself; `reversal` is RC or RD, an entry taken back. */
export type EntryDraft = {
  line: number
  bookedOn: Day
  valueOn: Day
  amountCents: Cents
  reversal: boolean
  name: string | null
  iban: string | null
  reference: string | null
  bankReference: string | null
}

const BALANCE = /^\s*([CD])(\d{6})([A-Z]{3})([\d.,]{1,20})\s*$/
/** Value date, entry date, side, last letter of the currency, amount, kind of transaction, references. */
const ENTRY = /^\s*(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d.,]{1,20})\s*(?:([A-Z][A-Z0-9]{3})(.*))?$/
/** A reference that says only where the real one stands, in :86:. */
const POINTER = /^(?:[EKP]REF|MARF|MREF|TRF|[A-Z])\+?$/
/** Some banks write the other account there, and its holder on the line below. */
const IBAN_SHAPED = /^[A-Z]{2}\d{2}[A-Z\d]{11,12}$/

export function mt940Balance(text: string): { on: Day; cents: Cents; currency: string } | null {
  const [, side, date = '', currency = '', amount = ''] = BALANCE.exec(text) ?? []
  const on = shortDay(date)
  const value = amountIn(amount)
  if (on === null || value === null) return null
  return { on, cents: cents(side === 'D' ? -value : value), currency }
}

/** Null, and a problem, when the value date or the amount can't be read. */
export function mt940Entry({ line, lines }: SwiftField, problems: Problem[]): EntryDraft | null {
  const [first = '', ...supplements] = lines
  const match = ENTRY.exec(first.slice(0, 400))
  const valueOn = shortDay(match?.[1] ?? '')
  const value = amountIn(match?.[5] ?? '')
  if (!match || valueOn === null || value === null) {
    problems.push(unreadable(line, match, valueOn))
    return null
  }
  const [, , entryDate, side = '', , , , references = ''] = match
  const isCredit = side === 'C' || side === 'RD'
  const slashes = references.indexOf('//')
  const own = slashes < 0 ? references : references.slice(0, slashes)
  const supplement = given(supplements[0]?.startsWith('/') ? null : supplements[0])
  const isAccount = IBAN_SHAPED.test(own.trim())
  return {
    line,
    bookedOn: entryDate === undefined ? valueOn : bookingDay(entryDate, valueOn, line, problems),
    valueOn,
    amountCents: cents(isCredit ? value : -value),
    reversal: side.startsWith('R') || match[6] === 'NRTI',
    name: isAccount ? supplement : null,
    iban: givenIban(own) ?? givenIban(supplement),
    reference: isAccount || POINTER.test(own.trim()) ? null : givenReference(own),
    bankReference: slashes < 0 ? null : givenReference(references.slice(slashes + 2)),
  }
}

/** MMDD, of the year that brings it nearest to the value date: an entry of 2 January has a value date of 31 December. */
function bookingDay(text: string, valueOn: Day, line: number, problems: Problem[]): Day {
  const { year } = civil(valueOn)
  const days = [year - 1, year, year + 1].flatMap(
    candidate => civilDay(candidate, Number(text.slice(0, 2)), Number(text.slice(2))) ?? [],
  )
  const [nearest] = days.sort((a, b) => Math.abs(a - valueOn) - Math.abs(b - valueOn))
  if (nearest === undefined) {
    problems.push(warning(line, 'bad-date', { kind: 'mt940-booking', text }))
  }
  return nearest ?? valueOn
}

/** YYMMDD. */
function shortDay(text: string): Day | null {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(text)
  return match ? civilDay(fullYear(match[1] ?? ''), Number(match[2]), Number(match[3])) : null
}

/** A comma is the rule; some banks write a point. */
function amountIn(text: string): Cents | null {
  return readAmount(text, text.includes(',') ? ',' : '.')
}

function unreadable(line: number, match: RegExpExecArray | null, valueOn: Day | null): Problem {
  if (match && valueOn === null) {
    return badDate(line, match[1] ?? '')
  }
  return error(line, 'bad-entry')
}
