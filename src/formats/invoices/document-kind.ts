import type { Cents } from '../../domain/money.ts'
import { fold } from '../header-words.ts'
import { type Problem, warning } from '../problem.ts'
import { shown } from '../shown.ts'
import type { MappedRow } from '../tables/mapped-table.ts'
import type { DocumentKind } from './reading.ts'

/** A credit note says so in its type, by a negative amount, or in its number. */
export function documentKind(row: MappedRow, amount: Cents, problems: Problem[]): DocumentKind {
  const typed = kindOfWord(row.value('kind'))
  if (typed !== null && typed !== 'invoice') return typed
  if (amount < 0n) return 'credit-note'
  const number = fold(row.value('number'))
  if (/\b(avoir|credit)/.test(number)) return 'credit-note'
  if (typed === null && /^av[-_ /]?\d/.test(number)) {
    problems.push(warning(row.line, 'credit-note-by-number', { number: shown(row.value('number')) }))
    return 'credit-note'
  }
  return 'invoice'
}

export function kindOfWord(text: string): DocumentKind | null {
  if (text === '') return null
  const word = fold(text)
  if (/avoir|credit[ -]?note|note de credit|remboursement|^(av|a|cn|nc|381)$/.test(word)) return 'credit-note'
  if (/^(reglement|paiement|encaissement|payment|virement|cheque|rg|rgt|reg)\b/.test(word)) return 'payment'
  return /facture|invoice|^(fa|fac|fc|f|vt|380)$/.test(word) ? 'invoice' : null
}

/** `void`: a draft or a cancelled document, which nobody owes. */
export function readStatus(row: MappedRow): 'settled' | 'open' | 'void' | null {
  const word = fold(row.value('status'))
  if (word === '') return null
  if (/^(annul|brouillon|draft|cancel|void|proforma|devis)/.test(word)) return 'void'
  if (/^(non |not |un|im|en |a |partiel|part)|retard|attente|overdue|open|ouvert|echu|envoye|sent/.test(word))
    return 'open'
  return /^(paye|payee|regle|reglee|sold|acquitt|encaisse|paid|settled|closed|lettre|termine)/.test(word)
    ? 'settled'
    : null
}
