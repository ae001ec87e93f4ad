import { ACCOUNTS_PAYABLE } from '../../domain/debtor.ts'
import { EMAIL } from '../email-address.ts'
import { fold } from '../header-words.ts'
import { type Problem, warning } from '../problem.ts'
import { shown } from '../shown.ts'
import type { MappedRow } from '../tables/mapped-table.ts'
import { isBlank } from './debtor-fields.ts'
import type { Contact } from './reading.ts'

/** Whom invoices go to when the file doesn't say what the person does. */
const DEFAULT_ROLE = ACCOUNTS_PAYABLE
const LANGUAGES = new Map(
  Object.entries({
    francais: 'fr',
    french: 'fr',
    anglais: 'en',
    english: 'en',
    allemand: 'de',
    german: 'de',
    espagnol: 'es',
    spanish: 'es',
    italien: 'it',
    italian: 'it',
    neerlandais: 'nl',
    dutch: 'nl',
  }),
)

/** The persons of a row: one per e-mail address, since several often share a cell. */
export function readContacts(row: MappedRow, problems: Problem[]): Contact[] {
  const text = (field: 'contactName' | 'contactRole' | 'phone') => {
    const value = row.value(field)
    return isBlank(value) ? null : value
  }
  const emails = readEmails(row.value('email'), row.line, problems)
  const role = text('contactRole') ?? DEFAULT_ROLE
  const name = text('contactName')
  const language = readLanguage(row.value('language'))
  const phone = readPhone(text('phone'), row.line, problems)
  if (emails.length > 0) return emails.map(email => ({ role, name, language, email, phone }))
  return phone || name ? [{ role, name, language, email: null, phone }] : []
}

/** The addresses of a cell; one that is not valid is told, and left out. */
export function readEmails(value: string, line: number, problems: Problem[]): string[] {
  if (isBlank(value)) return []
  if (value.length <= 254 && !value.includes('/') && EMAIL.test(value)) return [value]
  const before = problems.length
  const found = new Map<string, string>()
  for (const part of value.split(/[;,/\s]+/)) {
    const address = part.replace(/^(?:mailto:|<)+|>+$/gi, '')
    if (EMAIL.test(address) && address.length <= 254) found.set(address.toLowerCase(), address)
    else if (part.includes('@') || !/[;,/\s]/.test(value)) problems.push(badEmail(line, part))
  }
  if (found.size === 0 && problems.length === before) problems.push(badEmail(line, value))
  return [...found.values()]
}

function badEmail(line: number, text: string) {
  return warning(line, 'bad-email', { text: shown(text) })
}

export function readPhone(text: string | null, line: number, problems: Problem[]): string | null {
  if (text === null) return null
  const digits = text.replace(/\D/g, '').length
  if (digits >= 6 && digits <= 15 && /^[+\d][\d\s.()/-]*$/.test(text)) return text
  problems.push(warning(line, 'bad-phone', { text: shown(text), damaged: /E\+\d+$/i.test(text) }))
  return null
}

function readLanguage(text: string): string | null {
  if (text === '') return null
  const word = fold(text)
  return LANGUAGES.get(word) ?? (/^[a-z]{2}(?:[-_][a-z]{2})?$/.test(word) ? word.slice(0, 2) : null)
}
