import type { DayReport } from '../app/run-day.ts'
import { reasonSentence } from '../contract/reasons.ts'
import { CHANNELS, euros, HOLDS, STAGES, shortDate, TASKS } from '../contract/words.ts'

const PROMISES = {
  kept: 'promis et réglés',
  late: 'promis et réglés en retard',
  broken: 'promis, non réglés',
}

/** What the day decided and why, for a person to read. */
export function dayText(report: DayReport): string {
  const lines = [
    `Journée du ${shortDate(report.date)} : ${plural(report.cases, 'dossier examiné', 'dossiers examinés')}`,
  ]
  const section = (title: string, rows: string[]) => {
    if (rows.length > 0) lines.push('', title, ...rows.map(row => `  ${row}`))
  }
  const asked = (kind: string) => report.actions.filter(action => statusGroup(action.status) === kind)
  section('Messages à envoyer', asked('send').flatMap(actionLines))
  section('À faire', asked('do').flatMap(actionLines))
  section('À valider', asked('confirm').flatMap(actionLines))
  section(
    'Suspendus',
    report.holds.map(hold => {
      const until = hold.until === null ? "jusqu'à décision" : `jusqu'au ${shortDate(hold.until)}`
      return `${hold.case} : ${HOLDS[hold.reason]} (${hold.items.join(', ')}) ${until}`
    }),
  )
  section(
    'Tâches',
    report.tasks.map(task => `${task.case} : ${TASKS[task.code]} (${task.items.join(', ') || 'compte'})`),
  )
  section(
    'Promesses',
    report.promises.map(
      promise => `${promise.debtor} : ${euros(promise.amountCents)} ${PROMISES[promise.outcome]}`,
    ),
  )
  section(
    'Étapes sautées',
    report.skipped.map(skip => `${skip.case} : ${skip.step} (montant trop faible)`),
  )
  section(
    'Dossiers soldés',
    report.closed.map(closed => closed.case),
  )
  section(
    'Échecs',
    report.errors.map(error => `${error.case} : ${error.message}`),
  )
  if (lines.length === 1) lines.push('Rien de nouveau à décider : la journée est à jour.')
  return lines.join('\n')
}

function actionLines(action: DayReport['actions'][number]): string[] {
  const what = `${action.id}  ${action.debtor} — ${CHANNELS[action.channel]}, ${STAGES[action.stage]} (${action.step})`
  const why = action.because.map(reasonSentence).join(' ; ')
  return [`${what} — ${euros(action.amountCents)} : ${action.items.join(', ')}`, `      ${why}`]
}

function statusGroup(status: string): string {
  if (status === 'planned') return 'send'
  return status === 'proposed' || status === 'agreed' ? 'confirm' : 'do'
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count > 1 ? many : one}`
}
