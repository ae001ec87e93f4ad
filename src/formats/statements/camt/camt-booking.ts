/** What an entry of a camt statement says by itself, its transactions left aside. */
import type { Day } from '../../../domain/date.ts'
import type { Cents } from '../../../domain/money.ts'
import type { CamtAmountFault, CamtEntry } from '../../../words/problems/camt.ts'
import { textAt, textsAt, type XmlElement } from '../../containers/xml-elements.ts'
import { error, type Problem, warning } from '../../problem.ts'
import { amountsOf, type CamtTransaction, returnOf } from './camt-transaction.ts'
import { given, type IsoAmount, readIsoAmount, readIsoDate, readSign, type Sign } from './camt-values.ts'

/** `line` is the number of the entry in the file. The currency is the account's, null while unknown. */
export type EntryContext = { line: number; account: string | null; currency: string | null }

export type Booking = {
  bookedOn: Day
  valueOn: Day | null
  amountCents: Cents
  currency: string
  sign: Sign
  bankReference: string | null
  isReversal: boolean
  returned: { reason: string | null } | null
  texts: string[]
}

/** A problem for an entry that can't be taken. */
export function readBooking(
  ntry: XmlElement,
  transactions: readonly CamtTransaction[],
  context: EntryContext,
): Booking | Problem {
  const entry = namedBy(context)
  const amount = amountOf(ntry, transactions, context.currency)
  if (!amount) return error(context.line, 'no-amount', { kind: 'camt', ...entry })
  const amountCents = readIsoAmount(amount.text)
  if (typeof amountCents !== 'bigint') return badAmount({ ...entry, text: shown(amount.text) }, amountCents)
  const currency = amount.currency ?? context.currency
  if (currency === null) return error(context.line, 'no-currency', { kind: 'camt', ...entry })
  const sign = readSign(textAt(ntry, 'CdtDbtInd'))
  if (sign === null) return error(context.line, 'no-direction', entry)
  const written = dateText(ntry, 'BookgDt') ?? valueText(ntry)
  if (written === null) return error(context.line, 'no-date', entry)
  const bookedOn = readIsoDate(written)
  if (bookedOn === null)
    return error(context.line, 'bad-date', { kind: 'camt', ...entry, text: shown(written) })
  return {
    bookedOn,
    valueOn: readIsoDate(valueText(ntry) ?? ''),
    amountCents: (amountCents * sign) as Cents,
    currency,
    sign,
    bankReference: given(textAt(ntry, 'AcctSvcrRef')),
    isReversal: ['true', '1'].includes(textAt(ntry, 'RvslInd') ?? ''),
    returned: returnOf(ntry),
    texts: textsAt(ntry, 'AddtlNtryInf'),
  }
}

function badAmount(amount: CamtEntry & { text: string }, fault: CamtAmountFault): Problem {
  if (fault === 'negative') return error(amount.entry, 'negative-amount', amount)
  if (fault === 'decimals') return error(amount.entry, 'too-many-decimals', amount)
  return error(amount.entry, 'bad-amount', { kind: 'camt', ...amount, fault })
}

function shown(text: string): string {
  return text.slice(0, 40)
}

function dateText(ntry: XmlElement, name: string): string | null {
  return textAt(ntry, name, 'Dt') ?? textAt(ntry, name, 'DtTm')
}

function valueText(ntry: XmlElement): string | null {
  return dateText(ntry, 'ValDt')
}

/** In the account's currency when the bank gives it so, be it in the details; else as the entry has it. */
function amountOf(
  ntry: XmlElement,
  transactions: readonly CamtTransaction[],
  currency: string | null,
): IsoAmount | null {
  const own = amountsOf(ntry)
  const only = transactions.length === 1 ? (transactions[0]?.amounts ?? []) : []
  return [...own, ...only].find(amount => amount.currency === currency) ?? own[0] ?? null
}

/** What a person should look at in an entry that is taken. */
export function bookingWarnings(ntry: XmlElement, { valueOn }: Booking, context: EntryContext): Problem[] {
  const problems: Problem[] = []
  const entry = namedBy(context)
  if (dateText(ntry, 'BookgDt') === null) problems.push(warning(context.line, 'no-booking-date', entry))
  if (valueOn === null && valueText(ntry) !== null)
    problems.push(warning(context.line, 'bad-value-date', entry))
  return problems
}

/** The status is a text up to version 07, a code from 08 on. */
export function isPending(ntry: XmlElement): boolean {
  const status = textAt(ntry, 'Sts', 'Cd') ?? textAt(ntry, 'Sts', 'Prtry') ?? textAt(ntry, 'Sts')
  return status !== null && status !== 'BOOK'
}

/** Which entry a problem is of. */
export function namedBy({ line, account }: EntryContext): CamtEntry {
  return { entry: line, account }
}
