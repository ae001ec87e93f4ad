/** One entry of a camt statement (Ntry) and its transactions → one entry for each, or one for all of them. */
import type { Day } from '../domain/date.ts'
import type { Cents } from '../domain/money.ts'
import { amountsOf, type CamtTransaction, type Party, returnOf } from './camt-transaction.ts'
import { given, type IsoAmount, readIsoAmount, readIsoDate, readSign, type Sign } from './camt-values.ts'
import { error, type Problem, warning } from './format.ts'
import type { StatementEntry } from './statement.ts'
import { textAt, textsAt, type XmlElement } from './xml-elements.ts'

/** `line` is the number of the entry in the file. The currency is the account's, null while unknown. */
export type EntryContext = { line: number; account: string | null; currency: string | null }

/** `isPending`: not booked yet, or for information alone, hence left out. */
export type EntryReading = { entries: StatementEntry[]; problems: Problem[]; isPending: boolean }

export function readEntry(
  ntry: XmlElement,
  transactions: readonly CamtTransaction[],
  context: EntryContext,
): EntryReading {
  if (isPending(ntry)) return { entries: [], problems: [], isPending: true }
  const booking = readBooking(ntry, transactions, context)
  if ('severity' in booking) return { entries: [], problems: [booking], isPending: false }
  const problems: Problem[] = []
  if (booking.valueOn === null && valueText(ntry) !== null)
    problems.push(
      warning(context.line, 'bad-value-date', `${told(context)} : date de valeur illisible, laissée vide.`),
    )
  const amounts = transactions.length > 1 ? splitAmounts(booking, transactions) : null
  if (transactions.length > 1 && amounts === null) problems.push(notSplit(transactions.length, context))
  const entries = amounts
    ? transactions.map((transaction, index) =>
        entryOf(
          { ...booking, amountCents: amounts[index] as Cents, bankReference: null },
          transaction,
          context,
        ),
      )
    : [entryOf(booking, commonOf(transactions), context)]
  return {
    entries: amounts ? withReferences(entries, booking.bankReference) : entries,
    problems,
    isPending: false,
  }
}

/** What the entry says by itself. */
type Booking = {
  bookedOn: Day
  valueOn: Day | null
  amountCents: Cents
  currency: string
  sign: Sign
  bankReference: string | null
  isReversal: boolean
  returned: { reason: string | null } | null
  texts: string[]
}

const MAX_DESCRIPTION_LENGTH = 10_000

function told({ line, account }: EntryContext): string {
  return `Écriture n° ${line}${account === null ? '' : ` du compte ${account}`}`
}

/** The status is a text up to version 07, a code from 08 on. */
function isPending(ntry: XmlElement): boolean {
  const status = textAt(ntry, 'Sts', 'Cd') ?? textAt(ntry, 'Sts', 'Prtry') ?? textAt(ntry, 'Sts')
  return status !== null && status !== 'BOOK'
}

function readBooking(
  ntry: XmlElement,
  transactions: readonly CamtTransaction[],
  context: EntryContext,
): Booking | Problem {
  const refuse = (code: string, words: string) =>
    error(context.line, code, `${told(context)} : ${words} ; elle est laissée.`)
  const amount = amountOf(ntry, transactions, context.currency)
  if (!amount) return refuse('no-amount', 'aucun montant')
  const amountCents = readIsoAmount(amount.text)
  if (typeof amountCents !== 'bigint')
    return refuse(amountCents.code, `le montant « ${amount.text.slice(0, 40)} » ${amountCents.words}`)
  const currency = amount.currency ?? context.currency
  if (currency === null) return refuse('no-currency', 'la devise manque')
  const sign = readSign(textAt(ntry, 'CdtDbtInd'))
  if (sign === null) return refuse('no-direction', 'ni débit ni crédit (CdtDbtInd)')
  const written = dateText(ntry, 'BookgDt') ?? valueText(ntry)
  if (written === null) return refuse('no-date', 'aucune date')
  const bookedOn = readIsoDate(written)
  if (bookedOn === null) return refuse('bad-date', `la date « ${written.slice(0, 40)} » n’existe pas`)
  return {
    bookedOn,
    valueOn: readIsoDate(valueText(ntry) ?? ''),
    amountCents: (amountCents * sign) as Cents,
    currency,
    sign,
    bankReference: given(textAt(ntry, 'AcctSvcrRef')),
    isReversal: ['true', '1'].includes(textAt(ntry, 'RvslInd') ?? ''),
    returned: returnOf(ntry),
    texts: textsAt(ntry, 'AddtlNtryInf'),
  }
}

function dateText(ntry: XmlElement, name: string): string | null {
  return textAt(ntry, name, 'Dt') ?? textAt(ntry, name, 'DtTm')
}

function valueText(ntry: XmlElement): string | null {
  return dateText(ntry, 'ValDt')
}

/** In the account's currency when the bank gives it so, be it in the details; else as the entry has it. */
function amountOf(
  ntry: XmlElement,
  transactions: readonly CamtTransaction[],
  currency: string | null,
): IsoAmount | null {
  const own = amountsOf(ntry)
  const only = transactions.length === 1 ? (transactions[0]?.amounts ?? []) : []
  return [...own, ...only].find(amount => amount.currency === currency) ?? own[0] ?? null
}

