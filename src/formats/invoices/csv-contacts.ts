/** Contacts from a table, whatever its columns are called. */

import { error, type Problem } from '../problem.ts'
import type { Columns, MappedRow, MappedTable } from '../tables/mapped-table.ts'
import { lacking } from '../tables/needed-columns.ts'
import { readContacts } from './contact-fields.ts'
import { debtorCode, readAddress } from './debtor-fields.ts'
import { type AddressRow, type ContactRow, nothingReadable, type Reading, refused } from './reading.ts'

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
  const told = table.rows.flatMap(row => rowOf(row, problems) ?? [])
  const contacts = told.flatMap(row => row.contacts)
  const addresses = told.flatMap(row => row.address ?? [])
  if (told.length === 0) return refused(format, [...byLine(problems), nothingReadable()], table.mapping)
  return {
    format,
    documents: [],
    contacts,
    ...(addresses.length > 0 && { addresses }),
    problems: byLine(problems),
    mapping: table.mapping,
    complete: true,
  }
}

function missingContactColumns(table: Columns): Problem[] {
  return lacking(table, [
    [['debtorCode', 'debtorName', 'account'], 'debtor'],
    [['email', 'phone', 'contactName', 'street'], 'contact'],
  ])
}

/** Null when a row says nobody, or nothing of somebody. */
function rowOf(
  row: MappedRow,
  problems: Problem[],
): { contacts: ContactRow[]; address: AddressRow | null } | null {
  if (debtorCode(row) === '') {
    problems.push(error(row.line, 'missing-debtor', { kind: 'row' }))
    return null
  }
  const contacts = readContacts(row, problems)
  const address = readAddress(row)
  if (contacts.length === 0 && address === null) {
    problems.push(error(row.line, 'empty-contact'))
    return null
  }
  const of = { line: row.line, debtorCode: debtorCode(row) }
  const debtorName = row.value('debtorName') || null
  return {
    contacts: contacts.map(contact => ({ ...of, debtorName, ...contact })),
    address: address === null ? null : { ...of, address },
  }
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

function byLine(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}
