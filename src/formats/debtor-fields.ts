import type { DebtorKind } from '../domain/debtor.ts'
import { type DebtorRow, type Problem, warning } from './format.ts'
import { fold } from './header-words.ts'
import type { MappedRow } from './mapped-table.ts'

/** Who owes, from a row. Without a customer code one is made of the name, the same at each import. */
export function readDebtor(row: MappedRow, problems: Problem[]): DebtorRow {
  const name = row.value('debtorName')
  const vat = readVat(row, problems)
  return {
    code: debtorCode(row),
    name: name || debtorCode(row),
    kind: readKind(row, problems),
    siren: readSiren(row, problems) ?? sirenOfVat(vat),
    vat,
  }
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

export function isSiren(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false
  const total = [...digits].reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  return total % 10 === 0
}

/** A SIRET begins with its SIREN. */
function readSiren(row: MappedRow, problems: Problem[]): string | null {
  const text = row.value('siren')
  if (isBlank(text)) return null
  const digits = text.replace(/[\s.]/g, '')
  const siren = digits.slice(0, 9)
  if ((digits.length === 9 || digits.length === 14) && /^\d+$/.test(digits) && isSiren(siren)) return siren
  problems.push(
    warning(
      row.line,
      'bad-siren',
      `Le numéro SIREN ou SIRET « ${shown(text)} » est faux : il n'est pas repris.`,
    ),
  )
  return null
}

function readVat(row: MappedRow, problems: Problem[]): string | null {
  const text = row.value('vat')
  if (isBlank(text)) return null
  const vat = text.toUpperCase().replace(/[\s.-]/g, '')
  if (/^(?!FR)[A-Z]{2}[A-Z\d+*]{2,12}$/.test(vat) || /^FR[A-Z\d]{2}\d{9}$/.test(vat)) return vat
  problems.push(
    warning(row.line, 'bad-vat', `Le numéro de TVA « ${shown(text)} » est faux : il n'est pas repris.`),
  )
  return null
}

function sirenOfVat(vat: string | null): string | null {
  const siren = vat?.startsWith('FR') ? vat.slice(4) : ''
  return isSiren(siren) ? siren : null
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
  problems.push(
    warning(
      row.line,
      'unknown-debtor-kind',
      `Le type de client « ${shown(text)} » n'est pas reconnu (entreprise, particulier ou organisme public).`,
    ),
  )
  return null
}

/** What exports write for nothing. */
export function isBlank(text: string): boolean {
  return /^(-+|—|n\/a|#n\/a|null|n[eé]ant)?$/i.test(text)
}

/** A cell quoted in a message. */
export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
