import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { showLeftMessage } from '../../app/delivery/show-left-message.ts'
import {
  type CheckedTexts,
  checkShippedTexts,
  checkTexts,
  type TextUse,
} from '../../app/messages/check-text.ts'
import { type ShownMessage, showMessage } from '../../app/messages/show-message.ts'
import { printAction } from '../../app/post/print-letter.ts'
import { findingText } from '../../words/findings.ts'
import { counted, type Language, phrases } from '../../words/language.ts'
import { writeOutput } from '../output-file.ts'
import { Discrepancy, type GlobalOptions, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'

type CheckOptions = {
  all?: boolean
  debtor: TextUse['kind']
  stage: TextUse['stage']
  channel: TextUse['channel']
  textLanguage: TextUse['language']
  agency?: 'first-letter' | 'later'
}

const PHRASES = phrases(
  {
    warnings: 'À relire',
    unreadable: (why: string) => `illisible : ${why}`,
    error: 'interdit',
    warning: 'à relire',
    clean: (texts: string) => `${texts} : rien à redire.`,
    text: 'texte',
    texts: 'textes',
    written: (file: string) => `e-mail dans ${file}`,
    printed: (debtor: string, step: string, file: string) => `lettre ${step}, ${debtor} : ${file}`,
    faults: (errors: number, warnings: number) => `${errors} à corriger, ${warnings} à relire.`,
  },
  {
    warnings: 'To read again',
    unreadable: why => `cannot be read: ${why}`,
    error: 'forbidden',
    warning: 'read again',
    clean: texts => `${texts}: nothing to say.`,
    text: 'text',
    texts: 'texts',
    written: file => `e-mail in ${file}`,
    printed: (debtor, step, file) => `letter ${step}, ${debtor}: ${file}`,
    faults: (errors, warnings) => `${errors} to correct, ${warnings} to read again.`,
  },
)

/** What messages say: the text of an action, and the guard over texts. */
export function addTexts(program: Command, shell: Shell): void {
  program
    .command('message')
    .summary('texte d’une action : lettre à poster, script d’appel, e-mail')
    .description(
      'Montre ce qu’une action dit, tel qu’elle partirait ce jour ; refuse en la nommant une pièce manquante. --eml rend l’e-mail parti, octet pour octet.',
    )
    .argument('<numero>', 'numéro de l’action, comme « quittance actions » le donne')
    .option('--pdf <fichier>', 'écrit la lettre en PDF dans ce fichier')
    .option('--eml', 'l’e-mail tel qu’il a été remis au serveur de messagerie')
    .option('--output <fichier>', 'avec --eml : fichier à écrire')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance message 12-3\n  quittance message 12-3 --pdf lettre.pdf\n  quittance message 12-3 --eml --output relance.eml',
    )
    .action(async (id: string, _options, command: Command) => {
      const options = optionsOf<{ pdf?: string; eml?: boolean; output?: string }>(command)
      if (options.eml) return printEml(id, options, shell)
      if (options.pdf !== undefined) return await printLetter(shell, options, { id }, options.pdf)
      const shown = await withDesk(shell, options, desk => showMessage(desk, { id }))
      print(shell, options, shown, message => messageText(message, shell.language))
    })
  program
    .command('check-text')
    .summary('relit des textes à la lumière de la loi')
    .description(
      'Relit les textes livrés (--all) ou vos fichiers : frais interdits, menaces impossibles, confusion avec la justice, mentions obligatoires. Sortie 1 s’il faut corriger.',
    )
    .argument('[fichiers...]', 'texte en Liquid et Markdown ; première ligne « Objet : … » si besoin')
    .option('--all', 'tous les textes livrés')
    .addOption(
      new Option('--debtor <genre>', 'à qui')
        .choices(['business', 'consumer', 'public-body'])
        .default('business'),
    )
    .addOption(
      new Option('--stage <phase>', 'à quelle phase')
        .choices(['preventive', 'level-1', 'level-2', 'level-3', 'formal-notice', 'litigation'])
        .default('level-1'),
    )
    .addOption(
      new Option('--channel <canal>', 'par quel canal')
        .choices(['email', 'sms', 'call', 'letter', 'registered-letter', 'task'])
        .default('email'),
    )
    .addOption(new Option('--text-language <langue>', 'langue du texte').choices(['fr', 'en']).default('fr'))
    .addOption(
      new Option('--agency <rang>', 'texte d’une société de recouvrement').choices(['first-letter', 'later']),
    )
    .addHelpText(
      'after',
      '\nExemples :\n  quittance check-text --all\n  quittance check-text relance.txt --debtor consumer --stage level-2',
    )
    .action(async (names: string[], _options, command: Command) => {
      const options = optionsOf<CheckOptions>(command)
      const checked = await check(names, options, shell)
      print(shell, options, checked, result => checkedText(result, shell.language))
      if (checked.errors > 0) throw new Discrepancy(faultsOf(checked))
    })
}

