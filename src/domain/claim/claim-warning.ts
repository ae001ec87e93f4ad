import type { Day } from '../date.ts'
import { contractRateFloor, nextSemesterStart, type RateBook, semesterStart } from '../interest/rate.ts'
import type { ClaimTerms } from './claim-item.ts'
import type { ClaimLine } from './claim-line.ts'

export type ClaimWarningCode = 'below-legal-floor' | 'legal-floor-unknown'

/**
 * What a person should know about a claim, which stays as it was asked. `floor` is in basis points, or the name of the
 * rate it lacks.
 */
export type ClaimWarning = {
  readonly code: ClaimWarningCode
  /** First day of the semester that it is about. */
  readonly semester: Day
  readonly rateBps: number
  readonly floor: number | string
}

/**
 * The semesters of a claim between businesses in which the contract's rate is under three times the legal rate
 * (C. com. L441-10 II), or can't be checked. The rate is never raised by itself.
 */
export function floorWarnings(
  lines: readonly ClaimLine[],
  { debtor, contractRate }: ClaimTerms,
  rates: RateBook,
): readonly ClaimWarning[] {
  if (contractRate === null || debtor !== 'business') return NONE
  const semesters = new Set<Day>()
  for (const { kind, from, to } of lines) {
    if (kind !== 'interest') continue
    for (let start = semesterStart(from); start <= to; start = nextSemesterStart(start)) semesters.add(start)
  }
  return [...semesters]
    .sort((a, b) => a - b)
    .flatMap(semester => floorWarning(contractRate.rateBps, semester, rates) ?? [])
}

const NONE: readonly ClaimWarning[] = []

/** The warning about a contract's rate between businesses in one semester; null when it complies. */
export function floorWarning(rateBps: number, semester: Day, rates: RateBook): ClaimWarning | null {
  const floor = contractRateFloor(rates, semester)
  if (typeof floor !== 'number') {
    return { code: 'legal-floor-unknown', semester, rateBps, floor: floor.unknownRate }
  }
  return rateBps < floor ? { code: 'below-legal-floor', semester, rateBps, floor } : null
}
