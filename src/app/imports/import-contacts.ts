import { readContacts } from '../../formats/invoices/read.ts'
import type { AddressRow } from '../../formats/invoices/reading.ts'
import { error, type Problem } from '../../formats/problem.ts'
import type { MappingChoice } from '../../formats/tables/field.ts'
import { lookAgainAtDebtors } from '../../store/case/case-looks.ts'
import { writeContacts } from '../../store/parties/contacts.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { debtorIds, writeAddresses } from '../../store/parties/parties.ts'
import { type Desk, inTransaction } from '../desk.ts'
import type { Refused } from '../refused.ts'
import { refusedFile } from '../refused-file.ts'
import type { SourceFile } from '../source-file.ts'
import { chooseCreditor } from './import-invoices.ts'

export type ImportContacts = {
  files: readonly SourceFile[]
  mapping?: MappingChoice | undefined
  creditor?: string | undefined
  dryRun: boolean
}
export type ImportedContacts = {
  files: {
    file: string
    format: string
    created: number
    updated: number
    unchanged: number
    /** Postal addresses that are new or changed. */
    addresses: number
    problems: Problem[]
  }[]
}

/** Takes contacts and postal addresses for debtors already known; a row about an unknown debtor is a problem of that row. */
export async function importContacts(desk: Desk, input: ImportContacts): Promise<ImportedContacts | Refused> {
  const readings = await Promise.all(
    input.files.map(async file => ({
      file,
      ...(await readContacts(file.bytes, { fileName: file.name, mapping: input.mapping })),
    })),
  )
  const unusable = readings.find(reading => !reading.complete)
  if (unusable) return refusedFile(unusable.file.name, unusable.problems)
  return inTransaction(desk, input.dryRun, async tx => {
    await lockOrganisation(tx)
    const creditor = await chooseCreditor(desk, tx, input.creditor)
    if ('refused' in creditor) return creditor
    const files: ImportedContacts['files'] = []
    for (const { file, format, contacts, addresses = [], problems } of readings) {
      const rows = [...contacts, ...addresses]
      const ids = await debtorIds(tx, creditor.creditorId, [...new Set(rows.map(row => row.debtorCode))])
      const known = knownBy(ids, contacts)
      const counts = await writeContacts(tx, known)
      const changed = await writeAddresses(tx, lastOfEach(knownBy(ids, addresses)))
      await lookAgainAtDebtors(tx, [...ids.values()], desk.today)
      const strangers = rows.filter(row => !ids.has(row.debtorCode)).map(row => [row.line, row] as const)
      files.push({
        file: file.name,
        format,
        ...counts,
        unchanged: known.length - counts.created - counts.updated,
        addresses: changed,
        problems: [...problems, ...[...new Map(strangers).values()].map(unknownDebtor)],
      })
    }
    return { files }
  })
}

function knownBy<Row extends { debtorCode: string }>(
  ids: ReadonlyMap<string, string>,
  rows: readonly Row[],
): (Row & { debtorId: string })[] {
  return rows.flatMap(row => {
    const debtorId = ids.get(row.debtorCode)
    return debtorId === undefined ? [] : [{ ...row, debtorId }]
  })
}

/** A debtor has one address: the last that the file gives. */
function lastOfEach(rows: readonly (AddressRow & { debtorId: string })[]) {
  return [...new Map(rows.map(row => [row.debtorId, row])).values()]
}

function unknownDebtor(row: { line: number; debtorCode: string }): Problem {
  return error(row.line, 'unknown-debtor', { debtor: row.debtorCode })
}
