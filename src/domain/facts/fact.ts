import type { MilestoneKind } from '../case/milestone.ts'
import type { Procedure } from '../case/procedure.ts'
import type { Suspension } from '../case/recorded-hold.ts'
import type { Day } from '../date.ts'
import type { Cents } from '../money.ts'
import type { ChannelName } from '../scenario.ts'

/** Something that happened, in the words of the story language (docs/stories.md). Items are named, not numbered. */
export type Fact =
  | { kind: 'invoice'; invoice: StatedInvoice }
  | { kind: 'credit'; number: string; amountCents: Cents; forItem: string | null }
  | { kind: 'pay'; amountCents: Cents; items: string[] }
  | { kind: 'unpay'; amountCents: Cents; item: string }
  | { kind: 'promise'; amountCents: Cents; by: Day; items: string[] }
  | { kind: 'dispute'; item: string; amountCents: Cents; reason: string }
  | { kind: 'settle'; item: string }
  | { kind: 'plan'; count: number; amountCents: Cents; from: Day; items: string[] }
  | { kind: 'pause'; until: Day | null }
  | { kind: 'resume' }
  | { kind: 'suspend'; reason: Suspension; items: string[]; until: Day | null }
  | { kind: 'release'; reason: Suspension }
  | { kind: 'direct-debit'; item: string; on: Day }
  | { kind: MilestoneKind; items: string[]; on: Day | null; document: string | null }
  | { kind: 'payable'; amountCents: Cents }
  | { kind: 'assigned'; payee: string; iban: string; items: string[] }
  | { kind: 'reassigned'; items: string[] }
  | { kind: 'bank'; on: Day }
  | { kind: 'insolvency'; on: Day; publishedOn: Day | null; procedure: Procedure | null }
  | { kind: 'insolvency-closed' | 'declared' | 'over-indebtedness'; on: Day }
  | { kind: 'performed'; invoice: string; on: Day }
  | { kind: 'bounce'; channel: Exclude<ChannelName, 'task'> }
  | { kind: 'reply' }
  | { kind: 'read' }
  | { kind: 'fail' | 'undone' | 'done' | 'confirm' | 'approve' | 'refuse'; step: string }
  | { kind: 'call-back'; step: string; on: Day }
  | { kind: 'skip'; step: string; items: string[] }
  | { kind: 'presented'; on: Day }
  | { kind: 'down'; until: Day }
  | { kind: 'already'; step: string; on: Day; item: string }
  | { kind: 'due'; item: string; on: Day }
  | { kind: 'write-off'; item: string }
  | { kind: 'tax'; item: string; taxCents: Cents }
  | { kind: 'doubtful'; item: string }
  | { kind: 'impair'; item: string; percent: number }
  | { kind: 'irrecoverable'; item: string; ground: string | Day }
  | { kind: 'waive'; of: 'interest' | 'indemnity'; amountCents: Cents; item: string }
  | { kind: 'claim-costs'; amountCents: Cents; item: string; document: string }
  | { kind: 'judgment'; on: Day }

/** An invoice as a person tells it: each of its due dates is known, and its VAT is a fact of its own (`tax`). */
export type StatedInvoice = {
  number: string
  issuedOn: Day
  dues: readonly { dueOn: Day; amountCents: Cents }[]
}
