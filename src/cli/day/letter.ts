import { Argument, type Command } from 'commander'
import { printPaperOf } from '../../app/post/print-letter.ts'
import { type Language, type Phrase, phrases } from '../../words/language.ts'
import { missingText } from '../../words/missing.ts'
import { writeOutput } from '../output-file.ts'
import { accepted, Misuse, optionsOf, print, type Shell } from '../shell.ts'

const PAPERS = ['statement', 'receipt', 'plan-agreement'] as const

const PHRASES = phrases(
  {
    papers: { statement: 'relevé de compte', receipt: 'reçu', 'plan-agreement': 'échéancier à signer' },
    written: (paper: string, debtor: string, file: string) => `${paper}, ${debtor} : ${file}`,
    notWritten: (paper: string, what: string) => `${paper} : pas écrit, il manque ${what}`,
  },
  {
    papers: { statement: 'statement', receipt: 'receipt', 'plan-agreement': 'payment plan to sign' },
    written: (paper, debtor, file) => `${paper}, ${debtor}: ${file}`,
    notWritten: (paper, what) => `${paper}: not written, it lacks ${what}`,
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
    .addArgument(new Argument('<lettre>', 'statement, receipt ou plan-agreement').choices(PAPERS))
    .argument('<debiteur>', 'code, nom, CREANCIER/CODE ou facture')
    .requiredOption('--output <fichier>', 'fichier PDF à écrire')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance letter statement DURAND --output releve.pdf\n  quittance letter receipt F-2026-042 --output recu.pdf',
    )
    .action(async (kind: (typeof PAPERS)[number], about: string, _options, command: Command) => {
      const options = optionsOf<{ output: string }>(command)
      const { output } = options
      await using opened = await shell.open(options)
      const { desk } = opened
      const answer = await printPaperOf(desk, { kind, about })
      if ('lacks' in answer) throw new Misuse(answer.refused, whyNotWritten(kind, answer.lacks))
      const { pdf, ...printed } = accepted(answer)
      await writeOutput(output, pdf)
      const say = PHRASES[shell.language]
      print(shell, options, { output, ...printed }, ({ debtor }) =>
        say.written(say.papers[kind], debtor, output),
      )
    })
}

function whyNotWritten(kind: (typeof PAPERS)[number], lacks: readonly string[]): Phrase {
  const sentence = (language: Language) => {
    const say = PHRASES[language]
    return say.notWritten(say.papers[kind], missingText(lacks, language))
  }
  return { fr: sentence('fr'), en: sentence('en') }
}
