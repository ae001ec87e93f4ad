import { type Cents, ZERO } from '../money.ts'
import { unallocatedCents } from './allocation.ts'
import type { Case } from './case.ts'

/** Money and credit notes on the debtor's account that are set against no item. */
export function accountCreditCents(caseFile: Case): Cents {
  return unallocatedCents(caseFile.payments, caseFile.creditNotes, caseFile.allocations)
}

/**
 * The part of those credits that is taken off what is asked (docs/rules.md 17.1): all of it, unless the organisation
 * lists or ignores credits.
 */
export function nettedCreditCents(caseFile: Case): Cents {
  return caseFile.settings.credits === 'net' ? accountCreditCents(caseFile) : ZERO
}
