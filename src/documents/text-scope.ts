import type { Language } from '../countries/fr/texts/step-text.ts'
import { atLeastZero, type Cents, subtract, sum } from '../domain/money.ts'
import { BLOCKS } from './blocks.ts'
import type { MessageInput, TextScope } from './message-data.ts'
import { longDate, money } from './wording.ts'

/** The data of a message in the words of its reader: what the texts see. */
export function textScope(input: MessageInput, language: Language): TextScope {
  const { creditor, debtor, contact, items, totals, brokenPromise, noticeDays, attachments } = input
  const amount = (value: Cents) => money(value, input.currency, language)
  const claim = claimOf(input)
  const firstDue = items.map(item => item.dueOn).sort((a, b) => a - b)[0] ?? input.today
  return {
    today: longDate(input.today, language),
    count: invoiceNumbers(input).length,
    numbers: invoiceNumbers(input).join(', '),
    firstDue: longDate(firstDue, language),
    attachments: attachments || undefined,
    noticeDays: noticeDays === undefined ? undefined : inWords(noticeDays, language),
    creditor: {
      name: known(creditor.name),
      email: known(creditor.email),
      phone: known(creditor.phone)?.replaceAll(' ', '\u00A0'),
    },
    debtor: { name: known(debtor.name), isBusiness: debtor.kind === 'business' },
    contact: { name: known(contact.name) },
    totals: { asked: amount(totals.askedCents), due: amount(claim?.totalCents ?? totals.askedCents) },
    promise: brokenPromise && {
      amount: amount(brokenPromise.amountCents),
      by: longDate(brokenPromise.by, language),
    },
    invoices: BLOCKS.invoices,
    claim: claim && BLOCKS.claim,
    payment: BLOCKS.payment,
  }
}

/** Principal, interest and indemnity; undefined where they aren't counted, or can't be claimed (a consumer). */
export function claimOf({ debtor, totals }: MessageInput) {
  const { interestCents, indemnityCents, askedCents } = totals
  if (debtor.kind === 'consumer' || interestCents === undefined || indemnityCents === undefined)
    return undefined
  return { interestCents, indemnityCents, totalCents: sum([askedCents, interestCents, indemnityCents]) }
}

/** An invoice of which two due dates are listed counts once: its reader knows it by one number. */
export function invoiceNumbers({ items }: MessageInput): string[] {
  return [...new Set(items.map(item => item.invoice))]
}

/** The first amount or name that contradicts the others, if any: a total that doesn't add up never leaves. */
export function contradiction({ items, totals }: MessageInput): string | null {
  if (items.length === 0) return 'items'
  const listed = sum(items.map(item => item.balanceCents))
  const asked = atLeastZero(subtract(subtract(listed, totals.disputedCents), totals.creditCents))
  return totals.askedCents === asked ? null : 'totals.askedCents'
}

function known(value: string | undefined): string | undefined {
  return value?.trim() ? value : undefined
}

const WORDS = {
  fr: { 8: 'huit', 15: 'quinze', 30: 'trente' },
  en: { 8: 'eight', 15: 'fifteen', 30: 'thirty' },
} as const

function inWords(value: number, language: Language): string {
  const words: Readonly<Record<number, string>> = WORDS[language]
  return words[value] ?? String(value)
}
