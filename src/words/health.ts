import { type DeliveryWay, deliveryNote } from './delivery-words.ts'
import { phrases, SEPARATOR } from './language.ts'

type FaultyKey = { file: string; problem: string }

/** What `doctor` and /health say of each check. */
export const HEALTH = phrases(
  {
    noRun: 'aucune journée traitée',
    lastRun: (day: string) => `dernière journée traitée : ${day}`,
    sending: (way: DeliveryWay) => `autorisé ; ${deliveryNote(way, 'fr')}`,
    notSending: 'retenu : « quittance sending on » autorise les envois',
    noDkim: 'aucune clé (DKIM_KEYS) : le serveur de messagerie signe peut-être lui-même',
    dkim: (names: readonly string[]) => `signe par ${names.join(', ')}`,
    dkimProblems: (keys: readonly FaultyKey[]) =>
      keys
        .map(({ file, problem }) => `${file} ne peut pas signer, ses messages attendent : ${problem}`)
        .join(SEPARATOR.fr),
    noMessage: 'aucun message en attente',
    messages: (count: number, since: string) => `${count} en attente, le plus ancien depuis ${since}`,
    ecbWanted: (rate: string, from: string) =>
      `taux à relever : ${rate} ; puis « quittance rates add ecb --from ${from} --rate TAUX --source "OÙ IL EST PUBLIÉ" »`,
    legalWanted: (rate: string, semester: string) =>
      `taux à relever : ${rate} ; puis « quittance rates add legal --semester ${semester} --individual TAUX --other TAUX --source "OÙ IL EST PUBLIÉ" »`,
    noMailbox: 'aucune boîte : IMAP_URL la nomme, ou « quittance inbox import » lit des fichiers .eml',
    opens: (mailbox: string) => `${mailbox} : s’ouvre`,
    unread: (count: number) => `${count} à lire : « quittance inbox »`,
    ecbKnown: (semester: string) => `taux BCE connu pour ${semester}`,
    legalKnown: (semester: string) => `taux d’intérêt légal connu pour ${semester}`,
  },
  {
    noRun: 'no day decided yet',
    lastRun: day => `last day decided: ${day}`,
    sending: way => `on; ${deliveryNote(way, 'en')}`,
    notSending: 'off: "quittance sending on" lets messages leave',
    noDkim: 'no key (DKIM_KEYS): perhaps the mail server signs by itself',
    dkim: names => `signs by ${names.join(', ')}`,
    dkimProblems: keys =>
      keys
        .map(({ file, problem }) => `${file} can not sign, its messages wait: ${problem}`)
        .join(SEPARATOR.en),
    noMessage: 'no message waits',
    messages: (count, since) => `${count} waiting, the oldest since ${since}`,
    ecbWanted: (rate, from) =>
      `rate to look up: ${rate}; then "quittance rates add ecb --from ${from} --rate RATE --source 'WHERE IT IS PUBLISHED'"`,
    legalWanted: (rate, semester) =>
      `rate to look up: ${rate}; then "quittance rates add legal --semester ${semester} --individual RATE --other RATE --source 'WHERE IT IS PUBLISHED'"`,
    noMailbox: 'none: IMAP_URL names it, or "quittance inbox import" reads .eml files',
    opens: mailbox => `${mailbox}: opens`,
    unread: count => `${count} to read: "quittance inbox"`,
    ecbKnown: semester => `ECB rate known for ${semester}`,
    legalKnown: semester => `legal rate known for ${semester}`,
  },
)

/** In the language of whoever asks. */
export type HealthWords = typeof HEALTH.fr
