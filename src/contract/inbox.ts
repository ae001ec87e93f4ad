/** Messages that came in, what they suggest, and what a person does with them. */
import { z } from 'zod'
import { MessageClass, SuggestionKind, SuggestionState, TiedBy } from './parts/codes.ts'
import { Problem } from './parts/refusal.ts'
import { CaseReference, Cents, Day, Instant, MessageId, next, Place, pageOf } from './parts/values.ts'
import { Suggestion } from './readings.ts'

export const ListInbox = z.strictObject({ all: z.boolean(), ...pageOf })

/** `recorded`: the facts that agreeing wrote, in the words of docs/stories.md. */
const StoredSuggestion = z.strictObject({
  ...Suggestion.shape,
  state: SuggestionState,
  recorded: z.string().nullable(),
})

/** `case` is null while nobody knows whose it is. `step`: of the message that it answers. */
export const ListedMail = z.strictObject({
  id: MessageId,
  receivedAt: Instant,
  sentAt: Instant.nullable(),
  case: CaseReference.nullable(),
  debtor: z.string().nullable(),
  tiedBy: TiedBy.nullable(),
  class: MessageClass,
  from: z.strictObject({ name: z.string().nullable(), address: z.string().nullable() }),
  subject: z.string().nullable(),
  newText: z.string().nullable(),
  recipient: z.string().nullable(),
  status: z.string().nullable(),
  diagnostic: z.string().nullable(),
  absentUntil: Day.nullable(),
  step: z.string().nullable(),
  suggestions: z.array(StoredSuggestion),
  read: z.boolean(),
})

export const Inbox = z.strictObject({ messages: z.array(ListedMail), ...next })

export const ShowInbound = z.strictObject({ number: Place })

export const ReceivedMail = z.strictObject({
  id: MessageId,
  isNew: z.boolean(),
  class: MessageClass,
  case: CaseReference.nullable(),
})

export const FetchedMail = z.strictObject({
  mailboxes: z.array(
    z.strictObject({ mailbox: z.string(), messages: z.array(ReceivedMail), problems: z.array(Problem) }),
  ),
})

/** One thing at a time, as it comes in. */
export const MailNews = z.union([
  z.strictObject({ mailbox: z.string(), message: ReceivedMail }),
  z.strictObject({ mailbox: z.string(), problem: Problem }),
])

/** Of whose mailbox; of nobody's in particular, null. The files come beside it. */
export const ImportMail = z.strictObject({ creditor: z.string().nullable() })

export const ImportedMail = z.strictObject({
  files: z.array(
    z.union([
      z.strictObject({ file: z.string(), ...ReceivedMail.shape }),
      z.strictObject({ file: z.string(), unreadable: Problem }),
    ]),
  ),
})

/** What a person says beside or instead of what the message said. `day` is the one that the suggestion is about. */
const Correction = z.strictObject({
  amountCents: Cents.optional(),
  day: Day.optional(),
  items: z.array(z.string()).optional(),
  count: Place.optional(),
  reason: z.string().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
})

/** `place`: which suggestion, when several wait. `said` null: refused. */
export const DecideSuggestion = z.strictObject({
  number: Place,
  place: Place.nullable(),
  said: Correction.nullable(),
})

export const DecidedSuggestion = z.strictObject({
  id: MessageId,
  case: CaseReference,
  suggestion: Place,
  kind: SuggestionKind,
  state: SuggestionState,
  recorded: z.array(z.string()),
  read: z.boolean(),
  nextLookOn: Day.nullable(),
})

export const ReadInbound = z.strictObject({ number: Place, isRead: z.boolean() })

export const ReadAnswer = z.strictObject({ id: MessageId, case: CaseReference.nullable(), read: z.boolean() })

export const AssignMessage = z.strictObject({ number: Place, debtor: z.string() })

export const AssignedMessage = z.strictObject({ id: MessageId, case: CaseReference, class: MessageClass })
