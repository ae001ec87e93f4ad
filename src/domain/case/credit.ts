import { type Cents, ZERO } from '../money.ts'
import { unallocatedCents } from './allocation.ts'
import type { Case } from './case.ts'

/** Money and credit notes on the debtor's account that are set against no item. */
export function accountCreditCents(dossier: Case): Cents {
  return unallocatedCents(dossier.payments, dossier.creditNotes, dossier.allocations)
}

/**
 * The part of those credits that is taken off what is asked (docs/rules.md 17.1): all of it, unless the organisation
 * lists or ignores credits.
 */
export function nettedCreditCents(dossier: Case): Cents {
  return dossier.settings.credits === 'net' ? accountCreditCents(dossier) : ZERO
}
