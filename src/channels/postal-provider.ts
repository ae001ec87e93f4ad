import type { PostalStatus, ProofKind } from '../domain/facts/posting.ts'
import type { Failure, Receipt } from './channel.ts'

/**
 * A company that prints letters and hands them to the post. `post` works as a channel's `send` does: first all that can
 * be repeated, then `beforeHandover`, then the one order that can't be taken back.
 */
export type PostalProvider = {
  readonly id: string
  post(letter: PostalLetter, options: { beforeHandover: () => Promise<boolean> }): Promise<Receipt | Failure>
  /** How far the letter has come, by the id that `post` gave; as often as asked for. */
  track(providerId: string): Promise<PostalReport | Failure>
}

/** `paper` is a registered letter with acknowledgement of receipt, `electronic` its electronic equal (CPCE L100). */
export type PostalKind = 'ordinary' | 'paper' | 'electronic'

export type PostalLetter = {
  readonly idempotencyKey: string
  /** The action, `12-3`: printed on acknowledgements where the provider can. */
  readonly reference: string
  readonly kind: PostalKind
  readonly from: PostalAddress
  readonly to: PostalAddress
  readonly pdf: Uint8Array
}

/** `email` and `consented` are asked for by electronic registered mail. */
export type PostalAddress = {
  readonly name: string
  readonly lines: readonly string[]
  readonly postalCode: string
  readonly city: string
  readonly email: string | null
  readonly consented: boolean
}

/** What a provider knows of a letter: nulls where it says nothing, `news` in the order of time, `on` an ISO date. */
export type PostalReport = {
  readonly kind: 'report'
  readonly trackingNumber: string | null
  readonly news: readonly { readonly status: PostalStatus; readonly on: string | null }[]
  /** The provider's own words. */
  readonly detail: string | null
  readonly proofs: readonly PostalProof[]
}

export type PostalProof = {
  readonly kind: Exclude<ProofKind, 'letter'>
  readonly contentType: string
  readonly content: Uint8Array
}
