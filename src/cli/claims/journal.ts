import type { Command } from 'commander'
import { type CheckedJournals, checkJournals } from '../../app/reports/check-journals.ts'
import { type ListedChange, listChanges } from '../../app/reports/list-changes.ts'
import { COLON, counted, dateText, type Language, phrases } from '../../words/language.ts'
import { Discrepancy, optionsOf, print, type Shell, withDesk } from '../shell.ts'

const PHRASES = phrases(
  {
    none: 'Rien encore : ni créancier, ni réglage, ni texte, ni taux n’a été changé.',
    erased: (date: string) => `contenu effacé le ${date}`,
    verified: (journals: string, lines: string) => `${journals}, ${lines} : chaque empreinte est juste.`,
    erasedLines: (count: string) => `${count} : le contenu a été effacé, la chaîne tient.`,
    faults: {
      'missing-line': 'une ligne manque',
      'changed-line': 'la ligne n’est pas telle qu’elle fut écrite',
      'changed-entry': 'le contenu n’est pas tel qu’il fut écrit',
    },
    line: (position: number) => `ligne ${position}`,
    broken: 'un journal n’est pas tel qu’il fut écrit',
    organisation: 'journal de l’espace',
    journals: (count: number) => counted(count, 'journal', 'journaux', 'fr'),
    lines: (count: number) => counted(count, 'ligne', 'lignes', 'fr'),
    kinds: {
      creditor: 'créancier',
      'bank-data': 'données bancaires',
      setting: 'réglage',
      rate: 'taux',
      text: 'texte',
      sending: 'envois',
      letterhead: 'en-tête',
    } as Readonly<Record<string, string>>,
  },
  {
    none: 'Nothing yet: no creditor, setting, text or rate has been changed.',
    erased: date => `content erased on ${date}`,
    verified: (journals, lines) => `${journals}, ${lines}: every hash is right.`,
    erasedLines: count => `${count}: the content was erased, the chain holds.`,
    faults: {
      'missing-line': 'a line is missing',
      'changed-line': 'the line is not as it was written',
      'changed-entry': 'the content is not as it was written',
    },
    line: position => `line ${position}`,
    broken: 'a journal is not as it was written',
    organisation: "the organisation's journal",
    journals: count => counted(count, 'journal', 'journals', 'en'),
    lines: count => counted(count, 'line', 'lines', 'en'),
    kinds: {
      creditor: 'creditor',
      'bank-data': 'bank data',
      setting: 'setting',
      rate: 'rate',
      text: 'text',
      sending: 'sending',
      letterhead: 'letterhead',
    },
  },
)

export function addJournal(program: Command, shell: Shell): void {
  program
    .command('journal')
    .summary('qui a changé un réglage, un créancier, un texte ; contrôle des empreintes')
    .description(
      'Journal de l’espace : qui a changé un créancier, un réglage, un taux, un texte, un en-tête ou les envois, quand, de quoi à quoi. Celui des dossiers s’exporte par « export journal ».',
    )
    .option(
      '--verify',
      'suit les empreintes de tous les journaux, et nomme ce qui n’est pas tel qu’il fut écrit',
    )
    .addHelpText('after', '\nExemples :\n  quittance journal\n  quittance journal --verify')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ verify?: boolean }>(command)
      const { language } = shell
      if (!options.verify) {
        const { changes } = await withDesk(shell, options, listChanges)
        print(shell, options, { changes }, () => changesText(changes, language))
        return
      }
      const checked = await withDesk(shell, options, checkJournals)
      print(shell, options, checked, () => checkedText(checked, language))
      if (checked.faults.length > 0) throw new Discrepancy({ fr: PHRASES.fr.broken, en: PHRASES.en.broken })
    })
}

function changesText(changes: readonly ListedChange[], language: Language): string {
  const say = PHRASES[language]
  if (changes.length === 0) return say.none
  return changes
    .map(({ recordedAt, actor, kind, entry, erasedAt }) => {
      const at = `${dateText(recordedAt.slice(0, 10), language)} ${recordedAt.slice(11, 16)}`
      const what =
        entry === null ? say.erased(dateText((erasedAt ?? '').slice(0, 10), language)) : entryText(entry)
      return `${at}  ${actor}  ${say.kinds[kind] ?? kind}${COLON[language]}${what}`
    })
    .join('\n')
}

/** `name: from → to`, each change after the other; what has no such form is said as it is. */
function entryText(entry: object): string {
  return Object.entries(entry)
    .map(([name, value]) =>
      isChange(value) ? `${name} ${shown(value.from)} → ${shown(value.to)}` : nested(name, value),
    )
    .join(', ')
}

function nested(name: string, value: unknown): string {
  if (name === 'changes' && typeof value === 'object' && value !== null) return entryText(value)
  return `${name} ${shown(value)}`
}

function isChange(value: unknown): value is { from: unknown; to: unknown } {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value
}

function shown(value: unknown): string {
  if (value === null) return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function checkedText({ journals, lines, erased, faults }: CheckedJournals, language: Language): string {
  const say = PHRASES[language]
  const gone = erased.length === 0 ? [] : [say.erasedLines(say.lines(erased.length))]
  if (faults.length === 0) return [say.verified(say.journals(journals), say.lines(lines)), ...gone].join('\n')
  const named = (journal: string) => (journal === 'organisation' ? say.organisation : journal)
  return faults
    .map(
      ({ journal, position, fault }) =>
        `${named(journal)}, ${say.line(position)}${COLON[language]}${say.faults[fault]}`,
    )
    .join('\n')
}
