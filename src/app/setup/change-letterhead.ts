import type { PictureFile } from '../../documents/paper/letter-heading.ts'
import { readPicture } from '../../documents/press/picture.ts'
import type { Tx } from '../../store/database.ts'
import { findCreditors } from '../../store/parties/creditors.ts'
import { AGENCY_WRITER, findPictures, removePicture, writePicture } from '../../store/parties/letterheads.ts'
import type { Desk } from '../desk.ts'
import { creditorNamed } from '../find-creditor.ts'
import { noteChange } from '../note-change.ts'
import { type Refused, refuse } from '../refused.ts'

type Picture = 'logo' | 'signature'

/** Bytes of a file, null to take the picture away, absent to leave it as it is. `creditor` null: the agency's own. */
export type ChangeLetterhead = {
  creditor: string | null
  pictures: Partial<Record<Picture, Uint8Array | null>>
}

/** What letters show, each picture with its format and size; null for none. */
export type ShownLetterhead = {
  writer: string
} & Record<Picture, { format: string; bytes: number } | null>

/** Writes the pictures that a creditor's or the agency's letters show: every one, or none when one can't be taken. */
export async function changeLetterhead(
  desk: Desk,
  { creditor, pictures }: ChangeLetterhead,
): Promise<ShownLetterhead | Refused> {
  const changes: { picture: Picture; read: PictureFile | null }[] = []
  for (const [picture, bytes] of Object.entries(pictures) as [Picture, Uint8Array | null][]) {
    const read = bytes && readPicture(bytes)
    if (read && 'problem' in read) return refuse(read.problem)
    changes.push({ picture, read })
  }
  return desk.transaction(async tx => {
    const writer = await writerOf(tx, creditor)
    if (typeof writer !== 'string') return writer
    const before = await shownPictures(tx, writer)
    for (const { picture, read } of changes) {
      if (read) await writePicture(tx, writer, { picture, ...read })
      else await removePicture(tx, writer, picture)
    }
    const after = await shownPictures(tx, writer)
    const name = creditor ?? AGENCY_WRITER
    if (changes.length > 0)
      await noteChange(desk, tx, 'letterhead', { writer: name, pictures: { from: before, to: after } })
    return { writer: name, ...after }
  })
}

async function shownPictures(tx: Tx, writer: string): Promise<Omit<ShownLetterhead, 'writer'>> {
  const kept = await findPictures(tx, writer)
  const shown = (name: Picture) => {
    const one = kept.find(({ picture }) => picture === name)
    return one ? { format: one.format, bytes: one.bytes.length } : null
  }
  return { logo: shown('logo'), signature: shown('signature') }
}

async function writerOf(tx: Tx, code: string | null): Promise<string | Refused> {
  if (code === null) return AGENCY_WRITER
  const creditor = creditorNamed(await findCreditors(tx), code)
  return 'refused' in creditor ? creditor : creditor.creditorId
}
