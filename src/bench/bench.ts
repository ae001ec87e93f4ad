import type { SourceFile } from '../app/source-file.ts'
import type { BenchName, BenchOptions, BenchResult } from '../cli/program/bench.ts'
import { Misuse } from '../cli/shell.ts'
import { benchClaims } from './claims.ts'
import { benchDay } from './day.ts'
import { benchDecide } from './decide.ts'
import { benchEmail } from './email.ts'
import { benchImport } from './import.ts'
import { benchLetters } from './letters.ts'
import { benchMatching } from './matching/matching.ts'
import { benchFec } from './matching/matching-fec.ts'
import type { Size } from './size.ts'
import { benchSteady } from './steady.ts'
import { openThrowAway } from './throw-away.ts'

/** Debtors and runs, of one benchmark asked for by name and of all together. */
const USUAL: Record<BenchName, { alone: Size; together: Size }> = {
  day: { alone: { debtors: 20_000, runs: 5 }, together: { debtors: 4_000, runs: 3 } },
  steady: { alone: { debtors: 200_000, runs: 7 }, together: { debtors: 20_000, runs: 5 } },
  decide: { alone: { debtors: 20_000, runs: 9 }, together: { debtors: 10_000, runs: 5 } },
  import: { alone: { debtors: 200_000, runs: 3 }, together: { debtors: 10_000, runs: 3 } },
  matching: { alone: { debtors: 20_000, runs: 3 }, together: { debtors: 4_000, runs: 1 } },
  email: { alone: { debtors: 10_000, runs: 3 }, together: { debtors: 1_000, runs: 3 } },
  claims: { alone: { debtors: 200_000, runs: 5 }, together: { debtors: 20_000, runs: 3 } },
  letters: { alone: { debtors: 500, runs: 5 }, together: { debtors: 100, runs: 3 } },
}

/** Runs one benchmark, or all of them, in databases that nobody else has and that are gone afterwards. */
export async function runBench(
  databaseUrl: string | null,
  options: BenchOptions,
  progress: (line: string) => void,
): Promise<BenchResult[]> {
  const names = options.name === null ? (Object.keys(USUAL) as BenchName[]) : [options.name]
  const { invoicesPerDebtor } = options
  const sizeOf = (name: BenchName): Size => {
    const usual = USUAL[name][options.name === null ? 'together' : 'alone']
    return { debtors: options.debtors ?? usual.debtors, runs: options.runs ?? usual.runs }
  }
  const results: BenchResult[] = []
  if (names.includes('decide')) results.push(benchDecide(sizeOf('decide'), invoicesPerDebtor))
  if (names.includes('claims')) results.push(...benchClaims(sizeOf('claims'), invoicesPerDebtor))
  if (names.includes('import'))
    results.push(...(await benchImport(sizeOf('import'), invoicesPerDebtor, progress)))
  if (options.fec !== null) results.push(lettered(options.fec))
  else if (names.includes('matching')) results.push(benchMatching(sizeOf('matching'), invoicesPerDebtor))
  if (names.includes('letters')) results.push(...(await benchLetters(sizeOf('letters'))))
  if (names.includes('email')) results.push(await benchEmail(sizeOf('email'), progress))
  if (!names.includes('day') && !names.includes('steady')) return results
  await using throwAway = await openThrowAway(databaseUrl)
  if (names.includes('day'))
    results.push(...(await benchDay(throwAway, sizeOf('day'), invoicesPerDebtor, progress)))
  if (names.includes('steady'))
    results.push(await benchSteady(throwAway, sizeOf('steady'), invoicesPerDebtor, progress))
  return results
}

function lettered({ name, bytes }: SourceFile): BenchResult {
  const result = benchFec(bytes)
  if (result !== null) return result
  throw new Misuse('unreadable-fec', {
    fr: `${name} : ce n'est pas un FEC qui se lise en entier ; « quittance read ${name} » dit ce qui manque.`,
    en: `${name}: not a FEC that can be read whole; "quittance read ${name}" says what is missing.`,
  })
}
