/** Who paid: the debtors that an IBAN or a name speaks for. */
import type { ReceivedMoney } from './match.ts'
import { findLikeNames, isAsLike, likenessOf } from './match-name.ts'
import type { MatchTable } from './match-table.ts'

/** Debtors by their place: several where an IBAN is a group's, or where names are the same. `isSure`: alone a proof of who paid. */
export type Payer = {
  readonly debtors: readonly number[]
  readonly knownBy: 'known-iban' | 'name-alike' | null
  readonly isSure: boolean
  /** What the bank wrote of the payer's name, a whole label for want of better. */
  readonly name: string
  readonly isName: boolean
}

const LIKE = 0.6
const MOST_NAMESAKES = 8
/** « VIR SEPA RECU /DE DURAND SARL /MOTIF … », « VIR RECU 0123 DE: DURAND SARL REF: … », « VIREMENT DE DURAND SARL FACT 12 ». */
const PAYER_NAME =
  /(?:\/\s*DE|\bDE\s*:|\bNOM\s*:|\b(?:VIR|VIREMENT|INST|RECU|REÇU|FAVEUR|SEPA|INSTANTANE)\s+DE)\s+(.+)/i
const NAME_ENDS =
  /\s*(?:\/\s*[A-Z]{2,}|\b(?:MOTIF|REF|REFERENCE|LIBELLE|ID|REGLEMENT|RGLT|REGLT|PAIEMENT|PMT|FACTURES?|FACT?|FC|SOLDE|N[O°]|VOS|VOTRE|NOS|NOTRE)\b|\S*\d).*$/i

/** An IBAN first; else the name, or names, most like what was written. A name and an IBAN that disagree are both kept, unsure. */
export function payerOf(table: MatchTable, payment: ReceivedMoney): Payer {
  const written = payment.payerName ?? payerNameIn(payment.label)
  const text = { name: written ?? payment.label, isName: written !== null }
  const named = payerByName(table, text)
  const known = payment.payerIban === null ? undefined : table.byIban.get(payment.payerIban)
  if (!known) return named
  const agrees = !named.isSure || named.debtors.some(debtor => known.has(debtor))
  if (agrees) return { ...text, debtors: [...known], knownBy: 'known-iban', isSure: true }
  return { ...text, debtors: [...known, ...named.debtors], knownBy: 'known-iban', isSure: false }
}

function payerByName(table: MatchTable, text: { name: string; isName: boolean }): Payer {
  const likes = findLikeNames(text.name, text.isName, table.names)
  const [first] = likes
  const most = first ? likes.filter(like => isAsLike(like, first)) : []
  if (!first || likenessOf(first) < LIKE || most.length > MOST_NAMESAKES) {
    return { ...text, debtors: [], knownBy: null, isSure: false }
  }
  const isSure = likenessOf(first) === 1 && (text.isName || first.words > 1)
  return { ...text, debtors: most.map(({ debtor }) => debtor), knownBy: 'name-alike', isSure }
}

/** The payer's name where a French bank's label has a place for it. */
function payerNameIn(label: string): string | null {
  const rest = PAYER_NAME.exec(label)?.[1]
  if (rest === undefined) return null
  const name = rest.replace(NAME_ENDS, '').trim()
  return /[A-Z]{2}/i.test(name) ? name : null
}
