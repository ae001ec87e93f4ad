import type { Case } from '../case/case.ts'
import type { ClaimFact } from '../case/claim-fact.ts'
import { unknownItem } from '../case/named-items.ts'
import type { Day } from '../date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Fact } from './fact.ts'

/** Interest and indemnity are waived by invoice, settled or not. */
export function waive(dossier: Case, fact: Fact & { kind: 'waive' }, on: Day): Case | Refusal {
  const { amountCents } = fact
  return onInvoice(dossier, fact.item, invoice => {
    const kind = fact.of === 'interest' ? ('waived-interest' as const) : ('waived-indemnity' as const)
    return withClaimFact(dossier, { kind, countsOn: on, invoice, amountCents, document: null })
  })
}

/** Costs are claimed from businesses and public bodies alone (C. com. L441-10 II, CCP L2192-13). */
export function claimCosts(dossier: Case, fact: Fact & { kind: 'claim-costs' }, on: Day): Case | Refusal {
  const { amountCents, document } = fact
  if (dossier.debtor.kind === 'consumer') {
    return refuse('costs-of-consumer', {})
  }
  return onInvoice(dossier, fact.item, invoice =>
    withClaimFact(dossier, { kind: 'costs', countsOn: on, invoice, amountCents, document }),
  )
}

export function judgment(dossier: Case, enforceableOn: Day): Case {
  const none = { invoice: null, amountCents: null, document: null }
  return withClaimFact(dossier, { kind: 'judgment', countsOn: enforceableOn, ...none })
}

function onInvoice(dossier: Case, name: string, apply: (invoice: string) => Case): Case | Refusal {
  const item = dossier.items.find(candidate => candidate.name === name || candidate.invoice === name)
  return item ? apply(item.invoice) : unknownItem(dossier, name)
}

function withClaimFact(dossier: Case, fact: Omit<ClaimFact, 'id'>): Case {
  const id = dossier.lastId + 1
  return { ...dossier, lastId: id, claimFacts: [...dossier.claimFacts, { id, ...fact }] }
}
