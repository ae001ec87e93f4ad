/** The camt statement under way: what its parts have told so far, and what is said of it once whole. */
import type { Day } from '../../../domain/date.ts'
import type { Cents } from '../../../domain/money.ts'
import { textAt, type XmlElement } from '../../containers/xml-elements.ts'
import { currencyCode } from '../../currency-code.ts'
import { type Problem, warning } from '../../problem.ts'
import { balanceProblemsOf, type StatementHead } from '../statement.ts'
import { type CamtBalance, openingAndClosing, readBalance } from './camt-balances.ts'
import type { EntryReading } from './camt-entry.ts'
import { bareIban, type CamtTransaction, readTransaction } from './camt-transaction.ts'
import { readIsoDate } from './camt-values.ts'

/** The elements of a statement that are read, but for its entries. */
export type CamtPart = 'Acct' | 'FrToDt' | 'Bal' | 'Ntry/NtryDtls/TxDtls'

export type Progress = {
  account: string | null
  accountCurrency: string | null
  from: Day | null
  to: Day | null
  balances: CamtBalance[]
  isOpened: boolean
  /** Settled once the entries begin. */
  currency: string | null
  movedCents: bigint
  pending: number
  foreign: number
  transactions: CamtTransaction[]
}

export function nothingYet(): Progress {
  return {
    account: null,
    accountCurrency: null,
    from: null,
    to: null,
    balances: [],
    isOpened: false,
    currency: null,
    movedCents: 0n,
    pending: 0,
    foreign: 0,
    transactions: [],
  }
}

/** What a part tells of the statement under way. */
export function note(current: Progress, part: CamtPart, element: XmlElement): Problem[] {
  switch (part) {
    case 'Acct': {
      const iban = textAt(element, 'Id', 'IBAN')
      current.account = iban === null ? textAt(element, 'Id', 'Othr', 'Id') : bareIban(iban)
      current.accountCurrency = currencyCode(textAt(element, 'Ccy'))
      return []
    }
    case 'FrToDt':
      current.from = readIsoDate(textAt(element, 'FrDtTm') ?? textAt(element, 'FrDt') ?? '')
      current.to = readIsoDate(textAt(element, 'ToDtTm') ?? textAt(element, 'ToDt') ?? '')
      return []
    case 'Bal': {
      const balance = readBalance(element, current.account)
      if ('severity' in balance) return [balance]
      current.balances.push(balance)
      return []
    }
    default:
      current.transactions.push(readTransaction(element))
      return []
  }
}

export function count(current: Progress, reading: EntryReading): void {
  if (reading.isPending) current.pending += 1
  const { currency } = current
  for (const entry of reading.entries) current.movedCents += entry.amountCents
  const [first] = reading.entries
  if (first && currency !== null && first.currency !== currency) current.foreign += 1
}

/** The account's, else that of its booked balances. */
function currencyOf({ accountCurrency, balances }: Progress): string | null {
  const { opening, closing } = openingAndClosing(balances, accountCurrency)
  return accountCurrency ?? opening?.currency ?? closing?.currency ?? null
}

export function headOf(current: Progress): StatementHead {
  const currency = currencyOf(current)
  const { opening, closing } = openingAndClosing(current.balances, currency)
  return {
    account: current.account,
    currency,
    from: current.from ?? (opening?.code === 'OPBD' ? opening.on : null),
    to: current.to ?? closing?.on ?? null,
    openingCents: opening?.amountCents ?? null,
    closingCents: closing?.amountCents ?? null,
  }
}

/** What a person should know of a statement once it is whole. */
export function problemsOf(current: Progress, head: StatementHead): Problem[] {
  const { account, currency } = head
  const { pending, foreign } = current
  const problems: Problem[] = []
  if (account === null) problems.push(warning(null, 'no-account'))
  if (pending > 0) problems.push(warning(null, 'pending-left-out', { account, entries: pending }))
  if (foreign > 0) problems.push(warning(null, 'other-currency', { account, entries: foreign, currency }))
  const { opening, closing } = openingAndClosing(current.balances, currency)
  const others = [opening, closing].filter(balance => balance && balance.currency !== currency)
  if (others.length > 0) problems.push(warning(null, 'other-currency-balance', { account, currency }))
  const areComparable = foreign === 0 && others.length === 0
  return areComparable ? [...problems, ...balanceProblemsOf(head, current.movedCents as Cents)] : problems
}
