import type { Tx } from '../database.ts'

/** A file taken in, and what it changed. */
export async function insertImportFile(
  tx: Tx,
  file: {
    importId: string
    name: string
    format: string
    sha256: string
    importedAt: string
    totals: object
  },
): Promise<void> {
  await tx.query(
    `insert into import_file (organisation_id, import_id, name, format, sha256, imported_at, totals)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.organisationId,
      file.importId,
      file.name,
      file.format,
      file.sha256,
      file.importedAt,
      JSON.stringify(file.totals),
    ],
  )
}
