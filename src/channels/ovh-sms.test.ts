import { createHash } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { type Asked, type ProviderServer, providerServer, type Reply } from '../../test/provider-server.ts'
import { ovhSms } from './ovh-sms.ts'

const KEYS = {
  applicationKey: 'AK',
  applicationSecret: 'AS',
  consumerKey: 'CK',
  service: 'sms-xx12345-1',
  sender: 'AtelierNord',
}
const TEXT = { to: '+33612345678', text: 'Facture F-1 échue', reference: '12-3' }
const AGREE = { beforeHandover: async () => true }
const TIME: Reply = { bytes: new TextEncoder().encode('1757404800'), type: 'text/plain' }
const SENT: Reply = {
  json: { totalCreditsRemoved: 1, invalidReceivers: [], ids: [42], validReceivers: [TEXT.to] },
}

const servers: ProviderServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

test('one order, signed as documented, after the handover was recorded; no STOP mention', async () => {
  const { server, provider } = await start(() => SENT)
  let orders = -1
  const beforeHandover = async () => {
    orders = server.asked.filter(isOrder).length
    return true
  }
  expect(await provider.send(TEXT, { beforeHandover })).toMatchObject({ kind: 'sent', providerId: '42' })
  expect(orders).toBe(0)
  const [order, another] = server.asked.filter(isOrder)
  expect(another).toBeUndefined()
  expect(order?.path).toBe('/sms/sms-xx12345-1/jobs')
  const body = Buffer.from(order?.body ?? '', 'latin1').toString()
  expect(JSON.parse(body)).toEqual({
    receivers: [TEXT.to],
    message: TEXT.text,
    sender: 'AtelierNord',
    noStopClause: true,
    tag: '12-3',
  })
  const signed = `AS+CK+POST+${server.url}${order?.path}+${body}+1757404800`
  expect(order?.headers).toMatchObject({
    'x-ovh-application': 'AK',
    'x-ovh-consumer': 'CK',
    'x-ovh-timestamp': '1757404800',
    'x-ovh-signature': `$1$${createHash('sha1').update(signed).digest('hex')}`,
  })
})

test.each<[Reply, string]>([
  ['hang', 'uncertain'],
  ['drop', 'uncertain'],
  [{ status: 500 }, 'uncertain'],
  [{ json: { ids: [] } }, 'uncertain'],
  [{ status: 403, json: { message: 'This credential is not valid' } }, 'temporary'],
  [{ json: { ids: [], invalidReceivers: [TEXT.to] } }, 'permanent'],
])('the order answered %j: %s', async (reply, kind) => {
  const { provider } = await start(() => reply)
  expect(await provider.send(TEXT, AGREE)).toMatchObject({ kind })
})

test.each<Reply>(['hang', 'drop', { status: 503 }])(
  'a provider that is down (%j) is a temporary failure, and nothing is handed over',
  async reply => {
    const { server, provider } = await start(() => SENT, reply)
    let asked = false
    const beforeHandover = async () => {
      asked = true
      return true
    }
    expect(await provider.send(TEXT, { beforeHandover })).toMatchObject({ kind: 'temporary' })
    expect(asked).toBe(false)
    expect(server.asked.filter(isOrder)).toEqual([])
  },
)

test('withheld when the caller says no', async () => {
  const { server, provider } = await start(() => SENT)
  expect(await provider.send(TEXT, { beforeHandover: async () => false })).toMatchObject({ kind: 'withheld' })
  expect(server.asked.filter(isOrder)).toEqual([])
})

function isOrder({ method }: Asked): boolean {
  return method === 'POST'
}

/** Only what hangs is given little time. */
async function start(order: () => Reply, time: Reply = TIME) {
  const server = await providerServer(asked => (isOrder(asked) ? order() : time))
  servers.push(server)
  const limit = (reply: Reply) => (reply === 'hang' ? 300 : 30_000)
  const timeouts = { askMs: limit(time), orderMs: limit(order()) }
  return { server, provider: ovhSms(KEYS, { url: server.url, timeouts }) }
}
