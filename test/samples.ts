import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Real files that nobody here wrote, beside the repository; tests of them run where they are. */
export const samplesFolder =
  process.env.QUITTANCE_SAMPLES ??
  path.resolve(fileURLToPath(new URL('../../shared/samples', import.meta.url)))

/** True where the samples of a kind are at hand. */
export function haveSamples(kind: string): boolean {
  return existsSync(path.join(samplesFolder, kind))
}
