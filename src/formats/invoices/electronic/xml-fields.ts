/** The values of an XML invoice, each told with its element and line when it can't be one. */
import { civilDay, type Day } from '../../../domain/date.ts'
import { type Cents, cents, divideHalfUp } from '../../../domain/money.ts'
import type { Xml } from '../../containers/xml-tree.ts'
import { error, type Problem } from '../../problem.ts'
import { shown } from '../../shown.ts'

const LONGEST = 1000
const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d{0,30}))?$/
/** UBL writes `2026-02-28`, with a time zone if it likes; CII `20260228`, as format 102. */
const DATE = /^(\d{4})-?(\d{2})-?(\d{2})(?:T[\d:.]{5,18})?(?:Z|[+-]\d{2}:\d{2})?$/

/** On one line; null when the element is absent or empty. */
export function textOf(element: Xml | null, problems: Problem[]): string | null {
  if (element === null || element.text === '') return null
  if (element.text.length <= LONGEST) return element.text.replace(/\s+/g, ' ')
  problems.push(
    error(element.line, 'cell-too-long', {
      kind: 'element',
      element: element.place,
      length: element.text.length,
      most: LONGEST,
    }),
  )
  return null
}

/** Decimals beyond the second are rounded half up. */
export function amountOf(element: Xml | null, problems: Problem[]): Cents | null {
  const text = textOf(element, problems)
  if (element === null || text === null) return null
  const match = DECIMAL.exec(text)
  if (!match) {
    problems.push(
      error(element.line, 'bad-amount', { kind: 'element', text: shown(text), element: element.place }),
    )
    return null
  }
  const [, sign, units = '', decimals = ''] = match
  const scale = 10n ** BigInt(Math.max(decimals.length - 2, 0))
  const value = divideHalfUp(BigInt(units + decimals.padEnd(2, '0')), scale)
  return cents(sign === '-' ? -value : value)
}

export function dateOf(element: Xml | null, problems: Problem[]): Day | null {
  const text = textOf(element, problems)
  if (element === null || text === null) return null
  const [, year, month, date] = DATE.exec(text) ?? []
  const day = civilDay(Number(year ?? 0), Number(month), Number(date))
  if (day !== null && Number(year) >= 1900 && Number(year) <= 2199) return day
  problems.push(
    error(element.line, 'bad-date', { kind: 'element', text: shown(text), element: element.place }),
  )
  return null
}
