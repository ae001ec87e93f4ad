/** What the letters that no step asks for can say: plan, receipt, statement. */

import type { AccountLine } from '../../domain/case/account.ts'
import type { Day } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { Language } from '../../domain/language.ts'
import type { PaperKind } from '../../domain/law/texts.ts'
import type { Cents } from '../../domain/money.ts'
import type { MessageInput, TextScope } from '../text/message-data.ts'

/** What the caller knows. Nothing is guessed: what is missing keeps the letter from being written, by name. */
export type PaperInput = PaperParties & (PlanPaper | ReceiptPaper | StatementPaper)

/** As in messages; an agency names its first letters. `noticeDays` of the plan's last clause. */
export type PaperParties = Pick<
  MessageInput,
  'today' | 'currency' | 'creditor' | 'payee' | 'agency' | 'firstLetters' | 'debtor' | 'contact'
> & { readonly noticeDays: number }

/** Items with what they owed on the day of the agreement. */
export type PlanPaper = {
  readonly kind: 'plan-agreement'
  readonly items: MessageInput['items']
  readonly instalments: readonly { readonly dueOn: Day; readonly amountCents: Cents }[]
}

/** Payments received, and the invoices that they are set against with what is left of each. */
export type ReceiptPaper = {
  readonly kind: 'receipt'
  readonly payments: readonly PaperPayment[]
  readonly settled: readonly PaperInvoice[]
}

export type PaperPayment = {
  readonly on: Day
  readonly reference: string | null
  /** The items that it pays. */
  readonly items: readonly string[]
  readonly amountCents: Cents
}

export type PaperInvoice = {
  readonly name: string
  readonly issuedOn: Day
  readonly amountCents: Cents
  /** Payments; the rest of what came off is credit notes or was given up. */
  readonly paidCents: Cents
  readonly leftCents: Cents
}

/** The account line by line, and what is open. */
export type StatementPaper = {
  readonly kind: 'statement'
  readonly lines: readonly AccountLine[]
  readonly items: MessageInput['items']
  readonly overdueCents: Cents
  /** False where the law or the facts forbid to ask: insolvency, a debit under way. */
  readonly asksForPayment: boolean
}

export type PaperBlockName =
  | 'invoices'
  | 'payment'
  | 'instalments'
  | 'receipts'
  | 'settled'
  | 'movements'
  | 'signatures'

/** The names that their texts may use, on the same terms as `TextScope`; amounts are words. */
export type PaperScope = Pick<
  TextScope,
  'today' | 'count' | 'noticeDays' | 'creditor' | 'agency' | 'firstLetters' | 'debtor' | 'opening' | 'signing'
> & {
  readonly kind: PaperKind
  readonly invoiceCount: number
  readonly totals: {
    /** Sum of the instalments, and what of the debt they leave out. */
    readonly plan: string | undefined
    readonly rest: string | undefined
    /** What the plan acknowledges; what the statement asks. */
    readonly owed: string | undefined
    readonly overdue: string | undefined
    readonly credit: string | undefined
    readonly paid: string | undefined
    readonly left: string | undefined
  }
} & { readonly [Block in PaperBlockName]: string | undefined }

/** A plan, a receipt or a statement that the product may have to write. */
export type ShippedPaper = {
  readonly paper: PaperKind
  readonly language: Language
  readonly kind: DebtorKind
  readonly isAgency: boolean
}
