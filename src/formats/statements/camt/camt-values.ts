/** Amounts, dates and codes as ISO 20022 writes them. What can't be read is told, never rounded or guessed. */
import { type Day, parseDay } from '../../../domain/date.ts'
import { type Cents, cents } from '../../../domain/money.ts'
import type { CamtAmountFault } from '../../../words/problems/camt.ts'
import type { XmlElement } from '../../containers/xml-elements.ts'
import { currencyCode } from '../../currency-code.ts'

/** An amount as the file has it, read only where it is used. */
export type IsoAmount = { text: string; currency: string | null }

export function isoAmount(element: XmlElement | null): IsoAmount | null {
  if (!element) return null
  return { text: element.text, currency: currencyCode(element.attributes.Ccy) }
}

/** Never negative: a debit is told beside the amount. Zeros beyond the second decimal change nothing. */
export function readIsoAmount(text: string): Cents | CamtAmountFault {
  const match = /^\+?(\d{0,16})(?:\.(\d*))?$/.exec(text)
  if (!match || !/\d/.test(text)) return amountFault(text)
  const decimals = (match[2] ?? '').replace(/0+$/, '')
  if (decimals.length > 2) return 'decimals'
  return cents(BigInt(match[1] || '0') * 100n + BigInt(decimals.padEnd(2, '0')))
}

function amountFault(text: string): CamtAmountFault {
  if (text === '') return 'empty'
  if (/^-[\d.,]+$/.test(text)) return 'negative'
  return /^[\d\s.]+,\d*$/.test(text) ? 'comma' : 'unreadable'
}

/** The calendar date as the bank writes it, with or without an hour: no time zone moves it. */
export function readIsoDate(text: string): Day | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T.*|Z|[+-]\d{2}:\d{2})?$/.exec(text)
  return match ? parseDay(match[1] as string) : null
}

/** 1 for a credit, −1 for a debit. */
export type Sign = 1n | -1n

export function readSign(text: string | null): Sign | null {
  if (text === 'CRDT') return 1n
  return text === 'DBIT' ? -1n : null
}

/** A reference, unless the bank says that there is none. */
export function given(reference: string | null): string | null {
  const isNone = /^(not[ -]?provided|nonref|notavailable)$/i.test(reference ?? '')
  return isNone ? null : reference
}
