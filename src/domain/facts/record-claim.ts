import type { Case } from '../case/case.ts'
import type { ClaimFact } from '../case/claim-fact.ts'
import { unknownItem } from '../case/named-items.ts'
import type { Day } from '../date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Fact } from './fact.ts'

/** Interest and indemnity are waived by invoice, settled or not. */
export function waive(caseFile: Case, fact: Fact & { kind: 'waive' }, on: Day): Case | Refusal {
  const { amountCents } = fact
  return onInvoice(caseFile, fact.item, invoice => {
    const kind = fact.of === 'interest' ? ('waived-interest' as const) : ('waived-indemnity' as const)
    return withClaimFact(caseFile, { kind, countsOn: on, invoice, amountCents, document: null })
  })
}

/** Costs are claimed from businesses and public bodies alone (C. com. L441-10 II, CCP L2192-13). */
export function claimCosts(caseFile: Case, fact: Fact & { kind: 'claim-costs' }, on: Day): Case | Refusal {
  const { amountCents, document } = fact
  if (caseFile.debtor.kind === 'consumer') {
    return refuse('costs-of-consumer', {})
  }
  return onInvoice(caseFile, fact.item, invoice =>
    withClaimFact(caseFile, { kind: 'costs', countsOn: on, invoice, amountCents, document }),
  )
}

export function judgment(caseFile: Case, enforceableOn: Day): Case {
  const none = { invoice: null, amountCents: null, document: null }
  return withClaimFact(caseFile, { kind: 'judgment', countsOn: enforceableOn, ...none })
}

function onInvoice(caseFile: Case, name: string, apply: (invoice: string) => Case): Case | Refusal {
  const item = caseFile.items.find(candidate => candidate.name === name || candidate.invoice === name)
  return item ? apply(item.invoice) : unknownItem(caseFile, name)
}

function withClaimFact(caseFile: Case, fact: Omit<ClaimFact, 'id'>): Case {
  const id = caseFile.lastId + 1
  return { ...caseFile, lastId: id, claimFacts: [...caseFile.claimFacts, { id, ...fact }] }
}
