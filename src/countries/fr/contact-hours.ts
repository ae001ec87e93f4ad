import type { ContactHours } from '../../domain/contact-hours.ts'
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
