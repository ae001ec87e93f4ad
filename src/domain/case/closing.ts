import type { Day } from '../date.ts'
import { type Case, type ClosingReason, openItems } from './case.ts'

/**
 * Why a case with nothing left to collect is closed (docs/rules.md 18.2). A write-off from before the case was last
 * without debt no longer counts.
 */
export function closingReason(dossier: Case): ClosingReason {
  const writtenOffOn = dossier.allocations
    .filter(a => a.source === 'write-off' && a.amountCents > 0n)
    .map(a => a.allocatedOn)
  if (writtenOffOn.length === 0) return 'paid'
  const since = lastSettledOn(dossier)
  return writtenOffOn.some(day => since === null || day > since) ? 'settled' : 'paid'
}

/** The last day, before that of the last allocation, in whose evening nothing was owed. */
function lastSettledOn(dossier: Case): Day | null {
  const days = [...new Set(dossier.allocations.map(a => a.allocatedOn))].sort((a, b) => b - a)
  return days.slice(1).find(day => !owedAnything(dossier, day)) ?? null
}

function owedAnything(dossier: Case, day: Day): boolean {
  const allocations = dossier.allocations.filter(a => a.allocatedOn <= day)
  return openItems({ ...dossier, allocations }).some(item => item.issuedOn <= day)
}
