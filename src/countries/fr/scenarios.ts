import { cents } from '../../domain/money.ts'
import type { ChannelName, Mode, Scenario, Stage, Step } from '../../domain/scenario.ts'

/** The reminders of a French company to another: courteous, firm, last warning, formal notice, litigation. */
export const amiableB2b = scenario('amiable-b2b', [
  step('p15', -15, 3, 'preventive', 'email', 'automatic'),
  step('j1', 1, 3, 'level-1', 'email', 'automatic', ['call']),
  step('j4', 4, 1, 'level-1', 'call', 'manual'),
  step('j7', 7, 2, 'level-1', 'email', 'automatic', ['call']),
  step('j11', 11, 2, 'level-2', 'call', 'manual', ['sms', 'email']),
  fromAmount(150_00, step('j16', 16, 3, 'level-2', 'registered-letter', 'to-confirm', ['email'])),
  step('j30', 30, 3, 'level-3', 'email', 'automatic', ['letter']),
  step('j32', 32, 1, 'level-3', 'call', 'manual'),
  step('j40', 40, 3, 'formal-notice', 'registered-letter', 'approval'),
  step('j60', 60, 3, 'litigation', 'task', 'approval'),
])

/** To a person: fewer calls, a letter instead of a registered one; the formal notice starts interest (C. civ. 1231-6). */
const amiableConsumer = scenario('amiable-consumer', [
  step('p15', -15, 3, 'preventive', 'email', 'automatic'),
  step('j1', 1, 3, 'level-1', 'email', 'automatic', ['call']),
  step('j7', 7, 3, 'level-1', 'email', 'automatic', ['call']),
  step('j11', 11, 3, 'level-2', 'call', 'manual', ['sms', 'email']),
  step('j16', 16, 3, 'level-2', 'letter', 'to-confirm', ['email']),
  step('j30', 30, 5, 'level-3', 'email', 'automatic', ['letter']),
  step('j40', 40, 5, 'formal-notice', 'registered-letter', 'approval'),
  step('j60', 60, 5, 'litigation', 'task', 'approval'),
])

/** To the State and its bodies: slower, in writing; no injonction de payer, but mandatement d'office or référé-provision. */
const publicBody = scenario('public-body', [
  step('p15', -15, 3, 'preventive', 'email', 'automatic'),
  step('j1', 1, 3, 'level-1', 'email', 'automatic', ['call']),
  step('j7', 10, 3, 'level-1', 'email', 'automatic', ['call']),
  step('j11', 15, 3, 'level-2', 'call', 'manual', ['email']),
  step('j16', 25, 5, 'level-2', 'letter', 'to-confirm', ['email']),
  step('j30', 40, 5, 'level-3', 'email', 'automatic', ['letter']),
  step('j40', 55, 5, 'formal-notice', 'registered-letter', 'approval'),
  step('j60', 75, 5, 'litigation', 'task', 'approval'),
])

/** To those whom one knows: a call before any letter, and the salesperson in the know. */
const largeAccount = scenario('large-account', [
  step('p15', -15, 3, 'preventive', 'email', 'automatic'),
  step('j4', 2, 1, 'level-1', 'call', 'manual', ['email']),
  step('j7', 7, 2, 'level-1', 'email', 'automatic', ['call']),
  step('sales', 10, 1, 'level-2', 'task', 'manual'),
  step('j11', 14, 2, 'level-2', 'call', 'manual', ['email']),
  step('j30', 30, 3, 'level-3', 'email', 'to-confirm', ['letter']),
  step('j32', 35, 1, 'level-3', 'call', 'manual'),
  step('j40', 45, 3, 'formal-notice', 'registered-letter', 'approval'),
  step('j60', 75, 3, 'litigation', 'task', 'approval'),
])

/** To those whom one would rather keep: ten days of silence, then long steps. */
const gentle = scenario('gentle', [
  step('j1', 10, 3, 'level-1', 'email', 'automatic', ['call']),
  step('j7', 20, 3, 'level-1', 'email', 'automatic', ['call']),
  step('j16', 35, 5, 'level-2', 'letter', 'to-confirm', ['email']),
  step('j30', 50, 5, 'level-3', 'email', 'automatic', ['letter']),
  step('j40', 70, 5, 'formal-notice', 'registered-letter', 'approval'),
  step('j60', 100, 5, 'litigation', 'task', 'approval'),
])

/** The scenario whose texts an agency writes, for others. */
export const AGENCY_SCENARIO = 'agency'

/** An agency for its clients: the letter of CPCE R124-4 comes first, and nothing goes before a person has read it. */
const agencySteps = scenario(AGENCY_SCENARIO, [
  step('r1', 1, 3, 'level-1', 'letter', 'to-confirm'),
  step('j4', 8, 2, 'level-1', 'call', 'manual'),
  step('j7', 12, 3, 'level-1', 'email', 'automatic', ['letter']),
  step('j11', 18, 3, 'level-2', 'call', 'manual', ['email']),
  step('j30', 26, 3, 'level-3', 'email', 'automatic', ['letter']),
  step('j40', 36, 3, 'formal-notice', 'registered-letter', 'approval'),
  step('j60', 56, 3, 'litigation', 'task', 'approval'),
])
const agency: Scenario = { ...agencySteps, firstLetter: 'r1' }

export const frenchScenarios: ReadonlyMap<string, Scenario> = new Map(
  [amiableB2b, amiableConsumer, publicBody, largeAccount, gentle, agency].map(built => [built.id, built]),
)

function scenario(id: string, steps: readonly Step[]): Scenario {
  return { id, version: 1, grouping: 'account', steps }
}

function step(
  id: string,
  offsetDays: number,
  gapWorkingDays: number,
  stage: Stage,
  channel: ChannelName,
  mode: Mode,
  fallbacks: readonly ChannelName[] = [],
): Step {
  return { id, offsetDays, gapWorkingDays, stage, channel, fallbacks, mode, channelMinimumCents: null }
}

/** A dear channel is worth its price from this amount only. */
function fromAmount(minimum: number, dear: Step): Step {
  return { ...dear, channelMinimumCents: cents(minimum) }
}
