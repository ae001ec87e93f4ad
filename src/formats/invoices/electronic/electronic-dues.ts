import type { Day } from '../../../domain/date.ts'
import { dueDate } from '../../../domain/law/terms.ts'
import { add, type Cents, subtract, sum } from '../../../domain/money.ts'
import { type Problem, warning } from '../../problem.ts'
import { shown } from '../../shown.ts'
import { readTerms } from '../payment-terms.ts'
import type { DefaultDueDate, DueRow } from '../reading.ts'
import type { ElectronicDraft, TermDraft } from './electronic-draft.ts'
import type { Totals } from './electronic-totals.ts'
import { amountOf, dateOf, textOf } from './xml-fields.ts'

type Invoice = { issuedOn: Day; totals: Totals; terms: readonly Term[] }
export type Term = { dueOn: Day; amountCents: Cents | null; line: number }

/** Instalments when each has its amount and they add up, else the one due date, else what the terms say in words. */
export function readDues(
  draft: ElectronicDraft,
  { issuedOn, totals, terms }: Invoice,
  dueOn: DefaultDueDate,
  problems: Problem[],
): DueRow[] {
  const { amountCents } = totals
  const early = terms.find(term => term.dueOn < issuedOn)
  if (early) problems.push(warning(early.line, 'due-before-issue', { kind: 'file' }))
  const last = terms.at(-1)
  if (!last) return [{ dueOn: assumed(draft, issuedOn, dueOn, problems), amountCents, assumed: true }]
  const instalments = terms.length > 1 ? readInstalments(terms, totals) : null
  if (instalments) return instalments
  if (last.dueOn !== terms[0]?.dueOn) problems.push(warning(last.line, 'several-due-dates'))
  return [{ dueOn: last.dueOn, amountCents, assumed: false }]
}

/** As the invoice states it: of a credit note too, which is not chased. */
export function statedDueOn(terms: readonly Term[], dues: readonly DueRow[]): Day | null {
  if (dues.length > 0) return dues.find(due => !due.assumed)?.dueOn ?? null
  return terms.at(-1)?.dueOn ?? null
}

/** In the order of time. The date of a discount counts only where no other is given. */
export function statedTerms(draft: ElectronicDraft, problems: Problem[]): Term[] {
  const owed = draft.terms.filter(term => !isDiscount(term) && term.dueOn !== null)
  return (owed.length > 0 ? owed : draft.terms)
    .flatMap(({ dueOn, amount }) => {
      const day = dateOf(dueOn, problems)
      return day === null
        ? []
        : [{ dueOn: day, amountCents: amountOf(amount, problems), line: dueOn?.line ?? 0 }]
    })
    .sort((a, b) => a.dueOn - b.dueOn)
}

/** Some programs say only in words that the date is that of a discount. */
function isDiscount({ isDiscount: says, amount, words }: TermDraft): boolean {
  return says || (amount === null && /skonto|escompte|discount/i.test(words?.text ?? ''))
}

/** They add up to the total, or to what is left to pay: the first then takes in what was prepaid. */
function readInstalments(terms: readonly Term[], { amountCents, payableCents }: Totals): DueRow[] | null {
  const amounts = terms.map(term => term.amountCents).filter(amount => amount !== null)
  const total = sum(amounts)
  if (amounts.length < terms.length || amounts.some(amount => amount <= 0n)) return null
  if (total !== amountCents && (total !== payableCents || total > amountCents)) return null
  const byDay = new Map<Day, Cents>()
  terms.forEach(({ dueOn }, index) => {
    const prepaid = index === 0 ? subtract(amountCents, total) : (0n as Cents)
    byDay.set(dueOn, add(byDay.get(dueOn) ?? prepaid, amounts[index] ?? (0n as Cents)))
  })
  return [...byDay].map(([dueOn, amount]) => ({ dueOn, amountCents: amount, assumed: false }))
}

function assumed(draft: ElectronicDraft, issuedOn: Day, dueOn: DefaultDueDate, problems: Problem[]): Day {
  const written = draft.terms.find(term => term.words !== null)?.words ?? null
  const words = textOf(written, problems)
  if (words === null) return dueOn(issuedOn)
  const terms = readTerms(words)
  if (terms) return dueDate(terms, issuedOn)
  problems.push(warning(written?.line ?? draft.line, 'unknown-terms', { text: shown(words) }))
  return dueOn(issuedOn)
}
