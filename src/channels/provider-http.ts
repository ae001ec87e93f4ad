/** Asking a provider over HTTP: with a time limit, a size limit, and what is known of the request's fate. */
import { detailOf, type Failure } from './channel.ts'

export type HttpTimeouts = {
  /** For a question that can be asked again. */
  readonly askMs: number
  /** For an order that can't be taken back: giving up sooner leaves more letters uncertain. */
  readonly orderMs: number
}

export const HTTP_TIMEOUTS: HttpTimeouts = { askMs: 20_000, orderMs: 120_000 }

/** Proofs are the largest answers: 5 MB, a third more in base64. */
const ANSWER_BYTES_AT_MOST = 16 * 1024 * 1024

export type Answer = { readonly status: number; readonly bytes: Uint8Array; readonly contentType: string }

/** The answer, whatever its status. @throws Error when there is none within the time, or it is too large. */
export async function request(url: string, init: RequestInit, timeoutMs: number): Promise<Answer> {
  const response = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > ANSWER_BYTES_AT_MOST) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  const contentType = response.headers.get('content-type') ?? ''
  return { status: response.status, bytes: Buffer.concat(chunks), contentType }
}

/** The object that an answer is in JSON; empty when it is none. */
export function jsonOf({ bytes }: Answer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** What the provider said, for people: the status and the beginning of its words. */
export function wordsOf({ status, bytes }: Answer): string {
  return `HTTP ${status} ${new TextDecoder().decode(bytes.slice(0, 300))}`
}

/** A request that nothing came of: it may be made again. */
export function unanswered(error: unknown): Failure {
  return { kind: 'temporary', detail: causeOf(error) }
}

/** An order without an answer: the letter may be on its way, and only a person can find out. */
export function fateUnknown(error: unknown): Failure {
  return { kind: 'uncertain', detail: causeOf(error) }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause ? ` (${detailOf(error.cause)})` : ''
  return `${detailOf(error)}${cause}`
}
