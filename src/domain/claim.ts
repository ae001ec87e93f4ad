/** The claim (décompte): what is owed on a date, line by line, each line with the text it comes from. */
import { addDays, type Day, earlierOf } from './date.ts'
import { type InterestTerms, lateInterest, type Movement } from './late-interest.ts'
import { add, atLeastZero, type Cents, cents, smallerOf, subtract, sum, ZERO } from './money.ts'
import type { RateBook, UnknownRate } from './rate.ts'

/** An amount due on one date. Items of one invoice bear the same `invoice` number and count as one for the 40 €. */
export type ClaimItem = {
  readonly invoice: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly amountCents: Cents
  readonly movements: readonly Movement[]
  readonly waivers?: readonly Waiver[]
  /** The judgment that stopped this claim, null for none; absent: by its issue date and that of the terms. */
  readonly stoppedOn?: Day | null
}

/** An amount that the creditor gives up for now: it stays visible and can be claimed later. */
export type Waiver = {
  readonly on: Day
  readonly of: 'principal' | 'interest' | 'indemnity'
  readonly amountCents: Cents
}

/** How a claim is counted; `insolvencyOn` is the day of the judgment that opens insolvency proceedings. */
export type ClaimTerms = InterestTerms & { readonly insolvencyOn: Day | null }

/**
 * A line of the claim. `amountCents` is signed: lines add up to the total. `from` and `to` are the first and
 * last day of an interest segment, the issue and due dates of a principal, the day of anything else, twice.
 * `source` is the text of law or clause of contract, and for a waiver what was waived.
 */
export type ClaimLine = {
  readonly kind: 'principal' | 'payment' | 'credit-note' | 'interest' | 'indemnity' | 'waived'
  readonly invoice: string
  readonly baseCents: Cents | null
  readonly from: Day
  readonly to: Day
  readonly days: number | null
  readonly rateBps: number | null
  readonly amountCents: Cents
  readonly source: string | null
}

/** Totals are positive; total = principal + interest + indemnity − paid − credited − waived, negative if overpaid. */
export type Claim = {
  readonly lines: readonly ClaimLine[]
  readonly totals: {
    readonly principalCents: Cents
    readonly paidCents: Cents
    readonly creditedCents: Cents
    readonly interestCents: Cents
    readonly indemnityCents: Cents
    readonly waivedCents: Cents
    readonly totalCents: Cents
    /** Interest of one more day at the current rate; zero while no interest runs. */
    readonly perDayCents: Cents
  }
}

/** What is owed on `terms.until` for some items of one debtor in one currency; later movements are ignored. */
export function drawUpClaim(
  items: readonly ClaimItem[],
  terms: ClaimTerms,
  rates: RateBook,
): Claim | UnknownRate {
  const lines: ClaimLine[] = []
  let perDayCents = ZERO
  for (const invoiceItems of byInvoice(items)) {
    const invoiceLines: ClaimLine[] = []
    for (const item of invoiceItems) {
      const interest = lateInterest(interestDebt(item), interestTerms(item, terms), rates)
      if ('unknownRate' in interest) return interest
      invoiceLines.push(...principalLines(item, terms.until))
      invoiceLines.push(...interest.segments.map(segment => line(item, 'interest', segment)))
      if (judgmentOn(item, terms) === null) perDayCents = add(perDayCents, interest.perDayCents)
    }
    invoiceLines.push(...indemnityLines(invoiceItems, terms, rates))
    lines.push(...invoiceLines, ...waivedLines(invoiceItems, invoiceLines, terms.until))
  }
  return { lines, totals: { ...totalsOf(lines), perDayCents } }
}

function byInvoice(items: readonly ClaimItem[]): Iterable<ClaimItem[]> {
  const invoices = new Map<string, ClaimItem[]>()
  for (const item of items) invoices.set(item.invoice, [...(invoices.get(item.invoice) ?? []), item])
  return invoices.values()
}

/** A principal that was given up bears no interest from that day, as if it were credited. */
function interestDebt(item: ClaimItem) {
  const waived = (item.waivers ?? []).filter(waiver => waiver.of === 'principal')
  const movements = [
    ...item.movements,
    ...waived.map(waiver => ({ ...waiver, kind: 'credit-note' as const })),
  ]
  return { amountCents: item.amountCents, dueOn: item.dueOn, movements }
}

/** Interest of a claim born before the opening judgment stops on its eve (C. com. L622-28). */
function interestTerms(item: ClaimItem, terms: ClaimTerms): InterestTerms {
  const stoppedOn = judgmentOn(item, terms)
  return stoppedOn === null ? terms : { ...terms, until: earlierOf(terms.until, addDays(stoppedOn, -1)) }
}

