/**
 * Files of every format made worse by chance: whatever comes, an answer in time, the same twice, in sentences, and nothing taken of
 * a file that can't be taken whole. `npm run fuzz -- --format csv --seed 7 --n 100000` runs longer; a case that fails is written to
 * a file and can be had again with `--only`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { randomFor } from '../../src/bench/random.ts'
import type { Problem } from '../../src/formats/problem.ts'
import { LANGUAGES, type Language } from '../../src/words/language.ts'
import { problemSentence } from '../../src/words/problems/problem.ts'
import { type Answer, FORMATS, type FuzzedFormat } from './formats.ts'
import { mutated } from './mutate.ts'

const { FUZZ_FORMAT, FUZZ_SEED = '411', FUZZ_N, FUZZ_ONLY } = process.env
const seed = Number(FUZZ_SEED)
const names = FUZZ_FORMAT ? [FUZZ_FORMAT] : Object.keys(FORMATS)
/** In `npm test`: as many cases as go into a few seconds. */
const SHORT = { cases: 1000, milliseconds: 4000 }
/** Nothing of this size takes so long, however busy the machine: it would never end. */
const HANGING_SECONDS = 60
const MOST_MEMORY_MB = 1500

test.each(names)('%s', { timeout: 24 * 3_600_000 }, async name => {
  const format = await FORMATS[name]?.()
  if (!format) throw new Error(`no such format: ${name}; there are ${Object.keys(FORMATS).join(', ')}`)
  expect(format.seeds.length).toBeGreaterThan(0)
  const counts = await fuzz(name, format)
  expect(counts.cases).toBeGreaterThan(0)
  if (FUZZ_N) process.stderr.write(`${name}, seed ${seed}: ${JSON.stringify(counts)}\n`)
})

type Counts = {
  cases: number
  taken: number
  refused: number
  seconds: number
  slowestMs: number
  rssMb: number
}

async function fuzz(name: string, format: FuzzedFormat): Promise<Counts> {
  const start = performance.now()
  const counts: Counts = { cases: 0, taken: 0, refused: 0, seconds: 0, slowestMs: 0, rssMb: 0 }
  const first = FUZZ_ONLY ? Number(FUZZ_ONLY) : 0
  const last = FUZZ_ONLY ? first + 1 : Number(FUZZ_N ?? SHORT.cases)
  const watch = FUZZ_N ? watchDog(name) : null
  for (let index = first; index < last; index += 1) {
    if (!FUZZ_N && performance.now() - start > SHORT.milliseconds) break
    watch?.now(index)
    const bytes = mutated(format, randomFor(seed, `${name} ${index}`))
    const begun = performance.now()
    const fault = await faultOf(format, bytes, counts, index % 5 === 0)
    counts.slowestMs = Math.max(counts.slowestMs, Math.round(performance.now() - begun))
    if (fault !== null) throw new Error(failure(name, index, bytes, fault))
    counts.cases += 1
  }
  await watch?.stop()
  counts.seconds = Math.round((performance.now() - start) / 1000)
  counts.rssMb = Math.round(process.memoryUsage().rss / 2 ** 20)
  expect(counts.rssMb).toBeLessThan(MOST_MEMORY_MB)
  return counts
}

async function faultOf(
  format: FuzzedFormat,
  bytes: Uint8Array,
  counts: Counts,
  twice: boolean,
): Promise<string | null> {
  let answer: Answer
  try {
    answer = await format.read(bytes)
    if (twice && printed(answer) !== printed(await format.read(bytes))) return 'two answers to the same bytes'
  } catch (cause) {
    return `it throws: ${cause instanceof Error ? cause.stack : cause}`
  }
  counts[answer.complete ? 'taken' : 'refused'] += 1
  if (!answer.complete && answer.taken.length > 0) return 'something is taken of a file that is refused'
  if (!answer.complete && !answer.problems.some(({ severity }) => severity === 'error'))
    return 'a file is refused without an error'
  const wordless = answer.problems.find(problem => LANGUAGES.some(language => !isSaid(problem, language)))
  if (wordless) return `no code or no sentence: ${JSON.stringify(wordless)}`
  for (const taken of answer.taken) {
    const fault = format.fault?.(taken) ?? null
    if (fault !== null) return `${fault}: ${printed(taken)}`
  }
  return null
}

function isSaid(problem: Problem, language: Language): boolean {
  return /^[a-z\d-]+$/.test(problem.code) && /\S.*[.:!?)…]$/s.test(problemSentence(problem, language))
}

function printed(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner))
}

function failure(name: string, index: number, bytes: Uint8Array, fault: string): string {
  const folder = path.join(tmpdir(), 'quittance-fuzz')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}-${seed}-${index}`)
  writeFileSync(file, bytes)
  return `npm run fuzz -- --format ${name} --seed ${seed} --only ${index} (written to ${file}): ${fault}`
}

/** Reading can't be interrupted: another thread says which case never ends, and ends the process. */
function watchDog(name: string) {
  const shared = new Int32Array(new SharedArrayBuffer(4))
  const body = `
    const { workerData: { shared, seconds, name, seed } } = require('node:worker_threads')
    let seen = -1
    setInterval(() => {
      if (shared[0] === seen) {
        require('node:fs').writeSync(2, name + ', seed ' + seed + ': case ' + seen + ' never ends (--only ' + seen + ')\\n')
        process.kill(process.pid, 'SIGKILL')
      }
      seen = shared[0]
    }, seconds * 1000)`
  const workerData = { shared, seconds: HANGING_SECONDS, name, seed }
  const worker = new Worker(body, { eval: true, workerData })
  return {
    now: (index: number) => {
      shared[0] = index
    },
    stop: () => worker.terminate(),
  }
}
