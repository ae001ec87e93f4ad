import type { DayReport } from '../../app/day/run-day.ts'
import {
  amountText,
  COLON,
  counted,
  dateText,
  type Language,
  phrases,
  SEPARATOR,
} from '../../words/language.ts'
import { reasonSentence } from '../../words/reasons.ts'
import { taskSentence } from '../../words/tasks.ts'
import { CHANNELS, CLOSINGS, HOLDS, PROMISES, SKIPS, STAGES } from '../../words/words.ts'

const PHRASES = phrases(
  {
    day: (date: string, cases: string) => `Journée du ${date} : ${cases}`,
    one: 'dossier examiné',
    many: 'dossiers examinés',
    send: 'Messages à envoyer',
    do: 'À faire',
    confirm: 'À valider',
    bankData: 'Données bancaires trop anciennes',
    noBankData: (creditor: string) => `${creditor} : aucune encore`,
    staleBankData: (creditor: string, date: string) => `${creditor} : connues jusqu’au ${date} seulement`,
    held: 'Suspendus',
    until: (date: string) => `jusqu'au ${date}`,
    untilPerson: "jusqu'à décision",
    tasks: 'Tâches',
    account: 'compte',
    promises: 'Promesses',
    skipped: 'Étapes sautées',
    closed: 'Dossiers soldés',
    errors: 'Échecs',
    nothing: 'Rien de nouveau à décider : la journée est à jour.',
    firstMessages:
      'Le premier message à chaque débiteur attend votre accord : « quittance action N° confirm », puis « quittance run ».\n« quittance setting first-message automatic » les laisse tous partir d’eux-mêmes.',
  },
  {
    day: (date, cases) => `${date}: ${cases}`,
    one: 'case looked at',
    many: 'cases looked at',
    send: 'Messages to send',
    do: 'To do',
    confirm: 'To be agreed',
    bankData: 'Bank data too old',
    noBankData: creditor => `${creditor}: none yet`,
    staleBankData: (creditor, date) => `${creditor}: known up to ${date} only`,
    held: 'Held',
    until: date => `until ${date}`,
    untilPerson: 'until a person decides',
    tasks: 'Tasks',
    account: 'account',
    promises: 'Promises',
    skipped: 'Skipped steps',
    closed: 'Cases settled',
    errors: 'Failures',
    nothing: 'Nothing new to decide: the day is up to date.',
    firstMessages:
      'The first message to each debtor waits for your agreement: "quittance action ID confirm", then "quittance run".\n"quittance setting first-message automatic" lets them all leave by themselves.',
  },
)

/** What the day decided and why, for a person to read. */
export function dayText(report: DayReport, language: Language): string {
  const say = PHRASES[language]
  const colon = COLON[language]
  const lines = [say.day(dateText(report.date, language), counted(report.cases, say.one, say.many, language))]
  const section = (title: string, rows: string[]) => {
    if (rows.length > 0) lines.push('', title, ...rows.map(row => `  ${row}`))
  }
  const asked = (kind: string) =>
    report.actions
      .filter(action => statusGroup(action.status) === kind)
      .flatMap(action => actionLines(action, language))
  section(say.send, asked('send'))
  section(say.do, asked('do'))
  section(say.confirm, asked('confirm'))
  section(
    say.bankData,
    report.bankData
      .filter(({ stale }) => stale)
      .map(({ creditor, knownUntil }) =>
        knownUntil === null
          ? say.noBankData(creditor)
          : say.staleBankData(creditor, dateText(knownUntil, language)),
      ),
  )
  section(
    say.held,
    report.holds.map(hold => {
      const until = hold.until === null ? say.untilPerson : say.until(dateText(hold.until, language))
      return `${hold.case}${colon}${HOLDS[hold.reason][language]} (${hold.items.join(', ')}) ${until}`
    }),
  )
  section(
    say.tasks,
    report.tasks.map(
      task => `${task.case}${colon}${taskSentence(task, language)} (${task.items.join(', ') || say.account})`,
    ),
  )
  section(
    say.promises,
    report.promises.map(
      ({ debtor, amountCents, outcome }) =>
        `${debtor}${colon}${amountText(amountCents, 'EUR', language)} ${PROMISES[outcome][language]}`,
    ),
  )
  section(
    say.skipped,
    report.skipped.map(skip => `${skip.case}${colon}${skip.step} (${SKIPS[skip.code][language]})`),
  )
  section(
    say.closed,
    report.closed.map(closed => `${closed.case}${colon}${CLOSINGS[closed.reason][language]}`),
  )
  section(
    say.errors,
    report.errors.map(error => `${error.case}${colon}${error.message}`),
  )
  if (report.actions.some(action => action.because.some(reason => reason.code === 'first-message'))) {
    lines.push('', say.firstMessages)
  }
  if (lines.length === 1) lines.push(say.nothing)
  return lines.join('\n')
}

function actionLines(action: DayReport['actions'][number], language: Language): string[] {
  const { id, debtor, channel, stage, step, items } = action
  const what = `${id}  ${debtor} — ${CHANNELS[channel][language]}, ${STAGES[stage][language]} (${step})`
  const why = action.because.map(reason => reasonSentence(reason, language)).join(SEPARATOR[language])
  const amount = amountText(action.amountCents, 'EUR', language)
  return [`${what} — ${amount}${COLON[language]}${items.join(', ')}`, `      ${why}`]
}

function statusGroup(status: string): string {
  if (status === 'planned') return 'send'
  return status === 'proposed' || status === 'agreed' ? 'confirm' : 'do'
}
