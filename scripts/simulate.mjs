/**
 * `npm run simulate -- --seed 42 --debtors 200 --days 365`: the simulation of test/simulation, as long as asked for. The
 * database, its server and the clean-up are those of the tests.
 */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const usage = 'npm run simulate -- [--seed S] [--debtors N] [--days D]'
const numbers = readNumbers()
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', 'test/simulation/simulation.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    SIMULATION_SEED: numbers.seed,
    SIMULATION_DEBTORS: numbers.debtors,
    SIMULATION_DAYS: numbers.days,
  },
})
child.on('close', code => process.exit(code ?? 1))

function readNumbers() {
  const text = fallback => ({ type: 'string', default: fallback })
  try {
    const options = { seed: text('42'), debtors: text('200'), days: text('365') }
    const { values } = parseArgs({ options })
    const wrong = Object.entries(values).find(([, value]) => !/^\d{1,9}$/.test(value))
    if (wrong) throw new Error(`--${wrong[0]}: a whole number is expected, not "${wrong[1]}"`)
    return values
  } catch (error) {
    process.stderr.write(`${error.message}\n${usage}\n`)
    process.exit(2)
  }
}
