import { type Command, Option } from 'commander'
import { drawClaim } from '../app/draw-claim.ts'
import { amountText, dateText, type Language, percentText, phrases } from '../contract/language.ts'
import { france } from '../countries/fr/country.ts'
import { type Claim, type ClaimLine, drawUpClaim } from '../domain/claim.ts'
import { type Day, formatDay, parseDay } from '../domain/date.ts'
import type { DebtorKind } from '../domain/debtor.ts'
import { type InterestTerms, standardTerms } from '../domain/late-interest.ts'
import { type Cents, parseAmount } from '../domain/money.ts'
import { parsePercent } from '../domain/rate.ts'
import { dateOption, invalid, Misuse, optionsOf, print, type Shell, withApp } from './shell.ts'
import { table } from './table.ts'

type InterestOptions = {
  principal: Cents
  due: Day
  until: Day
  debtor: DebtorKind
  formalNotice?: Day
  paid: { on: Day; amountCents: Cents }[]
  rate?: number
  basis: InterestTerms['basis']
  imputation: InterestTerms['imputation']
}

const PHRASES = phrases(
  {
    on: (dossier: string, debtor: string, date: string) => `${dossier} — ${debtor}, au ${date}`,
    lines: {
      principal: 'Principal',
      payment: 'Règlement',
      'credit-note': 'Avoir',
      interest: 'Intérêts',
      indemnity: 'Indemnité forfaitaire',
      waived: 'Abandonné',
    } satisfies Record<ClaimLine['kind'], string>,
    days: (count: number) => `${count} j`,
    base: (amount: string) => `sur ${amount}`,
    principal: 'Principal',
    paid: 'Réglé',
    credited: 'Avoirs',
    interest: 'Intérêts',
    indemnity: 'Indemnité',
    waived: 'Abandonné',
    total: 'Total dû',
    perDay: 'Par jour de plus',
  },
  {
    on: (dossier, debtor, date) => `${dossier} — ${debtor}, on ${date}`,
    lines: {
      principal: 'Principal',
      payment: 'Payment',
      'credit-note': 'Credit note',
      interest: 'Interest',
      indemnity: 'Flat indemnity',
      waived: 'Waived',
    },
    days: count => `${count} d`,
    base: amount => `on ${amount}`,
    principal: 'Principal',
    paid: 'Paid',
    credited: 'Credit notes',
    interest: 'Interest',
    indemnity: 'Indemnity',
    waived: 'Waived',
    total: 'Total due',
    perDay: 'Per further day',
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
      const claim = await withApp(shell, options, app => drawClaim(app, { about, date }))
      print(
        shell,
        options,
        jsonClaim(claim),
        () =>
          `${say.on(claim.case, claim.debtor, dateText(formatDay(date), shell.language))}\n${claimText(claim, shell.language)}`,
      )
    })
  addInterest(program, shell)
}

function addInterest(program: Command, shell: Shell): void {
  program
    .command('interest')
    .summary('calculette des intérêts de retard')
    .description('Calcule intérêts et indemnité sans base de données. Le jour « until » compte.')
    .requiredOption('--principal <montant>', 'somme due TTC, par exemple 1200.00', amount)
    .requiredOption('--due <date>', 'date d’échéance', dateOption)
    .requiredOption('--until <date>', 'dernier jour compté', dateOption)
    .addOption(
      new Option('--debtor <genre>').choices(['business', 'consumer', 'public-body']).default('business'),
    )
    .option('--formal-notice <date>', 'mise en demeure (point de départ pour un consommateur)', dateOption)
    .option('--paid <montant@date>', 'règlement partiel, répétable', paid, [])
    .option('--rate <pourcent>', 'taux du contrat, par exemple 12.5', percent)
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
      if (options.until < options.due) {
        throw new Misuse('impossible-dates', {
          fr: `--until ${formatDay(options.until)} précède --due ${formatDay(options.due)}`,
          en: `--until ${formatDay(options.until)} is before --due ${formatDay(options.due)}`,
        })
      }
      const claim = computed(options)
      print(shell, options, jsonClaim(claim), () => claimText(claim, shell.language))
    })
}

function computed(options: InterestOptions): Claim {
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
      contractRate: options.rate === undefined ? null : { rateBps: options.rate, source: 'taux du contrat' },
      basis: options.basis,
      imputation: options.imputation,
      insolvencyOn: null,
    },
    france.rates,
  )
  if ('unknownRate' in claim) {
    throw new Misuse('unknown-rate', {
      fr: `taux inconnu : ${claim.unknownRate} ; il n'est jamais supposé : --rate donne le taux à appliquer`,
      en: `unknown rate (${claim.unknownRate}): it is never guessed; --rate gives the rate to apply`,
    })
  }
  return claim
}

/** The claim in the shape of the contract: days as ISO dates. */
function jsonClaim({ lines, totals }: Claim) {
  return {
    lines: lines.map(line => ({ ...line, from: formatDay(line.from), to: formatDay(line.to) })),
    totals,
  }
}

function claimText({ lines, totals }: Claim, language: Language): string {
  const say = PHRASES[language]
  const date = (day: Day) => dateText(formatDay(day), language)
  const euros = (cents: Cents) => amountText(cents, 'EUR', language)
  const rows = lines.map(line => [
    line.invoice,
    say.lines[line.kind],
    `${date(line.from)}${line.to === line.from ? '' : ` – ${date(line.to)}`}`,
    line.days === null ? '' : say.days(line.days),
    line.rateBps === null ? '' : percentText(line.rateBps, language),
    line.baseCents === null ? '' : say.base(euros(line.baseCents)),
    euros(line.amountCents),
  ])
  const totalRows = [
    [say.principal, euros(totals.principalCents)],
    [say.paid, euros(totals.paidCents)],
    [say.credited, euros(totals.creditedCents)],
    [say.interest, euros(totals.interestCents)],
    [say.indemnity, euros(totals.indemnityCents)],
    [say.waived, euros(totals.waivedCents)],
    [say.total, euros(totals.totalCents)],
    [say.perDay, euros(totals.perDayCents)],
  ]
  return `${table(rows, [3, 4, 6])}\n\n${table(totalRows, [1])}`
}

function amount(text: string): Cents {
  const parsed = parseAmount(text.replace(',', '.'))
  if (parsed === null || parsed <= 0n)
    throw invalid({
      fr: `« ${text} » : un montant positif est attendu, comme 1200.00`,
      en: `"${text}": a positive amount is expected, like 1200.00`,
    })
  return parsed
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
  return [...previous, { on, amountCents: amount(value ?? '') }]
}

export function percent(text: string): number {
  const parsed = parsePercent(text.replace(',', '.'))
  if (parsed === null) {
    throw invalid({
      fr: `« ${text} » n'est pas un taux ; exemple : 12.15`,
      en: `"${text}" is not a rate; example: 12.15`,
    })
  }
  return parsed
}
