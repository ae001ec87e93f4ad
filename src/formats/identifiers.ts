/** Numbers that identify a company or an account: as people write them → as they are kept, or what is wrong with them. */
import {
  electronicFormatIBAN,
  isSEPACountry,
  ValidationErrorsBIC,
  ValidationErrorsIBAN,
  validateBIC,
  validateIBAN,
} from 'ibantools'
import * as siren from 'stdnum/lib/cjs/fr/siren.js'
import * as siret from 'stdnum/lib/cjs/fr/siret.js'
import * as tva from 'stdnum/lib/cjs/fr/tva.js'
import type { IdentifierFault } from '../words/problems/identifier-faults.ts'
import { type Check, VAT_CHECKS } from './eu-vat.ts'

export type Identifier = { value: string } | { problem: IdentifierFault }

/** Nine digits, the last a Luhn key. */
export function readSiren(text: string): Identifier {
  return checked(bare(text), siren.validate)
}

/** A SIREN and five more digits, with a key of their own; those of La Poste add up to a multiple of five instead. */
export function readSiret(text: string): Identifier {
  return checked(bare(text), siret.validate)
}

/** The SIREN of a text that is a SIREN or a SIRET. */
export function readSirenOrSiret(text: string): Identifier {
  if (bare(text).length !== 14) return readSiren(text)
  const found = readSiret(text)
  return 'value' in found ? { value: found.value.slice(0, 9) } : found
}

/** A VAT number of the European Union (or GB), with its prefix. Without one, eleven characters are tried as a French number. */
export function readVat(text: string): Identifier {
  const number = bare(text)
  if (number === '') return { problem: 'missing' }
  const prefix = number.startsWith('GR') ? 'EL' : number.slice(0, 2)
  const isFrench = prefix === 'FR' || /^\d[A-Z\d]\d{9}$/.test(number)
  const check = isFrench ? tva.validate : VAT_CHECKS.get(prefix)
  if (!check) return { problem: 'unknown-country' }
  const own = /^[A-Z]{2}/.test(number) ? number.slice(2) : number
  const found = checked(own, check)
  return 'value' in found ? { value: `${isFrench ? 'FR' : prefix}${found.value}` } : found
}

/** The SIREN in a French VAT number; null for a foreign one, and for Monaco's, which begin with three zeros. */
export function sirenOfVat(vat: string | null): string | null {
  if (!vat?.startsWith('FR')) return null
  const found = readSiren(vat.slice(4))
  return 'value' in found && !found.value.startsWith('000') ? found.value : null
}

export function readIban(text: string): Identifier {
  const iban = electronicFormatIBAN(bare(text)) ?? ''
  const { errorCodes } = validateIBAN(iban)
  const {
    NoIBANProvided,
    NoIBANCountry,
    WrongBBANLength,
    WrongIBANChecksum,
    WrongAccountBankBranchChecksum,
  } = ValidationErrorsIBAN
  const has = (...codes: ValidationErrorsIBAN[]) => errorCodes.some(code => codes.includes(code))
  if (errorCodes.length === 0) return { value: iban }
  if (has(NoIBANProvided)) return { problem: 'missing' }
  if (has(NoIBANCountry)) return { problem: 'unknown-country' }
  if (has(WrongBBANLength)) return { problem: 'wrong-length' }
  const isKeyAlone = errorCodes.every(
    code => code === WrongIBANChecksum || code === WrongAccountBankBranchChecksum,
  )
  return { problem: isKeyAlone ? 'wrong-key' : 'wrong-characters' }
}

/** Whether the account's country takes part in SEPA. */
export function isSepaIban(iban: string): boolean {
  return isSEPACountry(iban.slice(0, 2) as Parameters<typeof isSEPACountry>[0])
}

/** Eight characters, or eleven with a branch. */
export function readBic(text: string): Identifier {
  const bic = bare(text)
  const { errorCodes } = validateBIC(bic)
  if (errorCodes.length === 0) return { value: bic }
  if (bic === '') return { problem: 'missing' }
  if (bic.length !== 8 && bic.length !== 11) return { problem: 'wrong-length' }
  return {
    problem: errorCodes.includes(ValidationErrorsBIC.NoBICCountry) ? 'unknown-country' : 'wrong-characters',
  }
}

/** A creditor's reference of ISO 11649: `RF`, two check digits, up to 21 letters and digits. */
export function readCreditorReference(text: string): Identifier {
  const reference = bare(text)
  if (reference === '') return { problem: 'missing' }
  if (reference.length < 5 || reference.length > 25) return { problem: 'wrong-length' }
  if (!/^RF\d\d[A-Z\d]+$/.test(reference)) return { problem: 'wrong-characters' }
  return hasKey97(reference) ? { value: reference } : { problem: 'wrong-key' }
}

/**
 * A SEPA creditor's identifier (ICS in France): country, check digits, three characters of the creditor's own choice, which the check
 * leaves out, then its national number (EPC AT-02). French ones have thirteen characters.
 */
export function readCreditorIdentifier(text: string): Identifier {
  const identifier = bare(text)
  if (identifier === '') return { problem: 'missing' }
  const isFrench = identifier.startsWith('FR')
  if (isFrench ? identifier.length !== 13 : identifier.length < 8 || identifier.length > 35)
    return { problem: 'wrong-length' }
  if (!/^[A-Z]{2}\d\d[A-Z\d]{3}[A-Z\d]+$/.test(identifier)) return { problem: 'wrong-characters' }
  const checked = identifier.slice(0, 4) + identifier.slice(7)
  return hasKey97(checked) ? { value: identifier } : { problem: 'wrong-key' }
}

/** ISO 7064 mod 97-10: the first four characters moved behind the rest, letters as numbers from 10. */
function hasKey97(text: string): boolean {
  const digits = [...text.slice(4), ...text.slice(0, 4)].map(letter => Number.parseInt(letter, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

/** Spaces of any kind, points, hyphens and slashes are how people group digits. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s.\-–/]/g, '')
    .toUpperCase()
}

function checked(number: string, check: Check): Identifier {
  if (number === '') return { problem: 'missing' }
  const result = check(number)
  if (result.isValid) return { value: result.compact }
  switch (result.error.name) {
    case 'InvalidLength':
      return { problem: 'wrong-length' }
    case 'InvalidChecksum':
      return { problem: 'wrong-key' }
    default:
      return { problem: 'wrong-characters' }
  }
}
