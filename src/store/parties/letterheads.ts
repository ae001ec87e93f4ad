import type { Tx } from '../database.ts'

/** Of whom letters come: a creditor by its id, or the organisation as an agency. */
export type Writer = string
export const AGENCY_WRITER: Writer = 'agency'

export type StoredPicture = {
  picture: 'logo' | 'signature'
  format: 'png' | 'jpg' | 'svg'
  bytes: Uint8Array
}

export async function findPictures(tx: Tx, writer: Writer): Promise<StoredPicture[]> {
  return tx.query<StoredPicture>(
    `select picture, format, content as bytes from letterhead
     where organisation_id = $1 and writer = $2 order by picture`,
    [tx.organisationId, writer],
  )
}

/** Puts a picture in place of the one there was. */
export async function writePicture(
  tx: Tx,
  writer: Writer,
  { picture, format, bytes }: StoredPicture,
): Promise<void> {
  await tx.query(
    `insert into letterhead (organisation_id, writer, picture, format, content)
     values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, writer, picture)
     do update set format = excluded.format, content = excluded.content`,
    [tx.organisationId, writer, picture, format, Buffer.from(bytes)],
  )
}

export async function removePicture(
  tx: Tx,
  writer: Writer,
  picture: StoredPicture['picture'],
): Promise<void> {
  await tx.query('delete from letterhead where organisation_id = $1 and writer = $2 and picture = $3', [
    tx.organisationId,
    writer,
    picture,
  ])
}
