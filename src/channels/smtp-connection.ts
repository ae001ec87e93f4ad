/** Opening a session with a mail server and handing one message over; the pool is in email.ts. */
import { Readable } from 'node:stream'
import { setImmediate as immediately, setTimeout as sleep } from 'node:timers/promises'
import type { NodemailerError } from 'nodemailer'
import SMTPConnection, {
  type SMTPConnectionAuth,
  type SMTPConnectionOptions,
} from 'nodemailer/lib/smtp-connection'
import { askHandover, type BeforeHandover, detailOf, type Failure, type Receipt } from './channel.ts'
import type { MimeMessage } from './mime-message.ts'

export type SmtpServer = {
  readonly options: SMTPConnectionOptions
  readonly auth: SMTPConnectionAuth | undefined
}

/** Rejects with nodemailer's error when the server can't be reached or refuses the session. */
export function openConnection({ options, auth }: SmtpServer): Promise<SMTPConnection> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection(options)
    const fail = (error: Error) => {
      connection.close()
      reject(error)
    }
    // The listener stays for the whole life of the connection: an error without one would end the program.
    connection.on('error', fail)
    connection.connect(refusal => {
      if (refusal) fail(refusal)
      else if (auth && connection.allowsAuth)
        connection.login(auth, error => (error ? fail(error) : resolve(connection)))
      else resolve(connection)
    })
  })
}

/** Forgets the last message; false when the server has gone meanwhile. */
export function resetConnection(connection: SMTPConnection): Promise<boolean> {
  return new Promise(resolve => {
    const gone = () => resolve(false)
    connection.once('end', gone)
    connection.reset(error => {
      connection.off('end', gone)
      resolve(!error)
    })
  })
}

/**
 * Transmits the message and leaves. The final dot, by which the server takes charge, is sent by nodemailer when the
 * stream of the body ends (its data-stream.js), and at no other moment: the end waits for `beforeHandover`.
 */
export async function transmit(
  connection: SMTPConnection,
  message: MimeMessage,
  beforeHandover: BeforeHandover,
  replyTimeoutMs: number,
): Promise<Receipt | Failure> {
  const progress = { leaving: false, settled: false }
  let handover: Promise<void> | undefined
  const outcome = await new Promise<Receipt | Failure>(resolve => {
    const settle = (result: Receipt | Failure) => {
      progress.settled = true
      resolve(result)
    }
    // Read for the first time once the server has said 354.
    const body = new Readable({
      read() {
        if (handover) return
        this.push(message.raw)
        handover = handOver(body).catch(error => settle({ kind: 'uncertain', detail: detailOf(error) }))
      },
    })
    const handOver = async (stream: Readable) => {
      await flushed(connection)
      if (progress.settled || connection.destroyed) return
      const answer = await askHandover(() =>
        beforeHandover({
          providerId: message.messageId,
          content: message.raw,
        }),
      )
      if (progress.settled) return
      if (!answer.agreed) return settle(answer.failure)
      progress.leaving = true
      if (connection._socket) connection._socket.setTimeout(replyTimeoutMs)
      stream.push(null)
    }
    const envelope = { from: message.from, to: [message.to], size: message.raw.length }
    connection.send(envelope, body, (error, info) => {
      if (error) settle(failureOf(error, progress.leaving))
      else if (!progress.leaving)
        settle({ kind: 'uncertain', detail: `accepted before the end: ${info.response}` })
      else settle({ kind: 'sent', providerId: message.messageId, response: info.response })
    })
  })
  if (handover && !isAnswered(outcome, progress.leaving)) connection.close()
  // A caller that is still recording the handover must have finished before it learns the outcome.
  await handover
  return outcome
}

/** After the server's answer to the final dot, and only then, the connection can carry another message. */
function isAnswered(outcome: Receipt | Failure, leaving: boolean): boolean {
  return leaving && outcome.kind !== 'uncertain'
}

/** Everything written so far has left this program. */
async function flushed(connection: SMTPConnection): Promise<void> {
  await immediately()
  while (connection._socket && !connection._socket.destroyed && connection._socket.writableLength > 0)
    await sleep(1)
}

type SmtpError = Error & Pick<NodemailerError, 'code' | 'command' | 'response' | 'responseCode'>

/**
 * Permanent is only what the server says for good about this recipient or this message. A refusal of our session or
 * of our own address says nothing about the debtor: tried again, while a person mends it.
 */
export function failureOf(error: SmtpError, leaving = false): Failure {
  const detail = error.message
  const { responseCode, command = '' } = error
  if (responseCode === undefined) {
    if (leaving) return { kind: 'uncertain', detail }
    return { kind: REFUSED_UNSENT.includes(error.code ?? '') ? 'permanent' : 'temporary', detail }
  }
  const isAboutMessage =
    command === 'RCPT TO' || command === 'DATA' || (command === 'MAIL FROM' && responseCode === TOO_LARGE)
  const isForGood = responseCode >= 500 && !SESSION_REFUSALS.includes(responseCode)
  if (!isAboutMessage || !isForGood) return { kind: 'temporary', detail }
  return { kind: 'permanent', detail, isBadAddress: isUnknownAddress(command, error.response ?? detail) }
}

/** RFC 3463: x.1.x and 5.2.1 speak of the mailbox; without such a code, a refused recipient is one that is unknown. */
function isUnknownAddress(command: string, response: string): boolean {
  const [, subject, detail] = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response) ?? []
  if (subject === undefined) return command === 'RCPT TO'
  return (subject === '1' && UNKNOWN_MAILBOX.includes(detail ?? '')) || (subject === '2' && detail === '1')
}

/** No such mailbox, no such domain, an address that can't be, a mailbox that has moved, a domain that takes no mail (RFC 7505). */
const UNKNOWN_MAILBOX = ['1', '2', '3', '6', '10']

/** Refused before the server was asked: an impossible address, a message over the size that it announced. */
const REFUSED_UNSENT = ['EENVELOPE', 'EMESSAGE']

const TOO_LARGE = 552

/** 503: commands out of order. 530, 534, 535, 538: sign in first, or better. */
const SESSION_REFUSALS = [503, 530, 534, 535, 538]
