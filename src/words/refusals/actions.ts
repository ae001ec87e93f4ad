/** What can't be done to a line of the work list, or written for a step. */
import type { Action } from '../../domain/action.ts'
import type { CallOutcome } from '../../domain/case/call.ts'
import type { ChannelName } from '../../domain/scenario.ts'
import { phrases } from '../language.ts'

/** As people name it, `12-3`. */
type OfAction = { action: string }
type OfEntry = { entry: string }
type OfStep = { step: string; scenario: string; known: readonly string[] }
type OfChannel = { step: string; channel: ChannelName; channels: readonly ChannelName[] }
/** `action` by its number within the case. */
type OfStatus = { action: number; status: Action['status']; verb: string }
/** What a person said that another outcome takes. */
type IdlePart = 'amount' | 'by' | 'items' | 'next'

const IDLE_PARTS: Readonly<Record<'fr' | 'en', Readonly<Record<IdlePart, string>>>> = phrases(
  { amount: 'un montant', by: 'un jour promis', items: 'une facture', next: 'un jour de rappel' },
  { amount: 'an amount', by: 'a promised day', items: 'an invoice', next: 'a day of call back' },
)

export const ACTION_REFUSALS = phrases(
  {
    'unknown-action': ({ action }: OfAction) => `aucune action ${action}`,
    'not-now': {
      action: ({ action, status, verb }: OfStatus) =>
        `l'action ${action} est « ${status} » : « ${verb} » ne s'applique pas`,
      'not-received': ({ entry }: OfEntry) => `${entry} n'est pas de l'argent reçu`,
      'not-matched': ({ entry }: OfEntry) => `${entry} n'est rapprochée de rien`,
      'not-suggested': ({ entry }: OfEntry) => `${entry} n'attend pas d'accord`,
      'paid-since': ({ item }: { item: string }) => `${item} a été réglée entre-temps`,
    },
    'not-a-call': {
      prepare: ({ action }: OfAction) => `l'action ${action} n'est pas un appel`,
      report: ({ action }: OfAction) => `l'action ${action} n'est pas un appel`,
    },
    'idle-option': ({ part, outcome }: { part: IdlePart; outcome: CallOutcome }) =>
      `${IDLE_PARTS.fr[part]} ne va pas avec l'issue « ${outcome} »`,
    'outcome-lacks': {
      by: 'une promesse a une date',
      'by-to-come': ({ by }: { by: string }) => `la date promise (${by}) est déjà passée`,
      next: 'quand rappeler ?',
    },
    'unknown-step': {
      preview: ({ step, scenario, known }: OfStep) =>
        `le scénario ${scenario} n’a pas d’étape ${step} ; il a : ${known.join(', ')}`,
    },
    'channel-not-of-step': ({ step, channel, channels }: OfChannel) =>
      `l’étape ${step} ne passe pas par ${channel} ; elle passe par : ${channels.join(', ')}`,
    'nothing-to-preview': ({ case: id }: { case: string }) => `${id} : rien n’est dû, donc rien à écrire`,
    'not-of-a-case': 'les données bancaires sont celles du créancier',
  },
  {
    'unknown-action': ({ action }) => `no action ${action}`,
    'not-now': {
      action: ({ action, status, verb }) => `action ${action} is "${status}": "${verb}" does not apply`,
      'not-received': ({ entry }) => `${entry} is not money received`,
      'not-matched': ({ entry }) => `${entry} is matched to nothing`,
      'not-suggested': ({ entry }) => `${entry} waits for no agreement`,
      'paid-since': ({ item }) => `${item} has been paid in the meantime`,
    },
    'not-a-call': {
      prepare: ({ action }) => `action ${action} is not a call`,
      report: ({ action }) => `action ${action} is not a call`,
    },
    'idle-option': ({ part, outcome }) => `${IDLE_PARTS.en[part]} does not go with the outcome "${outcome}"`,
    'outcome-lacks': {
      by: 'a promise has a date',
      'by-to-come': ({ by }) => `the date promised (${by}) is past already`,
      next: 'call back when?',
    },
    'unknown-step': {
      preview: ({ step, scenario, known }) =>
        `the scenario ${scenario} has no step ${step}; it has: ${known.join(', ')}`,
    },
    'channel-not-of-step': ({ step, channel, channels }) =>
      `step ${step} does not go by ${channel}; it goes by: ${channels.join(', ')}`,
    'nothing-to-preview': ({ case: id }) => `${id}: nothing is owed, so there is nothing to write`,
    'not-of-a-case': "bank data is the creditor's",
  },
)
