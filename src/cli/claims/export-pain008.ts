import { type Command, Option } from 'commander'
import { type ExportedPain008, exportPain008 } from '../../app/reports/export-pain008.ts'
import { addDays, type Day } from '../../domain/date.ts'
import type { PainVersion } from '../../formats/out/pain008.ts'
import { amountText, counted, dateText, type Language, phrases } from '../../words/language.ts'
import { HOLDS } from '../../words/words.ts'
import { readFiles } from '../input-file.ts'
import { writeOutput } from '../output-file.ts'
import { dateOption, invalid, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

type PainOptions = {
  plan?: string[]
  until?: Day
  creditor?: string
  ics: string
  bic?: string
  mandates: string
  pain: PainVersion
  leadDays: number
  output?: string
}

const PHRASES = phrases(
  {
    none: 'Aucune échéance de plan à prélever. « quittance record "plan 3 x 100.00 from 2026-04-01 monthly" --debtor CODE » note un plan.',
    one: 'prélèvement',
    many: 'prélèvements',
    written: (debits: string, amount: string, file: string) => `${debits}, ${amount}, dans ${file}`,
    leftOut: (id: string, reason: string) => `${id} : rien n’est prélevé (${reason})`,
    next: 'Une fois le fichier déposé à la banque, notez chaque prélèvement : quittance record "direct-debit FACTURE on DATE" --debtor CODE',
  },
  {
    none: 'No instalment of a plan to debit. "quittance record "plan 3 x 100.00 from 2026-04-01 monthly" --debtor CODE" records a plan.',
    one: 'debit',
    many: 'debits',
    written: (debits, amount, file) => `${debits}, ${amount}, in ${file}`,
    leftOut: (id, reason) => `${id}: nothing is debited (${reason})`,
    next: 'Once the bank has the file, record each debit: quittance record "direct-debit INVOICE on DATE" --debtor CODE',
  },
)

/** Days ahead of which instalments are looked for, unless told. */
const AHEAD_DAYS = 14

/** Direct debits for the bank. */
export function addExportPain008(group: Command, shell: Shell): void {
  group
    .command('pain008')
    .summary('prélèvements SEPA des échéances de plans, pour la banque')
    .description(
      'Échéances de plans en cours, dues d’ici là, en prélèvements SEPA (pain.008). Les mandats viennent d’un CSV : debtor, IBAN, BIC, mandate reference, signature date, sequence, scheme. N’écrit rien dans la base.',
    )
    .requiredOption('--ics <identifiant>', 'identifiant créancier SEPA (ICS)')
    .requiredOption('--mandates <fichier>', 'mandats des débiteurs, CSV')
    .option('--plan <debiteur...>', 'débiteurs dont les plans sont prélevés (tous)')
    .option('--until <date>', 'dernière échéance (quatorze jours après le jour de travail)', dateOption)
    .option('--creditor <code>', 'créancier, s’il y en a plusieurs')
    .option('--bic <bic>', 'BIC de la banque du créancier')
    .addOption(
      new Option('--pain <version>', 'version du message : pain.008.001.02 ou .08')
        .choices(['02', '08'])
        .default('08'),
    )
    .option('--lead-days <jours>', 'jours ouvrés bancaires avant le premier prélèvement', leadOption, 2)
    .option('--output <fichier>', 'fichier à écrire (sinon, la sortie)')
    .addHelpText(
      'after',
      '\nExemple :\n  quittance export pain008 --ics FR72ZZZ123456 --mandates mandats.csv --output prelevements.xml',
    )
    .action(async (_options, command: Command) => {
      const options = optionsOf<PainOptions>(command)
      const today = options.date ?? shell.today()
      const [file] = await readFiles([options.mandates])
      const done = await withDesk(shell, options, desk =>
        exportPain008(desk, {
          debtors: options.plan ?? [],
          today,
          until: options.until ?? addDays(today, AHEAD_DAYS),
          creditor: options.creditor ?? null,
          identifier: options.ics,
          bic: options.bic ?? null,
          mandates: file?.bytes ?? new Uint8Array(),
          version: options.pain,
          leadDays: options.leadDays,
        }),
      )
      const output = done.content === null ? null : (options.output ?? null)
      if (output !== null && done.content !== null) await writeOutput(output, done.content)
      print(shell, options, { output, ...done }, () => painText(done, output, shell.language))
    })
}

function painText(done: ExportedPain008, output: string | null, language: Language): string {
  const say = PHRASES[language]
  const leftOut = done.leftOut.map(({ case: id, reason }) => say.leftOut(id, HOLDS[reason][language]))
  if (done.content === null) return [say.none, ...leftOut].join('\n')
  if (output === null) return done.content.trimEnd()
  const amount = (cents: bigint) => amountText(cents, 'EUR', language)
  const rows = done.debits.map(debit => [
    dateText(debit.collectionOn, language),
    debit.debtor,
    amount(debit.amountCents),
    `${debit.mandate} ${debit.sequence}`,
    debit.endToEndId,
  ])
  const count = counted(done.totals.count, say.one, say.many, language)
  return [
    say.written(count, amount(done.totals.amountCents), output),
    table(rows, [2]),
    ...leftOut,
    say.next,
  ].join('\n')
}

function leadOption(text: string): number {
  if (!/^(\d|1\d|30|2\d)$/.test(text) || text === '0')
    throw invalid({
      fr: `« ${text} » n'est pas un nombre de jours, de 1 à 30`,
      en: `"${text}" is not a number of days from 1 to 30`,
    })
  return Number(text)
}
