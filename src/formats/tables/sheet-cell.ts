import type { DecimalMark } from '../amount.ts'

/** As the library gives it; a number comes as the text that stands in the workbook. */
export type SheetCell = string | boolean | Date | { number: string } | null

/** A cell as a French program would write it in a CSV file. */
export function cellText(cell: SheetCell, mark: DecimalMark): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non'
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return numberText(cell.number, mark)
}

/**
 * `1234.5` → `1234.50`; `0.29499999999999998` is 0.295 for Excel, which shows fifteen digits. Never three decimals, that could be
 * taken for thousands.
 */
function numberText(text: string, mark: DecimalMark): string {
  const plain = /^-?\d{1,15}(\.\d{1,10})?$/.test(text) && text.length <= 16 ? text : fifteenDigits(text)
  const [units = '', decimals] = plain.split('.')
  if (decimals === undefined) return units
  return `${units}${mark}${decimals.length === 3 ? `${decimals}0` : decimals.padEnd(2, '0')}`
}

function fifteenDigits(text: string): string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString()
  const shown = Number(number.toPrecision(15))
  return shown.toFixed(10).replace(/0+$/, '').replace(/\.$/, '')
}
