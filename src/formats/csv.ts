/** Invoices, credit notes and contacts from a delimited text, whatever its columns are called. */

import type { Field } from './column-synonyms.ts'
import { readContacts } from './contact-fields.ts'
import { mergeRows } from './csv-documents.ts'
import {
  isLedger,
  type LedgerNotes,
  ledgerNotes,
  noCustomerAccount,
  readCustomerLedger,
} from './csv-ledger.ts'
import { readRow } from './csv-row.ts'
import { codeOfName, debtorCode } from './debtor-fields.ts'
import {
  type ContactRow,
  type DefaultDueDate,
  error,
  type MappingChoice,
  nothingReadable,
  type OpenedFile,
  type Problem,
  type Reading,
  refused,
  refusedFile,
  warning,
} from './format.ts'
import { unbalancedLettering } from './ledger.ts'
import { type Columns, isTotalRow, type MappedRow, type MappedTable, mappedRow } from './mapped-table.ts'
import { type ProblemList, problemList } from './problem-list.ts'
import type { TableFeed } from './table-feed.ts'
import { scanTable } from './table-scan.ts'

export type CsvOptions = { mapping?: MappingChoice | undefined; dueOn: DefaultDueDate }

/** Reads the table once to know its columns; its documents are read again, batch by batch. */
export function openInvoiceTable(
  feed: TableFeed,
  separator: string,
  format: string,
  options: CsvOptions,
): OpenedFile {
  const notes: Notes = { blanks: 0, balances: false, ledger: null }
  const table = scanTable(feed, options.mapping ?? {}, separator, (columns, problems) => {
    if (isLedger(columns)) {
      notes.ledger = ledgerNotes(columns)
      return notes.ledger.note
    }
    return row => noteInvoice(row, columns, problems, notes)
  })
  if ('code' in table) return refusedFile(format, [table])
  const { columns, places, positions } = table
  const fatal = [...table.fatal, ...missingColumns(columns)]
  if (fatal.length > 0) return refusedFile(format, fatal, columns.mapping)
  if (notes.ledger?.isEmpty()) {
    return refusedFile(format, [...table.problems.byLine(), noCustomerAccount()], columns.mapping)
  }
  const scanned = [...table.problems.byLine(), ...columnProblems(columns, notes)]
  let problems = problemList(scanned)
  const unbalanced: string[] = []
  function* batches() {
    problems = problemList(scanned)
    unbalanced.length = 0
    for (const batch of places.batches(notes.ledger?.isCustomer)) {
      const told: Problem[] = []
      const reader = { table: columns, dueOn: options.dueOn, problems: told, balanceFilled: notes.balances }
      const rows: MappedRow[] = []
      feed.again(batch, (cells, index) => {
        rows.push(mappedRow({ line: batch[index]?.line ?? 0, cells }, positions))
      })
      const documents = notes.ledger
        ? readCustomerLedger(rows, reader, notes.ledger.isSale, unbalanced)
        : mergeRows(
            rows.flatMap(row => readRow(row, reader) ?? []),
            told,
          )
      problems.push(...told)
      if (documents.length > 0) yield documents
    }
    if (unbalanced.length > 0) problems.push(unbalancedLettering(unbalanced, 'unbalanced-lettrage'))
  }
  const told = () => problems.byLine()
  return { format, mapping: columns.mapping, batches, problems: told, complete: true }
}

type Notes = { blanks: number; balances: boolean; ledger: LedgerNotes | null }

function noteInvoice(row: MappedRow, columns: Columns, problems: ProblemList, notes: Notes): string | null {
  if (isTotalRow(row)) {
    problems.push(warning(row.line, 'total-line', "Ligne de total : elle n'est pas reprise."))
    if (row.value('balance') !== '') notes.balances = true
    return null
  }
  if (columns.has('balance')) {
    if (row.value('balance') === '') notes.blanks += 1
    else notes.balances = true
  }
  return debtorCode(row)
}

/** What the columns lead to, once for the file. */
function columnProblems(columns: Columns, { blanks, balances, ledger }: Notes): Problem[] {
  const problems: Problem[] = []
  if (balances && blanks > 0 && columns.has('amount')) {
    problems.push(
      warning(
        null,
        'blank-balances',
        `${blanks} ligne(s) sans solde (colonne « ${columns.header('balance')} ») : elles sont considérées comme soldées.`,
      ),
    )
  }
  if (!columns.has('amount') && ledger === null) {
    problems.push(
      warning(
        null,
        'amount-from-balance',
        `Le fichier ne donne pas le montant des factures : le solde (colonne « ${columns.header('balance')} ») en tient lieu.`,
      ),
    )
  }
  return problems
}

/** A file of contacts: customer, role, name, e-mail, phone, language. */
export function readContactTable(found: MappedTable | Problem, format: string): Reading {
  if ('code' in found) return refused(format, [found])
  const table = found
  const fatal = [
    ...table.problems.filter(({ line }) => line === null).filter(isError),
    ...missingContactColumns(table),
  ]
  if (fatal.length > 0) return refused(format, fatal, table.mapping)
  const problems = table.problems.filter(problem => problem.code !== 'month-first-dates')
  const contacts = table.rows.flatMap(row => contactsOf(row, problems))
  if (contacts.length === 0) return refused(format, [...byLine(problems), nothingReadable()], table.mapping)
  return {
    format,
    documents: [],
    contacts,
    problems: byLine(problems),
    mapping: table.mapping,
    complete: true,
  }
}

function missingColumns(table: Columns): Problem[] {
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

function lacking(table: Columns, needs: [Field[], string][]): Problem[] {
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
