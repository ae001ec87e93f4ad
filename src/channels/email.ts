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
}

/**
 * E-mail through a mail server, `SMTP_URL` as nodemailer reads it: `smtps://user:password@host:465`,
 * `smtp://host:587?requireTLS=true`. A password never travels in clear, unless the URL says `ignoreTLS=true`.
 * Messages sent one after the other share a connection; as many as are sent at once have one each.
 */
export function emailChannel(
  smtpUrl: string,
  keys: readonly DkimKey[] = [],
  timeouts: SmtpTimeouts = TIMEOUTS,
): Channel {
  const server = serverOf(smtpUrl, timeouts)
  const idle: SMTPConnection[] = []

  async function connect(): Promise<SMTPConnection> {
    for (let connection = idle.pop(); connection; connection = idle.pop()) {
      if (!connection.destroyed && (await resetConnection(connection))) return connection
      connection.close()
    }
    return openConnection(server)
  }

  return {
    id: 'email',
    async send(message, { beforeHandover }) {
      const mime = await writeMime(message, keys)
      if ('kind' in mime) return mime
      let connection: SMTPConnection
      try {
        connection = await connect()
      } catch (error) {
        return failureOf(error instanceof Error ? error : new Error(String(error)))
      }
      const outcome = await transmit(connection, mime, beforeHandover, timeouts.replyMs)
      if (connection._socket) connection._socket.setTimeout(timeouts.socketMs)
      if (!connection.destroyed) idle.push(connection)
      return outcome
    },
    async close() {
      for (const connection of idle.splice(0)) {
        if (connection.destroyed) continue
        connection.quit()
        connection.close()
      }
    },
  }
}

const TIMEOUTS: SmtpTimeouts = { connectMs: 10_000, socketMs: 30_000, replyMs: 600_000 }

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
