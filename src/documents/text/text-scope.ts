import { amountText } from '../../domain/amount-text.ts'
import type { Language } from '../../domain/language.ts'
import { atLeastZero, type Cents, subtract, sum, ZERO } from '../../domain/money.ts'
import type { Agency } from '../../domain/organisation/agency.ts'
import { BLOCKS, MARKS } from '../blocks.ts'
import { longDate } from '../wording.ts'
import type { AgencyScope, MessageInput, TextScope } from './message-data.ts'

/** The data of a message in the words of its reader: what the texts see. */
export function textScope(input: MessageInput, language: Language): TextScope {
  const { debtor, contact, items, totals, brokenPromise, noticeDays } = input
  const amount = (value: Cents) => amountText(value, input.currency, language)
  const claim = claimOf(input)
  const firstDue = items.map(item => item.dueOn).sort((a, b) => a - b)[0] ?? input.today
  return {
    today: longDate(input.today, language),
    count: invoiceNumbers(input).length,
    numbers: invoiceNumbers(input).join(', '),
    firstDue: longDate(firstDue, language),
    ...copiesScope(input),
    noticeDays: noticeDays === undefined ? undefined : inWords(noticeDays, language),
    registered: input.channel === 'registered-letter',
    creditor: creditorScope(input.creditor),
    agency: input.agency && agencyScope(input.agency),
    reference: known(input.reference),
    firstLetters: firstLetters(input, language),
    debtor: debtorScope(debtor),
    contact: { name: known(contact.name) },
    totals: { asked: amount(totals.askedCents), due: amount(amountDue(input)) },
    promise: brokenPromise && {
      amount: amount(brokenPromise.amountCents),
      by: longDate(brokenPromise.by, language),
    },
    invoices: BLOCKS.invoices,
    claim: claim && BLOCKS.claim,
    others: input.others?.length ? BLOCKS.others : undefined,
    payment: BLOCKS.payment,
    ...MARKS,
  }
}

/** A text that speaks of copies gets them, and no other: renderMessage. */
function copiesScope(input: MessageInput): Pick<TextScope, 'attachments' | 'attached' | 'onRequest'> {
  const { attached = [], onRequest = [] } = input.documents ?? {}
  const isPart = attached.length > 0 && attached.length < invoiceNumbers(input).length
  return {
    attachments: attached.length || undefined,
    attached: isPart ? attached.join(', ') : undefined,
    onRequest: onRequest.length > 0 ? onRequest.join(', ') : undefined,
  }
}

export function debtorScope(debtor: MessageInput['debtor']): TextScope['debtor'] {
  return {
    name: known(debtor.name),
    address: known(debtor.address),
    siren: known(debtor.siren),
    isBusiness: debtor.kind === 'business',
    isConsumer: debtor.kind === 'consumer',
    isPublicBody: debtor.kind === 'public-body',
  }
}

export function creditorScope(creditor: MessageInput['creditor']): TextScope['creditor'] {
  return {
    name: known(creditor.name),
    email: known(creditor.email),
    phone: phoneNumber(creditor.phone),
    address: known(creditor.address),
    siren: known(creditor.siren),
    signatory: known(creditor.signatory),
  }
}

export function agencyScope(agency: Agency): AgencyScope {
  return {
    name: known(agency.name),
    address: known(agency.address),
    email: known(agency.email),
    phone: phoneNumber(agency.phone),
    iban: known(agency.iban),
    insurance: known(agency.insurance),
    signatory: known(agency.signatory),
  }
}

/** `12-3 du 16 mars 2026`, joined when the items listed had several letters; undefined when one had none. */
export function firstLetters(
  { firstLetters = [] }: Pick<MessageInput, 'firstLetters'>,
  language: Language,
): string | undefined {
  if (firstLetters.length === 0) return undefined
  const [of, and] = language === 'fr' ? ['du', 'et'] : ['of', 'and']
  return firstLetters
    .map(({ reference, on }) => `${reference} ${of} ${longDate(on, language)}`)
    .join(` ${and} `)
}

/** Principal, interest and indemnity; undefined where they aren't counted, or can't be claimed (a consumer). */
export function claimOf({ debtor, totals }: MessageInput) {
  const { interestCents, indemnityCents, askedCents, complementCents = ZERO } = totals
  if (debtor.kind === 'consumer' || interestCents === undefined || indemnityCents === undefined)
    return undefined
  const totalCents = sum([askedCents, interestCents, indemnityCents, complementCents])
  return { interestCents, indemnityCents, complementCents, totalCents }
}

/** What the message asks: the principal, with interest and indemnity where they are claimed. */
export function amountDue(input: MessageInput): Cents {
  return claimOf(input)?.totalCents ?? input.totals.askedCents
}

/** An invoice of which two due dates are listed counts once: its reader knows it by one number. */
export function invoiceNumbers({ items }: Pick<MessageInput, 'items'>): string[] {
  return [...new Set(items.map(item => item.invoice))]
}

/** The first amount or name that contradicts the others, if any: a total that doesn't add up never leaves. */
export function contradiction({ items, totals }: MessageInput): string | null {
  if (items.length === 0) return 'items'
  const listed = sum(items.map(item => item.balanceCents))
  const asked = atLeastZero(subtract(subtract(listed, totals.disputedCents), totals.creditCents))
  return totals.askedCents === asked ? null : 'totals.askedCents'
}

function known(value: string | null | undefined): string | undefined {
  return value?.trim() ? value : undefined
}

function phoneNumber(value: string | null | undefined): string | undefined {
  return known(value)?.replaceAll(' ', '\u00A0')
}

const WORDS = {
  fr: { 8: 'huit', 15: 'quinze', 30: 'trente' },
  en: { 8: 'eight', 15: 'fifteen', 30: 'thirty' },
} as const

export function inWords(value: number, language: Language): string {
  const words: Readonly<Record<number, string>> = WORDS[language]
  return words[value] ?? String(value)
}
