import type { ClosingReason } from '../case/case.ts'
import type { Held } from '../case/held.ts'
import type { Day } from '../date.ts'
import type { Cents } from '../money.ts'
import type { Reason } from '../reason.ts'
import type { ChannelName, Mode, Stage } from '../scenario.ts'
import type { Task } from '../task.ts'

/** `act`: carried out today. `propose`: waits for a confirmation. `ask`: waits for an approval. */
export type DecidedKind = 'act' | 'propose' | 'ask'

/** An action decided this morning. `actionId` is that of a proposal made earlier, null for a new one. */
export type Decided = {
  kind: DecidedKind
  actionId: number | null
  step: string
  stage: Stage
  channel: ChannelName
  mode: Mode
  itemIds: readonly number[]
  amountCents: Cents
  because: readonly Reason[]
  /** False when a proposal stands as it stood yesterday. */
  isNew: boolean
}

/** An earlier action that ends, or goes on with fewer items. */
export type Withdrawal = { actionId: number; itemIds: readonly number[]; ends: 'lapsed' | 'cancelled' | null }

export type Lapse = { step: string; itemIds: readonly number[] }
export type Skip = { step: string; itemIds: readonly number[]; code: SkipCode }
export type SkipCode = 'below-minimum' | 'entry'

/** What became of a promise or a plan. */
export type Outcome =
  | { kind: 'promise'; id: number; status: 'kept' | 'late' | 'broken'; amountCents: Cents }
  | { kind: 'plan'; id: number; status: 'completed' | 'broken'; amountCents: Cents }

/** The decision about one case on one day. Data only: effects read it. */
export type Decision = {
  actions: readonly Decided[]
  withdrawals: readonly Withdrawal[]
  lapses: readonly Lapse[]
  skips: readonly Skip[]
  outcomes: readonly Outcome[]
  /** Every hold in force today, told before or not. */
  holds: readonly Held[]
  /** Every task that a person has today, told before or not. */
  tasks: readonly Task[]
  closed: ClosingReason | null
  nextLookOn: Day | null
  /** Why nothing (more) happens today. */
  because: readonly Reason[]
}
