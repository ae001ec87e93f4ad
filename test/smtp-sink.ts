/** A mail server on this machine that keeps what it takes charge of, and lets a test act at each moment of a session. */
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/**
 * `connect`: before the greeting · `mail`, `rcpt`: before the answer to MAIL FROM, RCPT TO · `data`: at the first byte
 * of the body · `accepted`: the final dot is in and the message is the server's, not yet acknowledged · `answered`:
 * just after the acknowledgement.
 */
export type Phase = 'connect' | 'mail' | 'rcpt' | 'data' | 'accepted' | 'answered'

export type TakenMail = { messageId: string; to: string; raw: string }

export type SmtpSink = {
  readonly url: string
  /** Every message of which the final dot was received, in order. */
  readonly mails: readonly TakenMail[]
  /**
   * Awaited each time a session reaches a phase; `count` is how often one did since the hook was set, from 1. At `mail` and
   * `rcpt` an error refuses, with its `responseCode`: `refusal(550, '5.1.1 …')`.
   */
  at(phase: Phase, act: (count: number) => unknown): void
  /** From now on that recipient is refused, in the server's own words: `5.1.1 no such user`. */
  refuse(recipient: string, words: string): void
  /** No hook any more. */
  calm(): void
  /** Empties the mailbox. */
  clear(): void
  read(mail: TakenMail): Promise<Email>
  close(): Promise<void>
}

export async function smtpSink(): Promise<SmtpSink> {
  const mails: TakenMail[] = []
  const hooks = new Map<Phase, { act: (count: number) => unknown; count: number }>()
  const reach = async (phase: Phase) => {
    const hook = hooks.get(phase)
    if (hook) await hook.act(++hook.count)
  }
  const refused = new Map<string, string>()
  const pass = (phase: Phase) => (_about: unknown, _session: unknown, done: (error?: Error) => void) => {
    void reach(phase).then(() => done(), done)
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onConnect: (_session, done) => void reach('connect').then(() => done()),
    onMailFrom: pass('mail'),
    onRcptTo(address, session, done) {
      const words = refused.get(address.address)
      if (words === undefined) pass('rcpt')(address, session, done)
      else done(refusal(550, words))
    },
    onData(stream, session, done) {
      const begun = new Promise<void>(resolve => stream.once('data', () => resolve(reach('data'))))
      const take = async () => {
        const [raw] = await Promise.all([text(stream), begun])
        mails.push({ messageId: messageIdOf(raw), to: session.envelope.rcptTo[0]?.address ?? '', raw })
        await reach('accepted')
        done()
        await reach('answered')
      }
      // A body cut off by the death of its sender never ends: nothing was taken.
      take().catch(() => undefined)
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    at: (phase, act) => void hooks.set(phase, { act, count: 0 }),
    refuse: (recipient, words) => void refused.set(recipient, words),
    calm: () => hooks.clear(),
    clear: () => void mails.splice(0),
    read: mail => PostalMime.parse(mail.raw),
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** What a mail server answers when it refuses. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

function messageIdOf(raw: string): string {
  const found = /^Message-ID:\s*(<[^>]+>)/im.exec(raw)
  if (!found?.[1]) throw new Error(`a message without Message-ID:\n${raw.slice(0, 500)}`)
  return found[1]
}
