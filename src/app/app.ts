import type { Channel } from '../channels/channel.ts'
import type { Mailbox } from '../channels/mailbox.ts'
import type { PostalProvider } from '../channels/postal-provider.ts'
import type { TextProvider } from '../channels/text-provider.ts'
import type { Day } from '../domain/date.ts'
import type { Country } from '../domain/law/country.ts'
import type { ChannelName } from '../domain/scenario.ts'
import type { Database } from '../store/database.ts'
import type { DeliveryWay } from '../words/delivery-words.ts'
import type { Progress } from '../words/progress.ts'

/** What the server works with, whichever organisation is served. Built once, in main.ts; nothing of it changes afterwards. */
export type App = {
  readonly database: Database
  /** With the rates that the program brings; a desk adds those that people recorded. */
  readonly country: Country
  /** The business day, and the instant as ISO 8601 in UTC. */
  readonly clock: { today(): Day; now(): string }
  /** By which messages come and go; the demo company has a way of its own, which reaches nobody. */
  readonly ways: { readonly real: Ways; readonly demo: Ways }
  /** How many messages may be under way at once. */
  readonly messagesAtOnce: number
  /** The keys that sign e-mails, by the name of their DNS record, and what is wrong with them. */
  readonly dkim: readonly { name: string; problem: string | null }[]
  /** Address that messages come from when the creditor has none. */
  readonly mailFrom: string
  /** How far long work has come. */
  progress(event: Progress): void
}

/** By which messages come and go. */
export type Ways = {
  /** The channels that the program serves by itself. */
  readonly channels: ReadonlyMap<ChannelName, Channel>
  /** Where answers come in; none until the environment names one. */
  readonly mailboxes: readonly Mailbox[]
  readonly post: Post
  /** Where e-mails go. */
  readonly delivery: DeliveryWay
}

/** How letters leave. */
export type Post = {
  /** Who posts them in our place; null when people do. */
  readonly provider: PostalProvider | null
  /** Registered letters go electronically. */
  readonly electronic: boolean
  /** Who sends text messages; null when people do. */
  readonly texts: TextProvider | null
}

/** Where people post letters. */
export const NO_POST: Post = {
  provider: null,
  electronic: false,
  texts: null,
}
