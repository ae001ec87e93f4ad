/** The accounts that entries about bad debts are written on: those of the plan comptable général, each a setting. */
export type LedgerAccounts = Record<LedgerAccount, string>

export type LedgerAccount =
  | 'customers'
  | 'doubtful'
  | 'impairment'
  | 'impairment-charge'
  | 'impairment-reversal'
  | 'loss'
  | 'vat'
  | 'late-interest'
  | 'indemnity'

/** The plan comptable as revised for 2025 was not read: whoever keeps other numbers sets them. */
export const DEFAULT_ACCOUNTS: LedgerAccounts = {
  customers: '411',
  doubtful: '416',
  impairment: '491',
  'impairment-charge': '68174',
  'impairment-reversal': '78174',
  loss: '654',
  vat: '44571',
  'late-interest': '763',
  indemnity: '758',
}

export const ACCOUNT_SETTINGS = Object.keys(DEFAULT_ACCOUNTS).map(name => `account-${name}`)

/** One account from its setting's name and text: `account-loss 654000`. Null when either is wrong. */
export function accountFrom(name: string, value: string): Partial<LedgerAccounts> | null {
  if (!ACCOUNT_SETTINGS.includes(name) || !/^[1-7]\d{2}[A-Z0-9]{0,15}$/.test(value)) return null
  return { [name.slice('account-'.length)]: value }
}
