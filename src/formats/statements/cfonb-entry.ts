/** An entry (04) of CFONB 120 and its complements (05) → one entry. */

import { error, type Problem } from '../problem.ts'
import { type CfonbRecord, cfonbAmount, cfonbDay } from './cfonb-record.ts'
import { returnedByLabel } from './returned-labels.ts'
import type { StatementEntry } from './statement.ts'
import { badAmount, badDate, given, givenIban, givenReference, joined } from './statement-text.ts'

export type Complement = { qualifier: string; text: string }

/**
 * Interbank operations that are money come back (CFONB, "Codes opérations interbancaires"): 03 unpaid cheques, 10 debits
 * and TIP rejected or unpaid, 12 transfers rejected or returned, 26 TIP, 27 debits, 33 unpaid bills, 38 card slips,
 * 98 telepayments, A3 and A4 SEPA debits rejected as the payer, B3 and B4 as the creditor.
 */
const RETURNS = new Set(['03', '10', '12', '26', '27', '33', '38', '98', 'A3', 'A4', 'B3', 'B4'])
/** Fees: the label of one may begin with the entry that it is for. */
const FEES = new Set(['61', '62', '64', '65', '66', '67', '88'])
/** Amounts in coded digits, not words: original amount, exchange rate, fees. */
const CODED = new Set(['MMO', 'FEE'])

/** 70 characters under a qualifier of three: NPY the payer's name, RCN its reference, LCC and LC2 its words… */
export function complementOf({ qualifier, complement }: CfonbRecord): Complement {
  return { qualifier, text: complement }
}

/** Refused when its date or its amount can't be read. The bank's REF isn't taken as the entry's number: several may share it. */
export function cfonbEntry(
  record: CfonbRecord,
  complements: readonly Complement[],
): StatementEntry | Problem {
  const { line } = record
  const bookedOn = cfonbDay(record.date)
  const amountCents = cfonbAmount(record)
  if (bookedOn === null) return badDate(line, record.date.trim())
  if (amountCents === null) return badAmount(line, record.amount.trim())
  if (record.currency === '') {
    return error(line, 'no-currency', { kind: 'entry' })
  }
  const text = (...names: string[]) => complements.find(({ qualifier }) => names.includes(qualifier))?.text
  const description = joined([
    record.label,
    ...complements.filter(({ qualifier }) => !CODED.has(qualifier)).map(complement => complement.text),
  ])
  return {
    line,
    bookedOn,
    valueOn: cfonbDay(record.valueDate),
    amountCents,
    currency: record.currency,
    counterparty: {
      name: given(amountCents < 0n ? (text('NBE') ?? text('NPY')) : text('NPY')),
      iban: accountIn(amountCents < 0n ? text('IBE', 'CBE') : text('IPY', 'CPY')),
    },
    reference: givenReference(text('LCS')) ?? givenReference(record.reference),
    endToEndId: givenReference(text('RCN')?.slice(0, 35)),
    description,
    bankReference: null,
    returned: returnedIn(record, description, text('RET')),
  }
}

function returnedIn({ operation, reason }: CfonbRecord, description: string, told: string | undefined) {
  if (RETURNS.has(operation)) return { reason: reasonIn(told) ?? (reason === '' ? null : `motif ${reason}`) }
  return FEES.has(operation) ? null : returnedByLabel(description)
}

/** RET: a code of ISO 20022, the interbank one, then words. */
function reasonIn(text: string | undefined): string | null {
  return given((text ?? '').replace(/^([A-Z]{2}\d\d)\s*(\d\d)?\s*/, '$1 $2 '))
}

/** An account of 35 characters, then the kind of number that it is. */
function accountIn(text: string | undefined): string | null {
  return givenIban(text?.slice(0, 35).trim())
}
