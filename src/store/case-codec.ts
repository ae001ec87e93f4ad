import { type Day, day, formatDay } from '../domain/date.ts'
import { cents } from '../domain/money.ts'
import type { CaseTable, ColumnKind } from './case-tables.ts'

type Value = Record<string, unknown>

/** A record of a case → a plain object by column name, ready for JSON. */
export function encodeRecord(caseId: string, { columns }: CaseTable, record: object): Value {
  const row: Value = { case_id: caseId }
  for (const { key, name, kind } of columns) row[name] = encode(kind, (record as Value)[key])
  return row
}

/** A row of the table → the record it was. */
export function decodeRecord({ columns }: CaseTable, row: Value): object {
  const record: Value = {}
  for (const { key, name, kind } of columns) record[key] = decode(kind, row[name])
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
  if (kind === 'cents') return String(value)
  return hasParts(kind) ? (value as Value[]).map(part => mapParts(part, encodePart)) : value
}

function decode(kind: ColumnKind, value: unknown): unknown {
  return hasParts(kind) ? (value as Value[]).map(part => mapParts(part, decodePart)) : value
}

function hasParts(kind: ColumnKind): boolean {
  return kind === 'instalments' || kind === 'rejections'
}

/** Parts of a plan or a payment: keys tell their kind by their unit. */
function mapParts(part: Value, convert: (key: string, value: unknown) => unknown): Value {
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, convert(key, value)]))
}

function encodePart(key: string, value: unknown): unknown {
  if (key.endsWith('On')) return encodeDay(value as Day | null)
  return key.endsWith('Cents') ? String(value) : value
}

function decodePart(key: string, value: unknown): unknown {
  if (key.endsWith('On')) return decodeDay(value)
  return key.endsWith('Cents') ? cents(BigInt(value as string)) : value
}
