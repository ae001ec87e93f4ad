/** Values as JSON carries them. A day and an amount become what the domain counts with here, and nowhere else. */
import { z } from 'zod'
import { type Day as DomainDay, formatDay, parseDay } from '../../domain/date.ts'
import { cents, type Cents as DomainCents } from '../../domain/money.ts'

/** `2026-11-30`: ISO 8601. A date that does not exist is refused. */
export const Day = z.codec(
  z.string().meta({ format: 'date', examples: ['2026-11-30'] }),
  z.custom<DomainDay>(Number.isSafeInteger),
  {
    decode(text, context) {
      const parsed = parseDay(text)
      if (parsed !== null) return parsed
      context.issues.push({ code: 'custom', message: 'not a date: YYYY-MM-DD', input: text })
      return z.NEVER
    },
    encode: formatDay,
  },
)

/** Hundredths of the currency, as an integer that a double holds exactly: an amount that it would round is refused. */
export const Cents = z.codec(
  z.int(),
  z.custom<DomainCents>(value => typeof value === 'bigint'),
  {
    decode: number => cents(number),
    encode(amount, context) {
      const number = Number(amount)
      if (Number.isSafeInteger(number)) return number
      context.issues.push({ code: 'custom', message: 'more than JSON holds exactly', input: amount })
      return z.NEVER
    },
  },
)

/** `-1200.00`: a decimal number with two places, of what a document states. */
export const AmountText = z.string().regex(/^-?\d+\.\d{2}$/)

/** `2026-11-30T08:15:00.000Z`. */
export const Instant = z.iso.datetime({ offset: true })

/** ISO 4217: `EUR`. */
export const Currency = z.string().regex(/^[A-Z]{3}$/)

/** `CREDITOR/DEBTOR`: the codes of the two whose case it is. */
export const CaseReference = z.string().regex(/^.+\/.+$/)

/** `12-3`: the third thing that happened in case 12. */
export const ActionId = z.string().regex(/^\d+-\d+$/)

/** `M-12`: a message that came in. */
export const MessageId = z.string().regex(/^M-\d+$/)

/** `B-12`: a movement of a bank account. */
export const EntryId = z.string().regex(/^B-\d+$/)

/** How many, none included. */
export const Count = z.int().nonnegative()

/** Which one, from 1. */
export const Place = z.int().positive()

/** Hundredths of a per cent: 1215 is 12.15 %. */
export const BasisPoints = z.int()

export const Siren = z.string().regex(/^\d{9}$/)

/** Which part of a list: after the cursor of the answer before, `limit` rows at most. Without both, the whole list. */
export const pageOf = { after: z.string().optional(), limit: Place.optional() }

/** Where the page that follows begins; null after the last row, absent from a whole list. */
export const next = { next: z.string().nullable().optional() }

/** The day that a question is about; without it, the day of work. */
export const asOf = { date: Day.optional() }
