/** What the text formats of banks share: lines, texts that mean nothing, and how a reading ends. */
import { cents, divideHalfUp } from '../../domain/money.ts'
import { readIban } from '../identifiers.ts'
import { error, type Problem, warning } from '../problem.ts'
import { balanceProblems, type Statement, type StatementReading } from './statement.ts'

/** Beyond this a text of an entry is no text, but a file gone wrong. */
export const LONGEST_TEXT = 4000
/** What banks write where there is no reference. */
const NOTHING = /^(NOTPROVIDED|NON[ -]?REF(ERENCE)?|NOT PROVIDED|NEANT|N\/?A|0+|-+)$/i

/** Lines of a text, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
}

/** Runs of white space as one space. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Parts that say something, joined by a space; the same part isn't said twice. */
export function joined(parts: readonly (string | null | undefined)[]): string {
  const said: string[] = []
  for (const part of parts) {
    const text = squeezed(part ?? '')
    if (text !== '' && !said.includes(text)) said.push(text)
  }
  return said.join(' ')
}

/** A text that says something, or null. */
export function given(text: string | null | undefined): string | null {
  return squeezed(text ?? '') || null
}

/** A reference, or null where the bank wrote that there is none. */
export function givenReference(text: string | null | undefined): string | null {
  const reference = given(text)
  return reference === null || NOTHING.test(reference) ? null : reference
}

/** The IBAN that a text is, or null. */
export function givenIban(text: string | null | undefined): string | null {
  if (!text || text.length > 60) return null
  const found = readIban(text)
  return 'value' in found ? found.value : null
}

/** An integer of so many decimals → cents, half up. */
export function scaled(digits: bigint, decimals: number) {
  return cents(
    decimals <= 2 ? digits * 10n ** BigInt(2 - decimals) : divideHalfUp(digits, 10n ** BigInt(decimals - 2)),
  )
}

export function tooLong(line: number): Problem {
  return error(line, 'text-too-long', { most: LONGEST_TEXT })
}

export function notOfFormat(format: string): Problem {
  return error(null, 'wrong-format', { kind: 'statement', format })
}

/** An entry whose date is missing, or is no date. */
export function badDate(line: number, text: string): Problem {
  return error(line, 'bad-date', { kind: 'entry', text: text.slice(0, 40) })
}

/** An entry whose amount is missing, or is no amount. */
export function badAmount(line: number, text: string): Problem {
  return error(line, 'bad-amount', { kind: 'entry', text: text.slice(0, 40) })
}

/** No currency is told: euros, said. */
export function assumedEuros(line: number): Problem {
  return warning(line, 'no-currency', { kind: 'statement' })
}

/** Statements as read, with what their balances say. */
export function taken(
  format: string,
  statements: Statement[],
  problems: readonly Problem[],
): StatementReading {
  const all = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return { format, statements, problems: [...all, ...statements.flatMap(balanceProblems)], complete: true }
}
