import type { Day } from '../date.ts'
import { type Case, type ClosingReason, openItems } from './case.ts'

/**
 * Why a case with nothing left to collect is closed (docs/rules.md 18.2). A write-off from before the case was last
 * without debt no longer counts.
 */
export function closingReason(caseFile: Case): ClosingReason {
  const writtenOffOn = caseFile.allocations
    .filter(a => a.source === 'write-off' && a.amountCents > 0n)
    .map(a => a.allocatedOn)
  if (writtenOffOn.length === 0) return 'paid'
  const since = lastSettledOn(caseFile)
  return writtenOffOn.some(day => since === null || day > since) ? 'settled' : 'paid'
}

/** The last day, before that of the last allocation, in whose evening nothing was owed. */
function lastSettledOn(caseFile: Case): Day | null {
  const days = [...new Set(caseFile.allocations.map(a => a.allocatedOn))].sort((a, b) => b - a)
  return days.slice(1).find(day => !owedAnything(caseFile, day)) ?? null
}

function owedAnything(caseFile: Case, day: Day): boolean {
  const allocations = caseFile.allocations.filter(a => a.allocatedOn <= day)
  return openItems({ ...caseFile, allocations }).some(item => item.issuedOn <= day)
}
