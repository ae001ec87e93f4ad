/** Everything that a message can say: the one place where the data of texts is described. */

import type { Day } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { Cents } from '../../domain/money.ts'
import type { Agency, FirstLetter } from '../../domain/organisation/agency.ts'
import type { ChannelName, Stage } from '../../domain/scenario.ts'

/** What the caller knows when a message is written. Absent is left out; nothing is guessed. */
export type MessageInput = {
  readonly step: string
  readonly stage: Stage
  readonly channel: ChannelName
  readonly today: Day
  /** ISO 4217; a message never mixes two. */
  readonly currency: string
  readonly creditor: {
    readonly name: string
    readonly email?: string
    readonly phone?: string
    readonly iban?: string
    readonly bic?: string
    /** Address or seat, SIREN, who signs: what letters say beside the name. */
    readonly address?: string
    readonly siren?: string
    readonly signatory?: string
  }
  /** To whom to pay instead of the creditor: a factor. No message mixes two. */
  readonly payee?: { readonly name: string; readonly iban: string }
  /** Who collects for the creditor; absent when the creditor does it. */
  readonly agency?: Agency
  /** An agency's letter has a reference, which its later messages repeat with its date (CPCE R124-4). */
  readonly reference?: string
  readonly firstLetters?: readonly FirstLetter[]
  readonly debtor: {
    readonly name: string
    readonly kind: DebtorKind
    readonly address?: string
    readonly siren?: string
  }
  /** `language` as the contact has it; French and English are written, anybody else gets English. */
  readonly contact: { readonly name?: string; readonly language: string }
  /** The items listed, in the order to show them. */
  readonly items: readonly MessageItem[]
  /** Overdue too, but not claimed by a formal notice: told in its letter for the record. */
  readonly others?: readonly MessageItem[]
  readonly totals: {
    /** What is asked: balances listed, less what is disputed, less unallocated credits. */
    readonly askedCents: Cents
    readonly creditCents: Cents
    readonly disputedCents: Cents
    /** The first two or neither: late interest to date, and 40 € per late invoice. Never shown to a consumer. */
    readonly interestCents?: Cents
    readonly indemnityCents?: Cents
    /** Recovery costs beyond the 40 € that a document proves; absent: none. */
    readonly complementCents?: Cents
  }
  readonly brokenPromise?: { readonly amountCents: Cents; readonly by: Day }
  /** Days that a formal notice gives from its first presentation. */
  readonly noticeDays?: number
  /** Invoices whose PDF can go with the message, and those whose PDF is too large for it. */
  readonly documents?: { readonly attached: readonly string[]; readonly onRequest: readonly string[] }
  /** Where the creditor is paid online. */
  readonly paymentLink?: string
  /** A picture of this message's own pays by scanning: `PAYMENT_CODE`. */
  readonly hasPaymentCode?: boolean
}

/** The name under which a message shows its own picture of the payment code. */
export const PAYMENT_CODE = 'payment-code'

export type MessageItem = {
  readonly invoice: string
  /** The invoice's number, or `number/1` when it has several due dates. */
  readonly name: string
  readonly issuedOn: Day
  readonly dueOn: Day
  /** Zero or less when not due yet. */
  readonly delayDays: number
  readonly amountCents: Cents
  readonly balanceCents: Cents
}

/**
 * The names that a text may use, all written out for its reader: amounts and dates are words already. A name whose
 * value is undefined may be tested by `if`; printing it is an error, so no message ever goes out with a hole.
 */
export type TextScope = {
  readonly today: string
  readonly count: number
  /** Numbers of the invoices, separated by commas. */
  readonly numbers: string
  /** Earliest due date. */
  readonly firstDue: string
  /** Number of invoices attached; their numbers, when others listed are not; those too large to be. */
  readonly attachments: number | undefined
  readonly attached: string | undefined
  readonly onRequest: string | undefined
  readonly noticeDays: string | undefined
  /** The letter goes registered. */
  readonly registered: boolean
  readonly creditor: {
    readonly name: string | undefined
    readonly email: string | undefined
    readonly phone: string | undefined
    readonly address: string | undefined
    readonly siren: string | undefined
    readonly signatory: string | undefined
  }
  readonly agency: AgencyScope | undefined
  /** This letter's own reference; and the references and dates of the letters that came first. */
  readonly reference: string | undefined
  readonly firstLetters: string | undefined
  readonly debtor: {
    readonly name: string | undefined
    readonly address: string | undefined
    readonly siren: string | undefined
    readonly isBusiness: boolean
    readonly isConsumer: boolean
    readonly isPublicBody: boolean
  }
  readonly contact: { readonly name: string | undefined }
  /** `asked`: the principal asked. `due`: the same, with interest and indemnity where they are claimed. */
  readonly totals: { readonly asked: string; readonly due: string }
  readonly promise: { readonly amount: string; readonly by: string } | undefined
  /** Blocks, each alone on its line: the table of invoices, the claim sum by sum, how to pay. */
  readonly invoices: string
  readonly claim: string | undefined
  readonly others: string | undefined
  readonly payment: string
  /** Marks, each alone on its line: where a letter's own words begin, and where it is signed. */
  readonly opening: string
  readonly signing: string
}

export type AgencyScope = { readonly [Particular in keyof Agency]: string | undefined }
