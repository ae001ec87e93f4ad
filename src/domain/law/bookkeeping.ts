/** How the books of a country name what Quittance writes in them. */
export type Bookkeeping = {
  journals: Readonly<Record<JournalName, { code: string; label: string }>>
  accounts: Readonly<Record<LedgerAccount, { number: string; label: string }>>
  entries: Readonly<Record<BadDebtEntryKind | CustomerEntryKind, string>>
}

/** Bad debts are written in the general one, money in the bank's, invoices and credit notes in that of sales. */
export type JournalName = 'general' | 'bank' | 'sales'

export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

const LEDGER_ACCOUNTS = [
  'customers',
  'doubtful',
  'impairment',
  'impairment-charge',
  'impairment-reversal',
  'loss',
  'vat',
  'late-interest',
  'indemnity',
  'bank',
  'sales',
  'suspense',
] as const

/** Settings of an organisation that keeps other account numbers: `account-loss 654000`. */
export const ACCOUNT_SETTINGS: readonly string[] = LEDGER_ACCOUNTS.map(name => `account-${name}`)

/** Whether a setting is an account, and its value a number of one: three digits of the chart, then what the company added. */
export function isAccountSetting(name: string, value: string): boolean {
  return ACCOUNT_SETTINGS.includes(name) && /^[1-7]\d{2}[A-Z0-9]{0,15}$/.test(value)
}

/** The books as the organisation keeps them. */
export function withOwnAccounts(books: Bookkeeping, settings: Readonly<Record<string, string>>): Bookkeeping {
  const accounts = Object.entries(books.accounts).map(([name, account]) => [
    name,
    { ...account, number: settings[`account-${name}`] ?? account.number },
  ])
  return { ...books, accounts: Object.fromEntries(accounts) as Bookkeeping['accounts'] }
}
export type BadDebtEntryKind =
  | 'doubtful'
  | 'impairment'
  | 'impairment-reversal'
  | 'loss'
  | 'tax-recovered'
  | 'recovery'
export type CustomerEntryKind = 'invoice' | 'credit-note' | 'payment' | 'rejection'
