/** The words under which codes are shown to people, in both languages. Longer explanations: docs/codes.md. */
import type { ActionStatus } from '../domain/action.ts'
import type { ClosingReason } from '../domain/case/case.ts'
import type { HoldReason } from '../domain/case/held.ts'
import type { Procedure } from '../domain/case/procedure.ts'
import type { PromiseStatus } from '../domain/case/promise.ts'
import type { DebtorKind, DebtorStatus } from '../domain/debtor.ts'
import type { SkipCode } from '../domain/decide/decision.ts'
import type { ChannelName, Mode, Stage } from '../domain/scenario.ts'
import type { TaskCode } from '../domain/task.ts'
import type { Phrase } from './language.ts'

export const DEBTOR_KINDS: Record<DebtorKind, Phrase> = {
  business: { fr: 'entreprise', en: 'business' },
  consumer: { fr: 'particulier', en: 'consumer' },
  'public-body': { fr: 'organisme public', en: 'public body' },
}

export const DEBTOR_STATUSES: Record<DebtorStatus, Phrase> = {
  association: { fr: 'association', en: 'association' },
  'co-ownership': { fr: 'copropriété', en: 'co-ownership' },
}

export const PROCEDURES: Record<Procedure, Phrase> = {
  safeguard: { fr: 'sauvegarde', en: 'safeguard (sauvegarde)' },
  receivership: { fr: 'redressement judiciaire', en: 'receivership (redressement judiciaire)' },
  liquidation: { fr: 'liquidation judiciaire', en: 'liquidation (liquidation judiciaire)' },
}

export const STATUSES: Record<ActionStatus, Phrase> = {
  planned: { fr: 'en route', en: 'on its way' },
  open: { fr: 'à faire', en: 'to do' },
  proposed: { fr: 'à valider', en: 'to be agreed' },
  agreed: { fr: 'validée', en: 'agreed' },
  refused: { fr: 'refusée', en: 'refused' },
  done: { fr: 'faite', en: 'done' },
  failed: { fr: 'échouée', en: 'failed' },
  cancelled: { fr: 'annulée', en: 'cancelled' },
  lapsed: { fr: 'manquée', en: 'missed' },
  uncertain: { fr: 'incertaine', en: 'uncertain' },
}

export const CHANNELS: Record<ChannelName, Phrase> = {
  email: { fr: 'e-mail', en: 'e-mail' },
  sms: { fr: 'SMS', en: 'text message' },
  call: { fr: 'appel', en: 'call' },
  letter: { fr: 'courrier', en: 'letter' },
  'registered-letter': { fr: 'lettre recommandée', en: 'registered letter' },
  task: { fr: 'tâche', en: 'task' },
}

/** Letters that no step asks for. */
export const PAPERS = {
  statement: { fr: 'relevé de compte', en: 'statement' },
  receipt: { fr: 'reçu', en: 'receipt' },
  'plan-agreement': { fr: 'échéancier à signer', en: 'payment plan to sign' },
} satisfies Readonly<Record<string, Phrase>>

export const STAGES: Record<Stage, Phrase> = {
  preventive: { fr: 'préventive', en: 'preventive' },
  'level-1': { fr: 'niveau 1', en: 'level 1' },
  'level-2': { fr: 'niveau 2', en: 'level 2' },
  'level-3': { fr: 'niveau 3', en: 'level 3' },
  'formal-notice': { fr: 'mise en demeure', en: 'formal notice' },
  litigation: { fr: 'contentieux', en: 'litigation' },
}

export const MODES: Record<Mode, Phrase> = {
  automatic: { fr: 'automatique', en: 'automatic' },
  manual: { fr: 'à faire par une personne', en: 'to be done by a person' },
  'to-confirm': { fr: 'à confirmer par une personne', en: 'to be confirmed by a person' },
  approval: { fr: 'à approuver par une personne', en: 'to be approved by a person' },
}

