import type { Cents } from './money.ts'

/** How far a claim has gone, from the reminder before the due date to the court. */
export type Stage = 'preventive' | 'level-1' | 'level-2' | 'level-3' | 'formal-notice' | 'litigation'

/** The way by which a step reaches the debtor; `task` reaches a colleague instead. */
export type ChannelName = 'email' | 'sms' | 'call' | 'letter' | 'registered-letter' | 'task'

/** Who carries a step out: the program, a person, or the program once a person has agreed. */
export type Mode = 'automatic' | 'manual' | 'to-confirm' | 'approval'

/** One message lists the whole account, or each due item has a message of its own. */
export type Grouping = 'account' | 'invoice'

/** One step of a scenario. Its id survives new versions of the scenario. */
export type Step = {
  id: string
  /** Days from the due date; negative before it. */
  offsetDays: number
  /** Working days to leave after the case's last contact. */
  gapWorkingDays: number
  stage: Stage
  channel: ChannelName
  /** Tried in order when the channel has no valid address, failed, or asks for a higher amount. */
  fallbacks: readonly ChannelName[]
  mode: Mode
  /** Below this sum listed, the channel isn't worth its price. */
  channelMinimumCents: Cents | null
}

/** The ordered plan by which a case is chased. */
export type Scenario = {
  id: string
  version: number
  grouping: Grouping
  /**
   * The step, if any, that must reach each item before another message may list it: the letter of CPCE R124-4. It is
   * never covered by another step, nor left out at entry (docs/rules.md 29.1).
   */
  firstLetter?: string
  steps: readonly Step[]
}

export function isPreventive(step: Step): boolean {
  return step.stage === 'preventive'
}

/**
 * Formal notice and litigation: they never lapse, are never skipped for a small amount, and no other step covers them
 * (docs/rules.md 2.7, 6.4, 8.3).
 */
export function isLegal(step: Step): boolean {
  return step.stage === 'formal-notice' || step.stage === 'litigation'
}
