import { amountText } from '../../domain/amount-text.ts'
import { payeeOf } from '../../domain/claim/payee.ts'
import type { Language } from '../../domain/language.ts'
import type { CountryTexts } from '../../domain/law/texts.ts'
import { type Cents, subtract, sum, ZERO } from '../../domain/money.ts'
import { LABELS } from '../labels.ts'
import { delay, groupedIban, longDate } from '../wording.ts'
import type { MessageInput } from './message-data.ts'
import { claimOf, invoiceNumbers } from './text-scope.ts'

/** A line of invoices, every cell in words. */
export type InvoiceRow = {
  readonly name: string
  readonly issued: string
  readonly due: string
  /** Null when not late. */
  readonly late: string | null
  readonly left: string
  /** The invoice's own amount, when a part was paid. */
  readonly outOf: string | null
}

export type Sum = { readonly label: string; readonly amount: string; readonly isTotal: boolean }

export function invoiceRows(
  input: Pick<MessageInput, 'items' | 'currency'>,
  language: Language,
): InvoiceRow[] {
  return input.items.map(item => ({
    name: item.name,
    issued: longDate(item.issuedOn, language),
    due: longDate(item.dueOn, language),
    late: item.delayDays > 0 ? delay(item.delayDays, language) : null,
    left: amountText(item.balanceCents, input.currency, language),
    outOf:
      item.balanceCents === item.amountCents ? null : amountText(item.amountCents, input.currency, language),
  }))
}

/** One line per invoice told for the record. */
export function otherLines(input: MessageInput, language: Language): string[] {
  const { due, colon } = LABELS[language]
  return (input.others ?? []).map(({ name, dueOn, balanceCents }) => {
    const date = `${due.toLowerCase()} ${longDate(dueOn, language)}`
    return `${name}, ${date}${colon}${amountText(balanceCents, input.currency, language)}`
  })
}

/** What stands under the invoices: what is taken off, and what is asked (the principal only, when a claim follows). */
export function invoiceSums(
  { items, totals, currency }: MessageInput,
  language: Language,
  hasClaim: boolean,
): Sum[] {
  const labels = LABELS[language]
  const amount = (value: Cents) => amountText(value, currency, language)
  const isPlain = totals.disputedCents === 0n && totals.creditCents === 0n
  const listed = sum(items.map(item => item.balanceCents))
  return [
    ...(isPlain ? [] : [{ label: labels.listed, amount: amount(listed), isTotal: false }]),
    ...(totals.disputedCents === 0n
      ? []
      : [{ label: labels.disputed, amount: amount(subtract(ZERO, totals.disputedCents)), isTotal: false }]),
    ...(totals.creditCents === 0n
      ? []
      : [{ label: labels.credit, amount: amount(subtract(ZERO, totals.creditCents)), isTotal: false }]),
    {
      label: hasClaim ? labels.principal : labels.asked,
      amount: amount(totals.askedCents),
      isTotal: true,
    },
  ]
}

export function claimSums(input: MessageInput, { legalWords }: CountryTexts, language: Language): Sum[] {
  const claim = claimOf(input)
  if (!claim) return []
  const labels = LABELS[language]
  const words = legalWords[language]
  const amount = (value: Cents) => amountText(value, input.currency, language)
  return [
    { label: labels.principal, amount: amount(input.totals.askedCents), isTotal: false },
    {
      label: words.interest(input.debtor.kind, longDate(input.today, language)),
      amount: amount(claim.interestCents),
      isTotal: false,
    },
    { label: words.indemnity, amount: amount(claim.indemnityCents), isTotal: false },
    ...(claim.complementCents > 0n
      ? [{ label: words.complement, amount: amount(claim.complementCents), isTotal: false }]
      : []),
    { label: labels.total, amount: amount(claim.totalCents), isTotal: true },
  ]
}

/** What says how a message is paid. */
type Paid = Pick<MessageInput, 'creditor' | 'agency' | 'payee' | 'reference' | 'firstLetters' | 'items'>

/** How to pay, as label and value; without an IBAN only the reference to quote is known. */
export function paymentLines(input: Paid, language: Language): { label: string; value: string }[] {
  const labels = LABELS[language]
  const { name, iban, bic } = payeeOf(input.payee, input.agency, input.creditor)
  return [
    ...(iban
      ? [
          { label: labels.payee, value: name },
          { label: 'IBAN', value: groupedIban(iban) },
        ]
      : []),
    ...(iban && bic ? [{ label: 'BIC', value: bic }] : []),
    { label: labels.reference, value: paymentReference(input) },
  ]
}

/** As many numbers as the label of a bank transfer can hold. */
export function paymentReference(input: Paid): string {
  const ofAgency = [input.reference, ...(input.firstLetters ?? []).map(letter => letter.reference)]
  const numbers = input.agency ? ofAgency.filter(known => known !== undefined) : invoiceNumbers(input)
  const shown = numbers.slice(0, REFERENCE_NUMBERS).join(', ')
  return numbers.length > REFERENCE_NUMBERS ? `${shown}…` : shown
}

const REFERENCE_NUMBERS = 6
