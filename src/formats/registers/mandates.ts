/** A table of SEPA mandates → mandates by debtor, and every problem met. French or English column names. */
import { readDate } from '../calendar-date.ts'
import { IDENTIFIER_PROBLEMS, isSepaIban, readBic, readIban } from '../identifiers.ts'
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

const { fieldOf, sense } = namedColumns(COLUMNS, 'code client;IBAN;BIC;référence du mandat;date de signature')

export function readMandates(bytes: Uint8Array): { mandates: Mandate[]; problems: Problem[] } {
  const decoded = decodeText(bytes)
  if ('code' in decoded) return { mandates: [], problems: [decoded] }
  const table = readTable(decoded.text, sense)
  if ('code' in table) return { mandates: [], problems: [table] }
  const columns = table.headers.map(fieldOf)
  const missing = NEEDED.filter(column => !columns.includes(column))
  if (missing.length > 0) {
    const names = missing.map(column => COLUMNS[column][0]).join(', ')
    const message = `il manque les colonnes ${names} (attendues : ${Object.keys(COLUMNS).join(', ')})`
    return { mandates: [], problems: [error(1, 'missing-column', message)] }
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
  const fault = (code: string, message: string) => problems.push(error(line, code, message))
  const [debtor, reference] = [value('debtor'), value('reference')]
  const iban = readIban(value('iban'))
  const bic = value('bic') === '' ? { value: null } : readBic(value('bic'))
  const signedOn = readDate(value('signedOn'), 'dmy')
  const sequence = (value('sequence') || 'RCUR').toUpperCase()
  const scheme = (value('scheme') || 'CORE').toUpperCase()
  if (debtor === '') fault('missing-debtor', 'il manque le code du débiteur')
  if ('problem' in iban) fault('bad-iban', `IBAN « ${value('iban')} » : ${IDENTIFIER_PROBLEMS[iban.problem]}`)
  else if (!isSepaIban(iban.value))
    fault('bad-iban', `IBAN « ${iban.value} » : son pays n’est pas dans la zone SEPA`)
  if ('problem' in bic) fault('bad-bic', `BIC « ${value('bic')} » : ${IDENTIFIER_PROBLEMS[bic.problem]}`)
  if (!isSepaReference(reference))
    fault(
      'bad-reference',
      `référence « ${reference} » : 1 à 35 lettres sans accent, chiffres, / - ? : ( ) . , ' +`,
    )
  if (signedOn === null) fault('bad-date', `date de signature « ${value('signedOn')} » : elle ne se lit pas`)
  if (!isOneOf(SEQUENCES, sequence))
    fault('bad-sequence', `séquence « ${sequence} » : ${SEQUENCES.join(', ')}`)
  if (!isOneOf(SCHEMES, scheme)) fault('bad-scheme', `schéma « ${scheme} » : ${SCHEMES.join(' ou ')}`)
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

function isOneOf(list: readonly string[], text: string): boolean {
  return list.includes(text)
}

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
    return [error(line, 'mandate-twice', `${debtor} a deux mandats : gardez celui qui sert`)]
  })
}
