/** What a person does with a message: accept or refuse what it suggests, read it, say whose it is. */
import type { Command } from 'commander'
import { assignMessage } from '../../app/inbox/assign-message.ts'
import { type DecidedSuggestion, decideSuggestion } from '../../app/inbox/decide-suggestion.ts'
import { type ReadAnswer, readInbound } from '../../app/inbox/read-message.ts'
import type { Correction } from '../../app/inbox/suggested-change.ts'
import type { Day } from '../../domain/date.ts'
import type { Cents } from '../../domain/money.ts'
import { SUGGESTION_STATES } from '../../words/inbox-words.ts'
import { COLON, dateText, type Language, phrases } from '../../words/language.ts'
import { SUGGESTIONS } from '../../words/reply-words.ts'
import { messageNumber } from '../message-number.ts'
import { amountOption, dateOption, invalid, optionsOf, print, type Shell, withDesk } from '../shell.ts'

type AcceptOptions = {
  by?: Day
  amount?: Cents
  item?: string[]
  count?: number
  reason?: string
  email?: string
  name?: string
  phone?: string
}

const PHRASES = phrases(
  {
    nextLook: (date: string) => `prochain examen le ${date}`,
    isRead: 'message lu',
    read: (a: ReadAnswer) => `${a.id}${a.case ? ` (${a.case})` : ''} : ${a.read ? 'lu' : 'à lire'}`,
    assigned: (id: string, name: string) => `${id} : rattaché à ${name}`,
  },
  {
    nextLook: date => `next look on ${date}`,
    isRead: 'message read',
    read: a => `${a.id}${a.case ? ` (${a.case})` : ''}: ${a.read ? 'read' : 'to read'}`,
    assigned: (id, name) => `${id}: assigned to ${name}`,
  },
)

export function addInboxDecisions(inbox: Command, shell: Shell): void {
  const { language } = shell
  addAccept(inbox, shell)
  inbox
    .command('refuse')
    .summary('refuse une proposition')
    .argument('<message>', 'M-12', messageNumber)
    .argument('[n]', 'numéro de la proposition, quand plusieurs attendent', place)
    .addHelpText('after', '\nExemple :\n  quittance inbox refuse M-12 1')
    .action(async (number: number, n: number | undefined, _options, command: Command) =>
      decide(shell, command, number, n, null),
    )
  addReading(inbox, shell, 'done', true, 'dit le message lu : la suspension de son dossier finit')
  addReading(
    inbox,
    shell,
    'reopen',
    false,
    'le remet parmi les messages à lire : son dossier attend de nouveau',
  )
  inbox
    .command('assign')
    .summary('rattache un message à un dossier')
    .description(
      'Rattache un message au dossier dit ; il y prend effet comme s’il y était arrivé de lui-même.',
    )
    .argument('<message>', 'M-12', messageNumber)
    .argument('<debiteur>', 'code, nom, CREANCIER/CODE ou facture')
    .addHelpText('after', '\nExemple :\n  quittance inbox assign M-12 DURAND')
    .action(async (number: number, debtor: string, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const input = { number, debtor }
      const done = await withDesk(shell, options, desk => assignMessage(desk, input))
      print(shell, options, done, result => PHRASES[language].assigned(result.id, result.case))
    })
}

function addAccept(inbox: Command, shell: Shell): void {
  inbox
    .command('accept')
    .summary('accepte une proposition, telle quelle ou changée')
    .description(
      'Enregistre dans le dossier ce que la proposition dit : promesse, litige, échéancier, pause, interlocuteur… avec les mots cités.',
    )
    .argument('<message>', 'M-12', messageNumber)
    .argument('[n]', 'numéro de la proposition, quand plusieurs attendent', place)
    .option(
      '--by <date>',
      'le jour dit : règlement promis, fin de pause, première échéance ou jugement',
      dateOption,
    )
    .option('--amount <montant>', 'somme promise, contestée, ou de chaque échéance', amountOption)
    .option('--item <facture...>', 'factures concernées')
    .option('--count <n>', 'nombre d’échéances accordées', place)
    .option('--reason <motif>', 'motif du litige')
    .option('--email <adresse>', 'nouvelle adresse de l’interlocuteur')
    .option('--name <nom>', 'son nom')
    .option('--phone <numero>', 'son téléphone')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance inbox accept M-12\n  quittance inbox accept M-12 1 --by 2026-12-05 --amount 400.00\n  quittance inbox accept M-13 --item F-1 --reason "prix trop haut"',
    )
    .action(async (number: number, n: number | undefined, _options, command: Command) => {
      const { by, amount, item, count, reason, email, name, phone } = optionsOf<AcceptOptions>(command)
      const said = { day: by, amountCents: amount, items: item, count, reason, email, name, phone }
      await decide(shell, command, number, n, said)
    })
}

async function decide(
  shell: Shell,
  command: Command,
  number: number,
  n: number | undefined,
  said: Correction | null,
): Promise<void> {
  const options = optionsOf<object>(command)
  const input = { number, place: n ?? null, said }
  const done = await withDesk(shell, options, desk => decideSuggestion(desk, input))
  print(shell, options, done, result => decidedText(result, shell.language))
}

function decidedText(decided: DecidedSuggestion, language: Language): string {
  const { id, suggestion, kind, state, recorded, nextLookOn, read } = decided
  const say = PHRASES[language]
  return [
    `${id}, ${suggestion} (${decided.case})${COLON[language]}${SUGGESTIONS[kind][language]}, ${SUGGESTION_STATES[state][language]}`,
    ...recorded.map(text => `  ${text}`),
    `  ${[read ? say.isRead : '', nextLookOn ? say.nextLook(dateText(nextLookOn, language)) : ''].filter(Boolean).join(', ')}`,
  ]
    .filter(line => line.trim() !== '')
    .join('\n')
}

function addReading(
  inbox: Command,
  shell: Shell,
  name: 'done' | 'reopen',
  isRead: boolean,
  summary: string,
): void {
  inbox
    .command(name)
    .summary(summary)
    .argument('<message>', 'M-12', messageNumber)
    .addHelpText('after', `\nExemple :\n  quittance inbox ${name} M-12`)
    .action(async (number: number, _options, command: Command) => {
      const options = optionsOf<object>(command)
      const input = { number, isRead }
      const done = await withDesk(shell, options, desk => readInbound(desk, input))
      print(shell, options, done, PHRASES[shell.language].read)
    })
}

function place(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw invalid({ fr: 'un nombre de 1 à 999 est attendu', en: 'a number from 1 to 999 is expected' })
  return Number(text)
}
