/** The formal notice (mise en demeure) as data: all that the letter must say, or the names of what is missing. */
import type { OpenItem } from '../case/open-item.ts'
import { addDays, type Day } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import type { UnknownRate } from '../interest/rate.ts'
import type { NoticeConsequence, NoticeEffect, NoticeLaw } from '../law/notice-law.ts'
import { type Cents, subtract, sum, ZERO } from '../money.ts'
import type { Claim } from './claim.ts'
import { claimable } from './claimable.ts'

/** Who writes or who receives. */
export type NoticeParty = {
  readonly name: string
  readonly address: string | null
  /** Nine digits, when known: an association or a person may have none. */
  readonly siren: string | null
}

/** What a formal notice is drawn from; `today` is its date, `presentedOn` the day the post first presented it. */
export type NoticeFacts = {
  readonly today: Day
  readonly presentedOn: Day | null
  readonly days: number
  readonly currency: string
  readonly creditor: NoticeParty & { readonly signatory: string | null }
  readonly debtor: NoticeParty & { readonly kind: DebtorKind }
  /** Where to pay: the creditor's account, or that which an agency keeps for creditors. */
  readonly payment: { readonly payee: string; readonly iban: string | null; readonly reference: string }
  readonly items: readonly OpenItem[]
  /** Principal asked: balances, less what is disputed, less credits. */
  readonly principalCents: Cents
  readonly claim: Claim | UnknownRate
}

/** What a formal notice can't be written without. */
export type NoticePart =
  | 'creditor-name'
  | 'creditor-address'
  | 'signatory'
  | 'debtor-name'
  | 'debtor-address'
  | 'items'
  | 'due-date'
  | 'principal'
  | 'claim'
  | 'deadline'
  | 'means-of-payment'

/** A formal notice, whole. */
export type FormalNotice = {
  readonly on: Day
  readonly currency: string
  readonly creditor: { readonly name: string; readonly address: string; readonly siren: string | null }
  readonly debtor: {
    readonly name: string
    readonly address: string
    readonly siren: string | null
    readonly kind: DebtorKind
  }
  readonly signatory: string
  readonly origin: readonly NoticeLine[]
  readonly sums: {
    readonly principalCents: Cents
    readonly interestCents: Cents
    /** 40 € an invoice; costs beyond them that a document proves stand apart. */
    readonly indemnityCents: Cents
    readonly complementCents: Cents
    readonly totalCents: Cents
  }
  /** `on` is the last day to pay, known once the letter was presented. */
  readonly deadline: { readonly days: number; readonly presentedOn: Day | null; readonly on: Day | null }
  readonly payment: { readonly payee: string; readonly iban: string; readonly reference: string }
  readonly effects: readonly NoticeEffect[]
  readonly consequences: readonly NoticeConsequence[]
}

/** Where the claim comes from, item by item. */
export type NoticeLine = {
  readonly invoice: string
  readonly name: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly amountCents: Cents
  readonly balanceCents: Cents
}

/**
 * The formal notice, or every part that it lacks (docs/rules.md 16.3). No text lists its mentions (C. civ. 1344 asks
 * for an act that sufficiently calls on the debtor); these are the safe ones. A consumer owes neither late-payment
 * penalties nor the 40 €, so both lines are zero.
 */
export function formalNotice(
  facts: NoticeFacts,
  law: NoticeLaw,
): FormalNotice | { readonly lacks: readonly NoticePart[] } {
  const { creditor, debtor, payment, claim } = facts
  const lacks = missingParts(facts)
  const { address } = creditor
  if (lacks.length > 0 || !address || !debtor.address || !creditor.signatory || !payment.iban) {
    return { lacks }
  }
  const owesMore = debtor.kind !== 'consumer' && !('unknownRate' in claim)
  const asked = owesMore ? claimable(claim) : null
  const interestCents = asked?.interestCents ?? ZERO
  const indemnityCents = asked?.flatIndemnityCents ?? ZERO
  const complementCents = asked ? subtract(asked.indemnityCents, indemnityCents) : ZERO
  const { principalCents, presentedOn, days } = facts
  return {
    on: facts.today,
    currency: facts.currency,
    creditor: { name: creditor.name, address, siren: creditor.siren },
    debtor: { name: debtor.name, address: debtor.address, siren: debtor.siren, kind: debtor.kind },
    signatory: creditor.signatory,
    origin: linesOf(facts.items),
    sums: {
      principalCents,
      interestCents,
      indemnityCents,
      complementCents,
      totalCents: sum([principalCents, interestCents, indemnityCents, complementCents]),
    },
    deadline: { days, presentedOn, on: presentedOn === null ? null : addDays(presentedOn, days) },
    payment: { ...payment, iban: payment.iban },
    ...law[debtor.kind],
  }
}

function missingParts(facts: NoticeFacts): NoticePart[] {
  const { creditor, debtor, items, claim } = facts
  const isBlank = (text: string | null) => !text?.trim()
  const checks: readonly (readonly [NoticePart, boolean])[] = [
    ['creditor-name', isBlank(creditor.name)],
    ['creditor-address', isBlank(creditor.address)],
    ['signatory', isBlank(creditor.signatory)],
    ['debtor-name', isBlank(debtor.name)],
    ['debtor-address', isBlank(debtor.address)],
    ['items', items.length === 0],
    ['due-date', items.some(item => item.dueOn === null)],
    ['principal', facts.principalCents <= 0n],
    ['claim', debtor.kind !== 'consumer' && 'unknownRate' in claim],
    ['deadline', facts.days <= 0],
    ['means-of-payment', isBlank(facts.payment.iban)],
  ]
  return checks.flatMap(([part, isMissing]) => (isMissing ? [part] : []))
}

function linesOf(items: readonly OpenItem[]): NoticeLine[] {
  return items.flatMap(({ invoice, name, issuedOn, dueOn, amountCents, balanceCents }) =>
    dueOn === null ? [] : [{ invoice, name, issuedOn, dueOn, amountCents, balanceCents }],
  )
}
