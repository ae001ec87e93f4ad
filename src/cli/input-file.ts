import { readSync } from 'node:fs'
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import type { LargeFile, SourceFile } from '../app/source-file.ts'
import { type ByteSource, inMemory } from '../formats/byte-source.ts'
import { type Language, phrases } from '../words/language.ts'
import { Misuse } from './shell.ts'

/** What is read whole: contacts, notices, mappings, files shown. */
const LARGEST_WHOLE = 2 ** 28

const PHRASES = phrases(
  {
    absent: "n'existe pas",
    folder: 'est un dossier',
    unreadable: (code: string) => `ne se lit pas (${code})`,
    tooLarge: (megabytes: number) =>
      `fait ${megabytes} Mo, plus que les ${LARGEST_WHOLE / 2 ** 20} Mo qui sont lus ici : coupez-le en plusieurs`,
  },
  {
    absent: 'does not exist',
    folder: 'is a folder',
    unreadable: code => `cannot be read (${code})`,
    tooLarge: megabytes =>
      `has ${megabytes} MB, more than the ${LARGEST_WHOLE / 2 ** 20} MB read here: cut it into several`,
  },
)

/** Files whole, in memory. A missing one is a wrong use. */
export async function readFiles(names: readonly string[]): Promise<SourceFile[]> {
  return Promise.all(
    names.map(name =>
      orMisuse(name, async () => {
        const { size } = await stat(name)
        if (size > LARGEST_WHOLE) throw tooLarge(name, size)
        return { name, bytes: new Uint8Array(await readFile(name)) }
      }),
    ),
  )
}

/** Files opened for as long as the work lasts, and read where they stand: they need not fit in memory. */
export async function withOpenFiles<Output>(
  names: readonly string[],
  work: (files: LargeFile[]) => Promise<Output>,
): Promise<Output> {
  const handles: FileHandle[] = []
  try {
    const files: LargeFile[] = []
    for (const name of names) files.push(await orMisuse(name, () => opened(name, handles)))
    return await work(files)
  } finally {
    for (const handle of handles) await handle.close()
  }
}

async function opened(name: string, handles: FileHandle[]): Promise<LargeFile> {
  const handle = await open(name)
  handles.push(handle)
  const found = await handle.stat()
  if (found.isDirectory()) throw Object.assign(new Error(name), { code: 'EISDIR' })
  // A pipe has no size and can be read once only.
  if (!found.isFile()) return { name, source: inMemory(new Uint8Array(await handle.readFile())) }
  return { name, source: fileSource(handle.fd, found.size, name) }
}

/** What a file holds, from its descriptor; an outage when it becomes shorter meanwhile. */
export function fileSource(fd: number, size: number, name: string): ByteSource {
  return { size, read: (from, to) => readAt(fd, name, from, Math.min(to, size)) }
}

function readAt(fd: number, name: string, from: number, to: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(to - from)
  let count = 0
  while (count < bytes.length) {
    const read = readSync(fd, bytes, count, bytes.length - count, from + count)
    if (read === 0) throw new Error(`${name}: shorter than when it was opened`)
    count += read
  }
  return bytes
}

async function orMisuse<Output>(name: string, work: () => Promise<Output>): Promise<Output> {
  try {
    return await work()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (error instanceof Misuse || code === undefined) throw error
    throw new Misuse('unreadable-file', {
      fr: `${name} ${whyUnreadable(code, 'fr')}`,
      en: `${name} ${whyUnreadable(code, 'en')}`,
    })
  }
}

function tooLarge(name: string, size: number): Misuse {
  const megabytes = Math.ceil(size / 2 ** 20)
  return new Misuse('file-too-large', {
    fr: `${name} ${PHRASES.fr.tooLarge(megabytes)}`,
    en: `${name} ${PHRASES.en.tooLarge(megabytes)}`,
  })
}

function whyUnreadable(code: string, language: Language): string {
  const say = PHRASES[language]
  if (code === 'ENOENT') return say.absent
  return code === 'EISDIR' ? say.folder : say.unreadable(code)
}
