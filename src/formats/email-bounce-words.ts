/** What refusing machines say, in the words of Postfix, Exim, Exchange, Google, Yahoo, Orange, Free, SFR, La Poste… */

import { plainLetters } from './plain-letters.ts'

/** The box exists and is full: it may be emptied. */
const FULL =
  /mailbox (is )?full|(over|exceed\w*|out of) (the )?(\w+ )?quota|quota (has been )?exceeded|storage (space|limit)|insufficient (system )?storage|boite( aux lettres)?( du destinataire)? (est )?pleine|overquota|disk space limit|mailbox size limit|quota (est )?depasse|user is over quota|OFR_?417|\b[45]\.2\.2\b/i

/** Nobody is there: the address is wrong, or closed. */
const UNKNOWN =
  /(user|recipient|mailbox|address|account|host|domain)s?\b[^.\n]{0,40}? (is )?(unknown|not found|invalid|disabled|inactive|closed|suspended|doesn.?t exist|does not exist|no longer (exists?|available|valid))|(unknown|invalid|no such|non-?existent|bad destination|undeliverable) (or illegal |local )?(user|recipient|mailbox|address|alias|host|domain|person)|address (wasn.t|couldn.t be|was not|could not be) found|recip(ient)?notfound|no mailbox (here )?by that name|does(n.t| not) have an? [\w.-]+ account|recipient address rejected: access denied|adresse (d[ '’]au moins un )?(du |de )?destinataires? (est )?(invalide|inconnue|inexistante)|(destinataire|utilisateur|adresse|compte|boite) (\w+ ){0,3}(inconnue?|invalide|inexistante?|n.existe (pas|plus)|cloture|desactivee?)|archived recipient|destinataire archivee?|adresse[^.]{0,50} introuvable|unrouteable|point to non-existent hosts|OFR_?416|LPN\w*416|\b5\.1\.(1|2|3|6|10)\b|\b5\.2\.1\b/i

/** The message or its sender is not wanted; the address may be right. */
const REFUSED =
  /spam|\bpolic(y|ies)\b|block(ed|ing|list)|blacklist|deny ?list|access denied|not (authori[sz]ed|permitted|allowed)|unauthori[sz]ed|relay(ing)? (access )?(denied|not)|unauthenticated|notauthenticated|smtp server of your isp|\bdmarc\b|\bspf\b|\bdkim\b|reputation|sender (address )?(rejected|refused|denied|verify failed)|message (was )?(rejected|refused)|mail (rejete|rejected|refused)|content (rejected|refused)|virus|malware|unsolicited|\bRBL\b|spamhaus|too (large|big)|size (limit|exceeds)|trop volumineux|message (rejete|refuse|bloque)|expediteur (rejete|refuse|bloque)|OFR_?5\d\d|OFR_?10\d|\b5\.7\.\d{1,3}\b|\b5\.3\.4\b/i

/** The machine may answer another time. */
const LATER =
  /timed? ?out|timeout|try again later|temporar(y|ily)|connection refused|network (is )?unreachable|host unreachable|deferred|delayed|greylist|grey-?listed|not yet been delivered|still undelivered|will (be )?(retried|keep trying)|n.a pas encore (ete|pu)|retarde|reessa/i

export type Words = 'full' | 'unknown' | 'refused' | 'later'

/** Whichever comes first in this order: a full box is often told with a policy's code, an unknown one with « denied ». */
const ORDER: readonly (readonly [Words, RegExp])[] = [
  ['full', FULL],
  ['unknown', UNKNOWN],
  ['refused', REFUSED],
  ['later', LATER],
]

/** Null when the text has none of the known words. */
export function wordsOf(text: string): Words | null {
  const plain = plainLetters(text).replace(/\s+/g, ' ')
  return ORDER.find(([, said]) => said.test(plain))?.[0] ?? null
}
