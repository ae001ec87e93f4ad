import { writtenOffCents } from '../case/allocation.ts'
import type { BadDebtKind, BadDebtStep } from '../case/bad-debt-step.ts'
import { type Case, openItems } from '../case/case.ts'
import type { DueItem } from '../case/invoice.ts'
import { onItems, unknownItem } from '../case/named-items.ts'
import type { Day } from '../date.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** The claims so named are doubtful from that day. */
export function doubtful(caseFile: Case, name: string, on: Day): Case | Refusal {
  return onItems(caseFile, [name], items => {
    const fresh = items.filter(item => !isNoted(caseFile, item, 'doubtful'))
    return fresh.length > 0
      ? noted(caseFile, fresh, { kind: 'doubtful', notedOn: on, percent: null, reason: null })
      : refuse('already-noted', { item: name })
  })
}

/** So much of the net price still owed is held lost: an impairment, which replaces the one before. */
export function impair(caseFile: Case, name: string, percent: number, on: Day): Case | Refusal {
  return onItems(caseFile, [name], items => {
    if (!items.every(item => isNoted(caseFile, item, 'doubtful')))
      return refuse('not-doubtful', { item: name })
    return (
      taxUnknown(items) ?? noted(caseFile, items, { kind: 'impaired', notedOn: on, percent, reason: null })
    )
  })
}

/**
 * The claims are definitively irrecoverable, for a written reason kept as proof; or liquidation was pronounced by the
 * judgment of that day. What was written off already may be named too.
 */
export function irrecoverable(
  caseFile: Case,
  name: string,
  ground: Pick<BadDebtStep, 'kind' | 'notedOn' | 'reason'>,
): Case | Refusal {
  const named = caseFile.items.filter(item => item.name === name || item.invoice === name)
  if (named.length === 0) return unknownItem(caseFile, name)
  const open = new Set(openItems(caseFile).map(item => item.id))
  const unpaid = named.filter(item => open.has(item.id) || isWrittenOff(caseFile, item))
  if (unpaid.length === 0) return refuse('nothing-open', { about: 'item', item: name })
  return taxUnknown(unpaid) ?? noted(caseFile, unpaid, { ...ground, percent: null })
}

function noted(caseFile: Case, items: readonly DueItem[], step: Omit<BadDebtStep, 'id' | 'itemId'>): Case {
  const steps = items.map((item, index) => ({ id: caseFile.lastId + 1 + index, itemId: item.id, ...step }))
  return {
    ...caseFile,
    lastId: caseFile.lastId + steps.length,
    badDebts: [...caseFile.badDebts, ...steps],
  }
}

function isNoted(caseFile: Case, item: DueItem, kind: BadDebtKind): boolean {
  return caseFile.badDebts.some(step => step.itemId === item.id && step.kind === kind)
}

function isWrittenOff(caseFile: Case, item: DueItem): boolean {
  return writtenOffCents(caseFile.allocations, item.id) > 0n
}

function taxUnknown(items: readonly DueItem[]): Refusal | null {
  const unknown = items.filter(item => item.taxCents === null).map(item => item.invoice)
  const [first, ...others] = new Set(unknown)
  return first === undefined ? null : refuse('tax-unknown', { invoices: [first, ...others] })
}
