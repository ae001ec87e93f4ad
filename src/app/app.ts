import type { Channel } from '../channels/channel.ts'
import type { Mailbox } from '../channels/mailbox.ts'
import type { PostalProvider } from '../channels/postal-provider.ts'
import type { TextProvider } from '../channels/text-provider.ts'
import type { Day } from '../domain/date.ts'
import type { Country } from '../domain/law/country.ts'
import { settingFrom } from '../domain/organisation/setting-text.ts'
import { DEFAULT_SETTINGS, type Settings } from '../domain/organisation/settings.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { ChannelName } from '../domain/scenario.ts'
import type { Database, Tx } from '../store/database.ts'
import { type Organisation, readOrganisation } from '../store/parties/organisations.ts'

/** What every use case works with. Built once, in main.ts. */
export type App = {
  database: Database
  organisationId: string
  country: Country
  /** The business day, and the instant as ISO 8601 in UTC. */
  clock: { today(): Day; now(): string }
  /** The channels that the program serves by itself. */
  channels: ReadonlyMap<ChannelName, Channel>
  /** Where answers come in; none until the environment names one. */
  mailboxes: readonly Mailbox[]
  /** How many messages may be under way at once. */
  messagesAtOnce: number
  /** The keys that sign e-mails, by the name of their DNS record, and what is wrong with them. */
  dkim: readonly { name: string; problem: string | null }[]
  post: Post
  /** Address that messages come from when the creditor has none. */
  mailFrom: string
  /** Where messages go, in a sentence for people. */
  deliveryNote: string
  /** Progress of long work, on standard error. */
  progress(message: string): void
}

/** How letters leave. */
export type Post = {
  /** Who posts them in our place; null when people do. */
  provider: PostalProvider | null
  /** Registered letters go electronically. */
  electronic: boolean
  /** Who sends text messages; null when people do. */
  texts: TextProvider | null
}

/** Where people post letters. */
export const NO_POST: Post = {
  provider: null,
  electronic: false,
  texts: null,
}

/** Said to a person whose request can't be done as asked; nothing was written. `byCase`: as the case refused it. */
export type Refused = { refused: string; message: string; byCase?: Refusal }

export function isRefused<Output extends object>(output: Output | Refused): output is Refused {
  return 'refused' in output
}

/** Thrown inside a transaction to give up everything in it: a dry run. */
export class RolledBack extends Error {}

/** Runs in a transaction of the organisation; writes nothing when `dryRun`. */
export async function inTransaction<Output>(
  app: App,
  dryRun: boolean,
  work: (tx: Tx) => Promise<Output>,
): Promise<Output> {
  let output: Output | undefined
  try {
    return await app.database.transaction(app.organisationId, async tx => {
      output = await work(tx)
      if (dryRun) throw new RolledBack()
      return output
    })
  } catch (error) {
    if (error instanceof RolledBack) return output as Output
    throw error
  }
}

/** Thrown in `wholeOrRefused` to refuse all of it: what was written before is taken back. */
export class GivenUp extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.message)
    this.refused = refused
  }
}

/** Runs in a transaction of the organisation: all of the work is done, or none and the refusal is the answer. */
export async function wholeOrRefused<Output>(
  app: App,
  work: (tx: Tx) => Promise<Output>,
): Promise<Output | Refused> {
  try {
    return await app.database.transaction(app.organisationId, work)
  } catch (error) {
    if (error instanceof GivenUp) return error.refused
    throw error
  }
}

/** Until the organisation says otherwise, a person sees the first message to each debtor before it leaves. */
const SAFE_START: Settings = { ...DEFAULT_SETTINGS, firstMessage: 'to-confirm' }

export async function organisationOf(tx: Tx): Promise<{ organisation: Organisation; settings: Settings }> {
  const organisation = await readOrganisation(tx)
  const changes = Object.entries(organisation.settings).map(([name, value]) => settingFrom(name, value))
  return {
    organisation,
    settings: Object.assign({}, SAFE_START, ...changes.filter(Boolean)) as Settings,
  }
}
