/** How values arrive from PostgreSQL: nothing loses precision, and no date turns into an instant. */
import pg from 'pg'

type Parser = (text: string) => unknown

/** Any type without a parser here or in pg stays text: `numeric`, `uuid`, `time`… Arrays are parsed by their element's. */
export function getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
  return parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')
}

const asText: Parser = text => text

/** `2026-03-03 08:00:00.5+00` → `2026-03-03T08:00:00.5Z`. Transactions run in UTC; elsewhere the offset is kept. */
const asInstant = (text: string) =>
  text
    .replace(' ', 'T')
    .replace(/\+00$/, 'Z')
    .replace(/([+-]\d\d)$/, '$1:00')

const arrayOf =
  (parse: Parser): Parser =>
  text =>
    (pg.types.getTypeParser(OID.textArray)(text) as unknown[]).map(item => mapItem(item, parse))

const mapItem = (item: unknown, parse: Parser): unknown => {
  if (Array.isArray(item)) return item.map(inner => mapItem(inner, parse))
  return typeof item === 'string' ? parse(item) : item
}

/** `select oid, typname from pg_type` */
const OID = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  textArray: 1009,
  int8Array: 1016,
  timestampArray: 1115,
  dateArray: 1182,
  timestamptzArray: 1185,
  intervalArray: 1187,
  numericArray: 1231,
}

const parsers = new Map<number, Parser>([
  [OID.int8, BigInt],
  [OID.date, asText],
  [OID.timestamp, asText],
  [OID.timestamptz, asInstant],
  [OID.interval, asText],
  [OID.int8Array, arrayOf(BigInt)],
  [OID.timestampArray, arrayOf(asText)],
  [OID.dateArray, arrayOf(asText)],
  [OID.timestamptzArray, arrayOf(asInstant)],
  [OID.intervalArray, arrayOf(asText)],
  [OID.numericArray, arrayOf(asText)],
])
