import { addWorkingDays, type Calendar } from '../../domain/calendar.ts'
import { type Case, isOverdue, openItems } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { INSTALMENTS_AT_MOST } from '../../domain/case/plan.ts'
import { type Day, day } from '../../domain/date.ts'
import type { Fact } from '../../domain/facts/fact.ts'
import type { Suggestion } from '../../domain/facts/reply.ts'
import { type Cents, cents, sum } from '../../domain/money.ts'
import { type Refused, refuse } from '../refused.ts'

/** What a person says beside or instead of what the message said. `day` is the one that the suggestion is about. */
export type Correction = {
  amountCents?: Cents | undefined
  day?: Day | undefined
  items?: readonly string[] | undefined
  /** How many instalments. */
  count?: number | undefined
  reason?: string | undefined
  email?: string | undefined
  name?: string | undefined
  phone?: string | undefined
}

/**
 * `facts`: none where agreeing changes nothing but the journal. `stopsEmail`: the addresses
 * behind the message are no longer written to. `contact`: whom to write to instead.
 */
export type SuggestedChange = {
  facts: readonly Fact[]
  stopsEmail: boolean
  contact: { email: string | null; name: string | null; phone: string | null } | null
}

/** Days left to a payment that is said to be on its way before the chase goes on. */
const PAID_WORKING_DAYS = 5

/** What a suggestion changes in its case, with what a person says of it; refused when something is still to be said. */
export function suggestedChange(
  { kind, params }: Suggestion,
  said: Correction,
  caseFile: Case,
  { on, calendar }: { on: Day; calendar: Calendar },
): SuggestedChange | Refused {
  const about = said.day ?? (params.date === undefined ? null : day(params.date))
  const amount = said.amountCents ?? (params.amountCents === undefined ? null : cents(params.amountCents))
  switch (kind) {
    case 'promise': {
      if (about === null) return refuse('day-needed', { kind: 'promise' })
      const owed = amount ?? sum(concerned(caseFile, said, on).map(({ balanceCents }) => balanceCents))
      if (owed <= 0n) return refuse('amount-needed')
      return facts({ kind: 'promise', amountCents: owed, by: about, items: itemsOf(said) })
    }
    case 'plan-request': {
      const { amountCents, count } = said
      if (about === null || amountCents === undefined || count === undefined || count > INSTALMENTS_AT_MOST)
        return refuse('plan-needed')
      return facts({ kind: 'plan', count, amountCents, from: about, items: itemsOf(said) })
    }
    case 'dispute':
      return disputed(caseFile, said, amount, said.reason || params.reason || 'other')
    case 'already-paid': {
      const until = said.day ?? addWorkingDays(calendar, on, PAID_WORKING_DAYS)
      return facts({ kind: 'pause', until })
    }
    case 'insolvency':
      if (about === null) return refuse('day-needed', { kind: 'insolvency' })
      return facts({
        kind: 'insolvency',
        on: about,
        publishedOn: null,
        procedure: params.procedure ?? null,
      })
    case 'wrong-contact': {
      const email = said.email ?? params.email ?? null
      const contact = { email, name: said.name ?? null, phone: said.phone ?? null }
      const isKnown = email !== null || contact.phone !== null
      return { facts: [], stopsEmail: true, contact: isKnown ? contact : null }
    }
    case 'do-not-contact':
      return { facts: [], stopsEmail: true, contact: null }
    case 'invoice-not-received':
    case 'wrong-bank-details':
    case 'insufficient-funds':
    case 'financial-difficulty':
    case 'administrative':
    case 'refusal':
    case 'thanks-only':
      return facts()
  }
}

/** Each item contested for its whole balance, or one of them for an amount. */
function disputed(
  caseFile: Case,
  said: Correction,
  amount: Cents | null,
  reason: string,
): SuggestedChange | Refused {
  const open = openItems(caseFile)
  const items = said.items ? concernedBy(open, said.items) : open
  const [only, second] = items
  if (!only || (second && !said.items))
    return refuse('item-needed', { kind: 'which', known: open.map(({ name }) => name) })
  if (second && said.amountCents !== undefined) return refuse('item-needed', { kind: 'one-amount' })
  const contested = second || amount === null || amount <= 0n ? null : amount
  return facts(
    ...items.map(({ name, balanceCents }) => ({
      kind: 'dispute' as const,
      item: name,
      amountCents: contested ?? balanceCents,
      reason,
    })),
  )
}

/** The items named, else what is overdue: what a promise covers (docs/rules.md 12.1). */
function concerned(caseFile: Case, said: Correction, on: Day): readonly OpenItem[] {
  const open = openItems(caseFile)
  return said.items ? concernedBy(open, said.items) : open.filter(item => isOverdue(item, on))
}

function concernedBy(open: readonly OpenItem[], names: readonly string[]): readonly OpenItem[] {
  return open.filter(({ name, invoice }) => names.includes(name) || names.includes(invoice))
}

function itemsOf({ items = [] }: Correction): string[] {
  return [...items]
}

function facts(...those: Fact[]): SuggestedChange {
  return { facts: those, stopsEmail: false, contact: null }
}
