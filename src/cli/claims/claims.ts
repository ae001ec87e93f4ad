import type { Command } from 'commander'
import { type ListedClaim, listClaims, pageOfClaims } from '../../app/reports/list-claims.ts'
import { amountText, phrases } from '../../words/language.ts'
import { addPageOptions, askedPage, type PageOptions, withMore } from '../page-options.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    none: 'Personne ne doit rien. « quittance import invoices FICHIER » apporte les factures.',
    titles: ['Dossier', 'Débiteur', 'Principal', 'Intérêts', 'Indemnités', 'Total'],
    unknown: (name: string) => `taux inconnu : ${name}`,
  },
  {
    none: 'Nobody owes anything. "quittance import invoices FILE" brings the invoices.',
    titles: ['Case', 'Debtor', 'Principal', 'Interest', 'Indemnities', 'Total'],
    unknown: name => `unknown rate: ${name}`,
  },
)

export function addClaims(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  const claims = program
    .command('claims')
    .summary('ce que chaque débiteur doit, intérêts et indemnités compris')
    .description(
      'Principal, intérêts et indemnités de chaque dossier au jour dit, remises, avoirs et acomptes déduits ; « quittance claim DEBITEUR » en donne le détail.',
    )
  addPageOptions(claims)
    .addHelpText('after', '\nExemple :\n  quittance claims --date 2026-12-31')
    .action(async (_options, command: Command) => {
      const options = optionsOf<PageOptions>(command)
      const page = askedPage(options)
      const done = await withDesk(shell, options, desk =>
        page ? pageOfClaims(desk, page) : listClaims(desk),
      )
      const rowOf = (claim: ListedClaim): string[] => {
        const euros = (cents: number | null) =>
          cents === null ? '' : amountText(cents, claim.currency, shell.language)
        return [
          claim.case,
          claim.debtor,
          euros(claim.principalCents),
          euros(claim.interestCents),
          euros(claim.indemnityCents),
          claim.unknownRate === null ? euros(claim.totalCents) : say.unknown(claim.unknownRate),
        ]
      }
      print(shell, options, done, ({ claims, ...rest }) =>
        claims.length === 0
          ? say.none
          : withMore(table([say.titles, ...claims.map(rowOf)], [2, 3, 4, 5]), rest, shell.language),
      )
    })
}
