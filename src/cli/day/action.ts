import { Argument, type Command, Option } from 'commander'
import { ACTION_VERBS, type ActionVerb, actOnAction } from '../../app/day/act-on-action.ts'
import { type ReportedCall, reportCall } from '../../app/day/report-call.ts'
import { tickLetters } from '../../app/post/tick-letters.ts'
import type { CallOutcome, NonPaymentCause } from '../../domain/case/call.ts'
import type { Day } from '../../domain/date.ts'
import type { Cents } from '../../domain/money.ts'
import { CALL_OUTCOMES, CAUSES } from '../../words/contact-words.ts'
import { COLON, dateText, phrases } from '../../words/language.ts'
import { STATUSES } from '../../words/words.ts'
import { amountOption, dateOption, Misuse, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { newsText } from './post.ts'

type ActionOptions = {
  outcome?: CallOutcome
  cause?: NonPaymentCause
  amount?: Cents
  by?: Day
  next?: Day
  item?: string[]
  note?: string
  reason?: string
  tracking?: string
}

const PHRASES = phrases({ nextOn: (date: string) => `le ${date}` }, { nextOn: date => `on ${date}` })

/** The words of a closed list, for the help: `reached (joint), message-left (message laissé)…` */
const listed = (words: Readonly<Record<string, { fr: string }>>) =>
  Object.entries(words)
    .map(([code, { fr }]) => `${code} (${fr})`)
    .join(', ')

export function addAction(program: Command, shell: Shell): void {
  program
    .command('action')
    .summary('agit sur une ligne de la liste')
    .description(
      `Note ce qu’une personne fait d’une action : faite, sautée, confirmée, approuvée ou refusée.\n\nIssues d’un appel : ${listed(CALL_OUTCOMES)}.\n\nMotifs : ${listed(CAUSES)}.`,
    )
    .argument('<id>', 'identifiant donné par « actions », par exemple 12-3')
    .addArgument(new Argument('<verbe>').choices([...ACTION_VERBS]))
    .addOption(new Option('--outcome <issue>', 'issue de l’appel').choices(Object.keys(CALL_OUTCOMES)))
    .addOption(
      new Option('--cause <motif>', 'motif de non-paiement, tel que le débiteur le dit').choices(
        Object.keys(CAUSES),
      ),
    )
    .option(
      '--amount <montant>',
      'montant promis ou contesté (sinon tout ce que l’appel demande)',
      amountOption,
    )
    .option('--by <date>', 'date promise', dateOption)
    .option('--item <facture...>', 'factures promises ou contestées (sinon celles de l’appel)')
    .option('--next <date>', 'jour où rappeler', dateOption)
    .option('--tracking <numero>', 'numéro de suivi d’une lettre postée')
    .option('--note <texte>', 'mots libres, pour le journal')
    .option('--reason <motif>', 'motif d’un refus ou d’une étape sautée, pour le journal')
    .addHelpText(
      'after',
      [
        '\nExemples :',
        '  quittance action 12-3 done --outcome promise --amount 450 --by 2026-12-04 --cause administrative',
        '  quittance action 12-3 done --outcome call-back --next 2026-12-01 --note "en réunion"',
        '  quittance action 12-4 approve',
      ].join('\n'),
    )
    .action(async (id: string, verb: ActionVerb, _options, command: Command) => {
      const options = optionsOf<ActionOptions>(command)
      const date = options.date ?? shell.today()
      const { outcome } = options
      if (outcome !== undefined && verb === 'done') {
        const report = { id, outcome, ...partsOf(options) }
        const done = await withDesk(shell, options, desk => reportCall(desk, report))
        return print(shell, options, done, result => reportedText(result, shell))
      }
      const { note = null, reason = null, tracking } = options
      if (tracking !== undefined && verb === 'done') {
        const posted = { status: 'posted', on: date, trackingNumber: tracking, note } as const
        const done = await withDesk(shell, options, desk => tickLetters(desk, { ids: [id], ...posted }))
        return print(shell, options, done, ({ letters }) =>
          letters.map(letter => newsText(letter, shell.language)).join('\n'),
        )
      }
      const idle = idleOptionOf(options)
      if (idle) throw new Misuse('idle-option', DONE_NEEDED(idle))
      const done = await withDesk(shell, options, desk => actOnAction(desk, { id, verb, note, reason }))
      print(
        shell,
        options,
        done,
        result =>
          `${result.id} (${result.case})${COLON[shell.language]}${STATUSES[result.status][shell.language]}`,
      )
    })
}

function partsOf({ cause, amount, by, next, item, note }: ActionOptions) {
  return {
    cause: cause ?? null,
    amountCents: amount ?? null,
    by: by ?? null,
    next: next ?? null,
    items: item ?? [],
    note: note ?? null,
  }
}

/** What says something only of a call that is reported, or of a letter that is posted. */
function idleOptionOf(options: ActionOptions): string | null {
  const names = ['outcome', 'cause', 'amount', 'by', 'next', 'item', 'tracking'] as const
  const given = names.find(name => options[name] !== undefined)
  return given ? `--${given}` : null
}

const DONE_NEEDED = (option: string) => ({
  fr: `${option} va avec « done » : issue d’un appel (--outcome …), numéro de suivi d’une lettre (--tracking …)`,
  en: `${option} goes with "done": outcome of a call (--outcome …), tracking number of a letter (--tracking …)`,
})

function reportedText(
  { id, case: caseFile, status, outcome, cause, nextOn }: ReportedCall,
  shell: Shell,
): string {
  const { language } = shell
  const said = [
    CALL_OUTCOMES[outcome][language],
    ...(cause ? [CAUSES[cause][language]] : []),
    ...(nextOn ? [PHRASES[language].nextOn(dateText(nextOn, language))] : [STATUSES[status][language]]),
  ]
  return `${id} (${caseFile})${COLON[language]}${said.join(', ')}`
}
