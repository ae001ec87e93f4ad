import type { Command } from 'commander'
import { checkHealth } from '../../app/setup/check-health.ts'
import { checkMailboxes } from '../../app/setup/check-mailboxes.ts'
import { HEALTH } from '../../words/health.ts'
import { phrases } from '../../words/language.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

const UP_TO_DATE = phrases('La base de données est à jour.', 'The database is up to date.')

/** Commands of whoever runs the program: migrate, doctor. */
export function addOperations(program: Command, shell: Shell): void {
  program
    .command('migrate')
    .summary('met la base de données à jour')
    .description('Crée ou met à jour les tables. Toute autre commande le fait aussi d’elle-même.')
    .addHelpText('after', '\nExemple :\n  DATABASE_URL=postgresql://… quittance migrate')
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      await withDesk(shell, options, async () => ({}))
      print(shell, options, { migrated: true }, () => UP_TO_DATE[shell.language])
    })
  program
    .command('doctor')
    .summary('vérifie l’installation')
    .description('Vérifie base de données, envois, messages en attente, boîtes et taux.')
    .addHelpText('after', '\nExemple :\n  quittance doctor')
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      const words = HEALTH[shell.language]
      const health = await withDesk(shell, options, async desk => {
        const { checks } = await checkHealth(desk, words)
        return { checks: [...checks, ...(await checkMailboxes(desk, words))] }
      })
      print(shell, options, health, ({ checks }) =>
        table(checks.map(check => [check.ok ? '✓' : '!', check.name, check.detail])),
      )
    })
}
