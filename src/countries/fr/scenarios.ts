import { cents } from '../../domain/money.ts'
import type { ChannelName, Mode, Scenario, Stage, Step } from '../../domain/scenario.ts'

/** The reminders of a French company to another: courteous, firm, last warning, formal notice, litigation. */
export const amiableB2b: Scenario = {
  id: 'amiable-b2b',
  version: 1,
  grouping: 'account',
  steps: [
    step('p15', -15, 3, 'preventive', 'email', 'automatic'),
    step('j1', 1, 3, 'level-1', 'email', 'automatic', ['call']),
    step('j4', 4, 1, 'level-1', 'call', 'manual'),
    step('j7', 7, 2, 'level-1', 'email', 'automatic', ['call']),
    step('j11', 11, 2, 'level-2', 'call', 'manual', ['sms', 'email']),
    {
      ...step('j16', 16, 3, 'level-2', 'registered-letter', 'to-confirm', ['email']),
      channelMinimumCents: cents(150_00),
    },
    step('j30', 30, 3, 'level-3', 'email', 'automatic', ['letter']),
    step('j32', 32, 1, 'level-3', 'call', 'manual'),
    step('j40', 40, 3, 'formal-notice', 'registered-letter', 'approval'),
    step('j60', 60, 3, 'litigation', 'task', 'approval'),
  ],
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
