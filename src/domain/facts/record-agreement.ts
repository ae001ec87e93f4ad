import { type Case, openItems, paidCents } from '../case/case.ts'
import { ids, onItems, onItemsOrOverdue, unknownItem } from '../case/named-items.ts'
import type { OpenItem } from '../case/open-item.ts'
import { monthlyInstalments } from '../case/plan.ts'
import type { Hold } from '../case/recorded-hold.ts'
import type { Day } from '../date.ts'
import type { Refusal } from '../refusal.ts'
import type { Fact } from './fact.ts'

export function promise(caseFile: Case, fact: Fact & { kind: 'promise' }, on: Day): Case | Refusal {
  return onItemsOrOverdue(caseFile, fact.items, on, items => {
    const id = caseFile.lastId + 1
    const itemIds = ids(items)
    const made = {
      id,
      madeOn: on,
      by: fact.by,
      amountCents: fact.amountCents,
      itemIds,
      baselineCents: paidCents(caseFile, itemIds),
      status: 'pending' as const,
    }
    const replaced = caseFile.promises.map(earlier =>
      earlier.status === 'pending' && earlier.itemIds.some(itemId => itemIds.includes(itemId))
        ? { ...earlier, status: 'cancelled' as const }
        : earlier,
    )
    return { ...caseFile, lastId: id, promises: [...replaced, made] }
  })
}

export function dispute(caseFile: Case, fact: Fact & { kind: 'dispute' }, on: Day): Case | Refusal {
  return onItems(caseFile, [fact.item], ([item]) => {
    const id = caseFile.lastId + 1
    const opened = {
      id,
      itemId: (item as OpenItem).id,
      amountCents: fact.amountCents,
      reason: fact.reason,
      openedOn: on,
      settledOn: null,
    }
    return { ...caseFile, lastId: id, disputes: [...caseFile.disputes, opened] }
  })
}

export function settle(caseFile: Case, name: string, on: Day): Case | Refusal {
  const item = caseFile.items.find(candidate => candidate.name === name)
  if (!item) return unknownItem(caseFile, name)
  return {
    ...caseFile,
    disputes: caseFile.disputes.map(open =>
      open.itemId === item.id && open.settledOn === null ? { ...open, settledOn: on } : open,
    ),
  }
}

export function agreePlan(caseFile: Case, fact: Fact & { kind: 'plan' }, on: Day): Case | Refusal {
  return onItemsOrOverdue(caseFile, fact.items, on, items => {
    const id = caseFile.lastId + 1
    const itemIds = ids(items)
    const plan = {
      id,
      agreedOn: on,
      itemIds,
      instalments: monthlyInstalments(fact.count, fact.amountCents, fact.from),
      baselineCents: paidCents(caseFile, itemIds),
      status: 'active' as const,
    }
    return { ...caseFile, lastId: id, plans: [...caseFile.plans, plan] }
  })
}

type NewHold = Pick<Hold, 'reason' | 'itemIds' | 'from' | 'until'> &
  Partial<Pick<Hold, 'publishedOn' | 'procedure'>>

export function addHold(
  caseFile: Case,
  { reason, itemIds, from, until, publishedOn, procedure }: NewHold,
): Case {
  const id = caseFile.lastId + 1
  const hold: Hold = {
    id,
    reason,
    itemIds,
    from,
    until,
    endedOn: null,
    publishedOn: publishedOn ?? null,
    procedure: procedure ?? null,
    declaredOn: null,
  }
  return { ...caseFile, lastId: id, holds: [...caseFile.holds, hold] }
}

/** A suspension of the items named, or of the whole case. */
export function suspend(caseFile: Case, fact: Fact & { kind: 'suspend' }, on: Day): Case | Refusal {
  const { reason, until, items: names } = fact
  if (names.length === 0) return addHold(caseFile, { reason, itemIds: null, from: on, until })
  return onItems(caseFile, names, items =>
    addHold(caseFile, { reason, itemIds: ids(items), from: on, until }),
  )
}

export function endHolds(caseFile: Case, reason: Hold['reason'], on: Day): Case {
  return {
    ...caseFile,
    holds: caseFile.holds.map(hold =>
      hold.reason === reason && hold.endedOn === null ? { ...hold, endedOn: on } : hold,
    ),
  }
}

/**
 * A person goes on with the time-barred items open today, knowing that no court would order their payment
 * (docs/rules.md 27.5).
 */
export function goOnKnowingly(caseFile: Case, on: Day): Case {
  const ended = endHolds(caseFile, 'time-barred', on)
  const itemIds = ids(openItems(ended))
  return endHolds(
    addHold(ended, { reason: 'time-barred', itemIds, from: on, until: null }),
    'time-barred',
    on,
  )
}

/** Ends pauses, and lets what was refused be asked again (docs/rules.md 9.7, 10.4). */
export function resume(caseFile: Case, on: Day): Case {
  const ended = endHolds(caseFile, 'pause', on)
  return {
    ...ended,
    actions: ended.actions.map(action =>
      action.status === 'refused' ? { ...action, status: 'cancelled' as const } : action,
    ),
  }
}
