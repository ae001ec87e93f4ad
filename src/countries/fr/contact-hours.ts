import type { ContactHours } from '../../domain/contact-hours.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { CallLimit } from '../../domain/law/law.ts'
import type { ChannelName } from '../../domain/scenario.ts'

const OFFICE: ContactHours = [[8 * 60, 19 * 60]]
/** Those that C. conso. D223-9 sets for calls made to sell; none are set for collecting, and these are kept for everybody. */
const CALLS: ContactHours = [
  [10 * 60, 13 * 60],
  [14 * 60, 20 * 60],
]

/** Null where the hour does not matter: a letter, a task of one's own. */
export function frenchContactHours(channel: ChannelName): ContactHours | null {
  switch (channel) {
    case 'email':
      return OFFICE
    case 'sms':
    case 'call':
      return CALLS
    default:
      return null
  }
}

/** Four calls or texts to a consumer in thirty days: C. conso. D223-9 sets it for canvassing, and it is kept for reminders. */
export function frenchCallLimit(debtor: DebtorKind): CallLimit | null {
  return debtor === 'consumer' ? { calls: 4, days: 30 } : null
}
