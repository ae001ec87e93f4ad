import type { Failure, Receipt } from '../channels/channel.ts'
import type { Action } from '../domain/action.ts'
import { carriedOut, failed } from '../domain/adopt.ts'
import { type Agency, agencyFrom } from '../domain/agency.ts'
import { addWorkingDays } from '../domain/calendar.ts'
import { type Case, lookAgain, type OpenItem } from '../domain/case.ts'
import { type Day, laterOf } from '../domain/date.ts'
import { withStatus } from '../domain/record-step.ts'
import { findCreditors } from '../store/creditors.ts'
import type { Tx } from '../store/database.ts'
import {
  claimMessage,
  endMessage,
  markHanding,
  type QueuedMessage,
  recoverMessages,
  requeueMessage,
  waitingMessages,
} from '../store/messages.ts'
import { type App, organisationOf, type Refused } from './app.ts'
import { closeCase, type OpenedCase, openCase } from './change-case.ts'
import { stillOwed } from './still-owed.ts'
import { type Letter, writeMessage } from './write-message.ts'

export type Deliver = { date: Day; max: number | null }
export type Delivered = {
  sent: number
  failed: number
  uncertain: number
  cancelled: number
  remaining: number
  sending: boolean
  note: string
  /** Messages that could not be written, and why: a person puts it right, and they are tried again within the hour. */
  blocked: BlockedMessage[]
}
export type BlockedMessage = { id: string; case: string; step: string; missing: string; detail: string }

/** A temporary failure is tried again for this long. */
const RETRY_WORKING_DAYS = 2
const RETRY_MINUTES = [5, 15, 60] as const
/** The program sends e-mails: a debtor's address and SIREN stand in letters alone. */
const NOT_ON_MESSAGES = { address: null, siren: null, electronicMailConsentOn: null }
const LOCK_ATTEMPTS = 50
const LOCK_WAIT_MS = 100

type Outcome = 'sent' | 'failed' | 'uncertain' | 'cancelled' | 'later'

/**
 * Hands waiting messages over, one organisation's deliverer at a time. Just before the moment that can't be taken
 * back, balance and holds are checked again in the transaction that records the handover. So a crash leaves a message
 * waiting, sent, or (in that moment alone) uncertain, for a person: never sent twice, never forgotten.
 */
export async function deliver(app: App, { date, max }: Deliver): Promise<Delivered | Refused> {
  const release = await takeTurn(app)
  if (!release)
    return {
      refused: 'delivery-under-way',
      message: 'un autre envoi est en cours ; réessayez dans un instant',
    }
  const blocked: BlockedMessage[] = []
  const counts = { sent: 0, failed: 0, uncertain: 0, cancelled: 0, later: 0 }
  try {
    counts.uncertain += await recover(app, date)
    const { organisation } = await app.database.transaction(app.organisationId, organisationOf)
    const agency = agencyFrom(organisation.settings)
    for (let tried = 0; organisation.sending && tried < (max ?? Infinity); tried++) {
      const now = app.clock.now()
      const message = await app.database.transaction(app.organisationId, tx => claimMessage(tx, now))
      if (!message) break
      const done = await deliverOne(app, message, agency, date)
      if (typeof done === 'object') blocked.push(done)
      counts[typeof done === 'object' ? 'failed' : done]++
      if (tried % 100 === 99) app.progress(`${counts.sent} messages envoyés…`)
    }
    const { count } = await app.database.transaction(app.organisationId, waitingMessages)
    const note = organisation.sending
      ? app.deliveryNote
      : 'envois retenus : « quittance sending on » les autorise'
    const { later: _, ...told } = counts
    return { ...told, remaining: count, sending: organisation.sending, note, blocked }
  } finally {
    await release()
  }
}

/** A deliverer that was killed lets go of its lock a moment later. */
async function takeTurn(app: App): Promise<(() => Promise<void>) | null> {
  for (let attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
    const release = await app.database.tryLock(`deliver ${app.organisationId}`)
    if (release) return release
    await new Promise(resolve => setTimeout(resolve, LOCK_WAIT_MS))
  }
  return null
}

/** Messages that a crash caught in the very moment of handing over: nobody knows, so a person must. */
async function recover(app: App, date: Day): Promise<number> {
  const handed = await app.database.transaction(app.organisationId, recoverMessages)
  for (const message of handed) {
    await conclude(app, message, date, { kind: 'uncertain', detail: 'interrompu pendant la remise' })
  }
  return handed.length
}

async function deliverOne(
  app: App,
  message: QueuedMessage,
  agency: Agency | null,
  date: Day,
): Promise<Outcome | BlockedMessage> {
  const channel = app.channels.get(message.channel)
  if (!channel) throw new Error(`no channel ${message.channel}`)
  const prepared = await app.database.transaction(app.organisationId, tx =>
    prepare(app, tx, message, agency, date),
  )
  if ('outcome' in prepared) return prepared.outcome
  if ('missing' in prepared) return prepared
  const { letter, version } = prepared
  const beforeHandover = () =>
    app.database.transaction(app.organisationId, async tx => {
      const { stored } = await openCase(app, tx, message.caseId)
      if (stored.journal.length !== version) return false
      return markHanding(tx, message, {
        recipient: letter.to.address,
        subject: letter.subject,
        body: letter.text,
        detail: null,
      })
    })
  const result = await channel.send(letter, { beforeHandover })
  return conclude(app, message, date, result)
}

