/** Closed lists of codes: each is whole, or does not compile. What a code means stands in docs/codes.md. */
import { z } from 'zod'
import type { BadDebtGround } from '../../domain/case/bad-debt-step.ts'
import type { Appropriation as DomainAppropriation } from '../../domain/interest/appropriation.ts'
import type { InterestTerms } from '../../domain/interest/interest-terms.ts'
import type { TextWriter as DomainTextWriter } from '../../domain/law/texts.ts'
import type { TextKind as DomainTextKind } from '../../domain/organisation/text-key.ts'
import { BANK_STATUSES } from '../../words/bank-words.ts'
import {
  BAD_DEBTS,
  CLAIM_WARNINGS,
  LIMITATION_STARTS,
  RATE_SERIES,
  RATE_STATUSES,
  TERMS_WARNINGS,
} from '../../words/claim-words.ts'
import { CALL_OUTCOMES, CAUSES, POSTAL_STATUSES, PROOFS } from '../../words/contact-words.ts'
import { SUGGESTION_STATES, TIED_BY } from '../../words/inbox-words.ts'
import { LANGUAGES } from '../../words/language.ts'
import { REASONS } from '../../words/reasons.ts'
import { DISPUTE_REASONS, MESSAGE_CLASSES, MISSING_PIECES, SUGGESTIONS } from '../../words/reply-words.ts'
import { TEXT_MEDIA } from '../../words/text-problems.ts'
import {
  CHANNELS,
  CLOSINGS,
  DEBTOR_KINDS,
  DEBTOR_STATUSES,
  HOLDS,
  MODES,
  PROCEDURES,
  PROMISES,
  SKIPS,
  STAGES,
  STATUSES,
  TASKS,
} from '../../words/words.ts'

/** The codes of a table of words, which has a row for each member of its type and no other. */
function codesOf<Code extends string>(table: Readonly<Record<Code, unknown>>) {
  return z.enum(Object.keys(table) as [Code, ...Code[]])
}

export const ActionStatus = codesOf(STATUSES)
export const BadDebtStatus = codesOf(BAD_DEBTS)
export const BankStatus = codesOf(BANK_STATUSES)
export const CallOutcome = codesOf(CALL_OUTCOMES)
export const Channel = codesOf(CHANNELS)
export const ClaimWarningCode = codesOf(CLAIM_WARNINGS)
export const ClosingReason = codesOf(CLOSINGS)
export const DebtorKind = codesOf(DEBTOR_KINDS)
export const DebtorStatus = codesOf(DEBTOR_STATUSES)
export const DisputeReason = codesOf(DISPUTE_REASONS)
export const HoldReason = codesOf(HOLDS)
export const LimitationStart = codesOf(LIMITATION_STARTS)
export const MessageClass = codesOf(MESSAGE_CLASSES)
export const MissingPiece = codesOf(MISSING_PIECES)
export const Mode = codesOf(MODES)
export const NonPaymentCause = codesOf(CAUSES)
export const PostalStatus = codesOf(POSTAL_STATUSES)
export const Procedure = codesOf(PROCEDURES)
export const PromiseStatus = codesOf(PROMISES)
export const ProofKind = codesOf(PROOFS)
export const RateSeries = codesOf(RATE_SERIES)
export const RateStatus = codesOf(RATE_STATUSES)
export const ReasonCode = codesOf(REASONS)
export const SkipCode = codesOf(SKIPS)
export const Stage = codesOf(STAGES)
export const SuggestionKind = codesOf(SUGGESTIONS)
export const SuggestionState = codesOf(SUGGESTION_STATES)
export const TaskCode = codesOf(TASKS)
export const TermsWarning = codesOf(TERMS_WARNINGS)
export const TextMedium = codesOf(TEXT_MEDIA)
export const TiedBy = codesOf(TIED_BY)

export const Language = z.enum(LANGUAGES)

/** Those that have no words of their own. */
export const BadDebtGroundKind = codesOf<BadDebtGround>({ irrecoverable: true, liquidation: true })
export const Appropriation = codesOf<DomainAppropriation>({ 'principal-first': true, 'interest-first': true })
export const YearBasis = codesOf<InterestTerms['basis']>({ '365': true, actual: true })
export const TextWriter = codesOf<DomainTextWriter>({ creditor: true, agency: true })
export const TextKind = codesOf<DomainTextKind>({
  any: true,
  business: true,
  consumer: true,
  'public-body': true,
})
