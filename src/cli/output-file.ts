import { existsSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { Misuse } from './shell.ts'

/** Writes a file that a person named; a folder that is not there is said, not thrown. */
export async function writeOutput(name: string, content: string | Uint8Array): Promise<void> {
  await writeFile(name, content).catch(error => unwritable(name, error))
}

/** Writes files that must not be there yet: if one is, none is written. */
export async function writeNew(files: readonly { name: string; content: string }[]): Promise<void> {
  for (const { name } of files) {
    if (existsSync(name)) unwritable(name, { code: 'EEXIST' })
  }
  for (const { name, content } of files) {
    await writeFile(name, content, { flag: 'wx' }).catch(error => unwritable(name, error))
  }
}

/** Writes such a file piece by piece: memory holds one. What fails on its way leaves a file cut short, and says so. */
export async function writePieces(name: string, pieces: AsyncIterable<string>): Promise<void> {
  const file = await open(name, 'w').catch(error => unwritable(name, error))
  try {
    let waiting = ''
    for await (const piece of pieces) {
      waiting += piece
      if (waiting.length < CHARACTERS_AT_ONCE) continue
      await file.write(waiting)
      waiting = ''
    }
    await file.write(waiting)
  } finally {
    await file.close()
  }
}

const CHARACTERS_AT_ONCE = 65_536

function unwritable(name: string, error: unknown): never {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  if (code === 'EEXIST')
    throw new Misuse('file-exists', {
      fr: `« ${name} » existe déjà et ne sera pas écrasé : donnez un autre nom, ou un autre dossier`,
      en: `"${name}" exists already and will not be overwritten: give another name, or another folder`,
    })
  throw new Misuse('unwritable-file', {
    fr: `« ${name} » ne peut pas être écrit (${code}) : donnez un fichier dans un dossier qui existe`,
    en: `"${name}" cannot be written (${code}): give a file in a folder that exists`,
  })
}
