import type { PostalStatus } from '../domain/facts/posting.ts'
import { askHandover, type Failure, type Receipt } from './channel.ts'
import type {
  PostalAddress,
  PostalLetter,
  PostalProof,
  PostalProvider,
  PostalReport,
} from './postal-provider.ts'
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

const MY_SENDING_BOX_URL = 'https://api.mysendingbox.fr'

/**
 * MySendingBox, paper letters; what its documentation says and where stands in docs/posting.md. Not tried on a real
 * account. Nothing found says that it knows a letter sent twice: an order without an answer is for a person.
 */
export function mySendingBox(
  apiKey: string,
  { url = MY_SENDING_BOX_URL, timeouts = HTTP_TIMEOUTS }: { url?: string; timeouts?: HttpTimeouts } = {},
): PostalProvider {
  const headers = { authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}` }
  return {
    id: 'mysendingbox',
    async post(letter, { beforeHandover }) {
      if (letter.kind === 'electronic')
        return { kind: 'permanent', detail: 'electronic registered mail is not written for this provider' }
      const body = orderOf(letter)
      try {
        const answer = await request(`${url}/`, { headers }, timeouts.askMs)
        if (answer.status >= 400) return { kind: 'temporary', detail: wordsOf(answer) }
      } catch (error) {
        return unanswered(error)
      }
      const agreed = await askHandover(beforeHandover)
      if (!agreed.agreed) return agreed.failure
      try {
        return receiptOf(await request(`${url}/letters`, { method: 'POST', headers, body }, timeouts.orderMs))
      } catch (error) {
        return fateUnknown(error)
      }
    },
    async track(providerId) {
      try {
        const answer = await request(
          `${url}/letters/${encodeURIComponent(providerId)}`,
          { headers },
          timeouts.askMs,
        )
        const letter = jsonOf(answer)
        if (answer.status >= 400 || typeof letter._id !== 'string')
          return { kind: 'temporary', detail: wordsOf(answer) }
        return await reportOf(letter, url, timeouts.askMs)
      } catch (error) {
        return unanswered(error)
      }
    },
  }
}

function orderOf(letter: PostalLetter): FormData {
  const form = new FormData()
  const addressee = { ...addressOf('to', letter.to), ...addressOf('from', letter.from) }
  const order = {
    description: letter.reference,
    color: 'bw',
    postage_type: letter.kind === 'paper' ? 'lrar' : 'prioritaire',
    source_file_type: 'file',
    'metadata[reference]': letter.reference,
    'metadata[key]': letter.idempotencyKey,
    ...(letter.kind === 'paper' ? { manage_delivery_proof: 'true', manage_returned_mail: 'true' } : {}),
    ...addressee,
  }
  for (const [name, value] of Object.entries(order)) form.append(name, value)
  form.append('source_file', new Blob([letter.pdf], { type: 'application/pdf' }), `${letter.reference}.pdf`)
  return form
}

function addressOf(side: 'to' | 'from', { name, lines, postalCode, city }: PostalAddress) {
  const [first = '', second, third] = lines
  return {
    [`${side}[name]`]: name,
    [`${side}[address_line1]`]: first,
    ...(second ? { [`${side}[address_line2]`]: second } : {}),
    ...(third ? { [`${side}[address_line3]`]: third } : {}),
    [`${side}[address_postalcode]`]: postalCode,
    [`${side}[address_city]`]: city,
    [`${side}[address_country]`]: 'France',
  }
}

/** A sign-in or an account refused (401, 402, 403) and too many requests (429) say nothing about the letter. */
function receiptOf(answer: Answer): Receipt | Failure {
  const { _id: id } = jsonOf(answer)
  const { status } = answer
  if (status < 300 && typeof id === 'string')
    return { kind: 'sent', providerId: id, response: wordsOf(answer) }
  if (status < 400 || status >= 500) return { kind: 'uncertain', detail: wordsOf(answer) }
  const isAboutUs = [401, 402, 403, 429].includes(status)
  return { kind: isAboutUs ? 'temporary' : 'permanent', detail: wordsOf(answer) }
}

/** What happened to the letter, in order, its tracking number and its proofs. */
async function reportOf(
  letter: Record<string, unknown>,
  api: string,
  timeoutMs: number,
): Promise<PostalReport> {
  const events = listOf(letter.events)
  const passages = listOf(letter.tracking_events)
    .filter(({ status, message }) => status === 'A_RETIRER' || message === 'Pli présenté')
    .map(({ date }) => ({ status: 'presented' as const, on: isoDay(date) }))
  const own = events.flatMap(({ name, created_at: at }) => {
    const status = EVENTS[String(name)]
    return status ? [{ status, on: isoDay(at) }] : []
  })
  const wrong = letter.wrong_address === true ? [{ status: 'wrong-address' as const, on: null }] : []
  const { tracking_number: number } = letter
  return {
    kind: 'report',
    trackingNumber: typeof number === 'string' || typeof number === 'number' ? String(number) : null,
    news: [...[...passages, ...own].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1)), ...wrong],
    detail: events.length > 0 ? String(events.at(-1)?.name) : null,
    proofs: await proofsOf(letter, api, timeoutMs),
  }
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(item => item !== null && typeof item === 'object') : []
}

function isoDay(value: unknown): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0] ?? null
}

const EVENTS: Readonly<Record<string, PostalStatus>> = {
  'letter.sent': 'posted',
  'letter.waiting_to_be_withdrawn': 'presented',
  'letter.distributed': 'received',
  'letter.delivery_proof': 'received',
  'letter.returned_to_sender': 'returned',
  'letter.return_to_sender_proof': 'returned',
  'letter.wrong_address': 'wrong-address',
}

const PROOFS: Readonly<Record<string, PostalProof['kind']>> = {
  filing_proof: 'deposit',
  delivery_proof: 'receipt',
  return_to_sender_proof: 'return',
}

/** Each proof is a file at an address of its own: the API's, or another over https. */
async function proofsOf(
  letter: Record<string, unknown>,
  api: string,
  timeoutMs: number,
): Promise<PostalProof[]> {
  const proofs: PostalProof[] = []
  for (const [name, kind] of Object.entries(PROOFS)) {
    const address = (letter[name] as { url?: unknown } | null | undefined)?.url
    if (typeof address !== 'string' || !(address.startsWith('https://') || address.startsWith(`${api}/`)))
      continue
    const { status, bytes, contentType } = await request(address, {}, timeoutMs)
    if (status === 200 && bytes.length > 0) proofs.push({ kind, contentType, content: bytes })
  }
  return proofs
}
