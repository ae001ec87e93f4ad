import { Argument, type Command } from 'commander'
import { printPaperOf } from '../../app/post/print-letter.ts'
import { phrases } from '../../words/language.ts'
import { PAPERS } from '../../words/words.ts'
import { writeOutput } from '../output-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'

const PHRASES = phrases(
  {
    written: (paper: string, debtor: string, file: string) => `${paper}, ${debtor} : ${file}`,
  },
  {
    written: (paper, debtor, file) => `${paper}, ${debtor}: ${file}`,
  },
)

/** The letters that no step asks for. */
export function addLetter(program: Command, shell: Shell): void {
  program
    .command('letter')
    .summary('lettre en PDF : relevé de compte, reçu, échéancier')
    .description(
      'Écrit en PDF le relevé de compte d’un débiteur, le reçu de ses règlements (ou de ceux d’une facture), ou son échéancier à signer. Les lettres de relance : « quittance message NUMERO --pdf FICHIER ».',
    )
    .addArgument(
      new Argument('<lettre>', 'statement, receipt ou plan-agreement').choices(Object.keys(PAPERS)),
    )
    .argument('<debiteur>', 'code, nom, CREANCIER/CODE ou facture')
    .requiredOption('--output <fichier>', 'fichier PDF à écrire')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance letter statement DURAND --output releve.pdf\n  quittance letter receipt F-2026-042 --output recu.pdf',
    )
    .action(async (kind: keyof typeof PAPERS, about: string, _options, command: Command) => {
      const options = optionsOf<{ output: string }>(command)
      const { output } = options
      const asked = { kind, about }
      const { pdf, ...printed } = await withDesk(shell, options, desk => printPaperOf(desk, asked))
      await writeOutput(output, pdf)
      const say = PHRASES[shell.language]
      print(shell, options, { output, ...printed }, ({ debtor }) =>
        say.written(PAPERS[kind][shell.language], debtor, output),
      )
    })
}
