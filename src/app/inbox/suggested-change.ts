import { addWorkingDays, type Calendar } from '../../domain/calendar.ts'
import { type Case, isOverdue, openItems } from '../../domain/case/case.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { type Day, day, formatDay } from '../../domain/date.ts'
import type { Suggestion } from '../../domain/facts/reply.ts'
import { type Cents, cents, formatAmount, sum } from '../../domain/money.ts'
import type { Refused } from '../refused.ts'

/** What a person says beside or instead of what the message said. `day` is the one that the suggestion is about. */
export type Said = {
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
 * `facts`: in the words of `record`; none where agreeing changes nothing but the journal. `stopsEmail`: the addresses
 * behind the message are no longer written to. `contact`: whom to write to instead.
 */
export type SuggestedChange = {
  facts: readonly string[]
  stopsEmail: boolean
  contact: { email: string | null; name: string | null; phone: string | null } | null
}

/** Days left to a payment that is said to be on its way before the chase goes on. */
const PAID_WORKING_DAYS = 5

/** What a suggestion changes in its case, with what a person says of it; refused when something is still to be said. */
export function suggestedChange(
  { kind, params }: Suggestion,
  said: Said,
  dossier: Case,
  { on, calendar }: { on: Day; calendar: Calendar },
): SuggestedChange | Refused {
  const about = said.day ?? (params.date === undefined ? null : day(params.date))
  const amount = said.amountCents ?? (params.amountCents === undefined ? null : cents(params.amountCents))
  switch (kind) {
    case 'promise': {
      if (about === null) return lacks('day-needed', 'le jour promis : --by DATE')
      const owed = amount ?? sum(concerned(dossier, said, on).map(({ balanceCents }) => balanceCents))
      if (owed <= 0n)
        return lacks('amount-needed', 'rien n’est échu ; donnez la somme promise : --amount MONTANT')
      return facts(`promise ${formatAmount(owed)} by ${formatDay(about)}${itemWords(said)}`)
    }
    case 'plan-request': {
      if (about === null || said.amountCents === undefined || said.count === undefined)
        return lacks('plan-needed', 'l’échéancier accordé : --count N --amount MONTANT --by PREMIÈRE-DATE')
      const each = formatAmount(said.amountCents)
      return facts(`plan ${said.count} x ${each} from ${formatDay(about)} monthly${itemWords(said)}`)
    }
    case 'dispute':
      return disputed(dossier, said, amount, said.reason ?? params.reason ?? 'other')
    case 'already-paid': {
      const until = said.day ?? addWorkingDays(calendar, on, PAID_WORKING_DAYS)
      return facts(`pause until ${formatDay(until)}`)
    }
    case 'insolvency':
      if (about === null) return lacks('day-needed', 'le jour du jugement : --by DATE')
      return facts(`insolvency ${formatDay(about)}${params.procedure ? ` kind ${params.procedure}` : ''}`)
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
  dossier: Case,
  said: Said,
  amount: Cents | null,
  reason: string,
): SuggestedChange | Refused {
  const open = openItems(dossier)
  const items = said.items ? concernedBy(open, said.items) : open
  const [only, second] = items
  const names = open.map(({ name }) => name).join(', ')
  if (!only) return lacks('item-needed', `la facture contestée, parmi ${names || 'aucune'} : --item FACTURE`)
  if (second && !said.items)
    return lacks('item-needed', `la facture contestée, parmi ${names} : --item FACTURE`)
  if (second && said.amountCents !== undefined)
    return lacks('item-needed', 'une somme pour une seule facture : --item FACTURE --amount MONTANT')
  const contested = second ? null : amount
  return facts(
    ...items.map(
      item =>
        `dispute ${quoted(item.name)} ${formatAmount(contested ?? item.balanceCents)} ${quoted(reason)}`,
    ),
  )
}

/** The items named, else what is overdue: what a promise covers (docs/rules.md 12.1). */
function concerned(dossier: Case, said: Said, on: Day): readonly OpenItem[] {
  const open = openItems(dossier)
  return said.items ? concernedBy(open, said.items) : open.filter(item => isOverdue(item, on))
}

function concernedBy(open: readonly OpenItem[], names: readonly string[]): readonly OpenItem[] {
  return open.filter(({ name, invoice }) => names.includes(name) || names.includes(invoice))
}

function itemWords({ items = [] }: Said): string {
  return items.map(name => ` ${quoted(name)}`).join('')
}

function quoted(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word
}

function facts(...texts: string[]): SuggestedChange {
  return { facts: texts, stopsEmail: false, contact: null }
}

function lacks(refused: string, what: string): Refused {
  return { refused, message: `il manque ${what}` }
}
