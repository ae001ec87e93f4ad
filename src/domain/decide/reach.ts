import { isContact } from '../action.ts'
import { leavesActionOpen } from '../case/call.ts'
import type { Case } from '../case/case.ts'
import type { Day } from '../date.ts'
import type { Contact, DebtorKind } from '../debtor.ts'
import { ACCOUNTS_PAYABLE, MAIN_CONTACT } from '../debtor.ts'
import type { Law } from '../law/law.ts'
import type { Cents } from '../money.ts'
import type { Reason } from '../reason.ts'
import type { ChannelName, Step } from '../scenario.ts'

/** How a step reaches the debtor today, or why it can't. */
export type Reach =
  | { channel: ChannelName; because: Reason[] }
  | { channel: null; cause: 'no-address' | 'below-minimum' | 'call-limit'; because: Reason[] }

/** Whom a step would reach. */
export type Reachable = { kind: DebtorKind; contacts: readonly Contact[]; mayNotBeCalled: boolean }

export function reachable({ caseFile, law, today }: { caseFile: Case; law: Law; today: Day }): Reachable {
  const { contacts } = caseFile
  const { kind } = caseFile.debtor
  const limit = law.callLimit(kind)
  if (limit === null) return { kind, contacts, mayNotBeCalled: false }
  const recent = (day: Day) => day > today - limit.days
  const ended = caseFile.actions.filter(
    action =>
      isContact(action) &&
      (action.channel === 'call' || action.channel === 'sms') &&
      recent(action.endedOn ?? today),
  )
  const toBeCalledBack = caseFile.calls.filter(call => leavesActionOpen(call) && recent(call.madeOn))
  return { kind, contacts, mayNotBeCalled: ended.length + toBeCalledBack.length >= limit.calls }
}

/**
 * The step's own channel, else its fallbacks in order (docs/rules.md 7.2): each must have a valid address and not have
 * failed already. Under the step's minimum, its own channel, which costs more, gives way to a fallback.
 */
export function reach(step: Step, debtor: Reachable, listedCents: Cents, failed: ReadonlySet<string>): Reach {
  const because: Reason[] = []
  let belowMinimum = false
  for (const channel of [step.channel, ...step.fallbacks]) {
    if (failed.has(channel)) {
      because.push({ code: 'channel-failed', params: { channel } })
    } else if (!contactFor(channel, debtor.contacts, debtor.kind)) {
      because.push({ code: 'channel-without-address', params: { channel } })
    } else if (debtor.mayNotBeCalled && (channel === 'call' || channel === 'sms')) {
      because.push({ code: 'call-limit', params: { channel } })
    } else if (channel === step.channel && isUnder(listedCents, step.channelMinimumCents)) {
      belowMinimum = true
      because.push({ code: 'channel-below-minimum', params: { channel } })
    } else {
      return { channel, because }
    }
  }
  if (because.some(reason => reason.code === 'call-limit'))
    return { channel: null, cause: 'call-limit', because }
  const onlyTooSmall = belowMinimum && because.length === 1
  return { channel: null, cause: onlyTooSmall ? 'below-minimum' : 'no-address', because }
}

const POSTAL_OR_INTERNAL: Contact = {
  role: 'postal',
  name: null,
  email: null,
  emailInvalid: false,
  phone: null,
  phoneInvalid: false,
  language: '',
}

/**
 * Whom to address on a channel (docs/rules.md 7.1): accounts payable, then the main contact, then anybody with a valid
 * address; never "anybody" for a consumer, since third parties must not learn of the debt. Null when there is nobody.
 */
export function contactFor(
  channel: ChannelName,
  contacts: readonly Contact[],
  kind: DebtorKind,
): Contact | null {
  if (channel === 'letter' || channel === 'registered-letter' || channel === 'task') return POSTAL_OR_INTERNAL
  const valid = contacts.filter(contact =>
    channel === 'email'
      ? contact.email !== null && !contact.emailInvalid
      : contact.phone !== null && !contact.phoneInvalid,
  )
  return (
    valid.find(contact => contact.role === ACCOUNTS_PAYABLE) ??
    valid.find(contact => contact.role === MAIN_CONTACT) ??
    (kind === 'consumer' ? undefined : valid[0]) ??
    null
  )
}

function isUnder(amount: Cents, minimum: Cents | null): boolean {
  return minimum !== null && amount < minimum
}
