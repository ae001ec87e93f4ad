import { type Command, Option } from 'commander'
import { exportBadDebts } from '../app/export-bad-debts.ts'
import { counted, phrases, SEPARATOR } from '../contract/language.ts'
import type { Day } from '../domain/date.ts'
import { isSiren } from '../formats/debtor-fields.ts'
import type { FecEncoding } from '../formats/fec-writer.ts'
import { writeOutput } from './output-file.ts'
import { dateOption, invalid, optionsOf, print, type Shell, withApp } from './shell.ts'

type BadDebtOptions = {
  from?: Day
  until?: Day
  creditor?: string
  siren?: string
  encoding: FecEncoding
  output?: string
}

const PHRASES = phrases(
  {
    one: 'écriture',
    many: 'écritures',
    written: (entries: string, file: string) => `${entries} dans ${file}`,
    name: (name: string) => `nom réglementaire : ${name}`,
    leftOut: (cases: string) => `laissés de côté, faute de valeur en euros : ${cases}`,
  },
  {
    one: 'entry',
    many: 'entries',
    written: (entries, file) => `${entries} in ${file}`,
    name: name => `name by regulation: ${name}`,
    leftOut: cases => `left out, their value in euros being unknown: ${cases}`,
  },
)

/** What leaves for other programs. */
export function addExport(program: Command, shell: Shell): void {
  const group = program
    .command('export')
    .summary('écritures et données pour d’autres logiciels')
    .description('Exporte ce que le programme sait, pour d’autres logiciels.')
  const say = PHRASES[shell.language]
  group
    .command('bad-debts')
    .summary('écritures des créances douteuses et irrécouvrables')
    .description(
      'Écritures des créances douteuses, dépréciées et perdues, et de leur TVA, au format FEC (LPF A47 A-1). À importer en comptabilité.',
    )
    .option('--from <date>', 'premier jour (depuis le début)', dateOption)
    .option('--until <date>', 'dernier jour (le jour de travail)', dateOption)
    .option('--creditor <code>', 'créancier, s’il y en a plusieurs')
    .option('--siren <siren>', 'SIREN du créancier, pour le nom du fichier', sirenOption)
    .addOption(new Option('--encoding <codage>').choices(['utf-8', 'iso-8859-15']).default('utf-8'))
    .option('--output <fichier>', 'fichier à écrire (sinon, la sortie)')
    .addHelpText(
      'after',
      '\nExemple :\n  quittance export bad-debts --from 2026-01-01 --until 2026-12-31 --siren 404833048 --output 404833048FEC20261231.txt',
    )
    .action(async (_options, command: Command) => {
      const options = optionsOf<BadDebtOptions>(command)
      const today = options.date ?? shell.today()
      const { bytes, ...done } = await withApp(shell, options, app =>
        exportBadDebts(app, {
          from: options.from ?? null,
          until: options.until ?? today,
          creditor: options.creditor ?? null,
          siren: options.siren ?? null,
          encoding: options.encoding,
          today,
        }),
      )
      const { output } = options
      if (output !== undefined) await writeOutput(output, bytes)
      print(shell, options, { output: output ?? null, ...done }, ({ entries, suggestedName, leftOut }) => {
        if (output === undefined) return new TextDecoder(options.encoding).decode(bytes).replace(/\r\n$/, '')
        const count = counted(entries.length, say.one, say.many, shell.language)
        return [
          say.written(count, output),
          say.name(suggestedName),
          ...(leftOut.length > 0 ? [say.leftOut(leftOut.join(', '))] : []),
        ].join(SEPARATOR[shell.language])
      })
    })
}

function sirenOption(text: string): string {
  const digits = text.replace(/\s/g, '')
  if (!/^\d{9}$/.test(digits) || !isSiren(digits))
    throw invalid({
      fr: `« ${text} » n'est pas un SIREN (neuf chiffres, dont une clé)`,
      en: `"${text}" is not a SIREN (nine digits with a check digit)`,
    })
  return digits
}
