/** A journal or ledger exported as a table: accounts, debit and credit (or amount and side), lettering if any. */
import { type Cents, cents, subtract, ZERO } from '../domain/money.ts'
import { type RowReader, readAmountOf, readDateOf } from './csv-row.ts'
import { debtorCode, shown } from './debtor-fields.ts'
import { kindOfWord } from './document-kind.ts'
import { error, type InvoiceRow, type Problem } from './format.ts'
import { type LedgerLine, openItems, unbalancedLettering } from './ledger.ts'
import { readSide } from './ledger-side.ts'
import { isTotalRow, type MappedRow, type MappedTable } from './mapped-table.ts'

export function isLedger(table: MappedTable): boolean {
  return (table.has('amount') && table.has('side')) || (table.has('debit') && table.has('credit'))
}

/** Without a lettering column the source doesn't say what is settled. */
export function readCustomerLedger(reader: RowReader): InvoiceRow[] | Problem {
  const rows = customerRows(reader.table)
  if (rows.length === 0) {
    return error(null, 'no-customer-account', 'Le fichier ne contient aucune ligne de compte client (411…).')
  }
  const sales = saleEntries(reader.table)
  const lines = rows.flatMap(row => readLine(row, reader, sales) ?? [])
  const { documents, unbalanced } = openItems(lines, reader.dueOn)
  if (unbalanced.length > 0) reader.problems.push(unbalancedLettering(unbalanced, 'unbalanced-lettrage'))
  if (reader.table.has('lettering')) return documents
  return documents.map(document => ({ ...document, openCents: null }))
}

/** Lines of accounts 411; all of them when the table has no general accounts, as an auxiliary ledger. */
function customerRows(table: MappedTable): MappedRow[] {
  const general = table.has('account') && table.rows.some(row => /^\d{3}/.test(row.value('account')))
  return table.rows.filter(row => !isTotalRow(row) && (!general || row.value('account').startsWith('411')))
}

function saleEntries(table: MappedTable): Set<string> {
  return new Set(table.rows.filter(row => row.value('account').startsWith('70')).map(entryOf))
}

function entryOf(row: MappedRow): string {
  return JSON.stringify([row.value('journal'), row.value('number'), row.value('issuedOn')])
}

function readLine(row: MappedRow, reader: RowReader, sales: Set<string>): LedgerLine | null {
  const { problems } = reader
  const before = problems.length
  const customerCode = debtorCode(row)
  const number = row.value('number')
  const issuedOn = readDateOf(row, 'issuedOn', reader) ?? readDateOf(row, 'dueOn', reader)
  const amountCents = readSigned(row, reader)
  if (problems.slice(before).some(problem => problem.severity === 'error') || amountCents === ZERO)
    return null
  if (customerCode === '' || number === '' || issuedOn === null || amountCents === null) {
    problems.push(
      error(
        row.line,
        'incomplete-line',
        "Il manque à la ligne le client, le numéro de pièce, la date ou le montant : elle n'est pas reprise.",
      ),
    )
    return null
  }
  return {
    line: row.line,
    customerCode,
    customerName: row.value('debtorName'),
    number,
    entryNumber: row.value('journal') || String(issuedOn),
    issuedOn,
    dueOn: readDateOf(row, 'dueOn', reader),
    amountCents,
    lettering: row.value('lettering'),
    sale: sales.has(entryOf(row)) || kindOfWord(row.value('kind')) === 'credit-note',
    taxCents: null,
  }
}

/** Debit positive, credit negative. */
function readSigned(row: MappedRow, reader: RowReader): Cents | null {
  if (reader.table.has('debit') && reader.table.has('credit')) {
    const debit = readAmountOf(row, 'debit', reader)
    const credit = readAmountOf(row, 'credit', reader)
    return debit === null && credit === null ? null : subtract(debit ?? ZERO, credit ?? ZERO)
  }
  const amount = readAmountOf(row, 'amount', reader)
  const side = readSide(row.value('side'))
  if (amount === null) return null
  if (side !== null) return cents(amount * side)
  reader.problems.push(
    error(row.line, 'bad-side', `Le sens « ${shown(row.value('side'))} » n'est ni débit (D) ni crédit (C).`),
  )
  return null
}
