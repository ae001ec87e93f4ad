import { error, type Problem } from '../../formats/problem.ts'
import type { Desk } from '../desk.ts'
import { isRefused, type Refused } from '../refused.ts'
import type { SourceFile } from '../source-file.ts'
import { openReferences } from './open-references.ts'
import { LARGEST_MAIL, type ReceivedMail, receiveMail, type UnreadableMail } from './receive-mail.ts'

export type ImportMail = { files: AsyncIterable<SourceFile>; creditor: string | null }
export type ImportedMail = { files: ({ file: string } & (ReceivedMail | UnreadableMail))[] }

/** Takes messages from files, one each; a message taken before, from a file or a mailbox, is not taken again. */
export async function importMail(desk: Desk, input: ImportMail): Promise<ImportedMail | Refused> {
  const files: ImportedMail['files'] = []
  const references = openReferences(desk)
  for await (const { name, bytes } of input.files) {
    const { creditor } = input
    const taken =
      bytes.length > LARGEST_MAIL
        ? { unreadable: tooLarge(bytes.length) }
        : await receiveMail(desk, { bytes, creditor }, references)
    if (isRefused(taken)) return taken
    files.push({ file: name, ...taken })
  }
  return { files }
}

export function tooLarge(size: number): Problem {
  const [megabytes, most] = [Math.ceil(size / 2 ** 20), LARGEST_MAIL / 2 ** 20]
  return error(null, 'too-large', { megabytes, most })
}
