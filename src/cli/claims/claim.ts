import type { Command } from 'commander'
import { drawClaim } from '../../app/reports/draw-claim.ts'
import { formatDay } from '../../domain/date.ts'
import { dateText, phrases } from '../../words/language.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { claimText, jsonClaim } from './claim-text.ts'
import { addInterest } from './interest.ts'

const PHRASES = phrases(
  {
    on: (caseFile: string, debtor: string, date: string) => `${caseFile} — ${debtor}, au ${date}`,
  },
  {
    on: (caseFile, debtor, date) => `${caseFile} — ${debtor}, on ${date}`,
  },
)

/** Commands that count what is owed: claim, interest. */
export function addClaim(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  program
    .command('claim')
    .summary('décompte : ce qui est dû, ligne à ligne')
    .description(
      'Décompte d’un débiteur (échéances ouvertes) ou d’une facture, au jour dit : principal, règlements, intérêts, indemnité.',
    )
    .argument('<debiteur|facture>')
    .addHelpText('after', '\nExemple :\n  quittance claim DURAND --date 2026-12-31')
    .action(async (about: string, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const date = options.date ?? shell.today()
      const claim = await withDesk(shell, options, desk => drawClaim(desk, { about }))
      print(
        shell,
        options,
        jsonClaim(claim),
        () =>
          `${say.on(claim.case, claim.debtor, dateText(formatDay(date), shell.language))}\n\n${claimText(claim, claim.currency, shell.language)}`,
      )
    })
  addInterest(program, shell)
}
