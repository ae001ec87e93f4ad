import { type Cents, formatAmount } from '../money.ts'

/** What a payment link may name, in braces; each is written for use inside an address. */
const NAMES = ['reference', 'amount', 'debtor'] as const

/** What a message puts into its creditor's payment link. */
export type PaymentLinkValues = { reference: string; amountCents: Cents; debtor: string }

/**
 * True of an address that a payer can follow: https, with nothing in braces but `{reference}`, `{amount}` and `{debtor}`,
 * none of them before the path, where they would choose the server.
 */
export function isPaymentLink(template: string): boolean {
  const server = /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(:\d{1,5})?([/?#]|$)/i
  if (!server.test(template) || /[\s"<>\\^`|\p{Cc}]/u.test(template)) return false
  const named = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name)
  const bare = template.replace(/\{[^{}]*\}/g, '')
  return !/[{}]/.test(bare) && named.every(name => NAMES.some(known => known === name))
}

/** The link of one message: `https://pay.example/F-1?amount=1200.00`. */
export function paymentLink(template: string, { reference, amountCents, debtor }: PaymentLinkValues): string {
  const values = { reference, amount: formatAmount(amountCents), debtor }
  return NAMES.reduce(
    (link, name) => link.replaceAll(`{${name}}`, () => encodeURIComponent(values[name])),
    template,
  )
}
