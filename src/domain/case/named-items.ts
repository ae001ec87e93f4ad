import type { Day } from '../date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Case, isOverdue, openItems } from './case.ts'
import type { OpenItem } from './open-item.ts'

/** Runs on the open items so named; an invoice's number names all its due items. */
export function onItems(
  caseFile: Case,
  names: readonly string[],
  apply: (items: readonly OpenItem[]) => Case | Refusal,
): Case | Refusal {
  const open = openItems(caseFile)
  const found: OpenItem[] = []
  for (const name of names) {
    const named = open.filter(item => item.name === name || item.invoice === name)
    if (named.length === 0) {
      const settled = caseFile.items.some(item => item.name === name || item.invoice === name)
      return settled ? refuse('nothing-open', { about: 'item', item: name }) : unknownItem(caseFile, name)
    }
    found.push(...named)
  }
  return apply(found)
}

/** Runs on the open items so named, or on all of them when none is. */
export function onOpenItems(
  caseFile: Case,
  names: readonly string[],
  apply: (items: readonly OpenItem[]) => Case,
): Case | Refusal {
  return names.length > 0 ? onItems(caseFile, names, apply) : apply(openItems(caseFile))
}

export function onItemsOrOverdue(
  caseFile: Case,
  names: readonly string[],
  on: Day,
  apply: (items: readonly OpenItem[]) => Case,
): Case | Refusal {
  if (names.length > 0) return onItems(caseFile, names, apply)
  const overdue = openItems(caseFile).filter(item => isOverdue(item, on))
  return overdue.length > 0 ? apply(overdue) : refuse('nothing-open', { about: 'overdue' })
}

export function ids(items: readonly { id: number }[]): number[] {
  return items.map(item => item.id)
}

export function unknownItem(caseFile: Case, name: string): Refusal {
  const known = caseFile.items.map(item => item.name).slice(0, 10)
  return refuse('unknown-item', { item: name, known })
}
