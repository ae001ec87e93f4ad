/** Letters on paper: printed, posted, followed. A PDF comes beside what is said of it. */
import { z } from 'zod'
import { PostalStatus, ProofKind, Stage } from './parts/codes.ts'
import { Problem } from './parts/refusal.ts'
import { ActionId, CaseReference, Cents, Count, Currency, Day, Place } from './parts/values.ts'

/** A letter that stays, and what it lacks by name. */
const LetterLeftOut = z.strictObject({
  id: ActionId,
  case: CaseReference,
  debtor: z.string(),
  lacks: z.array(z.string()),
  detail: z.string(),
})

/** The letters to post, in the order of the work list. */
export const LettersOfTheDay = z.strictObject({
  date: Day,
  letters: z.array(
    z.strictObject({
      id: ActionId,
      case: CaseReference,
      debtor: z.string(),
      address: z.string(),
      stage: Stage,
      registered: z.boolean(),
      items: z.array(z.string()),
      amountCents: Cents,
      currency: Currency,
    }),
  ),
  leftOut: z.array(LetterLeftOut),
})

export const PrintPaper = z.strictObject({
  kind: z.enum(['statement', 'receipt', 'plan-agreement']),
  about: z.string(),
})

export const PrintedPaper = z.strictObject({
  ...PrintPaper.pick({ kind: true }).shape,
  case: CaseReference,
  debtor: z.string(),
})

/** The letter of an action. */
export const PrintLetter = z.strictObject({ id: ActionId })

export const PrintedLetter = z.strictObject({
  id: ActionId,
  case: CaseReference,
  debtor: z.string(),
  step: z.string(),
})

export const TickLetters = z.strictObject({
  ids: z.array(ActionId).min(1),
  status: PostalStatus,
  on: Day,
  trackingNumber: z.string().nullable(),
  note: z.string().nullable(),
})

const NotedNews = z.strictObject({
  id: ActionId,
  case: CaseReference,
  debtor: z.string(),
  status: PostalStatus,
  trackingNumber: z.string().nullable(),
  noted: z.enum(['new', 'unchanged']),
})

export const TickedLetters = z.strictObject({ letters: z.array(NotedNews) })

export const PostLetters = z.strictObject({ max: Place.nullable() })

/** `later`: the provider could not take them now. */
export const PostedLetters = z.strictObject({
  provider: z.string(),
  posted: Count,
  failed: Count,
  uncertain: Count,
  later: Count,
  leftOut: z.array(LetterLeftOut),
})

export const TrackedLetters = z.strictObject({
  provider: z.string(),
  asked: Count,
  letters: z.array(NotedNews),
  proofs: z.array(z.strictObject({ id: ActionId, kind: ProofKind.exclude(['letter']) })),
  problems: z.array(z.strictObject({ id: ActionId, detail: z.string() })),
})

export const ShowProof = z.strictObject({ id: ActionId, kind: ProofKind })

export const ShownProof = z.strictObject({
  id: ActionId,
  kind: ProofKind,
  contentType: z.string(),
  bytes: Count,
})

/** The file comes beside it. */
export const ImportTracking = z.strictObject({ dryRun: z.boolean() })

export const ImportedTracking = z.strictObject({
  file: z.string(),
  letters: z.array(NotedNews),
  problems: z.array(Problem),
})
