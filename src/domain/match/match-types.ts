/** What match reads and what it answers. */
import type { Day } from '../date.ts'
import type { Cents } from '../money.ts'

/** Money received, as a statement tells of it. */
export type ReceivedMoney = {
  readonly receivedOn: Day
  readonly amountCents: Cents
  readonly currency: string
  /** All that the bank wrote of it: description and reference. */
  readonly label: string
  readonly endToEndId: string | null
  readonly payerName: string | null
  readonly payerIban: string | null
}

/** An open item, or a credit note with a negative balance; one settled of late, at zero, shows what is paid twice. */
export type MatchItem = {
  /** Key of the debtor in the ledger. */
  readonly debtor: string
  /** The number that a payer would write: the invoice's, not `number/2`. */
  readonly number: string
  /** Other references under which it may be paid: a structured reference, the end-to-end id of a debit. */
  readonly references: readonly string[]
  readonly currency: string
  readonly balanceCents: Cents
}

/** Who may pay. `ibans`: accounts that have paid for this debtor; several debtors of a group may share one. */
export type MatchDebtor = { readonly key: string; readonly name: string; readonly ibans: readonly string[] }

/** What money is matched against. Items of a debtor are taken in the order given: the oldest due date first. */
export type MatchLedger = { readonly items: readonly MatchItem[]; readonly debtors: readonly MatchDebtor[] }

/** `matched`: certain enough to be recorded by itself. `suggested`: for a person, with its reasons. */
export type MatchStatus = 'matched' | 'suggested' | 'unmatched'

/** What speaks for a match, or how the amount and the items differ. */
export type MatchCode =
  | 'reference'
  | 'end-to-end-id'
  | 'reference-abbreviated'
  | 'reference-cut'
  | 'known-iban'
  | 'name-alike'
  | 'amount-equal'
  | 'whole-balance'
  | 'only-combination'
  | 'credit-note-netted'
  | 'within-tolerance'
  | 'part-payment'
  | 'over-payment'
  | 'oldest-first'
  | 'already-paid'
  | 'only-item-of-that-amount'

/** A part of a payment set against an item, by its place in the ledger; negative for a credit note, zero for one paid already. */
export type MatchShare = { readonly item: number; readonly amountCents: Cents }

/** What a payment is set against. Shares and what is left make the amount; what is left stays on the debtor's account. */
export type Match = {
  readonly status: MatchStatus
  /** From 0 to 100; 90 and more is `matched`. */
  readonly score: number
  readonly shares: readonly MatchShare[]
  readonly leftCents: Cents
  /** Keys of the debtors concerned, also when no item is. */
  readonly debtors: readonly string[]
  readonly because: readonly MatchCode[]
}

/** `toleranceCents`: a difference that is a bank's fee or a slip, not a claim. */
export type MatchOptions = { readonly toleranceCents: Cents }

/** One way to read a payment: the items that it pays, credit notes among them, and what speaks for it. */
export type MatchReading = {
  readonly items: readonly number[]
  readonly score: number
  readonly because: readonly MatchCode[]
}
