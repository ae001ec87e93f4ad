/** The words under which codes are shown to people, in French. */
import type { ActionStatus } from '../domain/action.ts'
import type { HoldReason } from '../domain/hold.ts'
import type { ChannelName, Stage } from '../domain/scenario.ts'
import type { TaskCode } from '../domain/task.ts'

export const STATUSES: Record<ActionStatus, string> = {
  planned: 'en route',
  open: 'à faire',
  proposed: 'à valider',
  agreed: 'validée',
  refused: 'refusée',
  done: 'faite',
  failed: 'échouée',
  cancelled: 'annulée',
  lapsed: 'manquée',
  uncertain: 'incertaine',
}

export const CHANNELS: Record<ChannelName, string> = {
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

export const HOLDS: Record<HoldReason, string> = {
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

export const TASKS: Record<TaskCode, string> = {
  'fix-contact': 'trouver une adresse valable',
  unconfirmed: 'une proposition attend depuis cinq jours ouvrés',
  'refund-or-allocate': 'rembourser ou lettrer le crédit',
  'below-minimum': 'décider malgré le petit montant',
  'plan-broken': "l'échéancier n'est plus respecté",
  'due-date-missing': "noter la date d'échéance",
  'confirm-due-date': "confirmer la date d'échéance supposée",
  'uncertain-message': 'vérifier si le message est parti',
}

/** `2026-03-02` → `02/03/2026`. */
export function shortDate(iso: string): string {
  return iso.split('-').reverse().join('/')
}

/** Cents → `1 234,56 €`, with non-breaking spaces. */
export function euros(cents: number | bigint, currency = 'EUR'): string {
  const value = BigInt(cents)
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${value < 0n ? '−' : ''}${whole},${digits.slice(-2)}\u00a0${currency === 'EUR' ? '€' : currency}`
}