export const HOLDS: Record<HoldReason, Phrase> = {
  'draft-accepted': { fr: 'traite acceptée', en: 'draft accepted' },
  factored: { fr: 'cédée à un factor', en: 'assigned to a factor' },
  retention: { fr: 'retenue de garantie', en: 'retention guarantee' },
  'small-claims': {
    fr: 'petites créances : procédure en cours',
    en: 'small-claims procedure under way',
  },
  mediation: { fr: 'médiation ou conciliation convenue', en: 'mediation or conciliation agreed' },
  'over-indebtedness': { fr: 'surendettement', en: 'over-indebtedness' },
  'time-barred': { fr: 'prescrite', en: 'time-barred' },
  pause: { fr: 'dossier en pause', en: 'case paused' },
  'reply-unread': { fr: 'réponse à lire', en: 'reply to be read' },
  'direct-debit': { fr: 'prélèvement en cours', en: 'direct debit under way' },
  insolvency: { fr: 'procédure collective', en: 'insolvency' },
  dispute: { fr: 'litige', en: 'dispute' },
  promise: { fr: 'promesse de règlement', en: 'promise to pay' },
  plan: { fr: 'échéancier', en: 'payment plan' },
  'no-due-date': { fr: 'échéance inconnue', en: 'due date unknown' },
  'unconfirmed-due-date': {
    fr: 'échéance supposée, à confirmer',
    en: 'assumed due date, to be confirmed',
  },
  'credit-balance': { fr: 'crédit à rembourser ou à lettrer', en: 'credit to refund or allocate' },
  'approval-refused': { fr: 'approbation refusée', en: 'approval refused' },
  'stale-bank-data': { fr: 'données bancaires trop anciennes', en: 'bank data too old' },
}

export const TASKS: Record<TaskCode, Phrase> = {
  'fix-contact': { fr: 'trouver une adresse valable', en: 'find a valid address' },
  unconfirmed: {
    fr: 'une proposition attend depuis cinq jours ouvrés',
    en: 'a proposal has waited for five working days',
  },
  'refund-or-allocate': { fr: 'rembourser ou lettrer le crédit', en: 'refund or allocate the credit' },
  'below-minimum': { fr: 'décider malgré le petit montant', en: 'decide in spite of the small amount' },
  'plan-broken': { fr: "l'échéancier n'est plus respecté", en: 'the payment plan is no longer kept' },
  'due-date-missing': { fr: "noter la date d'échéance", en: 'enter the due date' },
  'confirm-due-date': { fr: "confirmer la date d'échéance supposée", en: 'confirm the assumed due date' },
  'uncertain-message': { fr: 'vérifier si le message est parti', en: 'check whether the message left' },
  'limitation-in-6-months': {
    fr: 'prescription dans moins de six mois',
    en: 'time-barred in less than six months',
  },
  'limitation-in-3-months': {
    fr: 'prescription dans moins de trois mois : agir en justice ou faire reconnaître la dette',
    en: 'time-barred in less than three months: go to court, or have the debt acknowledged',
  },
  'declare-to-insurer': {
    fr: "déclarer l'impayé à l'assureur-crédit",
    en: 'declare the unpaid item to the credit insurer',
  },
  'set-off': {
    fr: 'proposer une compensation : nous devons aussi à ce débiteur',
    en: 'propose a set-off: we owe this debtor too',
  },
  'declare-claim': {
    fr: 'déclarer la créance au mandataire judiciaire',
    en: 'declare the claim to the mandataire judiciaire',
  },
  'declaration-due-soon': {
    fr: 'déclarer la créance : moins de quinze jours',
    en: 'declare the claim: fifteen days at most',
  },
  'declaration-missed': {
    fr: 'créance non déclarée à temps : demander le relevé de forclusion',
    en: 'claim not declared in time: ask for relief from foreclosure',
  },
}

export const SKIPS: Record<SkipCode, Phrase> = {
  'below-minimum': { fr: 'montant trop faible', en: 'amount too small' },
  entry: { fr: 'déjà en retard à son arrivée', en: 'already late when it came in' },
}

export const CLOSINGS: Record<ClosingReason, Phrase> = {
  paid: { fr: 'tout est réglé', en: 'everything is paid' },
  settled: { fr: 'soldé, une partie par abandon', en: 'settled, a part of it by write-off' },
}

export const PROMISES: Record<PromiseStatus, Phrase> = {
  pending: { fr: 'promis, attendus', en: 'promised, awaited' },
  kept: { fr: 'promis et réglés', en: 'promised and paid' },
  late: { fr: 'promis et réglés en retard', en: 'promised and paid late' },
  broken: { fr: 'promis, non réglés', en: 'promised, not paid' },
  cancelled: { fr: 'promis, remplacés par une autre promesse', en: 'promised, replaced by another promise' },
}
