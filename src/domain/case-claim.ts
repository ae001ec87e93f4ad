import { netOf } from './allocation.ts'
import { type Case, openItems } from './case.ts'
import {
  type Claim,
  type ClaimItem,
  type ClaimLine,
  type ClaimTerms,
  drawUpClaim,
  type Waiver,
} from './claim.ts'
import { type Day, earlierOf } from './date.ts'
import type { DueItem } from './invoice.ts'
import { type Movement, standardTerms } from './late-interest.ts'
import { add, atLeastZero, type Cents, cents, smallerOf, subtract, sum, ZERO } from './money.ts'
import type { RateBook, UnknownRate } from './rate.ts'

/** What some items of a case come to on a day, with interest and indemnity as the law has them. */
export function claimOn(
  dossier: Case,
  items: readonly DueItem[],
  until: Day,
  rates: RateBook,
): Claim | UnknownRate {
  return drawUpClaim(
    items.flatMap(item => claimItem(dossier, item)),
    claimTerms(dossier, until),
    rates,
  )
}

/** The claim of the whole account: its open items, less money and credit notes not set against any of them. */
export function claimOfAccount(dossier: Case, until: Day, rates: RateBook): Claim | UnknownRate {
  const items = openItems(dossier).filter(item => item.issuedOn <= until)
  const claim = claimOn(dossier, items, until, rates)
  if ('unknownRate' in claim) return claim
  const credits = unallocatedLines(dossier, until)
  const creditOf = (kind: ClaimLine['kind']) =>
    cents(-sum(credits.filter(line => line.kind === kind).map(line => line.amountCents)))
  const { totals } = claim
  return {
    lines: [...claim.lines, ...credits],
    totals: {
      ...totals,
      paidCents: add(totals.paidCents, creditOf('payment')),
      creditedCents: add(totals.creditedCents, creditOf('credit-note')),
      totalCents: add(totals.totalCents, sum(credits.map(line => line.amountCents))),
    },
  }
}

function unallocatedLines(dossier: Case, until: Day): ClaimLine[] {
  const left = (kind: 'payment' | 'credit-note', id: number, amountCents: Cents) => {
    const used = dossier.allocations.filter(a => a.source === kind && a.sourceId === id)
    return subtract(amountCents, sum(used.map(a => a.amountCents)))
  }
  const line = (
    kind: 'payment' | 'credit-note',
    invoice: string,
    on: Day,
    amountCents: Cents,
  ): ClaimLine[] =>
    amountCents > 0n && on <= until
      ? [
          {
            kind,
            invoice,
            baseCents: null,
            from: on,
            to: on,
            days: null,
            rateBps: null,
            amountCents: cents(-amountCents),
            source: null,
          },
        ]
      : []
  return [
    ...dossier.creditNotes.flatMap(({ id, number, issuedOn, amountCents, usedCents }) =>
      line('credit-note', number, issuedOn, left('credit-note', id, subtract(amountCents, usedCents))),
    ),
    ...dossier.payments.flatMap(payment =>
      line(
        'payment',
        payment.reference ?? '',
        payment.receivedOn,
        left('payment', payment.id, netOf(payment)),
      ),
    ),
  ]
}

function claimTerms(dossier: Case, until: Day): ClaimTerms {
  const notices = dossier.actions.flatMap(action =>
    action.stage === 'formal-notice' && action.status === 'done' && action.endedOn !== null
      ? [action.endedOn]
      : [],
  )
  const judgments = dossier.holds.filter(hold => hold.reason === 'insolvency').map(hold => hold.from)
  return {
    ...standardTerms(dossier.debtor.kind, until),
    formalNoticeOn: notices.length > 0 ? notices.reduce(earlierOf) : null,
    insolvencyOn: judgments.length > 0 ? judgments.reduce(earlierOf) : null,
  }
}

function claimItem(dossier: Case, item: DueItem): ClaimItem[] {
  if (item.dueOn === null) return []
  const { invoice, issuedOn, dueOn, amountCents } = item
  return [
    {
      invoice,
      issuedOn,
      dueOn,
      amountCents,
      movements: movementsOf(dossier, item),
      waivers: waiversOf(dossier, item),
    },
  ]
}

/** What is given up of the item, the last first taken back by what came in of it since. */
function waiversOf(dossier: Case, item: DueItem): Waiver[] {
  const given: Waiver[] = []
  for (const { itemId, source, amountCents, allocatedOn } of dossier.allocations) {
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

/** What each payment and credit note took off the item; a rejected payment took nothing off. */
function movementsOf(dossier: Case, item: DueItem): Movement[] {
  const bySource = new Map<string, { on: Day; amountCents: Cents; kind: Movement['kind'] }>()
  for (const { itemId, source, sourceId, amountCents, allocatedOn } of dossier.allocations) {
    if (itemId !== item.id || source === 'write-off') continue
    const key = `${source} ${sourceId}`
    const known = bySource.get(key)
    const on = known ? known.on : dateOf(dossier, source, sourceId, allocatedOn)
    bySource.set(key, { on, amountCents: add(known?.amountCents ?? ZERO, amountCents), kind: source })
  }
  return [...bySource.values()].filter(movement => movement.amountCents > 0n)
}

function dateOf(dossier: Case, source: Movement['kind'], sourceId: number | null, allocatedOn: Day): Day {
  if (source !== 'payment') return allocatedOn
  return dossier.payments.find(payment => payment.id === sourceId)?.receivedOn ?? allocatedOn
}
