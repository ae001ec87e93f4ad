import { open, writeFile } from 'node:fs/promises'
import { Misuse } from './shell.ts'

/** Writes a file that a person named; a folder that is not there is said, not thrown. */
export async function writeOutput(name: string, content: string | Uint8Array): Promise<void> {
  await writeFile(name, content).catch(error => unwritable(name, error))
}

/** The same, piece by piece: memory holds one. What fails on its way leaves a file cut short, and says so. */
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
  throw new Misuse('unwritable-file', {
    fr: `« ${name} » ne peut pas être écrit (${code}) : donnez un fichier dans un dossier qui existe`,
    en: `"${name}" cannot be written (${code}): give a file in a folder that exists`,
  })
}
