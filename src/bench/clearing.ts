import type { LedgerLine } from '../formats/invoices/ledger.ts'

/** The letter of one debtor that a line bears; empty when it bears none. */
export function letterOf({ customerCode, clearing }: LedgerLine): string {
  return clearing === '' ? '' : `${customerCode} ${clearing}`
}

/** Money on a customer's account. « x » is written where an entry has no number: balances carried over. */
export function isPayment({ amountCents, sale, number }: LedgerLine): boolean {
  return amountCents < 0n && !sale && number !== 'x'
}

/**
 * The same lines with crossed letters put right, and how many exchanges that took. Crossed: a payment bears the number of an
 * invoice that another letter of its debtor settles, and an exchange of equals (two payments, or two invoices, of one amount) gives it
 * that invoice. Sums by letter stay what they were. Whoever pays says what he pays (C. civ. art. 1342-10); which of two equal
 * invoices an accountant ticks first says nothing.
 */
export function uncross(lines: readonly LedgerLine[]): { lines: LedgerLine[]; exchanges: number } {
  const uncrossed = lines.map(line => ({ ...line }))
  const accounts = new Map<string, LedgerLine[]>()
  for (const line of uncrossed) {
    if (line.clearing === '') continue
    const account = accounts.get(line.customerCode)
    if (account) account.push(line)
    else accounts.set(line.customerCode, [line])
  }
  let exchanges = 0
  for (const account of accounts.values())
    for (const payment of account.filter(isPayment)) if (giveItsInvoice(payment, account)) exchanges++
  return { lines: uncrossed, exchanges }
}

function giveItsInvoice(payment: LedgerLine, account: readonly LedgerLine[]): boolean {
  if (isAtHome(payment, account)) return false
  const named = account.find(line => !isPayment(line) && line.number === payment.number)
  if (named === undefined) return false
  const itsPayment = account.find(
    line =>
      isPayment(line) &&
      line.clearing === named.clearing &&
      line.amountCents === payment.amountCents &&
      !isAtHome(line, account),
  )
  if (itsPayment !== undefined) return exchange(payment, itsPayment)
  const itsInvoice = account.find(
    line => !isPayment(line) && line.clearing === payment.clearing && line.amountCents === named.amountCents,
  )
  return itsInvoice !== undefined && exchange(named, itsInvoice)
}

/** Its letter holds an invoice of its number. */
function isAtHome(payment: LedgerLine, account: readonly LedgerLine[]): boolean {
  return account.some(
    line => !isPayment(line) && line.clearing === payment.clearing && line.number === payment.number,
  )
}

function exchange(one: LedgerLine, other: LedgerLine): true {
  const { clearing } = one
  one.clearing = other.clearing
  other.clearing = clearing
  return true
}
