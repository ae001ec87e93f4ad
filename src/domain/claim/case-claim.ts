import { netOf } from '../case/allocation.ts'
import { type Case, openItems } from '../case/case.ts'
import type { ClaimFact } from '../case/claim-fact.ts'
import { judgmentAfter } from '../case/insolvency.ts'
import type { DueItem } from '../case/invoice.ts'
import { type Day, earlierOf, laterOf } from '../date.ts'
import type { Movement } from '../interest/appropriation.ts'
import { standardTerms } from '../interest/late-interest.ts'
import type { RateBook, UnknownRate } from '../interest/rate.ts'
import { add, atLeastZero, type Cents, cents, smallerOf, subtract, sum, ZERO } from '../money.ts'
import { type Claim, drawUpClaim } from './claim.ts'
import type { ClaimItem, ClaimTerms, RecoveryCost, Waiver } from './claim-item.ts'
import { amountLine, type ClaimLine } from './claim-line.ts'

/** What some items of a case come to on a day, with interest and indemnity as the law and the contract have them. */
export function claimOn(
  caseFile: Case,
  items: readonly DueItem[],
  until: Day,
  rates: RateBook,
): Claim | UnknownRate {
  const bearers = new Set<string>()
  const claimItems = items.flatMap(item => {
    if (item.dueOn === null) return []
    const isFirst = !bearers.has(item.invoice)
    bearers.add(item.invoice)
    return [claimItem(caseFile, item, item.dueOn, isFirst)]
  })
  return drawUpClaim(claimItems, claimTerms(caseFile, until), rates)
}

/** The claim of the whole account: its open items, less money and credit notes not set against any of them. */
export function claimOfAccount(caseFile: Case, until: Day, rates: RateBook): Claim | UnknownRate {
  const items = openItems(caseFile).filter(item => item.issuedOn <= until)
  const claim = claimOn(caseFile, items, until, rates)
  if ('unknownRate' in claim) return claim
  const credits = unallocatedLines(caseFile, until)
  const creditOf = (kind: ClaimLine['kind']) =>
    cents(-sum(credits.filter(line => line.kind === kind).map(line => line.amountCents)))
  const { totals } = claim
  return {
    ...claim,
    lines: [...claim.lines, ...credits],
    totals: {
      ...totals,
      paidCents: add(totals.paidCents, creditOf('payment')),
      creditedCents: add(totals.creditedCents, creditOf('credit-note')),
      totalCents: add(totals.totalCents, sum(credits.map(line => line.amountCents))),
    },
  }
}

function unallocatedLines(caseFile: Case, until: Day): ClaimLine[] {
  const left = (kind: 'payment' | 'credit-note', id: number, amountCents: Cents) => {
    const used = caseFile.allocations.filter(a => a.source === kind && a.sourceId === id)
    return subtract(amountCents, sum(used.map(a => a.amountCents)))
  }
  const line = (kind: 'payment' | 'credit-note', invoice: string, on: Day, amountCents: Cents) =>
    amountCents > 0n && on <= until ? [amountLine(kind, invoice, on, on, cents(-amountCents), null)] : []
  return [
    ...caseFile.creditNotes.flatMap(({ id, number, issuedOn, amountCents, usedCents }) =>
      line('credit-note', number, issuedOn, left('credit-note', id, subtract(amountCents, usedCents))),
    ),
    ...caseFile.payments.flatMap(payment =>
      line(
        'payment',
        payment.reference ?? '',
        payment.receivedOn,
        left('payment', payment.id, netOf(payment)),
      ),
    ),
  ]
}

/**
 * A contract's rate and capitalisation are agreed between businesses: a consumer owes the legal rate (C. civ. 1231-6),
 * a public body the rate of the decree (CCP R2192-31). Of several judgments the latest counts, which asks less.
 */
function claimTerms(caseFile: Case, until: Day): ClaimTerms {
  const { debtor, creditorTerms } = caseFile
  const isBusiness = debtor.kind === 'business'
  const insolvencies = caseFile.holds.filter(hold => hold.reason === 'insolvency').map(hold => hold.from)
  const judgments = caseFile.claimFacts.filter(fact => fact.kind === 'judgment').map(fact => fact.countsOn)
  return {
    ...standardTerms(debtor.kind, until),
    judgmentEnforceableOn: judgments.length > 0 ? judgments.reduce(laterOf) : null,
    contractRate: isBusiness ? creditorTerms.contractRate : null,
    basis: creditorTerms.basis,
    appropriation: creditorTerms.appropriation,
    capitalisation: isBusiness && creditorTerms.capitalisation,
    insolvencyOn: insolvencies.length > 0 ? insolvencies.reduce(earlierOf) : null,
  }
}