/** The judgment that stopped the claim by then; null when it was born later, or there was none. */
function judgmentOn(item: ClaimItem, { insolvencyOn, until }: ClaimTerms): Day | null {
  const before = insolvencyOn !== null && item.issuedOn < insolvencyOn ? insolvencyOn : null
  const stoppedOn = item.stoppedOn === undefined ? before : item.stoppedOn
  return stoppedOn !== null && stoppedOn <= until ? stoppedOn : null
}

function principalLines(item: ClaimItem, until: Day): ClaimLine[] {
  const principal = { amountCents: item.amountCents, from: item.issuedOn, to: item.dueOn }
  const movements = item.movements
    .filter(movement => movement.on <= until)
    .sort((a, b) => a.on - b.on || compare(a.kind, b.kind) || compare(a.amountCents, b.amountCents))
  return [
    line(item, 'principal', principal),
    ...movements.map(movement => line(item, movement.kind, on(movement.on, cents(-movement.amountCents)))),
  ]
}

/** Once per late invoice, however many items or reminders it has (C. com. D441-5, CCP D2192-35). */
function indemnityLines(items: readonly ClaimItem[], terms: ClaimTerms, rates: RateBook): ClaimLine[] {
  const { indemnity } = rates.rules[terms.debtor]
  if (indemnity === null) return []
  const late = items.filter(item => item.issuedOn >= indemnity.since && owesIndemnity(item, terms))
  const earliest = late.sort((a, b) => a.dueOn - b.dueOn)[0]
  if (!earliest) return []
  const firstDayLate = addDays(earliest.dueOn, 1)
  return [
    line(earliest, 'indemnity', { ...on(firstDayLate, indemnity.amountCents), source: indemnity.article }),
  ]
}

/** Late, for an amount that no credit note has cancelled since, and not due after insolvency opened. */
function owesIndemnity(item: ClaimItem, terms: ClaimTerms): boolean {
  if (terms.until <= item.dueOn) return false
  if (terms.insolvencyOn !== null && terms.insolvencyOn <= earlierOf(terms.until, item.dueOn)) return false
  const onTime = item.movements.filter(movement =>
    movement.kind === 'payment' ? movement.on <= item.dueOn : movement.on <= terms.until,
  )
  return item.amountCents > sum(onTime.map(movement => movement.amountCents))
}

/** Waivers in date order, each no larger than what is left to waive of its kind in the invoice. */
function waivedLines(items: readonly ClaimItem[], lines: readonly ClaimLine[], until: Day): ClaimLine[] {
  const left = {
    principal: atLeastZero(totalOf(lines, 'principal', 'payment', 'credit-note')),
    interest: totalOf(lines, 'interest'),
    indemnity: totalOf(lines, 'indemnity'),
  }
  const waivers = items.flatMap(item => (item.waivers ?? []).map(waiver => ({ item, waiver })))
  return waivers
    .filter(({ waiver }) => waiver.on <= until)
    .sort(
      ({ waiver: a }, { waiver: b }) =>
        a.on - b.on || compare(a.of, b.of) || compare(a.amountCents, b.amountCents),
    )
    .map(({ item, waiver }) => {
      const amountCents = smallerOf(waiver.amountCents, left[waiver.of])
      left[waiver.of] = subtract(left[waiver.of], amountCents)
      return line(item, 'waived', { ...on(waiver.on, cents(-amountCents)), source: waiver.of })
    })
}

function totalsOf(lines: readonly ClaimLine[]) {
  return {
    principalCents: totalOf(lines, 'principal'),
    paidCents: cents(-totalOf(lines, 'payment')),
    creditedCents: cents(-totalOf(lines, 'credit-note')),
    interestCents: totalOf(lines, 'interest'),
    indemnityCents: totalOf(lines, 'indemnity'),
    waivedCents: cents(-totalOf(lines, 'waived')),
    totalCents: sum(lines.map(each => each.amountCents)),
  }
}

function totalOf(lines: readonly ClaimLine[], ...kinds: ClaimLine['kind'][]): Cents {
  return sum(lines.filter(each => kinds.includes(each.kind)).map(each => each.amountCents))
}

type Amount = Pick<ClaimLine, 'from' | 'to' | 'amountCents'> & Partial<ClaimLine>

function line(item: ClaimItem, kind: ClaimLine['kind'], amount: Amount): ClaimLine {
  return { baseCents: null, days: null, rateBps: null, source: null, ...amount, kind, invoice: item.invoice }
}

function on(day: Day, amountCents: Cents): Amount {
  return { from: day, to: day, amountCents }
}

function compare<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
