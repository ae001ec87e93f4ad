import type { Command } from 'commander'
import { resetTexts } from '../../app/texts/reset-texts.ts'
import { restoreText } from '../../app/texts/restore-text.ts'
import { setTexts, type TextsRefused, type TextsSet } from '../../app/texts/set-texts.ts'
import { type PastVersion, textHistory } from '../../app/texts/text-history.ts'
import { decodeText } from '../../formats/text-encoding.ts'
import { dateText, type Language, phrases } from '../../words/language.ts'
import { readFiles } from '../input-file.ts'
import { invalid, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'
import { type TextOptions, withTextOptions } from '../text-options.ts'
import { problemLine } from './text-problem.ts'

const PHRASES = phrases(
  {
    set: (name: string, version: number) => `${name} : version ${version}, en usage dès le prochain message`,
    checked: (name: string) => `${name} : rien à corriger`,
    unchanged: (name: string) => `${name} : déjà en usage, rien n’a changé`,
    dryRun: 'Essai : rien n’a été enregistré.',
    refused: 'rien n’a été enregistré',
    reset: (name: string) => `${name} : texte livré avec le programme`,
    restored: (name: string, version: number) => `${name} : reprise, sous le numéro de version ${version}`,
    noHistory: 'Aucune version : cette étape a les textes livrés avec le programme.',
    back: 'retour au texte livré',
  },
  {
    set: (name, version) => `${name}: version ${version}, in use from the next message on`,
    checked: name => `${name}: nothing to correct`,
    unchanged: name => `${name}: in use already, nothing has changed`,
    dryRun: 'Trial: nothing was recorded.',
    refused: 'nothing was recorded',
    reset: name => `${name}: the text of the program`,
    restored: (name, version) => `${name}: taken again, as version ${version}`,
    noHistory: 'No version: this step has the texts that come with the program.',
    back: 'back to the text of the program',
  },
)

/** Texts of one's own: put in use, taken back, looked up, taken again. */
export function addTextChanges(group: Command, shell: Shell): void {
  addSet(group, shell)
  addReset(group, shell)
  addHistory(group, shell)
  addRestore(group, shell)
}

function addSet(group: Command, shell: Shell): void {
  group
    .command('set')
    .summary('met vos textes en usage, après contrôle')
    .description(
      'Contrôle chaque fichier (lecture, variables, loi, exemple pour chaque genre de débiteur) et le met en usage. Une faute, et rien n’est pris ; chacune est dite avec sa ligne.',
    )
    .argument('<fichiers...>', 'tels que « text show » ou « text export » les donnent')
    .option('--dry-run', 'contrôle seulement')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance text set j7.md --dry-run\n  quittance text set mes-textes/j7.email.fr.md mes-textes/j7.email.en.md',
    )
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<{ dryRun?: boolean }>(command)
      const files = (await readFiles(names)).map(({ name, bytes }) => ({
        file: name,
        content: textOf(bytes),
      }))
      const done = await withDesk(shell, options, async desk => {
        const set = await setTexts(desk, { files, dryRun: options.dryRun ?? false })
        if ('refused' in set) throw refusedTexts(set)
        return set
      })
      print(shell, options, done, result => setLines(result, shell.language).join('\n'))
    })
}

/** In whatever encoding an editor saved it; what is no text at all is refused by its characters. */
function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes)
  return 'text' in decoded ? decoded.text : new TextDecoder().decode(bytes)
}

function refusedTexts({ refused, problems }: TextsRefused): Misuse {
  const sentence = (language: Language) =>
    [PHRASES[language].refused, ...problems.map(problem => `  ${problemLine(problem, language)}`)].join('\n')
  return new Misuse(refused, { fr: sentence('fr'), en: sentence('en') })
}

function setLines({ dryRun, texts, warnings }: TextsSet, language: Language): string[] {
  const say = PHRASES[language]
  return [
    ...texts.map(({ name, version, unchanged }) => {
      if (unchanged) return say.unchanged(name)
      return version === null ? say.checked(name) : say.set(name, version)
    }),
    ...warnings.map(problem => `  ${problemLine(problem, language)}`),
    ...(dryRun ? [say.dryRun] : []),
  ]
}

function addReset(group: Command, shell: Shell): void {
  withTextOptions(group.command('reset'))
    .summary('revient au texte livré')
    .description('Remet en usage les textes livrés d’une étape, ou ceux que les options désignent.')
    .argument('<etapes...>', 'par exemple j7')
    .addHelpText('after', '\nExemple :\n  quittance text reset j7 --channel email')
    .action(async (steps: string[], _options, command: Command) => {
      const options = optionsOf<TextOptions>(command)
      const only = {
        ...(options.channel && { medium: options.channel }),
        ...(options.textLanguage && { language: options.textLanguage }),
        ...(options.kind && { kind: options.kind }),
        ...(options.agency && { writer: 'agency' as const }),
      }
      const done = await withDesk(shell, options, desk => resetTexts(desk, { steps, only }))
      print(shell, options, done, ({ reset }) =>
        reset.map(name => PHRASES[shell.language].reset(name)).join('\n'),
      )
    })
}

function addHistory(group: Command, shell: Shell): void {
  group
    .command('history')
    .summary('versions des textes d’une étape')
    .description('Liste qui a changé les textes d’une étape, et quand ; --json donne leur contenu.')
    .argument('<etape>', 'par exemple j7')
    .addHelpText('after', '\nExemple :\n  quittance text history j7')
    .action(async (step: string, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const found = await withDesk(shell, options, desk => textHistory(desk, { step }))
      print(shell, options, found, ({ versions }) =>
        versions.length === 0
          ? PHRASES[shell.language].noHistory
          : table(
              versions.map(version => historyRow(version, shell.language)),
              [0],
            ),
      )
    })
}

function historyRow(version: PastVersion, language: Language): string[] {
  const date = dateText(version.writtenAt.slice(0, 10), language)
  const what = version.body === null ? PHRASES[language].back : firstWords(version.body)
  return [String(version.version), date, version.writtenBy, version.name, what]
}

/** Enough of a text to know it again. */
function firstWords(body: string): string {
  const words = body.replace(/\s+/g, ' ').trim()
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`
}

function addRestore(group: Command, shell: Shell): void {
  group
    .command('restore')
    .summary('reprend une version passée')
    .description('Remet en usage une version que « text history » liste ; elle reçoit un nouveau numéro.')
    .argument('<etape>', 'par exemple j7')
    .argument('<version>', 'son numéro', versionNumber)
    .addHelpText('after', '\nExemple :\n  quittance text restore j7 2')
    .action(async (step: string, version: number, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const done = await withDesk(shell, options, desk => restoreText(desk, { step, version }))
      print(shell, options, done, ({ name, version }) => PHRASES[shell.language].restored(name, version))
    })
}

function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw invalid({
      fr: `« ${text} » n’est pas un numéro de version`,
      en: `"${text}" is not a version number`,
    })
  return Number(text)
}