/** What was recorded about an invoice goes with the first of its items in the claim. */
function claimItem(caseFile: Case, item: DueItem, dueOn: Day, isFirst: boolean): ClaimItem {
  const { invoice, issuedOn, amountCents } = item
  const facts = isFirst ? caseFile.claimFacts.filter(fact => fact.invoice === invoice) : []
  return {
    invoice,
    issuedOn,
    dueOn,
    formalNoticeOn: formalNoticeOf(caseFile, item),
    amountCents,
    movements: movementsOf(caseFile, item),
    stoppedOn: judgmentAfter(caseFile, item),
    waivers: [...writeOffsOf(caseFile, item), ...facts.flatMap(waiverOf)],
    costs: facts.flatMap(costOf),
  }
}

/** The first formal notice that claimed the item: a later invoice isn't put on notice by an earlier letter. */
function formalNoticeOf({ actions }: Case, { id }: DueItem): Day | null {
  let first: Day | null = null
  for (const { stage, status, endedOn, itemIds } of actions) {
    if (stage !== 'formal-notice' || status !== 'done' || endedOn === null || !itemIds.includes(id)) continue
    first = first === null ? endedOn : earlierOf(first, endedOn)
  }
  return first
}

/**
 * What was written off of the item. Money that came in for it since takes back the latest write-off first
 * (docs/rules.md 18.5).
 */
function writeOffsOf(caseFile: Case, item: DueItem): Waiver[] {
  const given: Waiver[] = []
  for (const { itemId, source, amountCents, allocatedOn } of caseFile.allocations) {
    if (itemId !== item.id || source !== 'write-off') continue
    if (amountCents > 0n) given.push({ on: allocatedOn, of: 'principal', amountCents })
    let back = atLeastZero(cents(-amountCents))
    while (back > 0n) {
      const last = given.pop() as Waiver
      const taken = smallerOf(back, last.amountCents)
      back = subtract(back, taken)
      if (taken < last.amountCents) given.push({ ...last, amountCents: subtract(last.amountCents, taken) })
    }
  }
  return given
}

function waiverOf({ kind, countsOn, amountCents }: ClaimFact): Waiver[] {
  if (amountCents === null || (kind !== 'waived-interest' && kind !== 'waived-indemnity')) return []
  return [{ on: countsOn, of: kind === 'waived-interest' ? 'interest' : 'indemnity', amountCents }]
}

function costOf({ kind, countsOn, amountCents, document }: ClaimFact): RecoveryCost[] {
  return kind === 'costs' && amountCents !== null && document !== null
    ? [{ on: countsOn, amountCents, document }]
    : []
}

/**
 * What each payment and credit note took off the item: a payment from the day it came, a credit note from its own date.
 * A payment that was rejected took nothing off.
 */
function movementsOf(caseFile: Case, item: DueItem): Movement[] {
  const bySource = new Map<string, { on: Day; amountCents: Cents; kind: Movement['kind'] }>()
  for (const { itemId, source, sourceId, amountCents, allocatedOn } of caseFile.allocations) {
    if (itemId !== item.id || source === 'write-off') continue
    const key = `${source} ${sourceId}`
    const known = bySource.get(key)
    const on = known ? known.on : dateOf(caseFile, source, sourceId, allocatedOn)
    bySource.set(key, { on, amountCents: add(known?.amountCents ?? ZERO, amountCents), kind: source })
  }
  return [...bySource.values()].filter(movement => movement.amountCents > 0n)
}

function dateOf(caseFile: Case, source: Movement['kind'], sourceId: number | null, allocatedOn: Day): Day {
  const date =
    source === 'payment'
      ? caseFile.payments.find(({ id }) => id === sourceId)?.receivedOn
      : caseFile.creditNotes.find(({ id }) => id === sourceId)?.issuedOn
  return date ?? allocatedOn
}
