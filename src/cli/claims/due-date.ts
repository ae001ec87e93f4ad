import { type Command, Option } from 'commander'
import { type Day, formatDay } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import { checkTerms, type TermLaw, type TermRule, termRuleFor } from '../../domain/law/term-law.ts'
import { isWithinCalendar, type PaymentTerms, parseTerms } from '../../domain/law/terms.ts'
import { TERMS_WARNINGS } from '../../words/claim-words.ts'
import { dateText, type Language, phrases } from '../../words/language.ts'
import { dateOption, Misuse, optionsOf, print, type Shell } from '../shell.ts'

type DueDateOptions = {
  issued: Day
  received?: Day
  terms?: string
  due?: Day
  debtor: DebtorKind
  sector?: string
  periodic?: boolean
  overseas?: boolean
}

const PHRASES = phrases(
  {
    dueOn: (date: string) => `Échéance : ${date}`,
    legalMaximum: (date: string, rule: string) => `Plafond légal : ${date} (${rule})`,
    noMaximum: 'Plafond légal : aucun pour ce débiteur',
  },
  {
    dueOn: date => `Due date: ${date}`,
    legalMaximum: (date, rule) => `Legal maximum: ${date} (${rule})`,
    noMaximum: 'Legal maximum: none for this debtor',
  },
)

/** The calculator of due dates, without a database. */
export function addDueDate(program: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  const { termLaw } = shell.country
  program
    .command('due-date')
    .summary('date d’échéance d’après un délai')
    .description(
      'Calcule une échéance et la compare au plafond légal. Sans --terms ni --due, rien n’est convenu : le délai est celui de la loi.',
    )
    .requiredOption('--issued <date>', 'date de facture', dateOption)
    .option('--terms <delai>', 'délai convenu : 30d, 60d, 45d-eom, eom-45d, eom…')
    .option('--due <date>', 'échéance portée sur la facture, à vérifier', dateOption)
    .option(
      '--received <date>',
      'réception de la marchandise, fin du service, ou réception de la facture par un organisme public',
      dateOption,
    )
    .addOption(
      new Option('--debtor <genre>').choices(['business', 'consumer', 'public-body']).default('business'),
    )
    .option('--sector <secteur>', `secteur à délai propre : ${sectorCodes(termLaw).join(', ')}`)
    .option('--periodic', 'facture périodique (récapitulative)')
    .option('--overseas', 'livraison outre-mer : le délai court de la réception')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance due-date --issued 2026-03-10 --terms 45d-eom\n  quittance due-date --issued 2026-03-10 --received 2026-03-12 --debtor public-body --sector public-health',
    )
    .action((_options, command: Command) => {
      const options = optionsOf<DueDateOptions>(command)
      const rule = ruleOf(termLaw, options)
      const checked = answerTo(options, rule)
      print(shell, options, checked, ({ dueOn, legalMaximum, warnings }) =>
        [
          say.dueOn(dateText(dueOn, shell.language)),
          legalMaximum === null || rule === null
            ? say.noMaximum
            : say.legalMaximum(dateText(legalMaximum, shell.language), ruleText(rule, shell.language)),
          ...warnings.map(code => `! ${TERMS_WARNINGS[code][shell.language]}`),
        ].join('\n'),
      )
    })
}

/** The answer of the contract. */
function answerTo(options: DueDateOptions, rule: TermRule | null) {
  const sale = {
    issuedOn: options.issued,
    receivedOn: options.received ?? null,
    statedDueOn: options.due ?? null,
    terms: options.terms === undefined ? null : termsOf(options.terms),
    periodic: options.periodic ?? false,
    overseas: options.overseas ?? false,
  }
  const { dueOn, legalMaximum, warnings } = checkTerms(sale, rule)
  if (dueOn === null)
    throw new Misuse('terms-needed', {
      fr: 'pour un consommateur, aucun délai légal n’est connu : donnez --terms ou --due',
      en: 'no statutory terms are known for a consumer: give --terms or --due',
    })
  if (![dueOn, legalMaximum ?? dueOn].every(isWithinCalendar))
    throw new Misuse('impossible-dates', {
      fr: `du ${formatDay(options.issued)}, ce délai mène au-delà de l’an 9999`,
      en: `from ${formatDay(options.issued)} these terms lead past the year 9999`,
    })
  return {
    dueOn: formatDay(dueOn),
    legalMaximum: legalMaximum === null ? null : formatDay(legalMaximum),
    warnings,
  }
}

function termsOf(text: string): PaymentTerms {
  const terms = parseTerms(text)
  if (terms) return terms
  throw new Misuse('bad-terms', {
    fr: `délai illisible : ${text} ; exemples : 30d, 45d-eom, eom-45d, eom`,
    en: `terms cannot be read: ${text}; examples: 30d, 45d-eom, eom-45d, eom`,
  })
}

function ruleOf(law: TermLaw, { debtor, sector }: DueDateOptions): TermRule | null {
  const rule = termRuleFor(law, debtor, sector ?? null)
  if (rule !== undefined) return rule
  const known = sectorCodes(law, debtor).join(', ')
  throw new Misuse('unknown-sector', {
    fr: `secteur inconnu pour ce débiteur (${debtor}) : ${sector} ; connus : ${known || 'aucun'}`,
    en: `unknown sector for this debtor (${debtor}): ${sector}; known: ${known || 'none'}`,
  })
}

function sectorCodes({ sectors }: TermLaw, debtor?: DebtorKind): string[] {
  return sectors.filter(rule => debtor === undefined || rule.debtor === debtor).map(rule => rule.code)
}

function ruleText({ label, article }: TermRule, language: Language): string {
  return `${label[language]}, ${article}`
}
