import { phrases } from './language.ts'

/** What `doctor` and /health say of each check. */
export const HEALTH = phrases(
  {
    noRun: 'aucune journée traitée',
    lastRun: (day: string) => `dernière journée traitée : ${day}`,
    sending: (note: string) => `autorisé ; ${note}`,
    notSending: 'retenu : « quittance sending on » autorise les envois',
    noMessage: 'aucun message en attente',
    messages: (count: number, since: string) => `${count} en attente, le plus ancien depuis ${since}`,
    rateWanted: (rate: string) => `taux à relever bientôt : ${rate}`,
    rateKnown: (from: string) => `taux BCE connu pour le semestre du ${from}`,
  },
  {
    noRun: 'no day decided yet',
    lastRun: day => `last day decided: ${day}`,
    sending: note => `on; ${note}`,
    notSending: 'off: "quittance sending on" lets messages leave',
    noMessage: 'no message waits',
    messages: (count, since) => `${count} waiting, the oldest since ${since}`,
    rateWanted: rate => `rate to look up soon: ${rate}`,
    rateKnown: from => `ECB rate known for the half-year from ${from}`,
  },
)
