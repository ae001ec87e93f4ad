import { type Command, Option } from 'commander'
import { importContacts } from '../../app/imports/import-contacts.ts'
import { type ImportedFile, importInvoices } from '../../app/imports/import-invoices.ts'
import type { ImportTotals } from '../../app/imports/import-request.ts'
import { refusedFile } from '../../app/refused-file.ts'
import { INVOICE_FORMATS, type InvoiceFormat } from '../../formats/invoices/read.ts'
import type { MappingChoice } from '../../formats/tables/field.ts'
import { readMapping } from '../../formats/tables/mapping.ts'
import { COLON, counted, type Language, phrases, SEPARATOR } from '../../words/language.ts'
import { readFiles, withOpenFiles } from '../input-file.ts'
import { accepted, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'
import { problemLine, type Told, toldIn } from '../told-problem.ts'

type InvoiceOptions = {
  format?: InvoiceFormat
  mapping?: string
  saveMapping?: string
  terms: string
  mode: 'delta' | 'stock'
  creditor?: string
  scenario?: string
  dryRun?: boolean
}

const PHRASES = phrases(
  {
    contacts: (created: number, updated: number, unchanged: number) =>
      `${created} nouveaux, ${updated} modifiés, ${unchanged} inchangés`,
    addresses: (addresses: number) => counted(addresses, 'adresse postale', 'adresses postales', 'fr'),
    totals: (t: ImportTotals) => [
      `${t.created} nouvelles`,
      `${t.updated} modifiées`,
      `${t.unchanged} inchangées`,
      `${t.cleared} soldées`,
    ],
    columns: 'Colonnes',
    inAll: 'En tout',
    more: (count: number) => `… et ${counted(count, 'autre', 'autres', 'fr')} (--json donne tout)`,
    dryRun: 'Essai seulement : rien n’a été écrit.',
  },
  {
    contacts: (created, updated, unchanged) => `${created} new, ${updated} changed, ${unchanged} unchanged`,
    addresses: addresses => counted(addresses, 'postal address', 'postal addresses', 'en'),
    totals: t => [
      `${t.created} new`,
      `${t.updated} changed`,
      `${t.unchanged} unchanged`,
      `${t.cleared} settled`,
    ],
    columns: 'Columns',
    inAll: 'In all',
    more: count => `… and ${count} more (--json gives them all)`,
    dryRun: 'A trial only: nothing was written.',
  },
)

/** Returns the group, to which others add what they import. */
export function addImport(program: Command, shell: Shell): Command {
  const { language } = shell
  const say = PHRASES[language]
  const group = program
    .command('import')
    .summary('importe factures, relevés, contacts ou annonces du BODACC')
    .description('Importe des factures, des relevés de compte, des contacts ou des annonces du BODACC.')
  group
    .command('invoices')
    .summary('factures, avoirs et soldes : CSV, Excel, FEC ou factures électroniques')
    .description(
      'Importe factures, avoirs et soldes depuis un CSV (séparateur et encodage devinés), un classeur Excel (.xlsx), un FEC (comptes 411, lettrage) ou des factures électroniques : PDF Factur-X ou ZUGFeRD, XML CII ou UBL. Le format est reconnu au contenu.\nUn fichier qui ne peut pas être pris en entier ne change rien.',
    )
    .argument('<fichiers...>', 'un ou plusieurs fichiers')
    .addOption(new Option('--format <format>', 'force le format').choices(INVOICE_FORMATS))
    .option('--mapping <fichier>', 'correspondance des colonnes (JSON), comme --save-mapping l’écrit')
    .option('--save-mapping <fichier>', 'écrit la correspondance devinée, à relire et à réutiliser')
    .option(
      '--terms <delai>',
      'délai de paiement quand la source n’a pas d’échéance : 30d, 60d, 45d-eom, eom',
      '30d',
    )
    .addOption(
      new Option('--mode <mode>', 'delta : le fichier ajoute ; stock : ce qui n’y est plus est soldé')
        .choices(['delta', 'stock'])
        .default('delta'),
    )
    .option('--creditor <code>', 'créancier, créé s’il est nouveau')
    .option('--scenario <id>', 'scénario des nouveaux dossiers ; sinon selon le genre du débiteur')
    .option('--dry-run', 'montre ce qui changerait, sans rien écrire')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance import invoices factures.csv\n  quittance import invoices 123456789FEC20251231.txt --terms 45d-eom --mode stock\n  quittance import invoices facture.pdf avoir.xml',
    )
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<InvoiceOptions>(command)
      const mapping = await mappingFrom(options.mapping)
      const { terms, mode, format, creditor, scenario } = options
      const dryRun = options.dryRun ?? false
      const asked = { terms, mode, format, creditor, scenario, mapping, dryRun }
      const done = await withOpenFiles(names, files =>
        withDesk(shell, options, desk => importInvoices(desk, { files, ...asked })),
      )
      if (options.saveMapping) await saveMapping(options.saveMapping, done.files)
      const told = { ...done, files: toldIn(done.files, language) }
      print(shell, options, told, ({ files: imported, totals }) =>
        importText(imported, totals, dryRun, language),
      )
    })
  group
    .command('contacts')
    .summary('interlocuteurs des débiteurs')
    .description(
      'Importe les interlocuteurs de débiteurs déjà connus : code, rôle, nom, e-mail, téléphone, langue, et l’adresse postale du débiteur (adresse, complément, code postal, ville, pays).',
    )
    .argument('<fichiers...>', 'un ou plusieurs fichiers CSV ou Excel')
    .option('--mapping <fichier>', 'correspondance des colonnes (JSON)')
    .option('--creditor <code>', 'créancier')
    .option('--dry-run', 'montre ce qui changerait, sans rien écrire')
    .addHelpText('after', '\nExemple :\n  quittance import contacts contacts.csv')
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<InvoiceOptions>(command)
      const files = await readFiles(names)
      const mapping = await mappingFrom(options.mapping)
      const done = await withDesk(shell, options, desk =>
        importContacts(desk, { files, mapping, creditor: options.creditor, dryRun: options.dryRun ?? false }),
      )
      const told = { ...done, files: toldIn(done.files, language) }
      print(shell, options, told, ({ files: imported }) =>
        imported
          .map(file =>
            [
              `${file.file}${COLON[language]}${say.contacts(file.created, file.updated, file.unchanged)}${
                file.addresses > 0 ? `${SEPARATOR[language]}${say.addresses(file.addresses)}` : ''
              }`,
              ...file.problems.map(p => problemLine(file.file, p, language)),
            ].join('\n'),
          )
          .join('\n'),
      )
    })
  return group
}

