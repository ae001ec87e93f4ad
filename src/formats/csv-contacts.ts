/** Contacts from a table, whatever its columns are called. */
import { ACCOUNTS_PAYABLE } from '../domain/debtor.ts'
import { readContacts } from './contact-fields.ts'
import { codeOfName, debtorCode, readAddress } from './debtor-fields.ts'
import {
  type Contact,
  type ContactRow,
  error,
  nothingReadable,
  type Problem,
  type Reading,
  refused,
} from './format.ts'
import type { Columns, MappedRow, MappedTable } from './mapped-table.ts'
import { lacking } from './needed-columns.ts'

/** A file of contacts: customer, role, name, e-mail, phone, language, and where letters reach the customer. */
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

function missingContactColumns(table: Columns): Problem[] {
  return lacking(table, [
    [['debtorCode', 'debtorName', 'account'], 'le code ou le nom du client'],
    [
      ['email', 'phone', 'contactName', 'street'],
      "l'adresse e-mail, le téléphone ou le nom du contact, ou l'adresse postale",
    ],
  ])
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
  const address = readAddress(row)
  if (contacts.length === 0 && address === null) {
    problems.push(
      error(
        row.line,
        'empty-contact',
        "Ni adresse e-mail, ni téléphone, ni nom, ni adresse postale valables : la ligne n'est pas reprise.",
      ),
    )
  }
  const told = contacts.length === 0 && address !== null ? [ADDRESS_ALONE] : contacts
  return told.map(contact => ({
    line: row.line,
    debtorCode: row.value('debtorCode') || row.value('account') || codeOfName(name),
    debtorName: name || null,
    ...(address !== null && { debtorAddress: address }),
    ...contact,
  }))
}

const ADDRESS_ALONE: Contact = {
  role: ACCOUNTS_PAYABLE,
  name: null,
  email: null,
  phone: null,
  language: null,
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

function byLine(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}
