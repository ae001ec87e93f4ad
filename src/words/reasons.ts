import type { Reason, ReasonParams } from '../domain/reason.ts'
import type { ChannelName } from '../domain/scenario.ts'
import { amountText, dateText, type Language, type Sentences, sentenceOf } from './language.ts'
import { CHANNELS, TASKS } from './words.ts'

/** Codes in the words of a credit controller. */
export const REASONS: Sentences<ReasonParams> = {
  overdue: {
    fr: p => `${p.item} échue depuis ${p.days} j`,
    en: p => `${p.item} ${days(p)} overdue`,
  },
  'due-soon': {
    fr: p => `${p.item} échoit dans ${p.days} j`,
    en: p => `${p.item} falls due in ${days(p)}`,
  },
  'step-due': {
    fr: p => `étape ${p.step} prévue le ${dateText(p.plannedOn, 'fr')}`,
    en: p => `step ${p.step} planned for ${dateText(p.plannedOn, 'en')}`,
  },
  'account-grouped': {
    fr: p => `${p.items} échéances regroupées`,
    en: p => `${p.items} items in one message`,
  },
  'credits-netted': {
    fr: p => `${amount(p, 'fr')} au crédit du compte déduits`,
    en: p => `${amount(p, 'en')} of credit on the account taken off`,
  },
  'dispute-excluded': {
    fr: p => `${amount(p, 'fr')} en litige non réclamés`,
    en: p => `${amount(p, 'en')} in dispute not asked for`,
  },
  'channel-below-minimum': {
    fr: p => `montant trop faible pour ${channel(p, 'fr')}`,
    en: p => `amount too small for ${channel(p, 'en')}`,
  },
  'channel-without-address': {
    fr: p => `pas d'adresse valable pour ${channel(p, 'fr')}`,
    en: p => `no valid address for ${channel(p, 'en')}`,
  },
  'channel-failed': {
    fr: p => `échec par ${channel(p, 'fr')}`,
    en: p => `failed by ${channel(p, 'en')}`,
  },
  'agreed-by-person': {
    fr: () => 'validée par une personne',
    en: () => 'agreed by a person',
  },
  'above-maximum': {
    fr: () => 'montant à faire approuver',
    en: () => 'amount to be approved',
  },
  'first-message': {
    fr: () => 'premier message à ce débiteur : à confirmer',
    en: () => 'first message to this debtor: to be confirmed',
  },
  'call-limit': {
    fr: p => `déjà quatre appels en trente jours : pas de ${channel(p, 'fr')}`,
    en: p => `four calls in thirty days already: no ${channel(p, 'en')}`,
  },
  'payment-rejected': {
    fr: p => `règlement de ${p.item} rejeté`,
    en: p => `payment of ${p.item} came back`,
  },
  'promise-broken': {
    fr: () => 'promesse non tenue',
    en: () => 'promise not kept',
  },
  'case-below-minimum': {
    fr: () => 'solde échu sous le minimum',
    en: () => 'overdue balance under the minimum',
  },
  'message-under-way': {
    fr: () => 'un message est en route',
    en: () => 'a message is on its way',
  },
  'not-a-contact-day': {
    fr: () => 'jour non ouvré',
    en: () => 'not a working day',
  },
  'all-settled': {
    fr: () => 'tout est réglé',
    en: () => 'everything is settled',
  },
  'waits-for-step': {
    fr: p => `prochaine étape ${p.step} le ${dateText(p.on, 'fr')}`,
    en: p => `next step ${p.step} on ${dateText(p.on, 'en')}`,
  },
  'waits-for-person': {
    fr: p => `l'étape ${p.step} attend une personne (action ${p.action})`,
    en: p => `step ${p.step} waits for a person (action ${p.action})`,
  },
  'waits-for-task': {
    fr: p => `l'étape ${p.step} attend une tâche : ${TASKS[p.task].fr}`,
    en: p => `step ${p.step} waits for a task: ${TASKS[p.task].en}`,
  },
  'waits-for-message': {
    fr: p => `le message de l'étape ${p.step} attend de partir`,
    en: p => `the message of step ${p.step} waits to leave`,
  },
  'contacted-today': {
    fr: p => `débiteur déjà contacté ce jour : l'étape ${p.step} attend`,
    en: p => `debtor contacted today already: step ${p.step} waits`,
  },
  'scenario-finished': {
    fr: () => 'scénario terminé : à une personne de décider de la suite',
    en: () => 'end of the scenario: a person decides what comes next',
  },
}

/** Why, for screens and the command line. */
export function reasonSentence(reason: Reason, language: Language): string {
  return sentenceOf(REASONS, reason.code, reason.params)[language]
}

function days({ days }: { days: number }): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`
}

function amount({ cents }: { cents: number }, language: Language): string {
  return amountText(cents, 'EUR', language)
}

function channel({ channel }: { channel: ChannelName }, language: Language): string {
  return CHANNELS[channel][language]
}
