import type { Command } from 'commander'
import { runDay } from '../../app/day/run-day.ts'
import { Discrepancy, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { dayText } from './sentences.ts'

export function addRun(program: Command, shell: Shell): void {
  program
    .command('run')
    .summary('décide la journée')
    .description(
      'Décide qui relancer aujourd’hui, comment et pourquoi, et l’inscrit. N’envoie rien : « deliver » envoie.',
    )
    .option('--dry-run', 'décide sans rien écrire')
    .addHelpText('after', '\nExemples :\n  quittance run\n  quittance run --dry-run --date 2026-12-01')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ dryRun?: boolean }>(command)
      const report = await withDesk(shell, options, desk => runDay(desk, { dryRun: options.dryRun ?? false }))
      print(shell, options, report, done => dayText(done, shell.language))
      if (report.errors.length > 0)
        throw new Discrepancy({
          fr: `${report.errors.length} dossiers n'ont pas pu être décidés`,
          en: `${report.errors.length} cases could not be decided`,
        })
    })
}
