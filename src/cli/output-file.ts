import { writeFile } from 'node:fs/promises'
import { Misuse } from './shell.ts'

/** Writes a file that a person named; a folder that is not there is said, not thrown. */
export async function writeOutput(name: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(name, content)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new Misuse('unwritable-file', {
      fr: `« ${name} » ne peut pas être écrit (${code}) : donnez un fichier dans un dossier qui existe`,
      en: `"${name}" cannot be written (${code}): give a file in a folder that exists`,
    })
  }
}
