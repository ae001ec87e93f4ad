import type { Command } from 'commander'
import { type ImportedBank, importBank } from '../../app/bank/import-bank.ts'
import { counted, dateText, type Language, phrases } from '../../words/language.ts'
import { readFiles } from '../input-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { problemLine, type Told, toldIn } from '../told-problem.ts'

const PHRASES = phrases(
  {
    statement: (account: string, entries: string, period: string) => `  ${account} : ${entries}${period}`,
    period: (from: string, to: string) => `, du ${from} au ${to}`,
    noAccount: 'compte non indiqué',
    received: (p: ImportedBank['payments']) =>
      `Règlements : ${counted(p.new, 'nouveau', 'nouveaux', 'fr')}, ${counted(p.duplicate, 'déjà connu', 'déjà connus', 'fr')}`,
    matched: (p: ImportedBank['payments']) =>
      `  ${counted(p.matched, 'rapproché', 'rapprochés', 'fr')}, ${counted(p.suggested, 'proposé', 'proposés', 'fr')}, ${p.unmatched} sans facture trouvée`,
    waiting: '  « quittance bank » montre ce qui attend une personne.',
    dryRun: 'Essai seulement : rien n’a été écrit.',
  },
  {
    statement: (account, entries, period) => `  ${account}: ${entries}${period}`,
    period: (from, to) => `, ${from} to ${to}`,
    noAccount: 'account not said',
    received: p => `Payments: ${p.new} new, ${p.duplicate} known already`,
    matched: p => `  ${p.matched} matched, ${p.suggested} suggested, ${p.unmatched} without an invoice found`,
    waiting: '  "quittance bank" shows what waits for a person.',
    dryRun: 'A trial only: nothing was written.',
  },
)

export function addImportBank(group: Command, shell: Shell): void {
  group
    .command('bank')
    .summary('relevés de compte : CAMT, MT940, CFONB 120, OFX, QIF, CSV, XLSX, ZIP')
    .description(
      'Prend des relevés de compte, reconnus à leur contenu, et rapproche les règlements reçus des factures ouvertes.\nCe qui est certain est enregistré, ce qui est probable est proposé ; une écriture n’est prise qu’une fois.',
    )
    .argument('<fichiers...>', 'un ou plusieurs fichiers')
    .option('--creditor <code>', 'créancier ; sinon celui dont c’est l’IBAN, ou le seul')
    .option('--dry-run', 'montre ce qui changerait, sans rien écrire')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance import bank releve.xml\n  quittance import bank releves.zip --dry-run',
    )
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<{ creditor?: string; dryRun?: boolean }>(command)
      const files = await readFiles(names)
      const dryRun = options.dryRun ?? false
      const done = await withDesk(shell, options, desk =>
        importBank(desk, { files, creditor: options.creditor, dryRun }),
      )
      const told = { ...done, files: toldIn(done.files, shell.language) }
      print(shell, options, told, answer => bankText(answer, dryRun, shell.language))
    })
}

type ToldBank = Omit<ImportedBank, 'files'> & { files: Told<ImportedBank['files'][number]>[] }

function bankText({ files, payments }: ToldBank, dryRun: boolean, language: Language): string {
  const say = PHRASES[language]
  const date = (iso: string) => dateText(iso, language)
  const lines = files.flatMap(({ file, format, statements, problems }) => [
    `${file} (${format})`,
    ...statements.map(({ account, entries, from, to }) =>
      say.statement(
        account ?? say.noAccount,
        language === 'fr'
          ? counted(entries, 'écriture', 'écritures', 'fr')
          : counted(entries, 'entry', 'entries', 'en'),
        from !== null && to !== null ? say.period(date(from), date(to)) : '',
      ),
    ),
    ...problems.slice(0, 20).map(problem => `  ${problemLine(file, problem, language)}`),
  ])
  const waits = payments.suggested + payments.unmatched > 0
  return [
    ...lines,
    say.received(payments),
    say.matched(payments),
    ...(waits ? [say.waiting] : []),
    ...(dryRun ? [say.dryRun] : []),
  ].join('\n')
}
