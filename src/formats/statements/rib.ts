/** The French account number: bank, branch, account, and the key that an IBAN carries. */
import { givenIban } from './statement-text.ts'

/** A→1 … I→9, J→1 … R→9, S→2 … Z→9, as the key of a RIB counts letters. */
const RIB_LETTERS = '12345678912345678923456789'

/** IBAN of a French account; null when the parts aren't those of a RIB. */
export function ibanOfRib(bank: string, branch: string, account: string): string | null {
  const key = ribKey(bank, branch, account)
  if (key === null) return null
  const bban = `${bank}${branch}${account.toUpperCase()}${key}`
  const check = 98n - (BigInt(inDigits(`${bban}FR00`)) % 97n)
  return givenIban(`FR${String(check).padStart(2, '0')}${bban}`)
}

/** The two digits that close a RIB; null when the parts aren't those of a RIB. */
export function ribKey(bank: string, branch: string, account: string): string | null {
  if (!/^\d{5}$/.test(bank) || !/^\d{5}$/.test(branch) || !/^[\dA-Z]{11}$/i.test(account)) return null
  const number = account
    .toUpperCase()
    .replace(/[A-Z]/g, letter => RIB_LETTERS[letter.charCodeAt(0) - 65] ?? '')
  const rest = (89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(number)) % 97n
  return String(97n - rest).padStart(2, '0')
}

/** A→10 … Z→35, as the key of an IBAN counts letters (ISO 7064). */
function inDigits(text: string): string {
  return text.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55))
}
