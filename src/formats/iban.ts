import { electronicFormatIBAN, isValidIBAN } from 'ibantools'

/** An IBAN as written, spaces or not → its electronic form; null when country, length or check digits are wrong. */
export function readIban(text: string): string | null {
  const iban = electronicFormatIBAN(text)
  return iban !== null && isValidIBAN(iban) ? iban : null
}
