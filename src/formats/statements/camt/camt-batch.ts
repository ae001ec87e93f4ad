/** An entry that groups several transactions: told one by one where the bank gives enough, else as one. */
import type { Cents } from '../../../domain/money.ts'
import type { StatementEntry } from '../statement.ts'
import type { Booking } from './camt-booking.ts'
import type { CamtTransaction, Party } from './camt-transaction.ts'
import { readIsoAmount, type Sign } from './camt-values.ts'

/** One signed amount for each transaction, when all are told in the entry's currency and add up to it. */
export function splitAmounts(
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

/** Parts of one entry must not look the same: without a number of its own, a part takes the entry's and its rank. */
export function withReferences(entries: readonly StatementEntry[], shared: string | null): StatementEntry[] {
  const own = entries.map(({ bankReference }) => bankReference)
  const areDistinct = new Set(own).size === own.length && !own.includes(null)
  if (areDistinct) return [...entries]
  return entries.map((entry, index) => ({
    ...entry,
    bankReference: shared === null ? null : `${shared}/${index + 1}`,
  }))
}

export const NOBODY: Party = { name: null, iban: null }

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
export function commonOf(transactions: readonly CamtTransaction[]): CamtTransaction {
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
