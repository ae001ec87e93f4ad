import type { Command } from 'commander'
import { checkHealth } from '../app/check-health.ts'
import { optionsOf, print, type Shell, withApp } from './shell.ts'
import { table } from './table.ts'

/** Commands of whoever runs the program: migrate, doctor. */
export function addOperations(program: Command, shell: Shell): void {
  program
    .command('migrate')
    .summary('met la base de données à jour')
    .description('Crée ou met à jour les tables. Toute autre commande le fait aussi d’elle-même.')
    .addHelpText('after', '\nExemple :\n  DATABASE_URL=postgresql://… quittance migrate')
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      await withApp(shell, options, async () => ({}))
      print(shell, options, { migrated: true }, () => 'La base de données est à jour.')
    })
  program
    .command('doctor')
    .summary('vérifie l’installation')
    .description('Vérifie base de données, envois, messages en attente et taux.')
    .addHelpText('after', '\nExemple :\n  quittance doctor')
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      const health = await withApp(shell, options, checkHealth)
      print(shell, options, health, ({ checks }) =>
        table(checks.map(check => [check.ok ? '✓' : '!', check.name, check.detail])),
      )
    })
}
