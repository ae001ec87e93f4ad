import type { DebtorKind } from '../../domain/debtor.ts'
import { fold } from '../header-words.ts'
import { type Identifier, readSirenOrSiret, readVat, sirenOfVat } from '../identifiers.ts'
import { type Problem, warning } from '../problem.ts'
import { shown } from '../shown.ts'
import type { MappedRow } from '../tables/mapped-table.ts'
import type { DebtorRow } from './reading.ts'
import { writtenAddress } from './written-address.ts'

/** Who owes, from a row. Without a customer code one is made of the name, the same at each import. */
export function readDebtor(row: MappedRow, problems: Problem[]): DebtorRow {
  const name = row.value('debtorName')
  const vat = readNumber(row, 'vat', readVat, problems)
  const address = readAddress(row)
  return {
    code: debtorCode(row),
    name: name || debtorCode(row),
    kind: readKind(row, problems),
    siren: readNumber(row, 'siren', readSirenOrSiret, problems) ?? sirenOfVat(vat),
    vat,
    ...(address !== null && { address }),
  }
}

export function readAddress(row: MappedRow): string | null {
  return writtenAddress({
    streets: [row.value('street'), row.value('streetMore')],
    postalCode: row.value('postalCode'),
    town: row.value('town'),
    country: row.value('country'),
  })
}

/** Empty when the row names nobody. */
export function debtorCode(row: MappedRow): string {
  return row.value('debtorCode') || row.value('account') || codeOfName(row.value('debtorName'))
}

/** `Éts Dupont & Fils` → `ETS-DUPONT-FILS`. */
export function codeOfName(name: string): string {
  return fold(name)
    .toUpperCase()
    .replace(/[^\p{L}\d?]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}

/** A wrong number is told, and left out: it never keeps an invoice from coming in. */
function readNumber(
  row: MappedRow,
  field: 'siren' | 'vat',
  read: (text: string) => Identifier,
  problems: Problem[],
): string | null {
  const text = row.value(field)
  if (isBlank(text)) return null
  const found = read(text)
  if ('value' in found) return found.value
  problems.push(warning(row.line, `bad-${field}`, { kind: 'row', text: shown(text), fault: found.problem }))
  return null
}

function readKind(row: MappedRow, problems: Problem[]): DebtorKind | null {
  const text = row.value('debtorKind')
  if (isBlank(text)) return null
  const word = fold(text)
  if (/^(consumer|particulier|consommateur|individual|b2c|non[- ]professionnel)/.test(word)) return 'consumer'
  if (/public|^(administration|collectivite|mairie|etat|b2g|commune)/.test(word)) return 'public-body'
  if (
    /^(business|pro(fessionnel)?\b|professionnels?|entreprise|societe|company|b2b|personne morale)/.test(word)
  ) {
    return 'business'
  }
  problems.push(warning(row.line, 'unknown-debtor-kind', { text: shown(text) }))
  return null
}

/** What exports write for nothing. */
export function isBlank(text: string): boolean {
  return /^(-+|—|n\/a|#n\/a|null|n[eé]ant)?$/i.test(text)
}
