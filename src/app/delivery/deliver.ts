import { type ContactTime, nextContactTime } from '../../domain/contact-hours.ts'
import { formatDay } from '../../domain/date.ts'
import { agencyFrom } from '../../domain/organisation/agency.ts'
import { sendingLimitsFrom } from '../../domain/organisation/sending-limits.ts'
import { claimMessage, recoverMessages, sentSince, waitingMessages } from '../../store/outbox/messages.ts'
import type { Organisation } from '../../store/parties/organisations.ts'
import { type DeliveryWay, KEPT } from '../../words/delivery-words.ts'
import { actingAs, type Desk, organisationOf } from '../desk.ts'
import type { Refused } from '../refused.ts'
import { takeTurn } from '../take-turn.ts'
import { conclude, deliverMessage } from './deliver-message.ts'
import { paceOf } from './pace.ts'
import { type BlockedMessage, type Delivery, inMinutes } from './prepare-message.ts'

/** `minute` of the day, in France: outside the hours of e-mails nothing leaves. Absent: whatever the hour, a person says so. */
export type Deliver = { max: number | null; minute?: number }
export type Delivered = {
  sent: number
  failed: number
  uncertain: number
  cancelled: number
  remaining: number
  /** Of those that remain, how many wait for their turn at a domain that has had enough for this minute. */
  paced: number
  sending: boolean
  /** When messages leave again, in France (`2026-11-26 08:00`); null while they may. */
  quietUntil: string | null
  /** Where they go while sending is on. */
  delivery: DeliveryWay
  /** Messages that could not be written, and why: a person puts it right, and they are tried again within the hour. */
  blocked: BlockedMessage[]
}

/**
 * Hands waiting messages over, one organisation's deliverer at a time, several messages at once. Just before the moment
 * that can't be taken back, balance and holds are checked again in the transaction that records the handover. So a crash
 * leaves a message waiting, sent, or (in that moment alone) uncertain, for a person: never sent twice, never forgotten.
 */
export async function deliver(desk: Desk, { max, minute }: Deliver): Promise<Delivered | Refused> {
  const turn = await takeTurn(desk, 'deliver')
  if ('refused' in turn) return turn
  try {
    const deliverer = actingAs(desk, { kind: 'program', name: 'deliver' })
    const recovered = await recover(deliverer)
    const { organisation, settings } = await desk.transaction(organisationOf)
    const quietUntil =
      minute === undefined ? null : nextHour(desk, settings.region, { day: desk.today, minute })
    const {
      later: _,
      blocked,
      ...counts
    } = organisation.sending && quietUntil === null
      ? await deliverAll(await openDelivery(deliverer, organisation), max ?? Infinity)
      : noOutcomes()
    const { count } = await desk.transaction(waitingMessages)
    const uncertain = counts.uncertain + recovered
    const { sending } = organisation
    const { delivery } = desk
    return { ...counts, uncertain, remaining: count, sending, quietUntil, delivery, blocked }
  } finally {
    await turn()
  }
}

/** When e-mails may leave again; null when they may. */
function nextHour(desk: Desk, region: string | null, time: ContactTime): string | null {
  const law = desk.country.law({ region })
  const hours = law.contactHours('email')
  const next = hours ? nextContactTime(law, hours, time) : time
  if (next.day === time.day && next.minute === time.minute) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${formatDay(next.day)} ${two(Math.floor(next.minute / 60))}:${two(next.minute % 60)}`
}

/** Messages that a crash caught in the very moment of handing over: nobody knows, so a person must. */
async function recover(desk: Desk): Promise<number> {
  const handed = await desk.transaction(recoverMessages)
  for (const message of handed) {
    const result = { kind: 'uncertain', detail: KEPT.fr.interrupted } as const
    await conclude(desk, message, result, { recipient: null, textVersion: null, spoken: null })
  }
  return handed.length
}

async function openDelivery(desk: Desk, { settings }: Organisation): Promise<Delivery> {
  const limits = sendingLimitsFrom(settings)
  const sent = await desk.transaction(tx => sentSince(tx, inMinutes(desk, -1)))
  const pace = paceOf(
    limits.perMinute,
    sent.map(({ domain, at }) => ({ domain, at: Date.parse(at) })),
  )
  return { desk, date: desk.today, agency: agencyFrom(settings), limits, pace }
}

/** As many lanes as messages may be under way at once; when one breaks the others finish theirs first. */
async function deliverAll(delivery: Delivery, max: number) {
  const { desk } = delivery
  const outcomes = noOutcomes()
  let tried = 0
  const lane = async () => {
    while (tried < max) {
      tried++
      const now = desk.now()
      const message = await desk.transaction(tx => claimMessage(tx, now))
      if (!message) return
      const done = await deliverMessage(delivery, message)
      if (typeof done === 'object') outcomes.blocked.push(done)
      outcomes[typeof done === 'object' ? 'failed' : done]++
      if (done === 'sent' && outcomes.sent % 100 === 0)
        desk.progress({ code: 'messages-sent', count: outcomes.sent })
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: desk.messagesAtOnce }, lane))
  const broken = lanes.find(result => result.status === 'rejected')
  if (broken) throw broken.reason
  return outcomes
}

function noOutcomes() {
  const blocked: BlockedMessage[] = []
  return { sent: 0, failed: 0, uncertain: 0, cancelled: 0, later: 0, paced: 0, blocked }
}