/** One signed amount for each transaction, when all are told in the entry's currency and add up to it. */
function splitAmounts(
  { amountCents, currency, sign }: Booking,
  transactions: readonly CamtTransaction[],
): Cents[] | null {
  const found: { cents: Cents; sign: Sign }[] = []
  for (const transaction of transactions) {
    const amount = transaction.amounts.find(({ currency: own }) => own === currency)
    const cents = amount ? readIsoAmount(amount.text) : null
    if (typeof cents !== 'bigint') return null
    found.push({ cents, sign: transaction.sign ?? sign })
  }
  const signed = found.map(({ cents, sign }) => (cents * sign) as Cents)
  if (addsUp(signed, amountCents)) return signed
  // Some banks tell the side of the original transaction: the entry's own side then holds for all.
  const oneSided = found.map(({ cents }) => (cents * sign) as Cents)
  return addsUp(oneSided, amountCents) ? oneSided : null
}

function addsUp(amounts: readonly Cents[], total: Cents): boolean {
  return amounts.reduce((reached, amount) => reached + amount, 0n) === total
}

function notSplit(count: number, context: EntryContext): Problem {
  return warning(
    context.line,
    'batch-not-split',
    `${told(context)} : elle regroupe ${count} opérations dont les montants manquent ou ne donnent pas son total ; elle est prise en une seule ligne.`,
  )
}

const NOBODY: Party = { name: null, iban: null }

const NO_DETAILS: CamtTransaction = {
  amounts: [],
  sign: null,
  bankReference: null,
  endToEndId: null,
  reference: null,
  debtor: NOBODY,
  creditor: NOBODY,
  texts: [],
  returned: null,
}

/** What all the transactions of an entry say alike; their texts one after the other. */
function commonOf(transactions: readonly CamtTransaction[]): CamtTransaction {
  const [first] = transactions
  if (!first) return NO_DETAILS
  const common = <Value>(read: (transaction: CamtTransaction) => Value): Value | null => {
    const value = read(first)
    return transactions.every(transaction => read(transaction) === value) ? value : null
  }
  const party = (role: 'debtor' | 'creditor'): Party => ({
    name: common(transaction => transaction[role].name),
    iban: common(transaction => transaction[role].iban),
  })
  return {
    amounts: [],
    sign: null,
    bankReference: common(transaction => transaction.bankReference),
    endToEndId: common(transaction => transaction.endToEndId),
    reference: common(transaction => transaction.reference),
    debtor: party('debtor'),
    creditor: party('creditor'),
    texts: transactions.flatMap(({ texts }) => texts),
    returned: common(({ returned }) => returned !== null)
      ? { reason: common(({ returned }) => returned?.reason ?? null) }
      : null,
  }
}

function entryOf(booking: Booking, transaction: CamtTransaction, context: EntryContext): StatementEntry {
  const returned = transaction.returned ?? booking.returned ?? (booking.isReversal ? { reason: null } : null)
  const { bookedOn, valueOn, amountCents, currency } = booking
  return {
    line: context.line,
    bookedOn,
    valueOn,
    amountCents,
    currency,
    counterparty: counterpartyOf(transaction, amountCents >= 0n, returned !== null, context.account),
    reference: transaction.reference,
    endToEndId: transaction.endToEndId,
    description: descriptionOf([...transaction.texts, ...booking.texts]),
    bankReference: booking.bankReference ?? transaction.bankReference,
    returned,
  }
}

/**
 * Who paid, or was paid. Money that comes back keeps the sides of the first payment with most banks, and not with all:
 * the account's own IBAN tells which side is ours, else the only party named is the other one.
 */
function counterpartyOf(
  { debtor, creditor }: CamtTransaction,
  isCredit: boolean,
  isReturned: boolean,
  account: string | null,
): Party {
  const [usual, other] = isCredit ? [debtor, creditor] : [creditor, debtor]
  const isOurs = ({ iban }: Party) => iban !== null && iban === account
  if (isOurs(usual)) return isOurs(other) ? NOBODY : other
  if (!isReturned || isOurs(other) || isNobody(other)) return usual
  return other
}

function isNobody({ name, iban }: Party): boolean {
  return name === null && iban === null
}

/** A text said twice, by the entry and by its only transaction, is kept once. */
function descriptionOf(texts: readonly string[]): string {
  const joined = [...new Set(texts)].join(' ')
  return joined.length > MAX_DESCRIPTION_LENGTH ? `${joined.slice(0, MAX_DESCRIPTION_LENGTH)}…` : joined
}

/** Parts of one entry must not look the same: without a number of its own, a part takes the entry's and its rank. */
function withReferences(entries: readonly StatementEntry[], shared: string | null): StatementEntry[] {
  const own = entries.map(({ bankReference }) => bankReference)
  const areDistinct = new Set(own).size === own.length && !own.includes(null)
  if (areDistinct) return [...entries]
  return entries.map((entry, index) => ({
    ...entry,
    bankReference: shared === null ? null : `${shared}/${index + 1}`,
  }))
}
