/** Where answers come in. Never deletes; `take` keeps a message for good before the next one is asked for. */
export type Mailbox = {
  /** Account and folder, under which it is remembered how far it was read: no password. */
  readonly name: string
  /** Code of the creditor whose mailbox it is; null when it serves the whole organisation. */
  readonly creditor: string | null
  /** Reads what is new, the oldest first, and leaves. Throws when it can't be reached or refuses us. */
  read(reader: MailReader): Promise<void>
  /** Reads what is new and what comes in until `stop`; a connection that is lost is made again. */
  watch(reader: MailReader, stop: AbortSignal, lost: (problem: string) => void): Promise<void>
  /** Logs in and opens the folder; throws when it can't. */
  check(): Promise<void>
}

export type MailReader = {
  /** How far it was read before; null the first time. */
  place(): Promise<ReadUpTo | null>
  /** The first time, messages that came before this instant (ISO 8601) are left alone. */
  readonly since: string
  /** `bytes` is null of a message over `largest`; `size` in bytes. */
  take(mail: { uid: number; size: number; bytes: Uint8Array | null; place: ReadUpTo }): Promise<void>
  readonly largest: number
}

/** UIDs of a folder only grow, as long as its UIDVALIDITY is the same (RFC 9051, 2.3.1.1). */
export type ReadUpTo = { uidValidity: bigint; lastUid: number }
