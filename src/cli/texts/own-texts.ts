import { mkdir } from 'node:fs/promises'
import type { Command } from 'commander'
import { exportTexts } from '../../app/texts/export-texts.ts'
import { type ListedText, listTexts } from '../../app/texts/list-texts.ts'
import { type ListedVariable, listVariables } from '../../app/texts/list-variables.ts'
import { showText } from '../../app/texts/show-text.ts'
import { dateText, type Language, phrases } from '../../words/language.ts'
import { TEXT_MEDIA } from '../../words/text-problems.ts'
import { DEBTOR_KINDS } from '../../words/words.ts'
import { writeNew } from '../output-file.ts'
import { optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'
import { type TextOptions, withTextOptions } from '../text-options.ts'
import { addTextChanges } from './own-texts-change.ts'

const PHRASES = phrases(
  {
    any: 'tous',
    shipped: 'texte livré',
    own: (version: number, who: string, date: string) => `version ${version}, ${who}, ${date}`,
    ofAgency: 'agence',
    shown: (file: string) => `Écrit dans ${file}. Modifiez-le, puis : quittance text set ${file}`,
    written: (count: number, folder: string) =>
      `${count} textes écrits dans ${folder}. Modifiez-en un, puis : quittance text set FICHIER`,
    types: {
      text: 'texte',
      amount: 'montant',
      date: 'date',
      number: 'nombre',
      'yes-no': 'oui ou non',
      block: 'bloc',
    },
    optional: 'pas toujours',
  },
  {
    any: 'any',
    shipped: 'comes with the program',
    own: (version, who, date) => `version ${version}, ${who}, ${date}`,
    ofAgency: 'agency',
    shown: file => `Written to ${file}. Edit it, then: quittance text set ${file}`,
    written: (count, folder) =>
      `${count} texts written to ${folder}. Edit one, then: quittance text set FILE`,
    types: {
      text: 'text',
      amount: 'amount',
      date: 'date',
      number: 'number',
      'yes-no': 'yes or no',
      block: 'block',
    },
    optional: 'not always',
  },
)

/** The texts of messages: read them, and put one's own in their place. */
export function addOwnTexts(program: Command, shell: Shell): void {
  const group = program
    .command('text')
    .summary('textes des relances : les lire, les changer')
    .description(
      'Montre le texte de chaque étape et met le vôtre à sa place : « text show » le donne, vous le modifiez, « text set » le contrôle et le prend.',
    )
    .addHelpText(
      'after',
      '\nExemples :\n  quittance text list\n  quittance text show j7 --output j7.md\n  quittance text set j7.md\n  quittance text reset j7',
    )
  addList(group, shell)
  addShow(group, shell)
  addExport(group, shell)
  addVariables(group, shell)
  addTextChanges(group, shell)
}

function addList(group: Command, shell: Shell): void {
  group
    .command('list')
    .summary('tous les textes, et ceux que vous avez changés')
    .description('Liste les textes en usage, dans l’ordre des étapes.')
    .option('--scenario <scenario>', 'seulement ceux d’un scénario, par exemple amiable-b2b')
    .addHelpText('after', '\nExemple :\n  quittance text list --scenario amiable-b2b')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ scenario?: string }>(command)
      const scenario = options.scenario ?? null
      const listed = await withDesk(shell, options, desk => listTexts(desk, { scenario }))
      print(shell, options, listed, ({ texts }) => table(texts.map(text => listRow(text, shell.language))))
    })
}

function listRow(text: ListedText, language: Language): string[] {
  const say = PHRASES[language]
  const { step, writer, medium, kind, version, writtenBy, writtenAt } = text
  return [
    writer === 'agency' ? `${step} (${say.ofAgency})` : step,
    TEXT_MEDIA[medium][language],
    text.language,
    kind === 'any' ? say.any : DEBTOR_KINDS[kind][language],
    version === null || writtenBy === null || writtenAt === null
      ? say.shipped
      : say.own(version, writtenBy, dateText(writtenAt.slice(0, 10), language)),
  ]
}

function addShow(group: Command, shell: Shell): void {
  withTextOptions(group.command('show'))
    .summary('un texte, prêt à modifier')
    .description(
      'Montre le texte en usage pour une étape, avec son en-tête. Sans --channel, celui du premier canal ; sans --text-language, dans la langue des réponses.',
    )
    .argument('<etape>', 'par exemple j7')
    .option('--output <fichier>', 'l’écrit dans ce fichier, qui ne doit pas exister')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance text show j7 --output j7.md\n  quittance text show j11 --channel sms\n  quittance text show j40 --text-language en',
    )
    .action(async (step: string, _options, command: Command) => {
      const options = optionsOf<TextOptions & { output?: string }>(command)
      const shown = await withDesk(shell, options, desk =>
        showText(desk, {
          writer: options.agency ? 'agency' : 'creditor',
          step,
          medium: options.channel ?? null,
          language: options.textLanguage ?? shell.language,
          kind: options.kind ?? 'any',
        }),
      )
      const { output } = options
      if (output) await writeNew([{ name: output, content: shown.file }])
      print(shell, options, shown, ({ file }) =>
        output ? PHRASES[shell.language].shown(output) : file.trimEnd(),
      )
    })
}

function addExport(group: Command, shell: Shell): void {
  group
    .command('export')
    .summary('tous les textes en fichiers')
    .description('Écrit chaque texte en usage dans un fichier .md du dossier ; aucun fichier n’est écrasé.')
    .argument('<dossier>', 'créé s’il n’existe pas')
    .addHelpText('after', '\nExemple :\n  quittance text export mes-textes')
    .action(async (folder: string, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const { texts } = await withDesk(shell, options, exportTexts)
      const files = texts.map(({ name, file }) => ({ name: `${folder}/${name}.md`, content: file }))
      await mkdir(folder, { recursive: true }).catch(() => undefined)
      await writeNew(files)
      const written = { files: files.map(({ name }) => name) }
      print(shell, options, written, () => PHRASES[shell.language].written(files.length, folder))
    })
}

function addVariables(group: Command, shell: Shell): void {
  group
    .command('variables')
    .summary('ce qu’un texte peut nommer')
    .description('Liste les variables : type, sens, exemple. « pas toujours » : à encadrer d’un {% if %}.')
    .addHelpText('after', '\nExemple :\n  quittance text variables')
    .action((_options, command: Command) => {
      const options = optionsOf<object>(command)
      print(shell, options, listVariables(shell.language), ({ variables }) =>
        table(variables.map(variable => variableRow(variable, shell.language))),
      )
    })
}

function variableRow(
  { name, type, optional, meaning, example }: ListedVariable,
  language: Language,
): string[] {
  const say = PHRASES[language]
  return [name, say.types[type], optional ? say.optional : '', example ? `${meaning} (${example})` : meaning]
}
