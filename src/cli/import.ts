import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { importContacts } from '../app/import-contacts.ts'
import {
  type ImportedFile,
  type ImportTotals,
  importInvoices,
  type SourceFile,
} from '../app/import-invoices.ts'
import type { MappingChoice, Problem } from '../formats/format.ts'
import { readMapping } from '../formats/mapping.ts'
import { Misuse, optionsOf, print, type Shell, withApp } from './shell.ts'
import { table } from './table.ts'

type InvoiceOptions = {
  format?: 'csv' | 'fec'
  mapping?: string
  saveMapping?: string
  terms: string
  mode: 'delta' | 'stock'
  creditor?: string
  dryRun?: boolean
}

export function addImport(program: Command, shell: Shell): void {
  const group = program
    .command('import')
    .summary('importe factures ou contacts')
    .description('Importe des factures ou des contacts.')
  group
    .command('invoices')
    .summary('factures, avoirs et soldes : CSV ou FEC')
    .description(
      'Importe factures, avoirs et soldes depuis un CSV (séparateur et encodage devinés) ou un FEC (comptes 411, lettrage).\nUn fichier qui ne peut pas être pris en entier ne change rien.',
    )
    .argument('<fichiers...>', 'un ou plusieurs fichiers')
    .addOption(new Option('--format <format>', 'force le format').choices(['csv', 'fec']))
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
    .option('--dry-run', 'montre ce qui changerait, sans rien écrire')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance import invoices factures.csv\n  quittance import invoices 123456789FEC20251231.txt --terms 45d-eom --mode stock',
    )
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<InvoiceOptions>(command)
      const files = await readFiles(names)
      const mapping = await mappingFrom(options.mapping)
      const { terms, mode, format, creditor } = options
      const done = await withApp(shell, options, app =>
        importInvoices(app, {
          files,
          terms,
          mode,
          format,
          creditor,
          mapping,
          dryRun: options.dryRun ?? false,
          actor: shell.actor,
        }),
      )
      if (options.saveMapping) await saveMapping(options.saveMapping, done.files)
      print(shell, options, done, ({ files: imported, totals }) =>
        importText(imported, totals, options.dryRun ?? false),
      )
    })
  group
    .command('contacts')
    .summary('interlocuteurs des débiteurs')
    .description(
      'Importe les interlocuteurs de débiteurs déjà connus : code, rôle, nom, e-mail, téléphone, langue.',
    )
    .argument('<fichiers...>', 'un ou plusieurs fichiers CSV')
    .option('--mapping <fichier>', 'correspondance des colonnes (JSON)')
    .option('--creditor <code>', 'créancier')
    .option('--dry-run', 'montre ce qui changerait, sans rien écrire')
    .addHelpText('after', '\nExemple :\n  quittance import contacts contacts.csv')
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<InvoiceOptions>(command)
      const files = await readFiles(names)
      const mapping = await mappingFrom(options.mapping)
      const done = await withApp(shell, options, app =>
        importContacts(app, { files, mapping, creditor: options.creditor, dryRun: options.dryRun ?? false }),
      )
      print(shell, options, done, ({ files: imported }) =>
        imported
          .map(file =>
            [
              `${file.file} : ${file.created} nouveaux, ${file.updated} modifiés, ${file.unchanged} inchangés`,
              ...file.problems.map(p => problemLine(file.file, p)),
            ].join('\n'),
          )
          .join('\n'),
      )
    })
}

/** Files whole, in memory. A missing one is a wrong use. */
export async function readFiles(names: readonly string[]): Promise<SourceFile[]> {
  return Promise.all(
    names.map(async name => {
      try {
        return { name, bytes: new Uint8Array(await readFile(name)) }
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code
        const why =
          code === 'ENOENT'
            ? "n'existe pas"
            : code === 'EISDIR'
              ? 'est un dossier'
              : `ne se lit pas (${code})`
        throw new Misuse('unreadable-file', `${name} ${why}`)
      }
    }),
  )
}

async function mappingFrom(name: string | undefined): Promise<MappingChoice | undefined> {
  if (name === undefined) return undefined
  const [file] = await readFiles([name])
  const mapping = readMapping(new TextDecoder().decode(file?.bytes))
  if ('code' in mapping) throw new Misuse(mapping.code, `${name} : ${mapping.message}`)
  return mapping
}

async function saveMapping(name: string, files: readonly ImportedFile[]): Promise<void> {
  const { writeFile } = await import('node:fs/promises')
  const mapping = files.find(file => file.mapping !== null)?.mapping
  if (!mapping) throw new Misuse('no-mapping', 'aucun fichier CSV : pas de correspondance à enregistrer')
  await writeFile(name, `${JSON.stringify(mapping, null, 2)}\n`)
}

function importText(files: readonly ImportedFile[], totals: ImportTotals, dryRun: boolean): string {
  const lines = files.flatMap(file => [
    `${file.file} (${file.format.toUpperCase()})`,
    `  ${totalsText(file)}`,
    ...(file.mapping
      ? [
          `  Colonnes : ${Object.entries(file.mapping.columns)
            .map(([field, header]) => `${field} ← ${header}`)
            .join(', ')}`,
        ]
      : []),
    ...file.problems.slice(0, 20).map(problem => `  ${problemLine(file.file, problem)}`),
    ...(file.problems.length > 20
      ? [`  … et ${file.problems.length - 20} autres (--json les donne tous)`]
      : []),
  ])
  if (files.length > 1) lines.push(`En tout : ${totalsText(totals)}`)
  if (dryRun) lines.push('Essai seulement : rien n’a été écrit.')
  return lines.join('\n')
}

function totalsText(totals: ImportTotals): string {
  return table([
    [
      `${totals.created} nouvelles`,
      `${totals.updated} modifiées`,
      `${totals.unchanged} inchangées`,
      `${totals.cleared} soldées`,
    ],
  ])
}

/** `fichier, ligne 12 : …` */
export function problemLine(file: string, { line, severity, message }: Problem): string {
  const mark = severity === 'error' ? '✗' : '!'
  return `${mark} ${file}${line === null ? '' : `, ligne ${line}`} : ${message}`
}
