import { type Command, Option } from 'commander'
import { type Claim, drawUpClaim } from '../../domain/claim/claim.ts'
import { type Day, formatDay, parseDay } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { InterestTerms } from '../../domain/interest/interest-terms.ts'
import { standardTerms } from '../../domain/interest/late-interest.ts'
import type { RateBook } from '../../domain/interest/rate.ts'
import type { Cents } from '../../domain/money.ts'
import { percent } from '../percent.ts'
import { amountOption, dateOption, invalid, Misuse, optionsOf, print, type Shell } from '../shell.ts'
import { claimText, jsonClaim } from './claim-text.ts'

type InterestOptions = {
  principal: Cents
  due: Day
  until: Day
  debtor: DebtorKind
  formalNotice?: Day
  judgment?: Day
  paid: { on: Day; amountCents: Cents }[]
  rate?: number
  basis: InterestTerms['basis']
  imputation: InterestTerms['appropriation']
  capitalisation?: boolean
}

/** The calculator: interest and indemnity of one amount, without a database. */
export function addInterest(program: Command, shell: Shell): void {
  program
    .command('interest')
    .summary('calculette des intérêts de retard')
    .description('Calcule intérêts et indemnité sans base de données. Le jour « until » compte.')
    .requiredOption('--principal <montant>', 'somme due TTC, par exemple 1200.00', amountOption)
    .requiredOption('--due <date>', 'date d’échéance', dateOption)
    .requiredOption('--until <date>', 'dernier jour compté', dateOption)
    .addOption(
      new Option('--debtor <genre>').choices(['business', 'consumer', 'public-body']).default('business'),
    )
    .option('--formal-notice <date>', 'mise en demeure (point de départ pour un consommateur)', dateOption)
    .option('--paid <montant@date>', 'règlement partiel, répétable', paid, [])
    .option(
      '--judgment <date>',
      'jugement exécutoire : le taux légal monte de 5 points deux mois après (CMF L313-3)',
      dateOption,
    )
    .option('--rate <pourcent>', 'taux du contrat, par exemple 12.5', percent)
    .option('--capitalisation', 'les intérêts dus pour une année entière portent intérêt (C. civ. 1343-2)')
    .addOption(new Option('--basis <base>').choices(['365', 'actual']).default('365'))
    .addOption(
      new Option('--imputation <ordre>')
        .choices(['principal-first', 'interest-first'])
        .default('principal-first'),
    )
    .addHelpText(
      'after',
      '\nExemple :\n  quittance interest --principal 10000 --due 2026-06-20 --until 2026-07-10',
    )
    .action((_options, command: Command) => {
      const options = optionsOf<InterestOptions>(command)
      checkDates(options)
      const claim = computed(options, shell.country.rates)
      print(shell, options, jsonClaim(claim), () => claimText(claim, 'EUR', shell.language))
    })
}

function computed(options: InterestOptions, rates: RateBook): Claim {
  const { principal, due, until, debtor } = options
  const claim = drawUpClaim(
    [
      {
        invoice: 'calcul',
        issuedOn: due,
        dueOn: due,
        amountCents: principal,
        movements: options.paid.map(payment => ({ ...payment, kind: 'payment' })),
      },
    ],
    {
      ...standardTerms(debtor, until),
      formalNoticeOn: options.formalNotice ?? null,
      judgmentEnforceableOn: options.judgment ?? null,
      contractRate: options.rate === undefined ? null : { rateBps: options.rate, source: 'taux du contrat' },
      basis: options.basis,
      appropriation: options.imputation,
      capitalisation: options.capitalisation ?? false,
      insolvencyOn: null,
    },
    rates,
  )
  if ('unknownRate' in claim) {
    throw new Misuse('unknown-rate', {
      fr: `taux inconnu : ${claim.unknownRate} ; il n'est jamais supposé`,
      en: `unknown rate (${claim.unknownRate}): it is never guessed`,
    })
  }
  return claim
}

/** Dates that can't be true together are said, not computed. */
function checkDates({ due, until, paid }: InterestOptions): void {
  const last = formatDay(until)
  if (until < due) {
    throw new Misuse('impossible-dates', {
      fr: `--until ${last} précède --due ${formatDay(due)}`,
      en: `--until ${last} is before --due ${formatDay(due)}`,
    })
  }
  const late = paid.find(({ on }) => on > until)
  if (late) {
    throw new Misuse('impossible-dates', {
      fr: `--paid du ${formatDay(late.on)} vient après --until ${last}, dernier jour compté`,
      en: `--paid on ${formatDay(late.on)} is after --until ${last}, the last day counted`,
    })
  }
}

function paid(text: string, previous: InterestOptions['paid']): InterestOptions['paid'] {
  const [value, date] = text.split('@')
  const on = parseDay(date ?? '')
  if (on === null) {
    throw invalid({
      fr: `« ${text} » : forme attendue MONTANT@AAAA-MM-JJ`,
      en: `"${text}": expected form AMOUNT@YYYY-MM-DD`,
    })
  }
  return [...previous, { on, amountCents: amountOption(value ?? '') }]
}
