import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDay } from '../domain/date.ts'
import { askHandover, type Channel, detailOf, type Message, type Receipt } from './channel.ts'
import type { DkimKey } from './dkim.ts'
import { type MimeMessage, shortHash, writeMime } from './mime-message.ts'

/**
 * Writes each message into a folder instead of sending it: for the demo, for tests and for whoever sends by another
 * program. One file per idempotencyKey, whatever happens: complete or absent, never written twice.
 */
export function emlFolderChannel(folder: string, keys: readonly DkimKey[] = []): Channel {
  return {
    id: 'eml-folder',
    async send(message, { beforeHandover }) {
      const mime = await writeMime(message, keys)
      if ('kind' in mime) return mime
      const name = fileName(message)
      const draft = join(folder, `.${name}.${randomUUID()}.part`)
      try {
        await mkdir(folder, { recursive: true })
        if (await exists(join(folder, name))) return receipt(mime, name)
        await writeDurably(draft, mime.raw)
        const answer = await askHandover(() =>
          beforeHandover({ providerId: mime.messageId, content: mime.raw }),
        )
        if (!answer.agreed) return answer.failure
        await linkOnce(draft, join(folder, name))
        return receipt(mime, name)
      } catch (error) {
        return { kind: 'temporary', detail: detailOf(error) }
      } finally {
        await rm(draft, { force: true }).catch(() => undefined)
      }
    },
    async close() {},
  }
}

/** `2026-02-16 nord-durand j1 1a2b3c4d5e6f.eml`, with dashes: the same for every try of a message. */
function fileName({ day, caseId, step, idempotencyKey }: Message): string {
  const parts = [formatDay(day), plain(caseId), plain(step), shortHash(idempotencyKey).slice(0, 12)]
  return `${parts.join('-')}.eml`
}

function plain(text: string): string {
  return text
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}

function receipt({ messageId }: MimeMessage, name: string): Receipt {
  return { kind: 'sent', providerId: messageId, response: `written to ${name}` }
}

async function writeDurably(file: string, content: Buffer): Promise<void> {
  await using handle = await open(file, 'wx', 0o600)
  await handle.writeFile(content)
  await handle.sync()
}

/** The file appears whole, or not at all; another try may have been faster. */
async function linkOnce(draft: string, file: string): Promise<void> {
  await link(draft, file).catch(error => {
    if (!isCode(error, 'EEXIST')) throw error
  })
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    error => {
      if (isCode(error, 'ENOENT')) return false
      throw error
    },
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
