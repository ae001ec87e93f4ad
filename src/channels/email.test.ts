/** The mail server misbehaves: what is known of the message's fate must be said, neither more nor less. */
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { day } from '../domain/date.ts'
import type { Channel, Message } from './channel.ts'
import { emailChannel } from './email.ts'

const message: Message = {
  idempotencyKey: 'key-1',
  caseId: 'NORD/DURAND',
  step: 'j1',
  day: day('2026-02-16'),
  writtenAt: '2026-02-16T08:00:00Z',
  from: { address: 'compta@atelier-nord.example' },
  to: { address: 'compta@durand.example' },
  language: 'fr',
  subject: 'x',
  text: 'x',
  html: '<p>x</p>',
}

/** What the server answers to a command; `hang` is silence, `drop` an abrupt end. */
type Answers = Partial<Record<'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'dot' | 'RSET', string>>
type Recorder = { channel: Channel; connections: number; received: string; complete: number; drop(): void }

const IDLE_MS = 100

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

test.each([
  [{ RCPT: '550 5.1.1 no such user' }, 'permanent'],
  [{ RCPT: '450 4.2.0 greylisted' }, 'temporary'],
  [{ RCPT: '530 5.7.0 authentication required' }, 'temporary'],
  [{ MAIL: '550 5.7.1 sender refused' }, 'temporary'],
  [{ MAIL: '552 5.3.4 too large' }, 'permanent'],
  [{ DATA: '554 5.7.1 no' }, 'permanent'],
  [{ DATA: '451 later' }, 'temporary'],
  [{ EHLO: '421 4.3.2 going down' }, 'temporary'],
  [{ EHLO: 'hang' }, 'temporary'],
  [{ EHLO: 'drop' }, 'temporary'],
  [{ RCPT: 'hang' }, 'temporary'],
  [{ DATA: 'hang' }, 'temporary'],
  [{ DATA: 'drop' }, 'temporary'],
] as const)('before the body, %j: %s, and the handover is not asked for', async (answers, kind) => {
  const server = await misbehaving(answers)
  let asked = false
  const beforeHandover = async () => {
    asked = true
    return true
  }
  expect(await server.channel.send(message, { beforeHandover })).toMatchObject({ kind })
  expect(asked).toBe(false)
  expect(server.complete).toBe(0)
})

test.each([
  [{ dot: '554 5.7.1 spam' }, 'permanent'],
  [{ dot: '452 4.3.1 disk full' }, 'temporary'],
  [{ dot: '421 4.3.2 going down' }, 'temporary'],
  [{ dot: 'hang' }, 'uncertain'],
  [{ dot: 'drop' }, 'uncertain'],
] as const)('after the final dot, %j: %s', async (answers, kind) => {
  const server = await misbehaving(answers)
  expect(await server.channel.send(message, agree)).toMatchObject({ kind })
  expect(server.complete).toBe(1)
})

test('dropped during the body: temporary, never handed over', async () => {
  const server = await misbehaving({ body: 'drop' })
  const large = { ...message, text: 'x'.repeat(20_000_000) }
  expect(await server.channel.send(large, agree)).toMatchObject({ kind: 'temporary' })
  expect(server.complete).toBe(0)
})

test('dropped while the caller records the handover: surely not sent, and told only once the caller has finished', async () => {
  const server = await misbehaving({})
  let recorded = false
  const beforeHandover = async () => {
    server.drop()
    await sleep(200)
    recorded = true
    return true
  }
  expect(await server.channel.send(message, { beforeHandover })).toMatchObject({ kind: 'temporary' })
  expect(server.complete).toBe(0)
  expect(recorded).toBe(true)
})

test('a caller that throws: the whole body was there, the final dot never', async () => {
  const server = await misbehaving({})
  const beforeHandover = async () => {
    await until(() => server.received.includes('</p>'))
    throw new Error('paid meanwhile')
  }
  const outcome = await server.channel.send(message, { beforeHandover })
  expect(outcome).toMatchObject({ kind: 'withheld', detail: expect.stringContaining('paid meanwhile') })
  await sleep(100)
  expect(server.received).toContain('</p>')
  expect(server.received).not.toMatch(/\r\n\.\r\n/)
  expect(server.complete).toBe(0)
})

test('a server that answers before the end of the message has not got it', async () => {
  const server = await misbehaving({ body: '552 5.2.3 too large' })
  expect(await server.channel.send(message, { beforeHandover: () => sleep(200, true) })).toMatchObject({
    kind: 'permanent',
  })
  expect(server.complete).toBe(0)
})

