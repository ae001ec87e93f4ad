/** What refusing machines say, in the words of Postfix, Exim, Exchange, Google, Yahoo, Orange, Free, SFR, La Poste… */

import { plainLetters } from '../plain-letters.ts'

/** The box exists and is full: it may be emptied. */
const FULL = [
  /mailbox (is )?full/i,
  /(over|exceed\w*|out of) (the )?(\w+ )?quota/i,
  /quota (has been )?exceeded/i,
  /storage (space|limit)/i,
  /insufficient (system )?storage/i,
  /boite( aux lettres)?( du destinataire)? (est )?pleine/i,
  /overquota/i,
  /disk space limit/i,
  /mailbox size limit/i,
  /quota (est )?depasse/i,
  /user is over quota/i,
  /OFR_?417/i,
  /\b[45]\.2\.2\b/i,
]

/** Nobody is there: the address is wrong, or closed. */
const UNKNOWN = [
  /(user|recipient|mailbox|address|account|host|domain)s?\b[^.\n]{0,40}? (is )?(unknown|not found|invalid|disabled|inactive|closed|suspended|doesn.?t exist|does not exist|no longer (exists?|available|valid))/i,
  /(unknown|invalid|no such|non-?existent|bad destination|undeliverable) (or illegal |local )?(user|recipient|mailbox|address|alias|host|domain|person)/i,
  /address (wasn.t|couldn.t be|was not|could not be) found/i,
  /recip(ient)?notfound/i,
  /no mailbox (here )?by that name/i,
  /does(n.t| not) have an? [\w.-]+ account/i,
  /recipient address rejected: access denied/i,
  /adresse (d[ '’]au moins un )?(du |de )?destinataires? (est )?(invalide|inconnue|inexistante)/i,
  /(destinataire|utilisateur|adresse|compte|boite) (\w+ ){0,3}(inconnue?|invalide|inexistante?|n.existe (pas|plus)|cloture|desactivee?)/i,
  /archived recipient/i,
  /destinataire archivee?/i,
  /adresse[^.]{0,50} introuvable/i,
  /unrouteable/i,
  /point to non-existent hosts/i,
  /OFR_?416/i,
  /LPN\w*416/i,
  /\b5\.1\.(1|2|3|6|10)\b/i,
  /\b5\.2\.1\b/i,
]

/** The message or its sender is not wanted; the address may be right. */
const REFUSED = [
  /spam/i,
  /\bpolic(y|ies)\b/i,
  /block(ed|ing|list)/i,
  /blacklist/i,
  /deny ?list/i,
  /access denied/i,
  /not (authori[sz]ed|permitted|allowed)/i,
  /unauthori[sz]ed/i,
  /relay(ing)? (access )?(denied|not)/i,
  /unauthenticated/i,
  /notauthenticated/i,
  /smtp server of your isp/i,
  /\bdmarc\b/i,
  /\bspf\b/i,
  /\bdkim\b/i,
  /reputation/i,
  /sender (address )?(rejected|refused|denied|verify failed)/i,
  /message (was )?(rejected|refused)/i,
  /mail (rejete|rejected|refused)/i,
  /content (rejected|refused)/i,
  /virus/i,
  /malware/i,
  /unsolicited/i,
  /\bRBL\b/i,
  /spamhaus/i,
  /too (large|big)/i,
  /size (limit|exceeds)/i,
  /trop volumineux/i,
  /message (rejete|refuse|bloque)/i,
  /expediteur (rejete|refuse|bloque)/i,
  /OFR_?5\d\d/i,
  /OFR_?10\d/i,
  /\b5\.7\.\d{1,3}\b/i,
  /\b5\.3\.4\b/i,
]

/** The machine may answer another time. */
const LATER = [
  /timed? ?out/i,
  /timeout/i,
  /try again later/i,
  /temporar(y|ily)/i,
  /connection refused/i,
  /network (is )?unreachable/i,
  /host unreachable/i,
  /deferred/i,
  /delayed/i,
  /greylist/i,
  /grey-?listed/i,
  /not yet been delivered/i,
  /still undelivered/i,
  /will (be )?(retried|keep trying)/i,
  /n.a pas encore (ete|pu)/i,
  /retarde/i,
  /reessa/i,
]

export type Words = 'full' | 'unknown' | 'refused' | 'later'

/** Whichever comes first in this order: a full box is often told with a policy's code, an unknown one with « denied ». */
const ORDER: readonly (readonly [Words, readonly RegExp[]])[] = [
  ['full', FULL],
  ['unknown', UNKNOWN],
  ['refused', REFUSED],
  ['later', LATER],
]

/** Null when the text has none of the known words. */
export function wordsOf(text: string): Words | null {
  const plain = plainLetters(text).replace(/\s+/g, ' ')
  return ORDER.find(([, said]) => said.some(words => words.test(plain)))?.[0] ?? null
}
