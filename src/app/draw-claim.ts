import { type Case, openItems } from '../domain/case.ts'
import { type Claim, type ClaimItem, drawUpClaim } from '../domain/claim.ts'
import { type Day, earlierOf } from '../domain/date.ts'
import type { DueItem } from '../domain/invoice.ts'
import { type Movement, standardTerms } from '../domain/late-interest.ts'
import { add, type Cents, ZERO } from '../domain/money.ts'
import type { App, Refused } from './app.ts'
import { findOneCase, openCase } from './change-case.ts'

export type DrawnClaim = Claim & { case: string; debtor: string; until: Day }

/** What a debtor owes on a day, line by line: the open items of the case, or the invoice named, settled or not. */
export async function drawClaim(
  app: App,
  input: { about: string; date: Day },
): Promise<DrawnClaim | Refused> {
  const found = await app.database.transaction(app.organisationId, async tx => {
    const one = await findOneCase(tx, input.about)
    return 'refused' in one ? one : (await openCase(app, tx, one.caseId)).stored.dossier
  })
  if ('refused' in found) return found
  const dossier = found
  const named = dossier.items.filter(item => item.invoice === input.about || item.name === input.about)
  const items = (named.length > 0 ? named : openItems(dossier)).filter(item => item.issuedOn <= input.date)
  const claim = drawUpClaim(
    items.flatMap(item => claimItem(dossier, item)),
    termsOf(dossier, input.date),
    app.country.rates,
  )
  if ('unknownRate' in claim) {
    return {
      refused: 'unknown-rate',
      message: `taux inconnu : ${claim.unknownRate} ; le décompte s'arrête là, sans rien supposer`,
    }
  }
  return { ...claim, case: dossier.id, debtor: dossier.debtor.name, until: input.date }
}

function termsOf(dossier: Case, until: Day) {
  const notices = dossier.actions.flatMap(action =>
    action.stage === 'formal-notice' && action.status === 'done' && action.endedOn !== null
      ? [action.endedOn]
      : [],
  )
  const judgments = dossier.holds.filter(hold => hold.reason === 'insolvency').map(hold => hold.from)
  return {
    ...standardTerms(dossier.debtor.kind, until),
    formalNoticeOn: notices.length > 0 ? notices.reduce(earlierOf) : null,
    insolvencyOn: judgments.length > 0 ? judgments.reduce(earlierOf) : null,
  }
}

function claimItem(dossier: Case, item: DueItem): ClaimItem[] {
  if (item.dueOn === null) return []
  const { invoice, issuedOn, dueOn, amountCents } = item
  const given = dossier.allocations.filter(a => a.itemId === item.id && a.source === 'write-off')
  return [
    {
      invoice,
      issuedOn,
      dueOn,
      amountCents,
      movements: movementsOf(dossier, item),
      waivers: given.map(a => ({ on: a.allocatedOn, of: 'principal' as const, amountCents: a.amountCents })),
    },
  ]
}

/** What each payment and credit note took off the item; a rejected payment took nothing off. */
function movementsOf(dossier: Case, item: DueItem): Movement[] {
  const bySource = new Map<string, { on: Day; amountCents: Cents; kind: Movement['kind'] }>()
  for (const { itemId, source, sourceId, amountCents, allocatedOn } of dossier.allocations) {
    if (itemId !== item.id || source === 'write-off') continue
    const key = `${source} ${sourceId}`
    const known = bySource.get(key)
    const on = known ? known.on : dateOf(dossier, source, sourceId, allocatedOn)
    bySource.set(key, { on, amountCents: add(known?.amountCents ?? ZERO, amountCents), kind: source })
  }
  return [...bySource.values()].filter(movement => movement.amountCents > 0n)
}

function dateOf(dossier: Case, source: Movement['kind'], sourceId: number | null, allocatedOn: Day): Day {
  if (source !== 'payment') return allocatedOn
  return dossier.payments.find(payment => payment.id === sourceId)?.receivedOn ?? allocatedOn
}
