import { type Day, formatDay } from '../domain/date.ts'
import { type Cents, formatAmount } from '../domain/money.ts'
import type { Statement } from '../formats/statement.ts'

/** A statement in the neutral form of the contract: amounts as signed decimal text, dates ISO, absent is null. */
export type NeutralStatement = {
  account: string | null
  currency: string | null
  from: string | null
  to: string | null
  opening: string | null
  closing: string | null
  entries: NeutralEntry[]
}

type NeutralEntry = {
  bookingDate: string
  valueDate: string | null
  amount: string
  counterparty: { name: string | null; iban: string | null }
  reference: string | null
  endToEndId: string | null
  description: string
}

export function neutralStatement(statement: Statement): NeutralStatement {
  const { account, currency, from, to, openingCents, closingCents, entries } = statement
  return {
    account,
    currency,
    from: date(from),
    to: date(to),
    opening: amount(openingCents),
    closing: amount(closingCents),
    entries: entries.map(entry => ({
      bookingDate: formatDay(entry.bookedOn),
      valueDate: date(entry.valueOn),
      amount: formatAmount(entry.amountCents),
      counterparty: entry.counterparty,
      reference: entry.reference,
      endToEndId: entry.endToEndId,
      description: entry.description,
    })),
  }
}

function date(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}

function amount(amountCents: Cents | null): string | null {
  return amountCents === null ? null : formatAmount(amountCents)
}
