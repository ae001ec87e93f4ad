/** What every postal provider owes its caller, run on each of them against a server that answers as documented. */
import { afterEach, describe, expect, test } from 'vitest'
import { type Asked, type ProviderServer, providerServer, type Reply } from '../../test/provider-server.ts'
import { merciFacteur } from './merci-facteur.ts'
import { mySendingBox } from './my-sending-box.ts'
import type { PostalLetter, PostalProvider } from './postal-provider.ts'
import type { HttpTimeouts } from './provider-http.ts'

/** How one provider's server is played: what it answers when all goes well, and which request is the order. */
type Play = {
  open(url: string, timeouts: HttpTimeouts): PostalProvider
  usual(asked: Asked): Reply
  isOrder(asked: Asked): boolean
  refusal: Reply
  id: string
}

/** Only what hangs is given little time. */
const PATIENT: HttpTimeouts = { askMs: 30_000, orderMs: 30_000 }
const SHORT_MS = 300
const PDF = new TextEncoder().encode('%PDF-1.7 la lettre')

const LETTER: PostalLetter = {
  idempotencyKey: 'org-1 case-1 40',
  reference: '12-40',
  kind: 'paper',
  from: {
    name: 'Atelier Nord',
    lines: ['12 rue des Lilas'],
    postalCode: '59000',
    city: 'Lille',
    email: 'compta@atelier.example',
    consented: true,
  },
  to: {
    name: 'Durand & Fils',
    lines: ['Bâtiment B', '3 place du Marché'],
    postalCode: '59800',
    city: 'Lille',
    email: 'compta@durand.example',
    consented: false,
  },
  pdf: PDF,
}

const PLAYS: Record<string, Play> = {
  'merci-facteur': {
    open: (url, timeouts) =>
      merciFacteur({ serviceId: 'abc123', secretKey: 's3cret', userId: '37' }, () => 1_757_404_800_000, {
        url,
        timeouts,
      }),
    usual: ({ path }) =>
      path === '/getToken'
        ? { json: { success: true, token: 'jeton', expire: 1_757_491_200 } }
        : { json: { success: true, envoi_id: 123, price: {}, resume: { nb_dest: 1 } } },
    isOrder: ({ path }) => path === '/sendCourrier',
    refusal: { status: 400, json: { success: false, error: { code: 'INFO_ADDRESS_MISSING' } } },
    id: '123',
  },
  mysendingbox: {
    open: (url, timeouts) => mySendingBox('test_123', { url, timeouts }),
    usual: ({ method }) => (method === 'POST' ? { json: { _id: 'msb-1', object: 'letter' } } : { json: {} }),
    isOrder: ({ method }) => method === 'POST',
    refusal: { status: 422, json: { error: { message: 'address' } } },
    id: 'msb-1',
  },
}

const servers: ProviderServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

describe.each(Object.entries(PLAYS))('%s', (_name, play) => {
  test('orders once, after the handover was recorded, and gives the provider’s id', async () => {
    const { server, provider } = await start(play)
    let ordersAtHandover = -1
    const receipt = await provider.post(LETTER, {
      beforeHandover: async () => {
        ordersAtHandover = server.asked.filter(play.isOrder).length
        return true
      },
    })
    expect(receipt).toMatchObject({ kind: 'sent', providerId: play.id })
    expect(ordersAtHandover).toBe(0)
    expect(server.asked.filter(play.isOrder)).toHaveLength(1)
  })

  test.each([
    ['says no', async () => false],
    ['throws', async () => Promise.reject(new Error('paid meanwhile'))],
  ])('withheld when the caller %s: nothing is ordered', async (_how, beforeHandover) => {
    const { server, provider } = await start(play)
    expect(await provider.post(LETTER, { beforeHandover })).toMatchObject({ kind: 'withheld' })
    expect(server.asked.filter(play.isOrder)).toEqual([])
  })

  test.each<[Reply, string]>([
    ['hang', 'uncertain'],
    ['drop', 'uncertain'],
    [{ status: 502, bytes: new TextEncoder().encode('<html>'), type: 'text/html' }, 'uncertain'],
    [{ status: 200, json: {} }, 'uncertain'],
    [{ status: 401, json: { success: false } }, 'temporary'],
  ])('the order answered %j: %s', async (reply, kind) => {
    const answer = (asked: Asked) => (play.isOrder(asked) ? reply : play.usual(asked))
    const timeouts = reply === 'hang' ? { ...PATIENT, orderMs: SHORT_MS } : PATIENT
    const { provider } = await start(play, answer, timeouts)
    expect(await provider.post(LETTER, AGREE)).toMatchObject({ kind })
  })

  test('an order refused for what it holds fails for good', async () => {
    const { provider } = await start(play, asked => (play.isOrder(asked) ? play.refusal : play.usual(asked)))
    expect(await provider.post(LETTER, AGREE)).toMatchObject({ kind: 'permanent' })
  })

  test.each<Reply>(['hang', 'drop', { status: 503 }])(
    'a provider that is down (%j) is a temporary failure, and the handover is not asked for',
    async reply => {
      const timeouts = reply === 'hang' ? { ...PATIENT, askMs: SHORT_MS } : PATIENT
      const { provider } = await start(play, () => reply, timeouts)
      let asked = false
      const beforeHandover = async () => {
        asked = true
        return true
      }
      expect(await provider.post(LETTER, { beforeHandover })).toMatchObject({ kind: 'temporary' })
      expect(await provider.track(play.id)).toMatchObject({ kind: 'temporary' })
      expect(asked).toBe(false)
    },
  )
})

