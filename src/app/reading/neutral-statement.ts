import { formatDay } from '../../domain/date.ts'
import { formatAmount } from '../../domain/money.ts'
import type { Statement } from '../../formats/statements/statement.ts'
import { amountOrNull, dateOrNull } from './neutral-document.ts'

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
    from: dateOrNull(from),
    to: dateOrNull(to),
    opening: amountOrNull(openingCents),
    closing: amountOrNull(closingCents),
    entries: entries.map(entry => ({
      bookingDate: formatDay(entry.bookedOn),
      valueDate: dateOrNull(entry.valueOn),
      amount: formatAmount(entry.amountCents),
      counterparty: entry.counterparty,
      reference: entry.reference,
      endToEndId: entry.endToEndId,
      description: entry.description,
    })),
  }
}
