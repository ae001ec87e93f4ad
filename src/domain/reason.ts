/** Why: a code for programs, its parameters for the sentence. Codes are closed lists, see docs/codes.md. */
export type Reason = { code: ReasonCode; params: Readonly<Record<string, string | number>> }

export type ReasonCode =
  | 'overdue'
  | 'due-soon'
  | 'step-due'
  | 'account-grouped'
  | 'credits-netted'
  | 'dispute-excluded'
  | 'channel-below-minimum'
  | 'channel-without-address'
  | 'channel-failed'
  | 'agreed-by-person'
  | 'above-maximum'
  | 'payment-rejected'
  | 'promise-broken'
  | 'case-below-minimum'
  | 'message-under-way'
  | 'not-a-contact-day'
  | 'all-settled'
