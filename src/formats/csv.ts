/** Invoices, credit notes and contacts from a delimited text, whatever its columns are called. */

import type { Field } from './column-synonyms.ts'
import { readContacts } from './contact-fields.ts'
import { mergeRows } from './csv-documents.ts'
import { isLedger, readCustomerLedger } from './csv-ledger.ts'
import { type RowReader, readRow } from './csv-row.ts'
import { codeOfName, debtorCode } from './debtor-fields.ts'
import {
  type ContactRow,
  type DefaultDueDate,
  error,
  type InvoiceRow,
  type MappingChoice,
  type Problem,
  type Reading,
  refused,
  warning,
} from './format.ts'
import { isTotalRow, type MappedRow, type MappedTable, readMappedTable } from './mapped-table.ts'

export type CsvOptions = { mapping?: MappingChoice | undefined; dueOn: DefaultDueDate }

export function readInvoiceTable(text: string, options: CsvOptions): Reading {
  const table = readMappedTable(text, options.mapping ?? {})
  if ('code' in table) return refused('csv', [table])
  const fatal = [
    ...table.problems.filter(({ line }) => line === null).filter(isError),
    ...missingColumns(table),
  ]
  if (fatal.length > 0) return refused('csv', fatal, table.mapping)
  const reader = rowReader(table, options.dueOn)
  const documents = isLedger(table) ? readCustomerLedger(reader) : readInvoiceRows(reader)
  if ('code' in documents) return refused('csv', [...reader.problems, documents], table.mapping)
  const problems = byLine(reader.problems)
  if (documents.length === 0) return refused('csv', [...problems, nothingReadable()], table.mapping)
  return { format: 'csv', documents, contacts: [], problems, mapping: table.mapping, complete: true }
}

/** A file of contacts: customer, role, name, e-mail, phone, language. */
export function readContactTable(text: string, mapping: MappingChoice = {}): Reading {
  const table = readMappedTable(text, mapping)
  if ('code' in table) return refused('csv', [table])
  const fatal = [
    ...table.problems.filter(({ line }) => line === null).filter(isError),
    ...missingContactColumns(table),
  ]
  if (fatal.length > 0) return refused('csv', fatal, table.mapping)
  const problems = table.problems.filter(problem => problem.code !== 'month-first-dates')
  const contacts = table.rows.flatMap(row => contactsOf(row, problems))
  if (contacts.length === 0) return refused('csv', [...byLine(problems), nothingReadable()], table.mapping)
  return {
    format: 'csv',
    documents: [],
    contacts,
    problems: byLine(problems),
    mapping: table.mapping,
    complete: true,
  }
}

function readInvoiceRows(reader: RowReader): InvoiceRow[] {
  const { table, problems } = reader
  if (!table.has('amount')) {
    problems.push(
      warning(
        null,
        'amount-from-balance',
        `Le fichier ne donne pas le montant des factures : le solde (colonne « ${table.header('balance')} ») en tient lieu.`,
      ),
    )
  }
  const rows: InvoiceRow[] = []
  for (const row of table.rows) {
    if (isTotalRow(row)) {
      problems.push(warning(row.line, 'total-line', "Ligne de total : elle n'est pas reprise."))
      continue
    }
    const document = readRow(row, reader)
    if (document) rows.push(document)
  }
  return mergeRows(rows, problems)
}

function rowReader(table: MappedTable, dueOn: DefaultDueDate): RowReader {
  const problems = [...table.problems]
  const blanks = table.has('balance')
    ? table.rows.filter(row => row.value('balance') === '' && !isTotalRow(row)).length
    : 0
  const balanceFilled = table.has('balance') && table.rows.some(row => row.value('balance') !== '')
  if (balanceFilled && blanks > 0 && table.has('amount')) {
    problems.push(
      warning(
        null,
        'blank-balances',
        `${blanks} ligne(s) sans solde (colonne « ${table.header('balance')} ») : elles sont considérées comme soldées.`,
      ),
    )
  }
  return { table, dueOn, problems, balanceFilled }
}

function missingColumns(table: MappedTable): Problem[] {
  const needs: [Field[], string][] = [
    [['number'], 'le numéro de facture'],
    [['debtorCode', 'debtorName', 'account'], 'le code ou le nom du client'],
    [['issuedOn', 'dueOn'], "la date de facture ou d'échéance"],
    [['amount', 'balance', 'debit'], 'le montant TTC'],
  ]
  return lacking(table, needs)
}

function missingContactColumns(table: MappedTable): Problem[] {
  return lacking(table, [
    [['debtorCode', 'debtorName', 'account'], 'le code ou le nom du client'],
    [['email', 'phone', 'contactName'], "l'adresse e-mail, le téléphone ou le nom du contact"],
  ])
}

function lacking(table: MappedTable, needs: [Field[], string][]): Problem[] {
  const known = Object.values(table.mapping.columns).map(name => `« ${name} »`)
  return needs
    .filter(([fields]) => !fields.some(field => table.has(field)))
    .map(([fields, words]) =>
      error(
        null,
        'missing-column',
        `Aucune colonne ne donne ${words} (colonnes reconnues : ${known.join(', ') || 'aucune'}) : indiquez-la dans la correspondance (${fields.map(field => `"${field}"`).join(' ou ')}).`,
      ),
    )
}

function contactsOf(row: MappedRow, problems: Problem[]): ContactRow[] {
  if (debtorCode(row) === '') {
    problems.push(
      error(row.line, 'missing-debtor', "Ni code client ni nom de client : la ligne n'est pas reprise."),
    )
    return []
  }
  const name = row.value('debtorName')
  const contacts = readContacts(row, problems)
  if (contacts.length === 0) {
    problems.push(
      error(
        row.line,
        'empty-contact',
        "Ni adresse e-mail, ni téléphone, ni nom valables : la ligne n'est pas reprise.",
      ),
    )
  }
  return contacts.map(contact => ({
    line: row.line,
    debtorCode: row.value('debtorCode') || row.value('account') || codeOfName(name),
    debtorName: name || null,
    ...contact,
  }))
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

function byLine(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

function nothingReadable(): Problem {
  return error(null, 'no-valid-row', "Aucune ligne n'a pu être reprise : le fichier est refusé.")
}
