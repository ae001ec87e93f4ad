import { createHmac } from 'node:crypto'
import type { PostalStatus } from '../domain/facts/posting.ts'
import { askHandover, type Failure, type Receipt } from './channel.ts'
import type {
  PostalAddress,
  PostalLetter,
  PostalProof,
  PostalProvider,
  PostalReport,
} from './postal-provider.ts'
import {
  type Answer,
  fateUnknown,
  HTTP_TIMEOUTS,
  type HttpTimeouts,
  jsonOf,
  request,
  unanswered,
  wordsOf,
} from './provider-http.ts'

/** From the "API" tab of a Merci Facteur Pro account; `userId` from its menu of users. */
export type MerciFacteurKeys = {
  readonly serviceId: string
  readonly secretKey: string
  readonly userId: string
}

const MERCI_FACTEUR_URL = 'https://www.merci-facteur.com/api/1.2/prod/service'

/** `ww-authorized-ip` of an account whose restriction of addresses is lifted, as the documentation gives it. */
const ANY_ADDRESS = '111.111.111'

/** Seconds before its end at which a token is asked for again. */
const TOKEN_MARGIN = 60

const MODES = { ordinary: 'normal', paper: 'lrare', electronic: 'ere_otp_mail' } as const

/**
 * Merci Facteur, API 1.2; what its documentation says and where stands in docs/posting.md. Not tried on a real account.
 * @param now the instant in milliseconds: a signature is good for five minutes.
 */
