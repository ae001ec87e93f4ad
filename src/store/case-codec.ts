import { type Day, day, formatDay } from '../domain/date.ts'
import { cents } from '../domain/money.ts'
import { type CaseTable, type ColumnKind, columnName } from './case-tables.ts'

type Value = Record<string, unknown>

/** A record of a case → a plain object by column name, ready for JSON. */
export function encodeRecord(table: CaseTable, record: object): Value {
  const row: Value = {}
  for (const [key, kind] of Object.entries(table.columns)) {
    row[columnName(table, key)] = encode(kind, (record as Value)[key])
  }
  return row
}

/** A row of the table → the record it was. */
export function decodeRecord(table: CaseTable, row: Value): object {
  const record: Value = {}
  for (const [key, kind] of Object.entries(table.columns))
    record[key] = decode(kind, row[columnName(table, key)])
  return record
}

export function encodeDay(value: Day | null): string | null {
  return value === null ? null : formatDay(value)
}

export function decodeDay(value: unknown): Day | null {
  return value === null || value === undefined ? null : day(value as string)
}

function encode(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return null
  switch (kind) {
    case 'day':
      return formatDay(value as Day)
    case 'cents':
      return String(value)
    case 'instalments':
    case 'rejections':
      return (value as Value[]).map(part => mapParts(part, encode))
    default:
      return value
  }
}

function decode(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return null
  switch (kind) {
    case 'day':
      return day(value as string)
    case 'cents':
      return cents(value as bigint | string as bigint)
    case 'instalments':
    case 'rejections':
      return (value as Value[]).map(part => mapParts(part, decode))
    default:
      return value
  }
}

/** Parts of a plan or a payment: keys tell their kind by their unit. */
function mapParts(part: Value, convert: (kind: ColumnKind, value: unknown) => unknown): Value {
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, convert(partKind(key), value)]))
}

function partKind(key: string): ColumnKind {
  if (key.endsWith('On')) return 'day'
  return key.endsWith('Cents') ? 'cents' : 'int'
}
