/** A table of SEPA mandates → mandates by debtor, and every problem met. French or English column names. */
import { CsvError, parse } from 'csv-parse/sync'
import { readDate } from '../calendar-date.ts'
import { isSepaIban, readBic, readIban } from '../identifiers.ts'
import type { Mandate } from '../mandate.ts'
import { error, type Problem } from '../problem.ts'
import { isSepaReference } from '../sepa-text.ts'
import { decodeText } from '../text-encoding.ts'

const COLUMNS = {
  debtor: ['debtor', 'debiteur', 'code', 'code client', 'client'],
  iban: ['iban'],
  bic: ['bic'],
  reference: [
    'mandate',
    'mandate reference',
    'mandat',
    'reference du mandat',
    'reference mandat',
    'rum',
    'reference',
  ],
  signedOn: ['signed', 'signed on', 'signature date', 'date de signature', 'signature', 'signe le'],
  sequence: ['sequence', 'type de sequence'],
  scheme: ['scheme', 'schema', 'type'],
}
type Column = keyof typeof COLUMNS
const NEEDED: readonly Column[] = ['debtor', 'iban', 'reference', 'signedOn']

export function readMandates(bytes: Uint8Array): { mandates: Mandate[]; problems: Problem[] } {
  const decoded = decodeText(bytes)
  if ('code' in decoded) return { mandates: [], problems: [decoded] }
  const records = recordsOf(decoded.text)
  if ('code' in records) return { mandates: [], problems: [records] }
  const [header = [], ...rows] = records
  const position = (column: Column) => header.findIndex(title => COLUMNS[column].includes(plain(title)))
  const missing = NEEDED.filter(column => position(column) < 0)
  if (missing.length > 0) {
    const names = missing.map(column => COLUMNS[column][0] as string)
    const lack = { kind: 'mandates', missing: names, known: Object.keys(COLUMNS) } as const
    return { mandates: [], problems: [error(1, 'missing-column', lack)] }
  }
  const problems: Problem[] = []
  const mandates = rows.flatMap((cells, index) => {
    const value = (column: Column) => (cells[position(column)] ?? '').trim()
    const read = readMandate(value, index + 2)
    if (!Array.isArray(read)) return [read]
    problems.push(...read)
    return []
  })
  return { mandates, problems: [...problems, ...twice(mandates)] }
}

function recordsOf(text: string): string[][] | Problem {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = [';', '\t', ','].find(separator => first.includes(separator)) ?? ';'
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][]
  } catch (cause) {
    if (cause instanceof CsvError)
      return error(typeof cause.lines === 'number' ? cause.lines : null, 'unclosed-quote', {
        kind: 'mandates',
      })
    throw cause
  }
}

function readMandate(value: (column: Column) => string, line: number): Mandate | Problem[] {
  const problems: Problem[] = []
  const [debtor, reference] = [value('debtor'), value('reference')]
  const iban = readIban(value('iban'))
  const bic = value('bic') === '' ? { value: null } : readBic(value('bic'))
  const signedOn = readDate(value('signedOn'), 'dmy')
  const sequence = (value('sequence') || 'RCUR').toUpperCase()
  const scheme = (value('scheme') || 'CORE').toUpperCase()
  if (debtor === '') problems.push(error(line, 'missing-debtor', { kind: 'mandate' }))
  if ('problem' in iban)
    problems.push(error(line, 'bad-iban', { kind: 'number', text: value('iban'), fault: iban.problem }))
  else if (!isSepaIban(iban.value))
    problems.push(error(line, 'bad-iban', { kind: 'outside-sepa', text: iban.value }))
  if ('problem' in bic) problems.push(error(line, 'bad-bic', { text: value('bic'), fault: bic.problem }))
  if (!isSepaReference(reference)) problems.push(error(line, 'bad-reference', { text: reference }))
  if (signedOn === null)
    problems.push(error(line, 'bad-date', { kind: 'signature', text: value('signedOn') }))
  if (!SEQUENCES.includes(sequence))
    problems.push(error(line, 'bad-sequence', { text: sequence, known: SEQUENCES }))
  if (!SCHEMES.includes(scheme)) problems.push(error(line, 'bad-scheme', { text: scheme, known: SCHEMES }))
  return problems.length > 0
    ? problems
    : ({
        line,
        debtor,
        reference,
        signedOn,
        sequence,
        scheme,
        iban: readValue(iban),
        bic: readValue(bic),
      } as Mandate)
}

const SEQUENCES: readonly string[] = ['FRST', 'RCUR', 'OOFF', 'FNAL']
const SCHEMES: readonly string[] = ['CORE', 'B2B']

function readValue<Value>(read: { value: Value } | { problem: unknown }): Value | null {
  return 'value' in read ? read.value : null
}

/** Which of two mandates of a debtor is the one to use, only a person knows. */
function twice(mandates: readonly Mandate[]): Problem[] {
  const seen = new Set<string>()
  return mandates.flatMap(({ line, debtor }) => {
    if (!seen.has(debtor)) {
      seen.add(debtor)
      return []
    }
    return [error(line, 'mandate-twice', { debtor })]
  })
}

function plain(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase()
}
