/** The longest payment terms that the law allows, and those it sets where nothing is agreed. */
import { type Day, laterOf } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import { dueDate, endOfTenDays, lengthDays, type PaymentTerms, shapeOf } from './terms.ts'

/** Terms of the law: `receipt` is that of the goods, of the service, or of a public body's invoice; `ten-days` the end of its « décade ». */
export type LegalTerms = { readonly terms: PaymentTerms; readonly from: 'issue' | 'receipt' | 'ten-days' }

/** How sure we are of a rule: `A` the text was read, `B` secondary sources, `unverified` neither. */
export type Certainty = 'A' | 'B' | 'unverified'

/** What the law says of one kind of sale. */
export type TermRule = {
  readonly code: string
  readonly label: { readonly fr: string; readonly en: string }
  readonly debtor: DebtorKind
  /** Any one of them may be agreed: the longest of those that count days in the same way is the ceiling. */
  readonly longest: readonly LegalTerms[]
  /** The ceiling of periodic invoices (« factures récapitulatives »); null where it is the same. */
  readonly longestPeriodic: readonly LegalTerms[] | null
  /** Where nothing is agreed. */
  readonly unagreed: LegalTerms
  /** What agreed terms count from. */
  readonly countsFrom: 'issue' | 'receipt'
  /** The invoice has to state its due date. */
  readonly invoiceStatesDueDate: boolean
  readonly article: string
  readonly sure: Certainty
}

/** The rules of a country. No rule: the law sets no ceiling for such a debtor. */
export type TermLaw = {
  readonly general: Readonly<Record<DebtorKind, TermRule | null>>
  readonly sectors: readonly TermRule[]
}

/** One invoice and what was agreed for it. */
export type Sale = {
  readonly issuedOn: Day
  readonly receivedOn: Day | null
  /** The due date that the invoice states. */
  readonly statedDueOn: Day | null
  readonly terms: PaymentTerms | null
  readonly periodic: boolean
  /** Delivered overseas: terms and ceiling count from receipt. */
  readonly overseas: boolean
}

/** What is wrong with a due date, or doubtful. */
export type TermsWarning =
  | 'over-legal-maximum'
  | 'over-unverified-maximum'
  | 'due-before-issue'
  | 'due-date-not-stated'
  | 'receipt-assumed'

/** The due date, null where neither agreement nor law gives one; the latest lawful one, null where there is no ceiling; what is wrong. */
export type CheckedTerms = {
  readonly dueOn: Day | null
  readonly legalMaximum: Day | null
  readonly warnings: readonly TermsWarning[]
}

/** The rule of a sector, or the general one. Undefined when no sector of that debtor has the code; null when there is no rule. */
export function termRuleFor(
  law: TermLaw,
  debtor: DebtorKind,
  sector: string | null,
): TermRule | null | undefined {
  if (sector === null) return law.general[debtor]
  return law.sectors.find(rule => rule.code === sector && rule.debtor === debtor)
}

/**
 * The due date beside the ceiling of the law. Terms too long in general are reported even where a date complies. Where the
 * day of receipt counts and isn't known, the day of issue stands for it, and that is said.
 */
export function checkTerms(sale: Sale, rule: TermRule | null): CheckedTerms {
  const { terms, statedDueOn } = sale
  if (rule === null) {
    const dueOn = statedDueOn ?? (terms && dueDate(terms, sale.issuedOn))
    return { dueOn, legalMaximum: null, warnings: datesWarned(sale, rule) }
  }
  const ceilings = terms === null && statedDueOn === null ? [rule.unagreed] : ceilingsFor(rule, sale)
  const legalMaximum = ceilings.map(each => lastDay(each, sale)).reduce(laterOf)
  const fromReceipt = sale.overseas || rule.countsFrom === 'receipt'
  const agreed = terms && dueDate(terms, fromReceipt ? receiptOf(sale) : sale.issuedOn)
  const dueOn = statedDueOn ?? agreed ?? legalMaximum
  const warnings: TermsWarning[] = []
  if (dueOn > legalMaximum || isLonger(terms, ceilings, sale))
    warnings.push(rule.sure === 'unverified' ? 'over-unverified-maximum' : 'over-legal-maximum')
  warnings.push(...datesWarned(sale, rule))
  const receiptCounts = fromReceipt || ceilings.some(each => each.from !== 'issue')
  if (receiptCounts && sale.receivedOn === null) warnings.push('receipt-assumed')
  return { dueOn, legalMaximum, warnings }
}

function datesWarned({ issuedOn, terms, statedDueOn }: Sale, rule: TermRule | null): TermsWarning[] {
  if (statedDueOn !== null) return statedDueOn < issuedOn ? ['due-before-issue'] : []
  return terms === null && rule?.invoiceStatesDueDate ? ['due-date-not-stated'] : []
}

/** Those that count as the agreed terms do; all of them for a date alone, or where none counts so. */
function ceilingsFor(rule: TermRule, { terms, periodic }: Sale): readonly LegalTerms[] {
  const longest = (periodic ? rule.longestPeriodic : null) ?? rule.longest
  const alike = terms === null ? [] : longest.filter(each => shapeOf(each.terms) === shapeOf(terms))
  return alike.length > 0 ? alike : longest
}

/** Terms that count from the issue, as all of their ceilings do, and have more days than any of them. */
function isLonger(terms: PaymentTerms | null, ceilings: readonly LegalTerms[], sale: Sale): boolean {
  if (terms === null || sale.statedDueOn !== null) return false
  return ceilings.every(
    ({ terms: longest, from }) =>
      from === 'issue' && shapeOf(longest) === shapeOf(terms) && lengthDays(terms) > lengthDays(longest),
  )
}

function lastDay({ terms, from }: LegalTerms, sale: Sale): Day {
  if (from === 'issue' && !sale.overseas) return dueDate(terms, sale.issuedOn)
  const received = receiptOf(sale)
  return dueDate(terms, from === 'ten-days' ? endOfTenDays(received) : received)
}

function receiptOf(sale: Sale): Day {
  return sale.receivedOn ?? sale.issuedOn
}
