import { amountText } from '../../domain/amount-text.ts'
import { payeeOf } from '../../domain/claim/payee.ts'
import type { Language } from '../../domain/language.ts'
import { type Cents, subtract, sum, ZERO } from '../../domain/money.ts'
import { MARKS, placeOf } from '../blocks.ts'
import { agencyScope, creditorScope, debtorScope, firstLetters, inWords } from '../text/text-scope.ts'
import { longDate } from '../wording.ts'
import type { PaperBlockName, PaperInput, PaperScope } from './paper-data.ts'

/** The data of a paper in the words of its reader: what the texts see. */
export function paperScope(input: PaperInput, language: Language): PaperScope {
  const { kind, today, creditor, agency, debtor, noticeDays } = input
  return {
    kind,
    today: longDate(today, language),
    noticeDays: inWords(noticeDays, language),
    creditor: creditorScope(creditor),
    agency: agency && agencyScope(agency),
    firstLetters: firstLetters(input, language),
    debtor: debtorScope(debtor),
    ...countsOf(input),
    totals: totalsOf(input, language),
    ...blocksOf(input),
    ...MARKS,
  }
}

/** The first sum or name that contradicts the others, or that the paper can't do without. */
export function paperContradiction(input: PaperInput): { missing: string; detail: string } | null {
  switch (input.kind) {
    case 'plan-agreement':
      if (subtract(planTotal(input), owed(input.items)) > 0n)
        return { missing: 'plan', detail: 'les échéances dépassent ce que doivent ses factures' }
      return payeeOf(input.payee, input.agency, input.creditor).iban
        ? null
        : { missing: 'creditor.iban', detail: 'no account to pay on' }
    case 'receipt':
      return input.payments.length > 0 ? null : { missing: 'payments', detail: 'aucun règlement reçu' }
    case 'statement':
      return input.lines.length > 0 ? null : { missing: 'movements', detail: 'rien sur ce compte' }
  }
}

function countsOf(input: PaperInput): Pick<PaperScope, 'count' | 'invoiceCount'> {
  switch (input.kind) {
    case 'plan-agreement':
      return { count: input.instalments.length, invoiceCount: input.items.length }
    case 'receipt':
      return { count: input.payments.length, invoiceCount: input.settled.length }
    case 'statement':
      return { count: input.lines.length, invoiceCount: input.items.length }
  }
}

function totalsOf(input: PaperInput, language: Language): PaperScope['totals'] {
  const amount = (cents: Cents) => (cents > 0n ? amountText(cents, input.currency, language) : undefined)
  const none = {
    plan: undefined,
    rest: undefined,
    owed: undefined,
    overdue: undefined,
    credit: undefined,
    paid: undefined,
    left: undefined,
  }
  switch (input.kind) {
    case 'plan-agreement': {
      const [plan, all] = [planTotal(input), owed(input.items)]
      return { ...none, plan: amount(plan), owed: amount(all), rest: amount(subtract(all, plan)) }
    }
    case 'receipt': {
      const paid = sum(input.payments.map(payment => payment.amountCents))
      const left = sum(input.settled.map(invoice => invoice.leftCents))
      return { ...none, paid: amount(paid), left: amount(left) }
    }
    case 'statement': {
      const balance = closingCents(input)
      return {
        ...none,
        owed: amount(balance),
        overdue: amount(input.overdueCents),
        credit: amount(subtract(ZERO, balance)),
      }
    }
  }
}

/** A block exists where it has something to draw. */
function blocksOf(input: PaperInput): Pick<PaperScope, PaperBlockName> {
  const drawn: Readonly<Record<PaperBlockName, boolean>> = {
    invoices: input.kind !== 'receipt' && input.items.length > 0,
    payment:
      input.kind !== 'receipt' &&
      payeeOf(input.payee, input.agency, input.creditor).iban !== undefined &&
      asksForMoney(input),
    instalments: input.kind === 'plan-agreement',
    signatures: input.kind === 'plan-agreement',
    receipts: input.kind === 'receipt',
    settled: input.kind === 'receipt' && input.settled.length > 0,
    movements: input.kind === 'statement',
  }
  return Object.fromEntries(
    Object.entries(drawn).map(([name, isDrawn]) => [name, isDrawn ? placeOf(name) : undefined]),
  ) as Pick<PaperScope, PaperBlockName>
}

function asksForMoney(input: PaperInput): boolean {
  return input.kind !== 'statement' || (input.asksForPayment && closingCents(input) > 0n)
}

function closingCents({ lines }: { lines: readonly { balanceCents: Cents }[] }): Cents {
  return lines.at(-1)?.balanceCents ?? ZERO
}

function planTotal({ instalments }: { instalments: readonly { amountCents: Cents }[] }): Cents {
  return sum(instalments.map(({ amountCents }) => amountCents))
}

function owed(items: readonly { balanceCents: Cents }[]): Cents {
  return sum(items.map(({ balanceCents }) => balanceCents))
}
