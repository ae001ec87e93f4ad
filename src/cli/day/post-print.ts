import type { Command } from 'commander'
import { type LetterOfTheDay, type LettersOfTheDay, printLetters } from '../../app/post/print-letters.ts'
import { amountText, counted, type Language, phrases } from '../../words/language.ts'
import { missingText } from '../../words/missing.ts'
import { STAGES } from '../../words/words.ts'
import { writeOutput } from '../output-file.ts'
import { type WithDetail, withDetail } from '../refusals.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

type LeftOut = WithDetail<LettersOfTheDay['leftOut'][number]>

const PHRASES = phrases(
  {
    registered: 'recommandé avec AR',
    printed: (count: number, file: string) =>
      `${counted(count, 'lettre', 'lettres', 'fr')} dans ${file}, la liste en tête`,
    none: 'Aucune lettre à poster.',
    leftOut: (r: LeftOut) => `${r.id} ${r.debtor} (${r.case}) : laissée de côté, ${whyLeftOut(r, 'fr')}`,
    tick: 'Une fois postées : quittance post tick N° [--tracking NUMÉRO]',
  },
  {
    registered: 'registered, with receipt',
    printed: (count, file) => `${counted(count, 'letter', 'letters', 'en')} in ${file}, the list first`,
    none: 'No letter to post.',
    leftOut: r => `${r.id} ${r.debtor} (${r.case}): left out, ${whyLeftOut(r, 'en')}`,
    tick: 'Once posted: quittance post tick N° [--tracking NUMBER]',
  },
)

/** The letters of the day as one PDF. */
export function addPrint(group: Command, shell: Shell): void {
  const { language } = shell
  const say = PHRASES[language]
  group
    .command('print')
    .summary('le courrier du jour en un PDF, la liste à cocher en tête')
    .description(
      'Écrit en un seul PDF les lettres à poster, précédées de leur liste : case à cocher et place pour le numéro de suivi. Une lettre incomplète est laissée de côté et nommée.',
    )
    .requiredOption('--output <fichier>', 'fichier PDF à écrire')
    .addHelpText('after', '\nExemple :\n  quittance post print --output courrier.pdf')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ output: string }>(command)
      const done = await withDesk(shell, options, desk => printLetters(desk, { language }))
      const { letters, pdf } = done
      const leftOut = done.leftOut.map(letter => withDetail(letter, language))
      if (pdf !== null) await writeOutput(options.output, pdf)
      const answer = {
        date: done.date,
        output: pdf === null ? null : options.output,
        letters,
        leftOut,
      }
      print(shell, options, answer, () =>
        [
          ...(letters.length === 0 ? [say.none] : [say.printed(letters.length, options.output)]),
          ...(letters.length === 0
            ? []
            : [
                table(
                  letters.map(letter => letterCells(letter, language)),
                  [4],
                ),
              ]),
          ...leftOut.map(letter => leftOutText(letter, language)),
          ...(letters.length === 0 ? [] : [say.tick]),
        ].join('\n'),
      )
    })
}

function letterCells(letter: LetterOfTheDay, language: Language): string[] {
  return [
    letter.id,
    letter.debtor,
    STAGES[letter.stage][language],
    letter.registered ? PHRASES[language].registered : '',
    amountText(letter.amountCents, letter.currency, language),
    letter.address,
  ]
}

/** Why a letter was left out. */
export function leftOutText(letter: LeftOut, language: Language): string {
  return PHRASES[language].leftOut(letter)
}

/** What no name of a missing piece says. */
const SAID_WHOLE = ['items', 'unprintable', 'lawful-wording']

/** By the name of what it lacks; a letter that lacks nothing has a sentence of its own. */
function whyLeftOut({ lacks, detail }: LeftOut, language: Language): string {
  if (lacks.some(name => SAID_WHOLE.includes(name))) return detail
  const missing = missingText(lacks, language)
  return language === 'fr' ? `il manque ${missing}` : `it lacks ${missing}`
}
