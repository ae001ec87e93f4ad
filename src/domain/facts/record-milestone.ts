import type { Case } from '../case/case.ts'
import type { MilestoneKind } from '../case/milestone.ts'
import { ids, onItems } from '../case/named-items.ts'
import { type Day, formatDay } from '../date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Fact } from './fact.ts'

/** A dated event about the items named, or the whole case. */
export function addMilestone(
  caseFile: Case,
  fact: Fact & { kind: MilestoneKind },
  recordedOn: Day,
): Case | Refusal {
  const on = fact.on ?? recordedOn
  if (on > recordedOn) {
    const [date, known] = [formatDay(on), formatDay(recordedOn)]
    return refuse('date-in-the-future', { what: 'event', date, recordedOn: known })
  }
  const withMilestone = (itemIds: number[] | null): Case => {
    const id = caseFile.lastId + 1
    const { kind, document } = fact
    return {
      ...caseFile,
      lastId: id,
      milestones: [...caseFile.milestones, { id, kind, on, itemIds, document }],
    }
  }
  return fact.items.length === 0
    ? withMilestone(null)
    : onItems(caseFile, fact.items, items => withMilestone(ids(items)))
}
