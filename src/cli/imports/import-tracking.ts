import type { Command } from 'commander'
import { type ImportedTracking, importTracking } from '../../app/post/import-tracking.ts'
import { counted, type Language, phrases } from '../../words/language.ts'
import { newsText } from '../day/post.ts'
import { readFiles } from '../input-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { problemLine, type Told, toldProblem } from '../told-problem.ts'

const PHRASES = phrases(
  {
    counts: (count: number) => `${counted(count, 'lettre notée', 'lettres notées', 'fr')}`,
    dryRun: 'Essai seulement : rien n’a été écrit.',
  },
  {
    counts: count => `${counted(count, 'letter noted', 'letters noted', 'en')}`,
    dryRun: 'A trial only: nothing was written.',
  },
)

/** Numbers and statuses of posted letters, from a file. */
export function addImportTracking(group: Command, shell: Shell): void {
  group
    .command('tracking')
    .summary('numéros de suivi et statuts de lettres postées')
    .description(
      'Lit un CSV de suivi : « action » (12-3) ou « numéro de suivi », « date », « statut » (postée, présentée, reçue, refusée, non réclamée, adresse incorrecte, retournée ; postée si rien). Une ligne fautive est nommée, les autres sont prises.',
    )
    .argument('<fichier>', 'fichier CSV')
    .option('--dry-run', 'montre ce qui changerait, sans rien écrire')
    .addHelpText('after', '\nExemple :\n  quittance import tracking suivi.csv')
    .action(async (name: string, _options, command: Command) => {
      const options = optionsOf<{ dryRun?: boolean }>(command)
      const dryRun = options.dryRun ?? false
      const [file = { name, bytes: new Uint8Array() }] = await readFiles([name])
      const done = await withDesk(shell, options, desk => importTracking(desk, { file, dryRun }))
      const problems = done.problems.map(problem => toldProblem(problem, shell.language))
      print(shell, options, { ...done, problems }, answer => trackingText(answer, dryRun, shell.language))
    })
}

function trackingText(
  { file, letters, problems }: Told<ImportedTracking>,
  dryRun: boolean,
  language: Language,
): string {
  const say = PHRASES[language]
  return [
    ...letters.map(letter => newsText(letter, language)),
    ...problems.map(problem => problemLine(file, problem, language)),
    say.counts(letters.filter(({ noted }) => noted === 'new').length),
    ...(dryRun ? [say.dryRun] : []),
  ].join('\n')
}
