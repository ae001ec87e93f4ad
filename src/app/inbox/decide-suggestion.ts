import type { Case } from '../../domain/case/case.ts'
import { isSameAddress, withoutEmail } from '../../domain/case/contact-address.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { record } from '../../domain/facts/record.ts'
import type { Scenario } from '../../domain/scenario.ts'
import { factText } from '../../domain/story/fact-writer.ts'
import type { Tx } from '../../store/database.ts'
import {
  type InboundMessage,
  lockInbound,
  type StoredSuggestion,
  writeSuggestions,
} from '../../store/inbox/inbound-messages.ts'
import { writeContacts } from '../../store/parties/contacts.ts'
import { debtorOfCase } from '../../store/parties/debtors.ts'
import { closeCase, openCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { readMessage, unknownMessage } from './read-message.ts'
import { type Correction, type SuggestedChange, suggestedChange } from './suggested-change.ts'

/** `place`: the suggestion's, from 1; null for the only one that waits. `said` null refuses it. */
export type DecideSuggestion = {
  number: number
  place: number | null
  said: Correction | null
}
export type DecidedSuggestion = {
  id: string
  case: string
  suggestion: number
  kind: StoredSuggestion['kind']
  state: StoredSuggestion['state']
  recorded: string[]
  /** True once nothing of the message waits any more: it counts as read. */
  read: boolean
  nextLookOn: string | null
}

/** Accepts a suggestion, as it is or changed, or refuses it; what follows is recorded in the case with the words quoted. */
export async function decideSuggestion(
  desk: Desk,
  input: DecideSuggestion,
): Promise<DecidedSuggestion | Refused> {
  const { number, said } = input
  return desk.transaction(async tx => {
    const message = await lockInbound(tx, number)
    if (!message) return unknownMessage(number)
    if (message.caseId === null) return refuse('unassigned-message', { message: `M-${number}` })
    const chosen = choose(message, input.place)
    if ('refused' in chosen) return chosen
    const opened = await openCase(desk, tx, message.caseId)
    const { caseFile } = opened.stored
    const calendar = desk.country.law({ region: caseFile.settings.region })
    const change =
      said === null
        ? NOTHING
        : suggestedChange(chosen.suggestion, said, caseFile, { on: desk.today, calendar })
    if ('refused' in change) return change
    const after = applied(caseFile, change, message, desk.today, opened.scenario)
    if ('refused' in after) return after
    const decided = withDecision(chosen.suggestion, said, change)
    const entry = entryOf(message, chosen.suggestion, decided, change)
    await closeCase(desk, tx, opened, after, { kind: 'inbox', entry })
    if (change.contact) await writeContact(tx, message, caseFile, change.contact)
    const suggestions = message.suggestions.with(chosen.place - 1, decided)
    await writeSuggestions(tx, number, suggestions)
    const isAnswered = suggestions.every(({ state }) => state !== 'proposed')
    if (isAnswered) await readMessage(desk, tx, message)
    return {
      id: `M-${number}`,
      case: caseFile.id,
      suggestion: chosen.place,
      kind: decided.kind,
      state: decided.state,
      recorded: change.facts.map(factText),
      read: isAnswered || message.readOn !== null,
      nextLookOn: after.nextLookOn && formatDay(after.nextLookOn),
    }
  })
}

const NOTHING: SuggestedChange = { facts: [], stopsEmail: false, contact: null }

function choose(
  { number, suggestions }: InboundMessage,
  place: number | null,
): { suggestion: StoredSuggestion; place: number } | Refused {
  const message = `M-${number}`
  const waiting = suggestions.flatMap(({ state }, index) => (state === 'proposed' ? [index + 1] : []))
  const chosen = place ?? (waiting.length === 1 ? (waiting[0] as number) : null)
  if (chosen === null && waiting.length > 1) return refuse('which-suggestion', { message, waiting })
  const suggestion = chosen === null ? undefined : suggestions[chosen - 1]
  if (!suggestion || chosen === null) return refuse('unknown-suggestion', { message })
  if (suggestion.state === 'accepted' || suggestion.state === 'changed')
    return refuse('already-accepted', { message, suggestion: chosen })
  return { suggestion, place: chosen }
}

function applied(
  caseFile: Case,
  change: SuggestedChange,
  { fromAddress, recipient }: InboundMessage,
  on: Day,
  scenario: Scenario,
): Case | Refused {
  let after = change.stopsEmail ? withoutEmail(withoutEmail(caseFile, fromAddress), recipient) : caseFile
  for (const fact of change.facts) {
    const next = record(after, fact, on, scenario)
    if ('refused' in next) return next
    after = next
  }
  return after
}

function withDecision(
  suggestion: StoredSuggestion,
  said: Correction | null,
  { facts }: SuggestedChange,
): StoredSuggestion {
  const recorded = facts.length > 0 ? facts.map(factText).join(' ; ') : null
  if (said === null) return { ...suggestion, state: 'refused', recorded }
  const isChanged = Object.values(said).some(value => value !== undefined)
  return { ...suggestion, state: isChanged ? 'changed' : 'accepted', recorded }
}

function entryOf(
  { number, fromAddress }: InboundMessage,
  { kind, evidence }: StoredSuggestion,
  { state }: StoredSuggestion,
  { facts, stopsEmail, contact }: SuggestedChange,
): Record<string, unknown> {
  return {
    message: `M-${number}`,
    from: fromAddress,
    suggestion: kind,
    state,
    evidence,
    ...(facts.length > 0 && { facts: facts.map(factText) }),
    ...(stopsEmail && { stopsEmail }),
    ...(contact && { contact }),
  }
}

/** In the place of the contact that was written to; the name given makes it another person. */
async function writeContact(
  tx: Tx,
  { caseId, fromAddress, recipient }: InboundMessage,
  { contacts }: Case,
  { email, name, phone }: NonNullable<SuggestedChange['contact']>,
): Promise<void> {
  const replaced = contacts.find(
    ({ email: known }) => isSameAddress(known, fromAddress) || isSameAddress(known, recipient),
  )
  const debtorId = await debtorOfCase(tx, caseId as string)
  const role = replaced?.role ?? 'accounts-payable'
  const language = replaced?.language ?? null
  await writeContacts(tx, [{ debtorId, role, name: name ?? replaced?.name ?? null, email, phone, language }])
}
