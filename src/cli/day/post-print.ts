import type { Command } from 'commander'
import { type LetterOfTheDay, type LettersOfTheDay, printLetters } from '../../app/post/print-letters.ts'
import type { SheetLetter, SheetWords } from '../../formats/out/posting-sheet.ts'
import { amountText, counted, dateText, type Language, phrases } from '../../words/language.ts'
import { missingText } from '../../words/missing.ts'
import { STAGES } from '../../words/words.ts'
import { writeOutput } from '../output-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

type LeftOut = LettersOfTheDay['leftOut'][number]

type Headings = SheetWords['headings']

const PHRASES = phrases(
  {
    title: (date: string) => `Courrier à poster le ${date}`,
    headings: ['N°', 'Débiteur et adresse', 'Lettre', 'Numéro de suivi'] as Headings,
    page: (n: number, of: number) => `Liste, page ${n} sur ${of}`,
    registered: 'recommandé avec AR',
    printed: (count: number, file: string) =>
      `${counted(count, 'lettre', 'lettres', 'fr')} dans ${file}, la liste en tête`,
    none: 'Aucune lettre à poster.',
    leftOut: (r: LeftOut) => `${r.id} ${r.debtor} (${r.case}) : laissée de côté, ${whyLeftOut(r, 'fr')}`,
    tick: 'Une fois postées : quittance post tick N° [--tracking NUMÉRO]',
  },
  {
    title: date => `Letters to post on ${date}`,
    headings: ['No.', 'Debtor and address', 'Letter', 'Tracking number'],
    page: (n, of) => `List, page ${n} of ${of}`,
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
      const done = await withDesk(shell, options, desk => printLetters(desk))
      const { letters, leftOut } = done
      if (letters.length > 0) await writeOutput(options.output, await bound(done, language))
      const answer = {
        date: done.date,
        output: letters.length > 0 ? options.output : null,
        letters: letters.map(({ pdf: _, ...told }) => told),
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

async function bound({ letters, date }: LettersOfTheDay, language: Language): Promise<Uint8Array> {
  const { title, headings, page, registered } = PHRASES[language]
  const sheets: SheetLetter[] = letters.map(letter => ({
    number: letter.id,
    debtor: letter.debtor,
    address: letter.address,
    kind: STAGES[letter.stage][language],
    registered: letter.registered ? registered : '',
    pdf: letter.pdf,
  }))
  // Loaded where letters are bound alone: the other commands start sooner.
  const { bindLetters } = await import('../../formats/out/posting-sheet.ts')
  return bindLetters(sheets, { title: title(dateText(date, language)), headings, page }, date)
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

/** By the name of what it lacks; a letter that lacks nothing has a sentence of its own. */
function whyLeftOut({ lacks, detail }: LeftOut, language: Language): string {
  if (lacks.includes('items') || lacks.includes('unprintable')) return detail
  const missing = missingText(lacks, language)
  return language === 'fr' ? `il manque ${missing}` : `it lacks ${missing}`
}
