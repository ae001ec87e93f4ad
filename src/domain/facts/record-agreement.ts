import { type Case, openItems, paidCents } from '../case/case.ts'
import { ids, onItems, onItemsOrOverdue, unknownItem } from '../case/named-items.ts'
import type { OpenItem } from '../case/open-item.ts'
import { monthlyInstalments } from '../case/plan.ts'
import type { Hold } from '../case/recorded-hold.ts'
import type { Day } from '../date.ts'
import type { Refusal } from '../refusal.ts'
import type { Fact } from './fact.ts'

export function promise(dossier: Case, fact: Fact & { kind: 'promise' }, on: Day): Case | Refusal {
  return onItemsOrOverdue(dossier, fact.items, on, items => {
    const id = dossier.lastId + 1
    const itemIds = ids(items)
    const made = {
      id,
      madeOn: on,
      by: fact.by,
      amountCents: fact.amountCents,
      itemIds,
      baselineCents: paidCents(dossier, itemIds),
      status: 'pending' as const,
    }
    const replaced = dossier.promises.map(earlier =>
      earlier.status === 'pending' && earlier.itemIds.some(itemId => itemIds.includes(itemId))
        ? { ...earlier, status: 'cancelled' as const }
        : earlier,
    )
    return { ...dossier, lastId: id, promises: [...replaced, made] }
  })
}

export function dispute(dossier: Case, fact: Fact & { kind: 'dispute' }, on: Day): Case | Refusal {
  return onItems(dossier, [fact.item], ([item]) => {
    const id = dossier.lastId + 1
    const opened = {
      id,
      itemId: (item as OpenItem).id,
      amountCents: fact.amountCents,
      reason: fact.reason,
      openedOn: on,
      settledOn: null,
    }
    return { ...dossier, lastId: id, disputes: [...dossier.disputes, opened] }
  })
}

export function settle(dossier: Case, name: string, on: Day): Case | Refusal {
  const item = dossier.items.find(candidate => candidate.name === name)
  if (!item) return unknownItem(dossier, name)
  return {
    ...dossier,
    disputes: dossier.disputes.map(open =>
      open.itemId === item.id && open.settledOn === null ? { ...open, settledOn: on } : open,
    ),
  }
}

export function agreePlan(dossier: Case, fact: Fact & { kind: 'plan' }, on: Day): Case | Refusal {
  return onItemsOrOverdue(dossier, fact.items, on, items => {
    const id = dossier.lastId + 1
    const itemIds = ids(items)
    const plan = {
      id,
      agreedOn: on,
      itemIds,
      instalments: monthlyInstalments(fact.count, fact.amountCents, fact.from),
      baselineCents: paidCents(dossier, itemIds),
      status: 'active' as const,
    }
    return { ...dossier, lastId: id, plans: [...dossier.plans, plan] }
  })
}

type NewHold = Pick<Hold, 'reason' | 'itemIds' | 'from' | 'until'> &
  Partial<Pick<Hold, 'publishedOn' | 'procedure'>>

export function addHold(
  dossier: Case,
  { reason, itemIds, from, until, publishedOn, procedure }: NewHold,
): Case {
  const id = dossier.lastId + 1
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
  return { ...dossier, lastId: id, holds: [...dossier.holds, hold] }
}

/** A suspension of the items named, or of the whole case. */
export function suspend(dossier: Case, fact: Fact & { kind: 'suspend' }, on: Day): Case | Refusal {
  const { reason, until, items: names } = fact
  if (names.length === 0) return addHold(dossier, { reason, itemIds: null, from: on, until })
  return onItems(dossier, names, items => addHold(dossier, { reason, itemIds: ids(items), from: on, until }))
}

export function endHolds(dossier: Case, reason: Hold['reason'], on: Day): Case {
  return {
    ...dossier,
    holds: dossier.holds.map(hold =>
      hold.reason === reason && hold.endedOn === null ? { ...hold, endedOn: on } : hold,
    ),
  }
}

/**
 * A person goes on with the time-barred items open today, knowing that no court would order their payment
 * (docs/rules.md 27.5).
 */
export function goOnKnowingly(dossier: Case, on: Day): Case {
  const ended = endHolds(dossier, 'time-barred', on)
  const itemIds = ids(openItems(ended))
  return endHolds(
    addHold(ended, { reason: 'time-barred', itemIds, from: on, until: null }),
    'time-barred',
    on,
  )
}

/** Ends pauses, and lets what was refused be asked again (docs/rules.md 9.7, 10.4). */
export function resume(dossier: Case, on: Day): Case {
  const ended = endHolds(dossier, 'pause', on)
  return {
    ...ended,
    actions: ended.actions.map(action =>
      action.status === 'refused' ? { ...action, status: 'cancelled' as const } : action,
    ),
  }
}
