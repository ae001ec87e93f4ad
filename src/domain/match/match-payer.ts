/** Who paid: the debtors that an IBAN or a name speaks for. */

import { findLikeNames, isAsLike, likenessOf, type SimilarName } from './match-name.ts'
import type { MatchTable } from './match-table.ts'
import type { ReceivedMoney } from './match-types.ts'

/**
 * `debtors`: those who paid, by their place; several where an IBAN is a group's, or where names are the same. `isSure`:
 * there is no doubt that they paid, though there may be about what they paid. `likes`: every debtor whose name is
 * somewhat like what was written.
 */
export type Payer = {
  readonly debtors: readonly number[]
  readonly knownBy: 'known-iban' | 'name-alike' | null
  readonly isSure: boolean
  readonly likes: readonly SimilarName[]
}

const LIKE = 0.6
const MOST_NAMESAKES = 8
/** A word that only so many debtors bear names them by itself. */
const FEW_BEARERS = 2
/** « VIR SEPA RECU /DE DURAND SARL /MOTIF … », « VIR RECU 0123 DE: DURAND SARL REF: … », « VIREMENT DE DURAND SARL FACT 12 ». */
const PAYER_NAME =
  /(?:\/\s*DE|\bDE\s*:|\bNOM\s*:|\b(?:VIR|VIREMENT|INST|RECU|REÇU|FAVEUR|SEPA|INSTANTANE)\s+DE)\s+(.+)/i
const NAME_ENDS =
  /\s*(?:\/\s*[A-Z]{2,}|\b(?:MOTIF|REF|REFERENCE|LIBELLE|ID|REGLEMENT|RGLT|REGLT|PAIEMENT|PMT|FACTURES?|FACT?|FC|SOLDE|N[O°]|VOS|VOTRE|NOS|NOTRE)\b|\S*\d).*$/i

/** An IBAN first, else the names most like what was written; where a sure name and a known IBAN disagree, both. */
export function payerOf(table: MatchTable, payment: ReceivedMoney): Payer {
  const named = payerByName(table, payment)
  const known = payment.payerIban === null ? undefined : table.byIban.get(payment.payerIban)
  if (!known) return named
  const others = named.isSure && !named.debtors.some(debtor => known.has(debtor)) ? named.debtors : []
  return { debtors: [...known, ...others], knownBy: 'known-iban', isSure: true, likes: named.likes }
}

function payerByName(table: MatchTable, { payerName, label }: ReceivedMoney): Payer {
  const name = payerName ?? payerNameIn(label)
  const likes = findLikeNames(name ?? label, name !== null, table.names)
  const [first] = likes
  const most = first ? likes.filter(like => isAsLike(like, first)) : []
  if (!first || likenessOf(first) < LIKE || most.length > MOST_NAMESAKES) {
    return { debtors: [], knownBy: null, isSure: false, likes }
  }
  const isTelling = first.bearers <= FEW_BEARERS
  const isSure = first.found === 1 && (isTelling || (name === null ? first.words > 1 : first.explained === 1))
  return { debtors: most.map(({ debtor }) => debtor), knownBy: 'name-alike', isSure, likes }
}

/** The payer's name where a French bank's label has a place for it. */
function payerNameIn(label: string): string | null {
  const rest = PAYER_NAME.exec(label)?.[1]
  if (rest === undefined) return null
  const name = rest.replace(NAME_ENDS, '').trim()
  return /[A-Z]{2}/i.test(name) ? name : null
}