test('messages one after the other share a connection, also after a refusal', async () => {
  const answers: Answers = {}
  const server = await misbehaving(answers)
  await server.channel.send(message, agree)
  answers.RCPT = '550 5.1.1 no such user'
  expect(await server.channel.send(message, agree)).toMatchObject({ kind: 'permanent' })
  delete answers.RCPT
  expect(await server.channel.send(message, agree)).toMatchObject({ kind: 'sent', response: '250 queued' })
  for (let more = 0; more < 15; more++) await server.channel.send(message, agree)
  expect(server.complete).toBe(17)
  expect(server.connections).toBe(1)
})

test('a session that the server has left in between is replaced', async () => {
  const server = await misbehaving({})
  await server.channel.send(message, agree)
  server.drop()
  await sleep(20)
  expect(await server.channel.send(message, agree)).toMatchObject({ kind: 'sent' })
  expect(server.connections).toBe(2)
})

test('a session left alone for a while is asked whether it is still there', async () => {
  const server = await misbehaving({ RSET: 'drop' })
  await server.channel.send(message, agree)
  await sleep(IDLE_MS + 20)
  expect(await server.channel.send(message, agree)).toMatchObject({ kind: 'sent' })
  expect(server.connections).toBe(2)
})

test('what is left of a refused message is forgotten before the next one', async () => {
  const answers: Answers = { RCPT: '450 4.2.0 greylisted' }
  const server = await misbehaving(answers)
  await server.channel.send(message, agree)
  delete answers.RCPT
  expect(await server.channel.send(message, agree)).toMatchObject({ kind: 'sent' })
  expect(server.received.match(/RSET/g)).toHaveLength(1)
  expect(server.connections).toBe(1)
})

test('a session carries a hundred messages, then another is opened', async () => {
  const server = await misbehaving({})
  for (let sent = 0; sent < 101; sent++) await server.channel.send(message, agree)
  expect(server).toMatchObject({ connections: 2, complete: 101 })
})

test('a refused password is for a person to mend, not the debtor’s fault', async () => {
  const server = await misbehaving({ AUTH: '535 5.7.8 bad credentials' }, 'user:secret@', '?ignoreTLS=true')
  expect(await server.channel.send(message, agree)).toMatchObject({ kind: 'temporary' })
})

test('a password does not travel in clear', async () => {
  const server = await misbehaving({}, 'user:secret@')
  expect(await server.channel.send(message, agree)).toMatchObject({ kind: 'temporary' })
  expect(server.received).not.toMatch(/AUTH/)
})

test('dots at the start of a line arrive doubled, as the protocol wants', async () => {
  const server = await misbehaving({})
  await server.channel.send({ ...message, text: 'a\n.\n.b\n' }, agree)
  expect(server.received).toContain('\r\n..\r\n..b')
  expect(server.complete).toBe(1)
})

const agree = { beforeHandover: async () => true }

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5)
}

/** A server of our own, that answers as told and remembers every byte. */
async function misbehaving(answers: Answers, credentials = '', query = ''): Promise<Recorder> {
  const sockets = new Set<Socket>()
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  const recorder = { connections: 0, received: '', complete: 0, drop } as Recorder
  const server = createServer(socket => {
    recorder.connections++
    sockets.add(socket)
    let isBody = false
    let pending = ''
    const say = (answer: string) => {
      if (answer === 'drop') socket.destroy()
      else if (answer !== 'hang') socket.write(`${answer}\r\n`)
    }
    const endBody = () => {
      const end = pending.indexOf('\r\n.\r\n')
      if (end < 0) return
      recorder.complete++
      isBody = false
      pending = pending.slice(end + 5)
      say(answers.dot ?? '250 queued')
    }
    socket.on('error', () => undefined)
    socket.on('data', data => {
      recorder.received += data.toString()
      pending += data.toString()
      if (isBody) {
        if (answers.body) say(answers.body)
        endBody()
      }
      for (let end = pending.indexOf('\r\n'); !isBody && end >= 0; end = pending.indexOf('\r\n')) {
        const command = pending.slice(0, 4).toUpperCase() as keyof Answers
        pending = pending.slice(end + 2)
        const answer = answers[command] ?? USUAL[command] ?? '250 ok'
        isBody = answer.startsWith('354')
        say(answer)
      }
    })
    say('220 ready')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const timeouts = { connectMs: 300, socketMs: 300, replyMs: 300, idleMs: IDLE_MS }
  recorder.channel = emailChannel(`smtp://${credentials}127.0.0.1:${port}${query}`, [], timeouts)
  cleanups.push(() => {
    drop()
    server.close()
  })
  cleanups.push(() => recorder.channel.close())
  return recorder
}

const USUAL: Answers = { EHLO: '250-me\r\n250 AUTH PLAIN', AUTH: '235 ok', DATA: '354 go on' }
