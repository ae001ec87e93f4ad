/**
 * `npm run fuzz -- --format csv --seed 7 --n 100000`: the fuzzing of test/fuzz, as long as asked for; without --format, every
 * format. `--only I` has one case again.
 */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const usage = 'npm run fuzz -- [--format F] [--seed S] [--n N] [--only I]'
const options = readOptions()
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const child = spawn(
  process.execPath,
  [vitest, 'run', '--root', root, '--config', 'test/fuzz/vitest.config.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      FUZZ_SEED: options.seed,
      FUZZ_N: options.n,
      ...(options.format && { FUZZ_FORMAT: options.format }),
      ...(options.only && { FUZZ_ONLY: options.only }),
    },
  },
)
child.on('close', code => process.exit(code ?? 1))

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        format: { type: 'string' },
        seed: { type: 'string', default: '411' },
        n: { type: 'string', default: '1000' },
        only: { type: 'string' },
      },
    })
    const wrong = ['seed', 'n', 'only'].find(
      name => values[name] !== undefined && !/^\d{1,9}$/.test(values[name]),
    )
    if (wrong) throw new Error(`--${wrong}: a whole number is expected, not "${values[wrong]}"`)
    return values
  } catch (error) {
    process.stderr.write(`${error.message}\n${usage}\n`)
    process.exit(2)
  }
}