async function mappingFrom(name: string | undefined): Promise<MappingChoice | undefined> {
  if (name === undefined) return undefined
  const [file] = await readFiles([name])
  const mapping = readMapping(new TextDecoder().decode(file?.bytes))
  return 'code' in mapping ? accepted<MappingChoice>(refusedFile(name, [mapping])) : mapping
}

async function saveMapping(name: string, files: readonly ImportedFile[]): Promise<void> {
  const { writeFile } = await import('node:fs/promises')
  const mapping = files.find(file => file.mapping !== null)?.mapping
  if (!mapping)
    throw new Misuse('no-mapping', {
      fr: 'aucun fichier CSV ou Excel : pas de correspondance à enregistrer',
      en: 'no CSV or Excel file: there is no mapping to save',
    })
  await writeFile(name, `${JSON.stringify(mapping, null, 2)}\n`)
}

function importText(
  files: readonly Told<ImportedFile>[],
  totals: ImportTotals,
  dryRun: boolean,
  language: Language,
): string {
  const say = PHRASES[language]
  const lines = files.flatMap(file => [
    `${file.file} (${file.format.toUpperCase()})`,
    `  ${totalsText(file, language)}`,
    ...(file.mapping
      ? [
          `  ${say.columns}${COLON[language]}${Object.entries(file.mapping.columns)
            .map(([field, header]) => `${field} ← ${header}`)
            .join(', ')}`,
        ]
      : []),
    ...file.problems.slice(0, 20).map(problem => `  ${problemLine(file.file, problem, language)}`),
    ...(file.problems.length > 20 ? [`  ${say.more(file.problems.length - 20)}`] : []),
  ])
  if (files.length > 1) lines.push(`${say.inAll}${COLON[language]}${totalsText(totals, language)}`)
  if (dryRun) lines.push(say.dryRun)
  return lines.join('\n')
}

function totalsText(totals: ImportTotals, language: Language): string {
  return table([PHRASES[language].totals(totals)])
}
