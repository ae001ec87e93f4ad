import type { Reason, ReasonCode } from '../domain/reason.ts'
import type { ChannelName } from '../domain/scenario.ts'
import { CHANNELS, euros, shortDate } from './words.ts'

type Params = Reason['params']

/** Codes in the words of a French credit controller. */
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
  'case-below-minimum': () => 'solde échu sous le minimum',
  'message-under-way': () => 'un message est en route',
  'not-a-contact-day': () => 'jour non ouvré',
  'all-settled': () => 'tout est réglé',
}

/** Why, in French, for screens and the command line. */
export function reasonSentence(reason: Reason): string {
  return REASONS[reason.code](reason.params)
}

function channelWord(channel: string | number | undefined): string {
  return CHANNELS[channel as ChannelName] ?? String(channel)
}