/** As text its last line break is the one that printing adds: the bytes are those that left. */
async function printEml(
  id: string,
  options: GlobalOptions & { output?: string },
  shell: Shell,
): Promise<void> {
  const { content, ...left } = await withDesk(shell, options, desk => showLeftMessage(desk, { id }))
  const { output } = options
  if (output !== undefined) await writeOutput(output, content)
  const text = new TextDecoder().decode(content)
  print(shell, options, output === undefined ? { ...left, eml: text } : { ...left, output }, () =>
    output === undefined ? text.replace(/\n$/, '') : PHRASES[shell.language].written(output),
  )
}

async function printLetter(
  shell: Shell,
  options: GlobalOptions,
  asked: { id: string },
  output: string,
): Promise<void> {
  const { pdf, ...printed } = await withDesk(shell, options, desk => printAction(desk, asked))
  await writeOutput(output, pdf)
  print(shell, options, { output, ...printed }, ({ debtor, step }) =>
    PHRASES[shell.language].printed(debtor, step, output),
  )
}

async function check(
  names: readonly string[],
  options: CheckOptions & { date?: ReturnType<Shell['today']> },
  shell: Shell,
): Promise<CheckedTexts> {
  const today = options.date ?? shell.today()
  if (options.all === true && names.length === 0) return checkShippedTexts(shell.country, today)
  if (options.all === true || names.length === 0) {
    throw new Misuse('wrong-use', {
      fr: 'quels textes ? donnez des fichiers, ou --all pour ceux livrés',
      en: 'which texts? give files, or --all for those that come with the product',
    })
  }
  const files = await Promise.all(names.map(readText))
  const { debtor: kind, stage, channel, textLanguage: language } = options
  const use = { kind, stage, channel, language, agency: options.agency ?? null }
  return checkTexts(files, use, shell.country, today)
}

async function readText(name: string): Promise<{ name: string; text: string }> {
  try {
    return { name, text: await readFile(name, 'utf8') }
  } catch {
    throw new Misuse('unreadable-file', {
      fr: `${name} : fichier introuvable ou illisible`,
      en: `${name}: file not found, or it cannot be read`,
    })
  }
}

function messageText({ subject, text, warnings }: ShownMessage, language: Language): string {
  const say = PHRASES[language]
  const notes = warnings.map(finding => `  ${findingText(finding, language)}`)
  const after = notes.length > 0 ? ['', say.warnings, ...notes] : []
  return [...(subject === '' ? [] : [subject, '']), text.trimEnd(), ...after].join('\n')
}

function checkedText(checked: CheckedTexts, language: Language): string {
  const say = PHRASES[language]
  const lines = checked.texts.flatMap(({ name, findings, unreadable }) => [
    ...(unreadable === null ? [] : [`${name} — ${say.unreadable(unreadable)}`]),
    ...findings.map(finding => `${name} — ${say[finding.severity]} — ${findingText(finding, language)}`),
  ])
  if (lines.length > 0) return lines.join('\n')
  return say.clean(counted(checked.texts.length, say.text, say.texts, language))
}

function faultsOf({ errors, warnings }: CheckedTexts) {
  return { fr: PHRASES.fr.faults(errors, warnings), en: PHRASES.en.faults(errors, warnings) }
}
