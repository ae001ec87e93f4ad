/** Decides which law and which courtesy apply: another company, a person, or the State and its bodies. */
export type DebtorKind = 'business' | 'consumer' | 'public-body'

/**
 * Recorded by a person, never guessed from a name. The person also says whether it counts in law as a business or as a
 * consumer (docs/rules.md 1.9).
 */
export type DebtorStatus = 'association' | 'co-ownership'

/** Who owes. */
export type Debtor = { code: string; name: string; kind: DebtorKind }

/** An address that messages come back from is invalid until a person corrects it. */
export type Contact = {
  role: string
  name: string | null
  email: string | null
  emailInvalid: boolean
  phone: string | null
  phoneInvalid: boolean
  language: string
}

/** The role that reminders go to when a step asks for no other. */
export const ACCOUNTS_PAYABLE = 'accounts-payable'
export const MAIN_CONTACT = 'main'
