/** The text inside a QR code that fills in a SEPA transfer (EPC069-12, « SEPA QR »): one field a line, the last empty ones left out. */
import { type Cents, formatAmount } from '../../domain/money.ts'
import type { PaymentCodeFault } from '../../words/problems/payment-code.ts'
import { isSepaIban, readBic, readCreditorReference, readIban } from '../identifiers.ts'

export type EpcTransfer = {
  name: string
  iban: string
  /** Needed by no bank of the European Economic Area. */
  bic?: string | null
  amountCents: Cents
  /** A code of ISO 20022, such as `GDDS`. */
  purpose?: string | null
  /** A creditor's reference of ISO 11649, or a text: never both. */
  reference?: string | null
  text?: string | null
  /** Shown to the payer, not carried with the money. */
  information?: string | null
}

const MOST_CENTS = 99_999_999_999n
const MOST_BYTES = 331

/** Version 002, UTF-8. Error correction M of at most version 13 holds it. */
export function epcPayload(transfer: EpcTransfer): { payload: string } | { problem: PaymentCodeFault } {
  const { amountCents, ...texts } = transfer
  const { name, iban, bic, purpose, reference, text, information } = trimmed(texts)
  const account = readIban(iban)
  const bank = bic === '' ? { value: '' } : readBic(bic)
  const structured = reference === '' ? { value: '' } : readCreditorReference(reference)
  if ([name, purpose, text, information].some(field => /\p{Cc}|[\u2028\u2029]/u.test(field)))
    return { problem: 'qr-line-break' }
  if (name === '') return { problem: 'qr-name-missing' }
  if (lengthOf(name) > 70) return { problem: 'qr-name-too-long' }
  if ('problem' in account || !isSepaIban(account.value)) return { problem: 'qr-bad-iban' }
  if ('problem' in bank) return { problem: 'qr-bad-bic' }
  if (amountCents < 1n || amountCents > MOST_CENTS) return { problem: 'qr-bad-amount' }
  if (!/^[A-Z\d]{0,4}$/.test(purpose)) return { problem: 'qr-bad-purpose' }
  if (reference !== '' && text !== '') return { problem: 'qr-two-references' }
  if ('problem' in structured) return { problem: 'qr-bad-reference' }
  if (lengthOf(text) > 140) return { problem: 'qr-text-too-long' }
  if (lengthOf(information) > 70) return { problem: 'qr-information-too-long' }
  const amount = `EUR${formatAmount(amountCents)}`
  const fields = ['BCD', '002', '1', 'SCT', bank.value, name, account.value, amount, purpose]
  const payload = [...fields, structured.value, text, information].join('\n').replace(/\n+$/, '')
  return new TextEncoder().encode(payload).length > MOST_BYTES ? { problem: 'qr-too-long' } : { payload }
}

type Texts = Omit<EpcTransfer, 'amountCents'>

function trimmed(texts: Texts): Record<keyof Texts, string> {
  const of = (text: string | null | undefined) => (text ?? '').trim()
  return {
    name: of(texts.name),
    iban: of(texts.iban),
    bic: of(texts.bic),
    purpose: of(texts.purpose),
    reference: of(texts.reference),
    text: of(texts.text),
    information: of(texts.information),
  }
}

function lengthOf(text: string): number {
  return [...text].length
}
