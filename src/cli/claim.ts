import type { Command } from 'commander'
import { drawClaim } from '../app/draw-claim.ts'
import { dateText, phrases } from '../contract/language.ts'
import { france } from '../countries/fr/country.ts'
import { type Day, formatDay } from '../domain/date.ts'
import { checkTerms, parseTerms } from '../domain/terms.ts'
import { claimText, jsonClaim } from './claim-text.ts'
import { addInterest } from './interest.ts'
import { dateOption, Misuse, optionsOf, print, type Shell, withApp } from './shell.ts'

const PHRASES = phrases(
  {
    on: (dossier: string, debtor: string, date: string) => `${dossier} — ${debtor}, au ${date}`,
    dueOn: (date: string) => `Échéance : ${date}`,
    legalMaximum: (date: string) => `Plafond légal : ${date}`,
    beyond: '! au-delà du plafond légal entre professionnels (C. com. L441-10)',
  },
  {
    on: (dossier, debtor, date) => `${dossier} — ${debtor}, on ${date}`,
    dueOn: date => `Due date: ${date}`,
    legalMaximum: date => `Legal maximum: ${date}`,
    beyond: '! beyond the legal maximum between businesses (C. com. L441-10)',
  },
)

/** Commands that count what is owed: claim, interest, due-date. */
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
      const claim = await withApp(shell, options, app => drawClaim(app, { about, date }))
      print(
        shell,
        options,
        jsonClaim(claim),
        () =>
          `${say.on(claim.case, claim.debtor, dateText(formatDay(date), shell.language))}\n\n${claimText(claim, claim.currency, shell.language)}`,
      )
    })
  addInterest(program, shell)
  addDueDate(program, shell)
}

function addDueDate(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  program
    .command('due-date')
    .summary('date d’échéance d’après un délai')
    .description(
      'Calcule une échéance et la compare au plafond légal entre professionnels (C. com. L441-10).',
    )
    .requiredOption('--issued <date>', 'date de facture', dateOption)
    .requiredOption('--terms <delai>', '30d, 60d, 45d-eom, eom-45d, eom…')
    .addHelpText('after', '\nExemple :\n  quittance due-date --issued 2026-03-10 --terms 45d-eom')
    .action((_options, command: Command) => {
      const options = optionsOf<{ issued: Day; terms: string }>(command)
      const terms = parseTerms(options.terms)
      if (!terms)
        throw new Misuse('bad-terms', {
          fr: `délai illisible : ${options.terms} ; exemples : 30d, 45d-eom, eom-45d, eom`,
          en: `terms cannot be read: ${options.terms}; examples: 30d, 45d-eom, eom-45d, eom`,
        })
      const checked = checkTerms(terms, options.issued, france.termLimits)
      const answer = {
        dueOn: formatDay(checked.dueOn),
        legalMaximum: formatDay(checked.legalMaximum),
        warnings: checked.warnings,
      }
      print(shell, options, answer, ({ dueOn, legalMaximum, warnings }) =>
        [
          say.dueOn(dateText(dueOn, shell.language)),
          say.legalMaximum(dateText(legalMaximum, shell.language)),
          ...warnings.map(() => say.beyond),
        ].join('\n'),
      )
    })
}
