import { phrases } from './language.ts'

/** What `doctor` and /health say of each check. */
export const HEALTH = phrases(
  {
    noRun: 'aucune journée traitée',
    lastRun: (day: string) => `dernière journée traitée : ${day}`,
    sending: (note: string) => `autorisé ; ${note}`,
    notSending: 'retenu : « quittance sending on » autorise les envois',
    noDkim: 'aucune clé (DKIM_KEYS) : le serveur de messagerie signe peut-être lui-même',
    dkim: (names: string) => `signe par ${names}`,
    dkimProblem: (name: string, problem: string) =>
      `${name} ne peut pas signer, ses messages attendent : ${problem}`,
    noMessage: 'aucun message en attente',
    messages: (count: number, since: string) => `${count} en attente, le plus ancien depuis ${since}`,
    rateWanted: (rate: string, command: string) =>
      `taux à relever : ${rate} ; puis « ${command} --source "OÙ IL EST PUBLIÉ" »`,
    percent: 'TAUX',
    noMailbox: 'aucune boîte : IMAP_URL la nomme, ou « quittance inbox import » lit des fichiers .eml',
    opens: 's’ouvre',
    unread: (count: number) => `${count} à lire : « quittance inbox »`,
    ecbKnown: (semester: string) => `taux BCE connu pour ${semester}`,
    legalKnown: (semester: string) => `taux d’intérêt légal connu pour ${semester}`,
  },
  {
    noRun: 'no day decided yet',
    lastRun: day => `last day decided: ${day}`,
    sending: note => `on; ${note}`,
    notSending: 'off: "quittance sending on" lets messages leave',
    noDkim: 'no key (DKIM_KEYS): perhaps the mail server signs by itself',
    dkim: names => `signs by ${names}`,
    dkimProblem: (name, problem) => `${name} can not sign, its messages wait: ${problem}`,
    noMessage: 'no message waits',
    messages: (count, since) => `${count} waiting, the oldest since ${since}`,
    rateWanted: (rate, command) =>
      `rate to look up: ${rate}; then "${command} --source 'WHERE IT IS PUBLISHED'"`,
    percent: 'RATE',
    noMailbox: 'none: IMAP_URL names it, or "quittance inbox import" reads .eml files',
    opens: 'opens',
    unread: count => `${count} to read: "quittance inbox"`,
    ecbKnown: semester => `ECB rate known for ${semester}`,
    legalKnown: semester => `legal rate known for ${semester}`,
  },
)
