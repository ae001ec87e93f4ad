import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection'
import type { Channel } from './channel.ts'
import type { DkimKey } from './dkim.ts'
import { writeMime } from './mime-message.ts'
import { failureOf, openConnection, resetConnection, type SmtpServer, transmit } from './smtp-connection.ts'

export type SmtpTimeouts = {
  readonly connectMs: number
  readonly socketMs: number
  /** For the answer to the final dot: giving up sooner than the ten minutes of RFC 5321 makes messages uncertain. */
  readonly replyMs: number
  /** A session left alone for longer is asked whether it is still there before it carries anything. */
  readonly idleMs: number
}

/**
 * E-mail through a mail server, `SMTP_URL` as nodemailer reads it: `smtps://user:password@host:465`,
 * `smtp://host:587?requireTLS=true`. A password never travels in clear, unless the URL says `ignoreTLS=true`.
 * Messages sent one after the other share a session, up to a hundred of them; as many as are sent at once have one each.
 */
export function emailChannel(
  smtpUrl: string,
  keys: readonly DkimKey[] = [],
  timeouts: SmtpTimeouts = TIMEOUTS,
): Channel {
  const server = serverOf(smtpUrl, timeouts)
  const idle: Session[] = []

  async function open(): Promise<Session> {
    for (let session = idle.pop(); session; session = idle.pop()) {
      const isFresh = session.isClean && performance.now() - session.usedAt < timeouts.idleMs
      if (!session.connection.destroyed && (isFresh || (await resetConnection(session.connection))))
        return session
      session.connection.close()
    }
    return { connection: await openConnection(server), carried: 0, isClean: true, usedAt: performance.now() }
  }

  return {
    id: 'email',
    async send(message, { beforeHandover }) {
      const mime = await writeMime(message, keys)
      if ('kind' in mime) return mime
      let session: Session
      try {
        session = await open()
      } catch (error) {
        return failureOf(error instanceof Error ? error : new Error(String(error)))
      }
      const { connection } = session
      const outcome = await transmit(connection, mime, beforeHandover, timeouts.replyMs)
      if (connection._socket) connection._socket.setTimeout(timeouts.socketMs)
      const carried = session.carried + 1
      if (carried === MOST_CARRIED) leave(connection)
      else idle.push({ connection, carried, isClean: outcome.kind === 'sent', usedAt: performance.now() })
      return outcome
    },
    async close() {
      for (const { connection } of idle.splice(0)) leave(connection)
    },
  }
}

function leave(connection: SMTPConnection): void {
  if (connection.destroyed) return
  connection.quit()
  connection.close()
}

/** Clean: its last message was taken, and nothing of it is left (RFC 5321, 4.1.4). */
type Session = {
  readonly connection: SMTPConnection
  readonly carried: number
  readonly isClean: boolean
  readonly usedAt: number
}

/** Servers put an end to sessions that carry many, and refuse the next message with them. */
const MOST_CARRIED = 100

const TIMEOUTS: SmtpTimeouts = { connectMs: 10_000, socketMs: 30_000, replyMs: 600_000, idleMs: 1_000 }

function serverOf(smtpUrl: string, { connectMs, socketMs }: SmtpTimeouts): SmtpServer {
  const { auth, ...options } = parseConnectionUrl(smtpUrl) as SmtpServer['options'] & {
    auth?: SMTPConnectionAuth
  }
  return {
    auth,
    options: {
      ...options,
      requireTLS: options.requireTLS ?? (auth !== undefined && !options.secure && !options.ignoreTLS),
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      dnsTimeout: connectMs,
      socketTimeout: socketMs,
      logger: false,
    },
  }
}
