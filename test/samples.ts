import { existsSync, readFileSync } from 'node:fs'
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

/** A JSON file of the samples; empty where they aren't, for tests are gathered before it is known that they don't run. */
export function sampleJson<Content extends object>(file: string): Content {
  const full = path.join(samplesFolder, file)
  return (existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')) : {}) as Content
}