test('merci-facteur: signed as documented, one token for several letters, every key of an address, once by its key', async () => {
  const { server, provider } = await start(PLAYS['merci-facteur'] as Play)
  await provider.post(LETTER, AGREE)
  await provider.post({ ...LETTER, kind: 'ordinary' }, AGREE)
  const [token, ...orders] = server.asked
  expect(server.asked.map(({ path }) => path)).toEqual(['/getToken', '/sendCourrier', '/sendCourrier'])
  // echo -n abc1231757404800 | openssl dgst -sha256 -hmac s3cret
  expect(token?.headers).toMatchObject({
    'ww-service-signature': '5df300889b1144145e89a1f12947797fa1c5b760d19a5378b3ce95661209c287',
    'ww-timestamp': '1757404800',
    'ww-service-id': 'abc123',
    'ww-authorized-ip': '111.111.111',
  })
  const [registered, ordinary] = orders.map(({ body }) => new URLSearchParams(body))
  expect(registered?.get('modeEnvoi')).toBe('lrare')
  expect(ordinary?.get('modeEnvoi')).toBe('normal')
  expect(registered?.get('antidoublon')).toBe(LETTER.idempotencyKey)
  const address = JSON.parse(registered?.get('adress') ?? '{}')
  expect(Object.keys(address.exp)).toEqual(ADDRESS_KEYS)
  expect(address.dest).toEqual([
    expect.objectContaining({
      societe: 'Durand & Fils',
      adresse1: 'Bâtiment B',
      adresse2: '3 place du Marché',
      adresse3: '',
      cp: '59800',
      ville: 'Lille',
      pays: 'france',
      consent: 0,
      reference: '12-40',
    }),
  ])
  const { letter, photo, card } = JSON.parse(registered?.get('content') ?? '{}')
  expect({ photo, card, files: letter.files }).toEqual({ photo: '', card: '', files: '' })
  expect(Buffer.from(letter.base64files[0], 'base64')).toEqual(Buffer.from(PDF))
})

test('merci-facteur: the tracking number, the scanned receipt and the proof of deposit; a letter that came back says no more', async () => {
  const play = PLAYS['merci-facteur'] as Play
  const tracked = {
    refTracking: '2C123456789',
    lastState: 'distribue',
    pnd: '0',
    areBase64Jpeg: btoa('avis'),
  }
  let suivi: object = tracked
  const { provider } = await start(play, asked => {
    if (asked.path.startsWith('/getSuiviEnvoi?idEnvoi=123'))
      return { json: { success: true, suiviCourrier: [suivi] } }
    if (asked.path.startsWith('/getProof?trackingNumber=2C123456789&document=depot'))
      return { json: { success: true, format_return: 'pdf', document: btoa('dépôt'.normalize('NFC')) } }
    return play.usual(asked)
  })
  expect(await provider.track('123')).toMatchObject({
    trackingNumber: '2C123456789',
    news: [{ status: 'received', on: null }],
    proofs: [
      { kind: 'deposit', contentType: 'application/pdf' },
      { kind: 'receipt', contentType: 'image/jpeg', content: Buffer.from('avis') },
    ],
  })
  suivi = { ...tracked, lastState: 'distribue_expediteur', pnd: '1', areBase64Jpeg: 'pending' }
  expect(await provider.track('123')).toMatchObject({ news: [{ status: 'returned' }] })
  suivi = { refTracking: null, lastState: 'En cours de traitement', pnd: null, areBase64Jpeg: null }
  expect(await provider.track('123')).toEqual({
    kind: 'report',
    trackingNumber: null,
    news: [],
    detail: 'En cours de traitement',
    proofs: [],
  })
})