export function merciFacteur(
  { serviceId, secretKey, userId }: MerciFacteurKeys,
  now: () => number,
  { url = MERCI_FACTEUR_URL, timeouts = HTTP_TIMEOUTS }: { url?: string; timeouts?: HttpTimeouts } = {},
): PostalProvider {
  let known: { token: string; expire: number } | null = null

  async function token(): Promise<string | Failure> {
    const seconds = Math.floor(now() / 1000)
    if (known && known.expire > seconds + TOKEN_MARGIN) return known.token
    const signature = createHmac('sha256', secretKey).update(`${serviceId}${seconds}`).digest('hex')
    const headers = {
      'ww-service-signature': signature,
      'ww-timestamp': String(seconds),
      'ww-service-id': serviceId,
      'ww-authorized-ip': ANY_ADDRESS,
    }
    const answer = await request(`${url}/getToken`, { headers }, timeouts.askMs)
    const { success, token: given, expire } = jsonOf(answer)
    if (success !== true || typeof given !== 'string') return { kind: 'temporary', detail: wordsOf(answer) }
    known = { token: given, expire: typeof expire === 'number' ? expire : seconds }
    return given
  }

  /** A question, asked once more with a new token when the old one is refused. */
  async function ask(path: string, again = true): Promise<Answer | Failure> {
    const given = await token()
    if (typeof given !== 'string') return given
    const headers = { 'ww-access-token': given, 'ww-service-id': serviceId }
    const answer = await request(`${url}${path}`, { headers }, timeouts.askMs)
    if (answer.status !== 401 || !again) return answer
    known = null
    return ask(path, false)
  }

  return {
    id: 'merci-facteur',
    async post(letter, { beforeHandover }) {
      const body = orderOf(letter, userId)
      let given: string | Failure
      try {
        given = await token()
      } catch (error) {
        return unanswered(error)
      }
      if (typeof given !== 'string') return given
      const agreed = await askHandover(beforeHandover)
      if (!agreed.agreed) return agreed.failure
      const headers = { 'ww-access-token': given, 'ww-service-id': serviceId }
      try {
        const answer = await request(
          `${url}/sendCourrier`,
          { method: 'POST', headers, body },
          timeouts.orderMs,
        )
        if (answer.status === 401) known = null
        return receiptOf(answer)
      } catch (error) {
        return fateUnknown(error)
      }
    },
    async track(providerId) {
      try {
        const answer = await ask(`/getSuiviEnvoi?idEnvoi=${encodeURIComponent(providerId)}`)
        if ('kind' in answer) return answer
        const { success, suiviCourrier } = jsonOf(answer)
        const [letter] = success === true && Array.isArray(suiviCourrier) ? suiviCourrier : []
        if (!letter) return { kind: 'temporary', detail: wordsOf(answer) }
        const report = reportOf(letter as Record<string, unknown>)
        const deposit = report.trackingNumber ? await proofOf(report.trackingNumber) : null
        return deposit ? { ...report, proofs: [deposit, ...report.proofs] } : report
      } catch (error) {
        return unanswered(error)
      }
    },
  }

  /** The proof of deposit exists once the post has the letter; before, it is refused, and asked for another day. */
  async function proofOf(trackingNumber: string): Promise<PostalProof | null> {
    const query = `trackingNumber=${encodeURIComponent(trackingNumber)}&document=depot`
    const answer = await ask(`/getProof?${query}`)
    if ('kind' in answer) return null
    const { success, format_return: format, document } = jsonOf(answer)
    const contentType = CONTENT_TYPES[String(format).toLowerCase()]
    if (success !== true || typeof document !== 'string' || !contentType) return null
    return { kind: 'deposit', contentType, content: Buffer.from(document, 'base64') }
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
}

/** All keys are there, those without use empty: an address that lacks one is refused. */
function orderOf(letter: PostalLetter, userId: string): URLSearchParams {
  const letterContent = {
    files: '',
    base64files: [Buffer.from(letter.pdf).toString('base64')],
    print_sides: 'recto',
    final_filename: letter.reference,
  }
  return new URLSearchParams({
    idUser: userId,
    modeEnvoi: MODES[letter.kind],
    adress: JSON.stringify({
      exp: addressOf(letter.from),
      dest: [{ ...addressOf(letter.to), consent: letter.to.consented ? 1 : 0, reference: letter.reference }],
    }),
    content: JSON.stringify({ letter: letterContent, photo: '', card: '' }),
    antidoublon: letter.idempotencyKey,
  })
}

function addressOf({ name, lines, postalCode, city, email }: PostalAddress) {
  const [adresse1 = '', adresse2 = '', adresse3 = ''] = lines
  return {
    civilite: '',
    nom: '',
    prenom: '',
    societe: name,
    adresse1,
    adresse2,
    adresse3,
    cp: postalCode,
    ville: city,
    pays: 'france',
    phone: '',
    email: email ?? '',
  }
}

/**
 * `success: false` surely did not leave. A sign-in refused, or a fault of theirs that is said in their own JSON, says
 * nothing about the letter; any other answer hides its fate.
 */
function receiptOf(answer: Answer): Receipt | Failure {
  const { success, envoi_id: id } = jsonOf(answer)
  if (success === true && (typeof id === 'number' || typeof id === 'string'))
    return { kind: 'sent', providerId: String(id), response: wordsOf(answer) }
  if (success !== false) return { kind: 'uncertain', detail: wordsOf(answer) }
  const isAboutLetter = answer.status >= 400 && answer.status < 500 && answer.status !== 401
  return { kind: isAboutLetter ? 'permanent' : 'temporary', detail: wordsOf(answer) }
}

/** One letter of `getSuiviEnvoi`. `pnd` is 1 for a letter that could not be handed over. */
function reportOf(letter: Record<string, unknown>): PostalReport {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const state = text(letter.lastState)
  const scan = text(letter.areBase64Jpeg)
  const receipt: PostalProof[] =
    scan === null || scan === 'pending'
      ? []
      : [{ kind: 'receipt', contentType: 'image/jpeg', content: Buffer.from(scan, 'base64') }]
  const status = String(letter.pnd) === '1' ? 'returned' : (STATES[state ?? ''] ?? null)
  return {
    kind: 'report',
    trackingNumber: text(letter.refTracking),
    news: status === null ? [] : [{ status, on: null }],
    detail: state,
    proofs: receipt,
  }
}

/** The codes of the documentation that move a case; the others are told as they are. */
const STATES: Readonly<Record<string, PostalStatus>> = {
  pris_en_charge: 'posted',
  attente_au_guichet: 'presented',
  distribue: 'received',
  accepted: 'received',
  accepted_downloaded: 'received',
  distribue_expediteur: 'returned',
  archivage_pnd: 'returned',
  expired: 'unclaimed',
  refused: 'refused',
  accept_notification_error: 'wrong-address',
}
