import type { Letterhead } from '../../documents/paper/letter-heading.ts'
import { AGENCY_WRITER, findPictures } from '../../store/parties/letterheads.ts'
import type { Desk } from '../desk.ts'

export type LetterheadOf = { creditorId: string }

/** The pictures of whoever writes: the agency in its own name, or the creditor. */
export async function letterheadOf(
  desk: Desk,
  { creditorId }: LetterheadOf,
  isAgency: boolean,
): Promise<Letterhead> {
  const writer = isAgency ? AGENCY_WRITER : creditorId
  const pictures = await desk.transaction(tx => findPictures(tx, writer))
  const find = (name: string) => pictures.find(({ picture }) => picture === name) ?? null
  return { logo: file(find('logo')), signature: file(find('signature')) }
}

function file(stored: { format: 'png' | 'jpg' | 'svg'; bytes: Uint8Array } | null) {
  return stored && { format: stored.format, bytes: new Uint8Array(stored.bytes) }
}
