import { type Command, Option } from 'commander'
import type { Desk } from '../../app/desk.ts'
import type { Refused } from '../../app/refused.ts'
import {
  type ExportBadDebts,
  type ExportedBadDebts,
  exportBadDebts,
} from '../../app/reports/export-bad-debts.ts'
import { exportFec } from '../../app/reports/export-fec.ts'
import type { Day } from '../../domain/date.ts'
import { readSiren } from '../../formats/identifiers.ts'
import type { FecEncoding } from '../../formats/out/fec-writer.ts'
import { counted, phrases, SEPARATOR } from '../../words/language.ts'
import { writeOutput } from '../output-file.ts'
import { dateOption, invalid, optionsOf, print, type Shell, withDesk } from '../shell.ts'

type BooksOptions = {
  from?: Day
  until?: Day
  creditor?: string
  siren?: string
  encoding: FecEncoding
  output?: string
}
type FecOptions = BooksOptions & { all?: boolean; lettering: boolean }

type Written = ExportedBadDebts & { knownToBooks?: number; bytes: Uint8Array }

const PHRASES = phrases(
  {
    one: 'écriture',
    many: 'écritures',
    written: (entries: string, file: string) => `${entries} dans ${file}`,
    name: (name: string) => `nom réglementaire : ${name}`,
    leftOut: (cases: string) => `laissés de côté, faute de valeur en euros : ${cases}`,
    known: (count: number) =>
      `${count} ${count > 1 ? 'écritures laissées, que les comptes ont déjà' : 'écriture laissée, que les comptes ont déjà'} (--all les donne)`,
  },
  {
    one: 'entry',
    many: 'entries',
    written: (entries, file) => `${entries} in ${file}`,
    name: name => `name by regulation: ${name}`,
    leftOut: cases => `left out, their value in euros being unknown: ${cases}`,
    known: count =>
      `${count} ${count === 1 ? 'entry' : 'entries'} left out, which the books have already (--all gives them)`,
  },
)

/** Entries for an accountant's software. */
export function addExportBooks(group: Command, shell: Shell): void {
  const fec = group
    .command('fec')
    .summary('règlements enregistrés ici, lettrés, au format FEC')
    .description(
      'Règlements que des personnes ont enregistrés (512 contre 411 ou 416) et leurs rejets, lettrés, au format FEC (LPF A47 A-1) : un journal d’encaissements à importer en comptabilité. Factures, avoirs et règlements lus dans les comptes y sont déjà, et « export bad-debts » donne les créances douteuses et les pertes : --all ajoute tout cela, pour un grand livre clients entier.',
    )
    .option('--all', 'tout le grand livre clients : factures, avoirs, règlements, créances douteuses')
    .option('--no-lettering', 'sans lettrage')
  booksOptions(fec)
    .addHelpText(
      'after',
      '\nExemple :\n  quittance export fec --from 2026-01-01 --until 2026-01-31 --output encaissements.txt',
    )
    .action(async (_options, command: Command) => {
      const options = optionsOf<FecOptions>(command)
      const { all = false, lettering } = options
      await writeEntries(shell, options, (desk, input) =>
        exportFec(desk, { ...input, all, clearing: lettering }),
      )
    })
  const badDebts = group
    .command('bad-debts')
    .summary('écritures des créances douteuses et irrécouvrables')
    .description(
      'Écritures des créances douteuses, dépréciées et perdues, et de leur TVA, au format FEC (LPF A47 A-1). À importer en comptabilité.',
    )
  booksOptions(badDebts)
    .addHelpText(
      'after',
      '\nExemple :\n  quittance export bad-debts --from 2026-01-01 --until 2026-12-31 --siren 404833048 --output 404833048FEC20261231.txt',
    )
    .action(async (_options, command: Command) => {
      await writeEntries(shell, optionsOf<BooksOptions>(command), exportBadDebts)
    })
}

function booksOptions(command: Command): Command {
  return command
    .option('--from <date>', 'premier jour (depuis le début)', dateOption)
    .option('--until <date>', 'dernier jour (le jour de travail)', dateOption)
    .option('--creditor <code>', 'créancier, s’il y en a plusieurs')
    .option('--siren <siren>', 'SIREN du créancier, pour le nom du fichier', sirenOption)
    .addOption(new Option('--encoding <codage>').choices(['utf-8', 'iso-8859-15']).default('utf-8'))
    .option('--output <fichier>', 'fichier à écrire (sinon, la sortie)')
}

async function writeEntries(
  shell: Shell,
  options: BooksOptions & { date?: Day },
  exported: (desk: Desk, input: ExportBadDebts) => Promise<Written | Refused>,
): Promise<void> {
  const say = PHRASES[shell.language]
  const today = options.date ?? shell.today()
  const { from = null, until = today, creditor = null, siren = null, encoding, output } = options
  const { bytes, ...done } = await withDesk(shell, options, desk =>
    exported(desk, { from, until, creditor, siren, encoding, today }),
  )
  if (output !== undefined) await writeOutput(output, bytes)
  print(shell, options, { output: output ?? null, ...done }, ({ entries, suggestedName, leftOut }) => {
    if (output === undefined) return new TextDecoder(encoding).decode(bytes).replace(/\r\n$/, '')
    const count = counted(entries.length, say.one, say.many, shell.language)
    return [
      say.written(count, output),
      say.name(suggestedName),
      ...(done.knownToBooks ? [say.known(done.knownToBooks)] : []),
      ...(leftOut.length > 0 ? [say.leftOut(leftOut.join(', '))] : []),
    ].join(SEPARATOR[shell.language])
  })
}

function sirenOption(text: string): string {
  const digits = text.replace(/\s/g, '')
  if ('problem' in readSiren(digits))
    throw invalid({
      fr: `« ${text} » n'est pas un SIREN (neuf chiffres, dont une clé)`,
      en: `"${text}" is not a SIREN (nine digits with a check digit)`,
    })
  return digits
}
