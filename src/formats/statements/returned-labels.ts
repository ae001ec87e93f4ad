/**
 * Entries that French banks label as money that came back, where the format has no code for it. Only a label at the
 * very start of the text counts: the word `rejet` further on may be of a fee, or of the payer's own words.
 *
 * - `REJET`, `REJ`, `RETOUR`, `RET`, `IMPAYE` (or in the plural) before the means of payment: `REJET PRLV SEPA`,
 *   `REJ. PRLV`, `RETOUR DE VIREMENT`, `IMPAYE CHEQUE`;
 * - the means of payment before `REJETE`, `IMPAYE`, `RETOURNE`: `PRELEVEMENT IMPAYE`, `VIR SEPA RETOURNE`, `CHQ IMPAYE`;
 * - `IMPAYE` alone.
 */
import { fold } from '../header-words.ts'
import { given } from './statement-text.ts'

const MEANS =
  '(?:prelevements?|prelevts?|prelev|prlvs?|prel|virements?|vir|virt|cheques?|chq|lcr|effets?|tip|bor|sdd|sct)'
const SEPA = '(?:sepa |b2b |core |recu |emis )*'
const CAME_BACK = new RegExp(
  `^(?:(?:rejets?|rej|retours?|ret|impayes?)[. ]+(?:de |d |sur |sepa )*${MEANS}\\b|${MEANS}[. ]+${SEPA}(?:rejetee?s?|rejet|impayee?s?|retournee?s?|retour)\\b|impayee?s?\\b)(?!.?(?:frais|com))`,
)
const REASON = /\bmotif\s*:?\s*(\S.*)$/i

/** Null for an entry that isn't labelled so; the reason is what follows `MOTIF`. */
export function returnedByLabel(description: string): { reason: string | null } | null {
  const start = fold(description.slice(0, 60)).replace(/'/g, ' ')
  if (!CAME_BACK.test(start)) return null
  return { reason: given(REASON.exec(description.slice(0, 1000))?.[1]) }
}
