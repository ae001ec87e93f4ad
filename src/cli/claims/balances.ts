import type { Command } from 'commander'
import { listBalances } from '../../app/reports/list-balances.ts'
import { amountText, phrases } from '../../words/language.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    none: 'Personne ne doit rien. « quittance import invoices FICHIER » apporte les factures.',
    titles: ['Code', 'Débiteur', 'Ouvert', 'Échu'],
  },
  {
    none: 'Nobody owes anything. "quittance import invoices FILE" brings the invoices.',
    titles: ['Code', 'Debtor', 'Open', 'Overdue'],
  },
)

export function addBalances(program: Command, shell: Shell): void {
  const { language } = shell
  const say = PHRASES[language]
  program
    .command('balances')
    .summary('ce que chaque débiteur doit')
    .description('Solde ouvert et échu de chaque débiteur, avoirs et acomptes déduits.')
    .addHelpText('after', '\nExemple :\n  quittance balances --json')
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      const done = await withDesk(shell, options, desk => listBalances(desk))
      print(shell, options, done, ({ debtors }) =>
        debtors.length === 0
          ? say.none
          : table(
              [
                say.titles,
                ...debtors.map(d => [
                  d.code,
                  d.name,
                  amountText(d.openCents, d.currency, language),
                  amountText(d.overdueCents, d.currency, language),
                ]),
              ],
              [2, 3],
            ),
      )
    })
}
