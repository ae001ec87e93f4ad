import { createHash } from 'node:crypto'
import { askHandover, type Failure, type Receipt } from './channel.ts'
import {
  type Answer,
  fateUnknown,
  HTTP_TIMEOUTS,
  type HttpTimeouts,
  jsonOf,
  request,
  unanswered,
  wordsOf,
} from './provider-http.ts'
import type { TextProvider } from './text-provider.ts'

/** `service` is the SMS account (`sms-xx12345-1`), `sender` a name that OVHcloud has validated. */
export type OvhSmsKeys = {
  readonly applicationKey: string
  readonly applicationSecret: string
  readonly consumerKey: string
  readonly service: string
  readonly sender: string
}

const OVH_URL = 'https://eu.api.ovh.com/1.0'

/**
 * OVHcloud SMS; what its documentation says and where stands in docs/posting.md. Not tried on a real account. A reminder
 * is no marketing: `noStopClause` leaves the STOP mention out, and the text goes at once.
 */
export function ovhSms(
  { applicationKey, applicationSecret, consumerKey, service, sender }: OvhSmsKeys,
  { url = OVH_URL, timeouts = HTTP_TIMEOUTS }: { url?: string; timeouts?: HttpTimeouts } = {},
): TextProvider {
  return {
    id: 'ovh-sms',
    async send({ to, text, reference }, { beforeHandover }) {
      const jobs = `${url}/sms/${encodeURIComponent(service)}/jobs`
      const order = { receivers: [to], message: text, sender, noStopClause: true, tag: reference }
      const body = JSON.stringify(order)
      let time: string
      try {
        const answer = await request(`${url}/auth/time`, {}, timeouts.askMs)
        time = new TextDecoder().decode(answer.bytes).trim()
        if (answer.status !== 200 || !/^\d+$/.test(time))
          return { kind: 'temporary', detail: wordsOf(answer) }
      } catch (error) {
        return unanswered(error)
      }
      const agreed = await askHandover(beforeHandover)
      if (!agreed.agreed) return agreed.failure
      const signed = [applicationSecret, consumerKey, 'POST', jobs, body, time].join('+')
      const headers = {
        'content-type': 'application/json',
        'x-ovh-application': applicationKey,
        'x-ovh-consumer': consumerKey,
        'x-ovh-timestamp': time,
        'x-ovh-signature': `$1$${createHash('sha1').update(signed).digest('hex')}`,
      }
      try {
        return receiptOf(await request(jobs, { method: 'POST', headers, body }, timeouts.orderMs), to)
      } catch (error) {
        return fateUnknown(error)
      }
    },
  }
}

/** A sign-in refused says nothing about the debtor; a number among the invalid ones does. */
function receiptOf(answer: Answer, to: string): Receipt | Failure {
  const { status } = answer
  const { ids, invalidReceivers } = jsonOf(answer)
  if (Array.isArray(invalidReceivers) && invalidReceivers.includes(to))
    return { kind: 'permanent', detail: wordsOf(answer) }
  if (status < 300 && Array.isArray(ids) && ids.length > 0)
    return { kind: 'sent', providerId: String(ids[0]), response: wordsOf(answer) }
  if (status < 400 || status >= 500) return { kind: 'uncertain', detail: wordsOf(answer) }
  return { kind: 'temporary', detail: wordsOf(answer) }
}
