import type { Allocation } from '../case/allocation.ts'
import type { BadDebtStep } from '../case/bad-debt-step.ts'
import type { Case } from '../case/case.ts'
import type { DueItem } from '../case/invoice.ts'
import { covers } from '../case/recorded-hold.ts'
import type { Day } from '../date.ts'
import { taxBetween } from '../law/tax.ts'
import { atLeastZero, type Cents, cents, divideHalfUp, smallerOf, subtract, sum, ZERO } from '../money.ts'

export type BadDebtStatus = 'doubtful' | 'impaired' | 'lost' | 'recovered'

/** A claim that may never be paid, as it stands in the evening of a day. Amounts include VAT unless they say net. */
export type BadDebt = {
  on: Day
  item: DueItem
  /** Null when nothing is noted, or when the claim was paid after all without having been written off. */
  status: BadDebtStatus | null
  isDoubtful: boolean
  openCents: Cents
  /** Given up, less what came in since. */
  lostCents: Cents
  /** Held lost of the net price, until the claim is settled or another impairment replaces it. */
  impairmentCents: Cents
  /** Why VAT may be recovered, and since when; null while it may not. */
  ground: BadDebtStep | null
  /** VAT of the part still open, and of the part lost, that the ground lets recover; null when the VAT is unknown. */
  taxRecoverableCents: Cents | null
  taxRecoveredCents: Cents | null
}

/**
 * Every claim of the case that may never be paid, in the evening of that day. VAT may be recovered once the claim is irrecoverable
 * for a person's written reason, or from the judgment that pronounces liquidation (CGI art. 272, 1; BOI-TVA-DED-40-10-20).
 */
export function badDebtsOf(caseFile: Case, on: Day): BadDebt[] {
  return caseFile.items
    .filter(item => isTouched(caseFile, item))
    .flatMap(item => lifeOfBadDebt(caseFile, item, on).at(-1) ?? [])
    .filter(debt => debt.status !== null)
}

/** The same claim in the evening of each day on which something about it happened, up to a day. */
export function lifeOfBadDebt(caseFile: Case, item: DueItem, until: Day): BadDebt[] {
  const steps = stepsOf(caseFile, item).filter(step => step.notedOn <= until)
  const allocations = caseFile.allocations.filter(a => a.itemId === item.id && a.allocatedOn <= until)
  const days = new Set([...steps.map(step => step.notedOn), ...allocations.map(a => a.allocatedOn)])
  let impairmentCents = ZERO
  return [...days]
    .sort((a, b) => a - b)
    .map(on => {
      const settled = allocations.filter(a => a.allocatedOn <= on)
      const price = priceAfterCredits(caseFile, item, settled)
      const openCents = atLeastZero(subtract(item.amountCents, sum(settled.map(a => a.amountCents))))
      const impaired = steps.findLast(step => step.kind === 'impaired' && step.notedOn === on)
      if (impaired) impairmentCents = impairmentOf(price, openCents, impaired.percent ?? 0)
      if (openCents === 0n) impairmentCents = ZERO
      const known = steps.filter(step => step.notedOn <= on)
      return evening({ on, item, openCents, impairmentCents }, price, known, settled)
    })
}

function evening(
  noted: Pick<BadDebt, 'on' | 'item' | 'openCents' | 'impairmentCents'>,
  price: Price,
  steps: readonly BadDebtStep[],
  settled: readonly Allocation[],
): BadDebt {
  const lostCents = sum(settled.filter(a => a.source === 'write-off').map(a => a.amountCents))
  const lostFrom = subtract(price.amountCents, lostCents)
  const openFrom = subtract(lostFrom, noted.openCents)
  const ground = firstGround(steps)
  const recovers = (from: Cents, to: Cents) => (ground === null ? ZERO : taxOfPart(price, from, to))
  const debt = {
    ...noted,
    isDoubtful: steps.some(step => step.kind === 'doubtful'),
    lostCents,
    ground,
    taxRecoverableCents: recovers(openFrom, lostFrom),
    taxRecoveredCents: recovers(lostFrom, price.amountCents),
  }
  return { ...debt, status: statusOf(debt, settled) }
}

/** What was noted of the claim, and the judgments that pronounced liquidation over its debtor. */
function stepsOf(caseFile: Case, item: DueItem): BadDebtStep[] {
  const liquidations = caseFile.holds
    .filter(hold => hold.reason === 'insolvency' && hold.procedure === 'liquidation' && covers(hold, item))
    .map(({ id, from }) => ({
      id,
      itemId: item.id,
      kind: 'liquidation' as const,
      notedOn: from,
      percent: null,
      reason: null,
    }))
  return [...caseFile.badDebts.filter(step => step.itemId === item.id), ...liquidations]
}

function isTouched(caseFile: Case, item: DueItem): boolean {
  return (
    stepsOf(caseFile, item).length > 0 ||
    caseFile.allocations.some(a => a.itemId === item.id && a.source === 'write-off')
  )
}

function statusOf(debt: Omit<BadDebt, 'status'>, settled: readonly Allocation[]): BadDebtStatus | null {
  if (debt.lostCents > 0n) return 'lost'
  if (debt.openCents === 0n) return settled.some(a => a.source === 'write-off') ? 'recovered' : null
  if (debt.impairmentCents > 0n) return 'impaired'
  return debt.isDoubtful || debt.ground !== null ? 'doubtful' : null
}

function firstGround(steps: readonly BadDebtStep[]): BadDebtStep | null {
  const grounds = steps.filter(step => step.kind === 'irrecoverable' || step.kind === 'liquidation')
  return grounds.reduce<BadDebtStep | null>(
    (first, step) => (first === null || step.notedOn < first.notedOn ? step : first),
    null,
  )
}

/** What is charged, and the VAT included in it; null when that is unknown. */
type Price = { amountCents: Cents; taxCents: Cents | null }

/**
 * The VAT of a part of the price. Payments take the beginning of the price and write-offs its end, so that VAT kept and
 * VAT recovered make up the whole.
 */
function taxOfPart({ amountCents, taxCents }: Price, from: Cents, to: Cents): Cents | null {
  return taxCents === null ? null : taxBetween({ amountCents, taxCents }, atLeastZero(from), atLeastZero(to))
}

/** Credit notes reduce the price itself, by their own VAT where it is known, else in the invoice's proportion. */
function priceAfterCredits(caseFile: Case, item: DueItem, settled: readonly Allocation[]): Price {
  let price: Price = { amountCents: item.amountCents, taxCents: item.taxCents }
  for (const { source, sourceId, amountCents: credited } of settled) {
    if (source !== 'credit-note') continue
    const note = caseFile.creditNotes.find(({ id }) => id === sourceId)
    const creditedTax = taxOfPart(note?.taxCents == null ? price : note, ZERO, credited) ?? ZERO
    const amountCents = subtract(price.amountCents, credited)
    const taxCents =
      price.taxCents === null
        ? null
        : smallerOf(atLeastZero(subtract(price.taxCents, creditedTax)), amountCents)
    price = { amountCents, taxCents }
  }
  return price
}

/** On the net price of what is open: the VAT is no loss, since it may be recovered. */
function impairmentOf(price: Price, openCents: Cents, percent: number): Cents {
  const tax = taxOfPart(price, subtract(price.amountCents, openCents), price.amountCents) ?? ZERO
  return cents(divideHalfUp(subtract(openCents, tax) * BigInt(percent), 100n))
}