type Prepared = { letter: Letter; version: number } | { outcome: Outcome } | BlockedMessage

/** Checks again who still owes what, and writes the message as of now. */
async function prepare(
  app: App,
  tx: Tx,
  message: QueuedMessage,
  agency: Agency | null,
  date: Day,
): Promise<Prepared> {
  const opened = await openCase(app, tx, message.caseId)
  const { dossier } = opened.stored
  const action = dossier.actions.find(candidate => candidate.id === message.actionId)
  if (action?.status !== 'planned') return cancel(app, tx, opened, message, date, 'plus prévue')
  const items = stillOwed(app, dossier, action, date)
  if (items.length === 0) return cancel(app, tx, opened, message, date, 'réglée ou suspendue entre-temps')
  const creditor = (await findCreditors(tx)).find(({ creditorId }) => creditorId === opened.stored.creditorId)
  if (!creditor) throw new Error(`${dossier.id}: no creditor`)
  const letter = writeMessage(
    app,
    { ...opened.stored, creditor, agency, particulars: NOT_ON_MESSAGES },
    { ...action, itemIds: items.map(item => item.id) },
    items,
    date,
  )
  if ('missing' in letter) {
    const { missing, detail } = letter
    await requeueMessage(tx, message, later(app, 60), `${missing} : ${detail}`)
    const id = `${opened.stored.number}-${action.id}`
    return { id, case: dossier.id, step: action.step, missing, detail }
  }
  if (items.length === action.itemIds.length) return { letter, version: opened.stored.journal.length }
  const after = withItems(dossier, action, items)
  await closeCase(app, tx, opened, after, {
    day: date,
    actor: 'deliver',
    kind: 'delivery',
    entry: {
      action: action.id,
      step: action.step,
      items: items.map(item => item.name),
      because: 'règlement ou suspension entre-temps',
    },
  })
  return { letter, version: opened.stored.journal.length + 1 }
}

async function cancel(
  app: App,
  tx: Tx,
  opened: OpenedCase,
  message: QueuedMessage,
  date: Day,
  why: string,
): Promise<Prepared> {
  await endMessage(tx, message, 'cancelled', app.clock.now(), why)
  const after = withStatus(opened.stored.dossier, message.actionId, 'cancelled', date)
  await closeCase(app, tx, opened, lookAgain(after, date), line(message, date, 'cancelled', why))
  return { outcome: 'cancelled' }
}

/** Writes what became of the message, in the journal and in the case. */
async function conclude(
  app: App,
  message: QueuedMessage,
  date: Day,
  result: Receipt | Failure,
): Promise<Outcome> {
  return app.database.transaction(app.organisationId, async tx => {
    const opened = await openCase(app, tx, message.caseId)
    const { dossier } = opened.stored
    const action = dossier.actions.find(candidate => candidate.id === message.actionId)
    const end = async (status: 'sent' | 'failed' | 'uncertain', detail: string, after: Case) => {
      await endMessage(tx, message, status, app.clock.now(), detail)
      await closeCase(app, tx, opened, lookAgain(after, date), line(message, date, status, detail))
      return status
    }
    const on = laterOf(date, action?.askedOn ?? date)
    switch (result.kind) {
      case 'sent':
        return end(
          'sent',
          `${result.providerId} ${result.response}`,
          carriedOut(dossier, message.actionId, on, opened.scenario),
        )
      case 'uncertain':
        return end('uncertain', result.detail, withStatus(dossier, message.actionId, 'uncertain', null))
      case 'permanent':
        return end('failed', result.detail, failed(dossier, message.actionId, on))
      case 'withheld':
        await requeueMessage(tx, message, app.clock.now(), result.detail)
        return 'later'
      case 'temporary': {
        const calendar = app.country.law({ region: dossier.settings.region })
        const last = addWorkingDays(calendar, action?.askedOn ?? date, RETRY_WORKING_DAYS)
        if (date > last) return end('failed', result.detail, failed(dossier, message.actionId, on))
        const minutes = RETRY_MINUTES[Math.min(message.attempts, RETRY_MINUTES.length) - 1] ?? 5
        await requeueMessage(tx, message, later(app, minutes), result.detail)
        return 'later'
      }
    }
  })
}

function line(message: QueuedMessage, day: Day, outcome: string, detail: string) {
  return {
    day,
    actor: 'deliver',
    kind: 'delivery' as const,
    entry: { action: message.actionId, channel: message.channel, outcome, detail },
  }
}

function later(app: App, minutes: number): string {
  return new Date(Date.parse(app.clock.now()) + minutes * 60_000).toISOString()
}

function withItems(dossier: Case, action: Action, items: readonly OpenItem[]): Case {
  const itemIds = items.map(item => item.id)
  return {
    ...dossier,
    actions: dossier.actions.map(other => (other === action ? { ...other, itemIds } : other)),
  }
}
