import type { Day } from '../domain/date.ts'

/**
 * A way to reach a debtor. Safe to retry with the same idempotencyKey, as long as the fate of the last try is known.
 *
 * `send` does first all that can be repeated (connect, address, transmit the whole message), then awaits
 * `beforeHandover`, and only then does the one thing that can't be taken back. So a crash before `beforeHandover`
 * resolved means surely not sent; a crash after it means that nobody knows.
 */
export type Channel = {
  readonly id: string
  send(message: Message, options: { beforeHandover: BeforeHandover }): Promise<Receipt | Failure>
  /** Lets go of open connections. */
  close(): Promise<void>
}

/**
 * Asked once, when everything is ready: checks the balance again and records "handing over", in one transaction.
 * False, or an error, and the message is not sent.
 */
export type BeforeHandover = (leaving: Leaving) => Promise<boolean>

/** What is about to leave: the message's name outside, and its very bytes. */
export type Leaving = { readonly providerId: string; readonly content: Uint8Array }

export type Receipt = {
  readonly kind: 'sent'
  /** The name that the message has outside: Message-ID, number of a registered letter. */
  readonly providerId: string
  /** The carrier's own words. */
  readonly response: string
}

/**
 * `temporary` and `permanent`: surely not sent; a network outage is temporary, and so is a refusal that says nothing
 * about the debtor (our password, our address). `withheld`: surely not sent, because `beforeHandover` said so.
 * `uncertain`: handed over without an answer; for a person, never to be sent again by itself.
 */
export type Failure = {
  readonly kind: 'temporary' | 'permanent' | 'withheld' | 'uncertain'
  readonly detail: string
  /** Of a permanent one: the carrier knows nobody at this address. */
  readonly isBadAddress?: boolean
}

/** A written message. The same key always comes with the same case, step and day. */
export type Message = {
  readonly idempotencyKey: string
  /** `CREDITOR/DEBTOR` codes. */
  readonly caseId: string
  readonly step: string
  /** The day of the action, which a retry does not change. */
  readonly day: Day
  /** The instant written in the message, ISO 8601: channels have no clock of their own. */
  readonly writtenAt: string
  readonly from: Address
  readonly to: Address
  readonly replyTo?: Address
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments?: readonly Attachment[]
  /** `providerId` of earlier messages of the same conversation, oldest first. */
  readonly thread?: readonly string[]
  /** No person has looked at it. */
  readonly isAutomatic?: boolean
}

export type Address = { readonly name?: string; readonly address: string }

export type Attachment = {
  readonly filename: string
  readonly contentType: string
  readonly content: Uint8Array
  /** Shown inside the HTML under this name, `cid:…`, instead of beside it. */
  readonly cid?: string
}

/** How the question before the handover was answered, with an error turned into a refusal. */
export async function askHandover(
  ask: () => Promise<boolean>,
): Promise<{ agreed: true } | { agreed: false; failure: Failure }> {
  try {
    if (await ask()) return { agreed: true }
    return { agreed: false, failure: { kind: 'withheld', detail: 'withheld before the handover' } }
  } catch (error) {
    return {
      agreed: false,
      failure: { kind: 'withheld', detail: `withheld by an error: ${detailOf(error)}` },
    }
  }
}

export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
