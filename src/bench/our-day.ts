import { decideDay } from '../app/day/decide-day.ts'
import { france } from '../countries/fr/country.ts'
import { openDatabase } from '../store/database.ts'
import { BENCH_DAY, BENCH_NOW, BENCH_ORGANISATION } from './ledger.ts'
import { quietDesk } from './quiet-desk.ts'
import { secondsOf } from './stopwatch.ts'

/**
 * The day as `quittance run` decides and writes it, by a clock that stands still; given up at the end when it is a dry run.
 * Returns how long it took.
 */
export async function ourDay(url: string, dryRun = false): Promise<number> {
  await using database = await openDatabase(url)
  const desk = quietDesk(database, BENCH_ORGANISATION, france, BENCH_DAY, () => BENCH_NOW)
  return await secondsOf(async () => {
    const refused = await decideDay(
      desk,
      { dryRun },
      {
        decided: () => {},
        failed: (_caseId, message) => {
          throw new Error(message)
        },
      },
    )
    if (refused) throw new Error(refused.refused)
  })
}
