import type { Command } from 'commander'
import { listBalances, pageOfBalances } from '../../app/reports/list-balances.ts'
import { amountText, phrases } from '../../words/language.ts'
import { addPageOptions, askedPage, type PageOptions, withMore } from '../page-options.ts'
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
  const balances = program
    .command('balances')
    .summary('ce que chaque débiteur doit')
    .description('Solde ouvert et échu de chaque débiteur, avoirs et acomptes déduits.')
  addPageOptions(balances)
    .addHelpText('after', '\nExemple :\n  quittance balances --json')
    .action(async (_options, command: Command) => {
      const options = optionsOf<PageOptions>(command)
      const page = askedPage(options)
      const done = await withDesk(shell, options, desk =>
        page ? pageOfBalances(desk, page) : listBalances(desk),
      )
      print(shell, options, done, ({ debtors, ...rest }) =>
        debtors.length === 0
          ? say.none
          : withMore(
              table(
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
              rest,
              language,
            ),
      )
    })
}
