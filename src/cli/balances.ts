import type { Command } from 'commander'
import { listBalances } from '../app/list-balances.ts'
import { euros } from '../contract/words.ts'
import { optionsOf, print, type Shell, withApp } from './shell.ts'
import { table } from './table.ts'

export function addBalances(program: Command, shell: Shell): void {
  program
    .command('balances')
    .summary('ce que chaque débiteur doit')
    .description('Solde ouvert et échu de chaque débiteur, avoirs et acomptes déduits.')
    .addHelpText('after', '\nExemple :\n  quittance balances --json')
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      const date = options.date ?? shell.today()
      const done = await withApp(shell, options, app => listBalances(app, date))
      print(shell, options, done, ({ debtors }) =>
        debtors.length === 0
          ? 'Personne ne doit rien. « quittance import invoices FICHIER » apporte les factures.'
          : table(
              [
                ['Code', 'Débiteur', 'Ouvert', 'Échu'],
                ...debtors.map(d => [
                  d.code,
                  d.name,
                  euros(d.openCents, d.currency),
                  euros(d.overdueCents, d.currency),
                ]),
              ],
              [2, 3],
            ),
      )
    })
}
