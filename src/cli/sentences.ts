import type { DayReport } from '../app/run-day.ts'
import { CHANNELS, euros, HOLDS, STAGES, shortDate, TASKS } from '../contract/words.ts'
import type { Reason, ReasonCode } from '../domain/reason.ts'
import type { ChannelName } from '../domain/scenario.ts'

/** Codes in the words of a French credit controller. Each entry takes the reason's parameters. */
type Params = Reason['params']
const REASONS: Record<ReasonCode, (params: Params) => string> = {
  overdue: p => `${p.item} échue depuis ${p.days} j`,
  'due-soon': p => `${p.item} échoit dans ${p.days} j`,
  'step-due': p => `étape ${p.step} prévue le ${shortDate(String(p.plannedOn))}`,
  'account-grouped': p => `${p.items} échéances regroupées`,
  'credits-netted': p => `${euros(Number(p.cents))} au crédit du compte déduits`,
  'dispute-excluded': p => `${euros(Number(p.cents))} en litige non réclamés`,
  'channel-below-minimum': p => `montant trop faible pour ${channelWord(p.channel)}`,
  'channel-without-address': p => `pas d'adresse valable pour ${channelWord(p.channel)}`,
  'channel-failed': p => `échec par ${channelWord(p.channel)}`,
  'agreed-by-person': () => 'validée par une personne',
  'above-maximum': () => 'montant à faire approuver',
  'payment-rejected': p => `règlement de ${p.item} rejeté`,
  'promise-broken': () => 'promesse non tenue',
  'next-step': p => `prochaine étape ${p.step} le ${shortDate(String(p.on))}`,
  'case-below-minimum': () => 'solde échu sous le minimum',
  'message-under-way': () => 'un message est en route',
  'not-a-contact-day': () => 'jour non ouvré',
  'all-settled': () => 'tout est réglé',
}

export function reasonSentence(reason: Reason): string {
  return REASONS[reason.code](reason.params)
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
  const what = `${action.id}  ${action.debtor} — ${channelWord(action.channel)}, ${STAGES[action.stage]} (${action.step})`
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

function channelWord(channel: string | number | undefined): string {
  return CHANNELS[channel as ChannelName] ?? String(channel)
}