test('merci-facteur: a token that is refused is asked for again, once', async () => {
  const play = PLAYS['merci-facteur'] as Play
  const { server, provider } = await start(play, asked =>
    asked.path.startsWith('/getSuivi') ? { status: 401, json: { success: false } } : play.usual(asked),
  )
  expect(await provider.track('123')).toMatchObject({ kind: 'temporary' })
  expect(server.asked.map(({ path }) => path.split('?')[0])).toEqual([
    '/getToken',
    '/getSuiviEnvoi',
    '/getToken',
    '/getSuiviEnvoi',
  ])
})

test('mysendingbox: its key alone signs in, the letter travels as a file, and electronic letters are refused', async () => {
  const { server, provider } = await start(PLAYS.mysendingbox as Play)
  await provider.post(LETTER, AGREE)
  const order = server.asked.find(({ method }) => method === 'POST')
  expect(order?.path).toBe('/letters')
  expect(order?.headers.authorization).toBe(`Basic ${btoa('test_123:')}`)
  for (const [name, value] of [
    ['postage_type', 'lrar'],
    ['to[address_postalcode]', '59800'],
    ['to[address_line2]', '3 place du Marché'],
    ['from[name]', 'Atelier Nord'],
    ['manage_returned_mail', 'true'],
    ['metadata[reference]', '12-40'],
  ] as const) {
    expect(Buffer.from(order?.body ?? '', 'latin1').toString()).toContain(
      `name="${name}"\r\n\r\n${value}\r\n`,
    )
  }
  expect(order?.body).toContain('%PDF-1.7 la lettre')
  expect(await provider.post({ ...LETTER, kind: 'electronic' }, AGREE)).toMatchObject({ kind: 'permanent' })
})

test('mysendingbox: first presentation, receipt and files of proof, in the order of time', async () => {
  const { provider } = await start(PLAYS.mysendingbox as Play, ({ path, headers }) => {
    if (path === '/files/ar.pdf') return { bytes: new TextEncoder().encode('AR'), type: 'application/pdf' }
    const letter = {
      _id: 'msb-1',
      tracking_number: '1A01234567890',
      events: [
        { name: 'letter.created', created_at: '2026-05-02T08:00:00Z' },
        { name: 'letter.distributed', created_at: '2026-05-09T10:00:00Z' },
      ],
      tracking_events: [{ status: 'PRIS_EN_CHARGE', message: 'Pli présenté', date: '2026-05-06T09:00:00Z' }],
      delivery_proof: { url: `http://${headers.host}/files/ar.pdf` },
      filing_proof: { url: 'file:///etc/hostname' },
    }
    return { json: letter }
  })
  expect(await provider.track('msb-1')).toEqual({
    kind: 'report',
    trackingNumber: '1A01234567890',
    news: [
      { status: 'presented', on: '2026-05-06' },
      { status: 'received', on: '2026-05-09' },
    ],
    detail: 'letter.distributed',
    proofs: [{ kind: 'receipt', contentType: 'application/pdf', content: Buffer.from('AR') }],
  })
})

const ADDRESS_KEYS = 'civilite nom prenom societe adresse1 adresse2 adresse3 cp ville pays phone email'.split(
  ' ',
)

const AGREE = { beforeHandover: async () => true }

async function start(
  play: Play,
  reply: (asked: Asked) => Reply = play.usual,
  timeouts: HttpTimeouts = PATIENT,
) {
  const server = await providerServer(reply)
  servers.push(server)
  return { server, provider: play.open(server.url, timeouts) }
}
