import { type Action, isContact } from '../../domain/action.ts'
import type { Call } from '../../domain/case/call.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Dispute } from '../../domain/case/dispute.ts'
import type { PaymentPromise } from '../../domain/case/promise.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { contactFor } from '../../domain/decide/reach.ts'
import { namer } from '../../domain/story/tell.ts'
import type { Desk } from '../desk.ts'
import { type ShownMessage, showMessage } from '../messages/show-message.ts'
import { readAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'

/** One thing that happened in the case: a contact, a call and what it gave, a promise, a dispute. */
export type PastEvent = { on: string; items: string[] } & (
  | { kind: 'contact'; channel: Action['channel']; step: string }
  | { kind: 'call'; outcome: Call['outcome']; cause: Call['cause']; note: string | null }
  | { kind: 'promise'; amountCents: number; by: string; status: PaymentPromise['status'] }
  | { kind: 'dispute'; amountCents: number; reason: string; settled: boolean }
)

export type PreparedCall = {
  id: string
  case: string
  debtor: string
  currency: string
  status: Action['status']
  /** The day from which the debtor may be called: that of the step, or the one it asked for. */
  askedOn: string
  /** Null when no number is valid any more. */
  contact: { name: string | null; role: string; phone: string } | null
  language: string
  script: string
  /** Newest first. */
  history: PastEvent[]
}

const LAST_EVENTS = 8

export type PrepareCall = { id: string }

/** All that one needs before dialling: whom, at which number, what to say, and what happened so far. Writes nothing. */
export async function prepareCall(desk: Desk, { id }: PrepareCall): Promise<PreparedCall | Refused> {
  const found = await desk.transaction(tx => readAction(desk, tx, id))
  if ('refused' in found) return found
  const { action, opened } = found
  if (action.channel !== 'call') return refuse('not-a-call', { kind: 'prepare', action: id })
  const shown = await showMessage(desk, { id })
  if ('refused' in shown) return shown
  return prepared(opened.stored.caseFile, action, shown)
}

function prepared(caseFile: Case, action: Action, { id, language, text }: ShownMessage): PreparedCall {
  const contact = contactFor('call', caseFile.contacts, caseFile.debtor.kind)
  return {
    id,
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    currency: caseFile.currency,
    status: action.status,
    askedOn: formatDay(action.askedOn),
    contact: contact?.phone ? { name: contact.name, role: contact.role, phone: contact.phone } : null,
    language,
    script: text,
    history: historyOf(caseFile).slice(0, LAST_EVENTS),
  }
}

function historyOf(caseFile: Case): PastEvent[] {
  const names = namer(caseFile)
  const reported = new Set(caseFile.calls.map(call => call.actionId))
  const itemsOf = (actionId: number) =>
    names(caseFile.actions.find(action => action.id === actionId)?.itemIds ?? [])
  const events: { day: Day; event: PastEvent }[] = [
    ...caseFile.actions
      .filter(action => isContact(action) && !reported.has(action.id))
      .map(action => contactEvent(action, names(action.itemIds))),
    ...caseFile.calls.map(call => callEvent(call, itemsOf(call.actionId))),
    ...caseFile.promises.map(made => promiseEvent(made, names(made.itemIds))),
    ...caseFile.disputes.map(open => disputeEvent(open, names([open.itemId]))),
  ]
  return events.sort((a, b) => b.day - a.day).map(({ event }) => event)
}

function contactEvent({ channel, step, endedOn, askedOn }: Action, items: string[]) {
  const day = endedOn ?? askedOn
  return { day, event: { kind: 'contact' as const, on: formatDay(day), channel, step, items } }
}

function callEvent({ madeOn, outcome, cause, note }: Call, items: string[]) {
  return { day: madeOn, event: { kind: 'call' as const, on: formatDay(madeOn), outcome, cause, note, items } }
}

function promiseEvent({ madeOn, amountCents, by, status }: PaymentPromise, items: string[]) {
  const said = { amountCents: Number(amountCents), by: formatDay(by), status }
  return { day: madeOn, event: { kind: 'promise' as const, on: formatDay(madeOn), ...said, items } }
}

function disputeEvent({ openedOn, amountCents, reason, settledOn }: Dispute, items: string[]) {
  const said = { amountCents: Number(amountCents), reason, settled: settledOn !== null }
  return { day: openedOn, event: { kind: 'dispute' as const, on: formatDay(openedOn), ...said, items } }
}
