import type { Day } from '../domain/date.ts'

export type MandateSequence = 'FRST' | 'RCUR' | 'OOFF' | 'FNAL'

/** `debtor` is a code, or `CREDITOR/DEBTOR` codes. */
export type Mandate = {
  line: number
  debtor: string
  iban: string
  bic: string | null
  reference: string
  signedOn: Day
  sequence: MandateSequence
  scheme: 'CORE' | 'B2B'
}
