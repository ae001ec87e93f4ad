import type { ContactRow, MappingChoice, Problem } from '../formats/format.ts'
import { readContacts } from '../formats/read.ts'
import { lookAgainAtDebtors } from '../store/case-looks.ts'
import { writeContacts } from '../store/contacts.ts'
import { lockOrganisation } from '../store/organisations.ts'
import { debtorIds, writeAddresses } from '../store/parties.ts'
import { type App, inTransaction, type Refused } from './app.ts'
import { chooseCreditor, type SourceFile } from './import-invoices.ts'

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
export async function importContacts(app: App, input: ImportContacts): Promise<ImportedContacts | Refused> {
  const readings = await Promise.all(
    input.files.map(async file => ({
      file,
      ...(await readContacts(file.bytes, { fileName: file.name, mapping: input.mapping })),
    })),
  )
  const unusable = readings.find(reading => !reading.complete)
  if (unusable) {
    const [problem] = unusable.problems
    return {
      refused: problem?.code ?? 'unreadable-file',
      message: `${unusable.file.name} : ${problem?.message ?? 'illisible'}`,
    }
  }
  return inTransaction(app, input.dryRun, async tx => {
    await lockOrganisation(tx)
    const creditor = await chooseCreditor(tx, input.creditor)
    if ('refused' in creditor) return creditor
    const files: ImportedContacts['files'] = []
    for (const { file, format, contacts, problems } of readings) {
      const ids = await debtorIds(tx, creditor.creditorId, [...new Set(contacts.map(row => row.debtorCode))])
      const known = contacts.flatMap(row => {
        const debtorId = ids.get(row.debtorCode)
        return debtorId === undefined ? [] : [{ ...row, debtorId }]
      })
      const unknown = contacts.filter(row => !ids.has(row.debtorCode)).map(unknownDebtor)
      const reached = known.filter(
        ({ name, email, phone }) => name !== null || email !== null || phone !== null,
      )
      const counts = await writeContacts(tx, reached)
      const addresses = await writeAddresses(tx, addressesOf(known))
      await lookAgainAtDebtors(tx, [...new Set(known.map(row => row.debtorId))], app.clock.today())
      const unchanged = reached.length - counts.created - counts.updated
      files.push({
        file: file.name,
        format,
        ...counts,
        unchanged,
        addresses,
        problems: [...problems, ...unknown],
      })
    }
    return { files }
  })
}

/** One address a debtor: the last that the file gives. */
function addressesOf(rows: readonly (ContactRow & { debtorId: string })[]) {
  const last = new Map(
    rows.flatMap(row => (row.debtorAddress ? [[row.debtorId, row.debtorAddress] as const] : [])),
  )
  return [...last].map(([debtorId, address]) => ({ debtorId, address }))
}

function unknownDebtor(row: { line: number; debtorCode: string }): Problem {
  return {
    line: row.line,
    code: 'unknown-debtor',
    severity: 'error',
    message: `le débiteur ${row.debtorCode} n'a pas encore de facture ici : importez d'abord ses factures`,
  }
}
