import { type Command, Help } from 'commander'
import type { Language } from '../../words/language.ts'
import type { Shell } from '../shell.ts'
import { HELP_IN_ENGLISH, VALUES_IN_ENGLISH } from './help/help.ts'

/** Help is written in French beside each command; in English every sentence and every name of a value is looked up. */
export function sayHelp(command: Command, shell: Shell): void {
  const { language } = shell
  command
    .exitOverride()
    .helpOption('-h, --help', said(SHOWS_HELP, language))
    .description(said(command.description(), language))
    .configureHelp(wordsOf(language))
    .configureOutput({ writeOut: text => shell.out(examples(text, language).trimEnd()), writeErr: () => {} })
  if (command.commands.length > 0)
    command.helpCommand(valuesIn(HELP_COMMAND, language), said(HELP_OF_A_COMMAND, language))
  const summary = command.summary()
  if (summary !== '') command.summary(said(summary, language))
  for (const option of command.options) option.description = said(option.description, language)
  for (const argument of command.registeredArguments)
    argument.description = said(argument.description, language)
  for (const child of command.commands) sayHelp(child, shell)
}

const HELP_COMMAND = 'help [commande]'
const SHOWS_HELP = 'affiche cette aide'
const HELP_OF_A_COMMAND = 'aide d’une commande'

/** Every sentence of help, as it stands in French. */
export function helpSentences(command: Command): string[] {
  return [
    SHOWS_HELP,
    HELP_OF_A_COMMAND,
    command.description(),
    command.summary(),
    ...command.options.map(({ description }) => description),
    ...command.registeredArguments.map(({ description }) => description),
    ...command.commands.flatMap(helpSentences),
  ].filter(sentence => sentence !== '')
}

/** Every name under which a value is asked for: `fichier` of `--output <fichier>`. */
export function namesOfValues(command: Command): string[] {
  const terms = [
    ...command.options.map(({ flags }) => flags),
    ...command.registeredArguments.map(argument => `<${argument.name()}>`),
    HELP_COMMAND,
  ]
  const names = terms.flatMap(term => [...term.matchAll(NAME_OF_VALUE)].map(([name]) => name))
  return [...names, ...command.commands.flatMap(namesOfValues)]
}

const NAME_OF_VALUE = /(?<=[<[|=])[\p{L}-]+/gu

function valuesIn(term: string, language: Language): string {
  return language === 'fr' ? term : term.replace(NAME_OF_VALUE, name => VALUES_IN_ENGLISH[name] ?? name)
}

function said(french: string, language: Language): string {
  return language === 'fr' ? french : (HELP_IN_ENGLISH[french] ?? french)
}

const plain = new Help()

/** Titles, and what commander adds to a description; in English also the names of values, which are French words. */
function wordsOf(language: Language): Partial<Help> {
  const shown = { showGlobalOptions: true }
  if (language === 'fr') {
    const describe = (text: string) =>
      ADDED.reduce((whole, [english, french]) => whole.replace(english, french), text)
    return {
      ...shown,
      styleTitle: title => TITLES[title] ?? title,
      styleOptionDescription: describe,
      styleArgumentDescription: describe,
      commandUsage: command => plain.commandUsage(command).replace('[command]', '[commande]'),
    }
  }
  return {
    ...shown,
    commandUsage: command => valuesIn(plain.commandUsage(command), language),
    optionTerm: option => valuesIn(plain.optionTerm(option), language),
    subcommandTerm: command => valuesIn(plain.subcommandTerm(command), language),
    argumentTerm: argument => valuesIn(`<${argument.name()}>`, language).slice(1, -1),
  }
}

function examples(text: string, language: Language): string {
  return language === 'fr' ? text : text.replace(/^Exemple(s?) :$/gm, 'Example$1:')
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Arguments:': 'Arguments :',
  'Global Options:': 'Options communes :',
}

const ADDED = [
  ['(choices: ', '(au choix : '],
  ['(default: ', '(par défaut : '],
  [', default: ', ' ; par défaut : '],
] as const
