/** A table of SEPA mandates → mandates by debtor, and every problem met. French or English column names. */
import { readDate } from '../calendar-date.ts'
import { isSepaIban, readBic, readIban } from '../identifiers.ts'
import type { Mandate } from '../mandate.ts'
import { error, type Problem } from '../problem.ts'
import { isSepaReference } from '../sepa-text.ts'
import { readTable } from '../tables/csv-table.ts'
import { namedColumns } from '../tables/named-columns.ts'
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

const { fieldOf, sense } = namedColumns(COLUMNS, 'mandates')

export function readMandates(bytes: Uint8Array): { mandates: Mandate[]; problems: Problem[] } {
  const decoded = decodeText(bytes)
  if ('code' in decoded) return { mandates: [], problems: [decoded] }
  const table = readTable(decoded.text, sense)
  if ('code' in table) return { mandates: [], problems: [table] }
  const columns = table.headers.map(fieldOf)
  const missing = NEEDED.filter(column => !columns.includes(column))
  if (missing.length > 0) {
    const names = missing.map(column => COLUMNS[column][0] as string)
    const lack = { kind: 'mandates', missing: names, known: Object.keys(COLUMNS) } as const
    return { mandates: [], problems: [error(1, 'missing-column', lack)] }
  }
  const problems: Problem[] = []
  const mandates = table.rows.flatMap(({ line, cells }) => {
    if (cells.every(cell => cell.trim() === '')) return []
    const read = readMandate(column => (cells[columns.indexOf(column)] ?? '').trim(), line)
    if (!Array.isArray(read)) return [read]
    problems.push(...read)
    return []
  })
  return { mandates, problems: [...problems, ...twice(mandates)] }
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
