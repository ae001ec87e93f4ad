import type { DayReport } from '../app/run-day.ts'
import { parseDay } from '../domain/date.ts'
import type { HoldReason } from '../domain/hold.ts'
import type { Reason, ReasonCode } from '../domain/reason.ts'
import type { Stage } from '../domain/scenario.ts'
import type { TaskCode } from '../domain/task.ts'
import { euros } from './amounts.ts'

/** Codes in the words of a French credit controller. Each entry takes the reason's parameters. */
type Params = Reason['params']
const REASONS: Record<ReasonCode, (params: Params) => string> = {
  overdue: p => `${p.item} échue depuis ${p.days} j`,
  'due-soon': p => `${p.item} échoit dans ${p.days} j`,
  'step-due': p => `étape ${p.step} prévue le ${shortDate(String(p.plannedOn))}`,
  'account-grouped': p => `${p.items} échéances regroupées`,
  'credits-netted': p => `${euros(Number(p.cents))} au crédit du compte déduits`,
  'dispute-excluded': p => `${euros(Number(p.cents))} en litige non réclamés`,
  'channel-below-minimum': p => `montant trop faible pour ${CHANNELS[String(p.channel)] ?? p.channel}`,
  'channel-without-address': p => `pas d'adresse valable pour ${CHANNELS[String(p.channel)] ?? p.channel}`,
  'channel-failed': p => `échec par ${CHANNELS[String(p.channel)] ?? p.channel}`,
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

export const CHANNELS: Record<string, string> = {
  email: 'e-mail',
  sms: 'SMS',
  call: 'appel',
  letter: 'courrier',
  'registered-letter': 'lettre recommandée',
  task: 'tâche',
}

export const STAGES: Record<Stage, string> = {
  preventive: 'préventive',
  'level-1': 'niveau 1',
  'level-2': 'niveau 2',
  'level-3': 'niveau 3',
  'formal-notice': 'mise en demeure',
  litigation: 'contentieux',
}

const HOLDS: Record<HoldReason, string> = {
  pause: 'dossier en pause',
  'reply-unread': 'réponse à lire',
  'direct-debit': 'prélèvement en cours',
  insolvency: 'procédure collective',
  dispute: 'litige',
  promise: 'promesse de règlement',
  plan: 'échéancier',
  'no-due-date': 'échéance inconnue',
  'unconfirmed-due-date': 'échéance supposée, à confirmer',
  'credit-balance': 'crédit à rembourser ou à lettrer',
  'approval-refused': 'approbation refusée',
}

const TASKS: Record<TaskCode, string> = {
  'fix-contact': 'trouver une adresse valable',
  unconfirmed: 'une proposition attend depuis cinq jours ouvrés',
  'refund-or-allocate': 'rembourser ou lettrer le crédit',
  'below-minimum': 'décider malgré le petit montant',
  'plan-broken': "l'échéancier n'est plus respecté",
  'due-date-missing': "noter la date d'échéance",
  'confirm-due-date': "confirmer la date d'échéance supposée",
  'uncertain-message': 'vérifier si le message est parti',
}

export function reasonSentence(reason: Reason): string {
  return REASONS[reason.code](reason.params)
}

export function shortDate(iso: string): string {
  return parseDay(iso) === null ? iso : iso.split('-').reverse().join('/')
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
      return `${hold.case} : ${HOLDS[hold.reason as HoldReason]} (${hold.items.join(', ')}) ${until}`
    }),
  )
  section(
    'Tâches',
    report.tasks.map(
      task => `${task.case} : ${TASKS[task.code as TaskCode]} (${task.items.join(', ') || 'compte'})`,
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
  const what = `${action.id}  ${action.debtor} — ${CHANNELS[action.channel] ?? action.channel}, ${STAGES[action.stage as Stage]} (${action.step})`
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
