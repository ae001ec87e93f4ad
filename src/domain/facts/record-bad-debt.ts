import { writtenOffCents } from '../case/allocation.ts'
import type { BadDebtKind, BadDebtStep } from '../case/bad-debt-step.ts'
import { type Case, openItems } from '../case/case.ts'
import type { DueItem } from '../case/invoice.ts'
import { onItems, unknownItem } from '../case/named-items.ts'
import type { Day } from '../date.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** The claims so named are doubtful from that day. */
export function doubtful(dossier: Case, name: string, on: Day): Case | Refusal {
  return onItems(dossier, [name], items => {
    const fresh = items.filter(item => !isNoted(dossier, item, 'doubtful'))
    return fresh.length > 0
      ? noted(dossier, fresh, { kind: 'doubtful', notedOn: on, percent: null, reason: null })
      : refuse('already-noted', { item: name })
  })
}

/** So much of the net price still owed is held lost: an impairment, which replaces the one before. */
export function impair(dossier: Case, name: string, percent: number, on: Day): Case | Refusal {
  return onItems(dossier, [name], items => {
    if (!items.every(item => isNoted(dossier, item, 'doubtful')))
      return refuse('not-doubtful', { item: name })
    return (
      taxUnknown(items) ?? noted(dossier, items, { kind: 'impaired', notedOn: on, percent, reason: null })
    )
  })
}

/**
 * The claims are definitively irrecoverable, for a written reason kept as proof; or liquidation was pronounced by the
 * judgment of that day. What was written off already may be named too.
 */
export function irrecoverable(
  dossier: Case,
  name: string,
  ground: Pick<BadDebtStep, 'kind' | 'notedOn' | 'reason'>,
): Case | Refusal {
  const named = dossier.items.filter(item => item.name === name || item.invoice === name)
  if (named.length === 0) return unknownItem(dossier, name)
  const open = new Set(openItems(dossier).map(item => item.id))
  const unpaid = named.filter(item => open.has(item.id) || isWrittenOff(dossier, item))
  if (unpaid.length === 0) return refuse('nothing-open', { about: 'item', item: name })
  return taxUnknown(unpaid) ?? noted(dossier, unpaid, { ...ground, percent: null })
}

function noted(dossier: Case, items: readonly DueItem[], step: Omit<BadDebtStep, 'id' | 'itemId'>): Case {
  const steps = items.map((item, index) => ({ id: dossier.lastId + 1 + index, itemId: item.id, ...step }))
  return {
    ...dossier,
    lastId: dossier.lastId + steps.length,
    badDebts: [...dossier.badDebts, ...steps],
  }
}

function isNoted(dossier: Case, item: DueItem, kind: BadDebtKind): boolean {
  return dossier.badDebts.some(step => step.itemId === item.id && step.kind === kind)
}

function isWrittenOff(dossier: Case, item: DueItem): boolean {
  return writtenOffCents(dossier.allocations, item.id) > 0n
}

function taxUnknown(items: readonly DueItem[]): Refusal | null {
  const unknown = items.filter(item => item.taxCents === null).map(item => item.invoice)
  const [first, ...others] = new Set(unknown)
  return first === undefined ? null : refuse('tax-unknown', { invoices: [first, ...others] })
}
