import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LANGUAGES, type Language, languageOf, type Phrase } from './words/language.ts'

/** The environment, read once and checked. Secrets come by environment only. */
export type Config = {
  /** PostgreSQL of the user's; null for the embedded server. */
  databaseUrl: string | null
  /** Folder of the embedded database and of what the program writes. */
  dataFolder: string
  /** Mail server that messages leave by; null writes `.eml` files instead. */
  smtpUrl: string | null
  /** Mailboxes that answers come to. */
  mailboxes: readonly MailboxAccess[]
  /** Messages under way at once: as many connections to the mail server. */
  smtpConnections: number
  /** Folder of the keys that sign e-mails (DKIM); null for none. */
  dkimFolder: string | null
  /** Address that messages come from when the creditor has none. */
  mailFrom: string
  /** Who prints and posts letters; null when people do. */
  postalProvider: PostalKeys | null
  /** Registered letters go electronically, to who may be reached so. */
  electronicPost: boolean
  /** Who sends text messages; null when people do. */
  ovhSms: OvhSmsKeys | null
  /** Which organisation the command line works for; null for the only one. */
  organisationId: string | null
}

/** `creditor`: its code, null for the whole organisation. `password`: null when the URL holds it. */
export type MailboxAccess = { creditor: string | null; url: string; password: string | null }

export type PostalKeys =
  | { provider: 'merci-facteur'; serviceId: string; secretKey: string; userId: string }
  | { provider: 'mysendingbox'; apiKey: string }

/** `sender` is a name that OVHcloud has validated, `service` the account. */
export type OvhSmsKeys = {
  applicationKey: string
  applicationSecret: string
  consumerKey: string
  service: string
  sender: string
}

/** What of the environment is wrong, and how it should look. */
export class ConfigError extends Error {
  readonly sentence: Phrase
  constructor(fr: string, en: string) {
    super(fr)
    this.sentence = { fr, en }
  }
}

/** Of the answers, unless `--lang` says otherwise: QUITTANCE_LANG, else English where the system's locale is. */
export function readLanguage(environment: NodeJS.ProcessEnv): Language {
  const asked = LANGUAGES.find(language => language === environment.QUITTANCE_LANG)
  return asked ?? languageOf(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG)
}

/** Says which variable is wrong and how it should look. */
export function readConfig(environment: NodeJS.ProcessEnv, data: string | undefined): Config {
  const databaseUrl = environment.DATABASE_URL || null
  const smtpUrl = environment.SMTP_URL || null
  if (databaseUrl !== null) checkUrl('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:'])
  if (smtpUrl !== null) checkUrl('SMTP_URL', smtpUrl, ['smtp:', 'smtps:'])
  const organisationId = environment.QUITTANCE_ORGANISATION || null
  if (organisationId !== null && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(organisationId)) {
    throw new ConfigError(
      'QUITTANCE_ORGANISATION doit être un identifiant (UUID)',
      'QUITTANCE_ORGANISATION must be an identifier (UUID)',
    )
  }
  const connections = environment.SMTP_CONNECTIONS || '5'
  if (!/^([1-9]|1\d|20)$/.test(connections))
    throw new ConfigError(
      'SMTP_CONNECTIONS doit être un nombre, de 1 à 20',
      'SMTP_CONNECTIONS must be a number from 1 to 20',
    )
  return {
    databaseUrl,
    dataFolder: path.resolve(data ?? environment.QUITTANCE_DATA ?? 'data'),
    smtpUrl,
    mailboxes: readMailboxes(environment),
    smtpConnections: Number(connections),
    dkimFolder: environment.DKIM_KEYS ? path.resolve(environment.DKIM_KEYS) : null,
    mailFrom: environment.MAIL_FROM || 'relances@localhost',
    ...readPostal(environment),
    ovhSms: readOvhSms(environment),
    organisationId,
  }
}

/** IMAP_URL for the whole organisation, and those of the file that MAILBOXES_FILE names. */
function readMailboxes({ IMAP_URL, MAILBOXES_FILE }: NodeJS.ProcessEnv): MailboxAccess[] {
  const own = IMAP_URL ? [{ creditor: null, url: IMAP_URL, password: null }] : []
  const listed = MAILBOXES_FILE ? readMailboxesFile(MAILBOXES_FILE) : []
  const all = [...own, ...listed]
  for (const { url } of all)
    checkUrl(IMAP_URL === url ? 'IMAP_URL' : 'MAILBOXES_FILE', url, ['imaps:', 'imap:'])
  return all
}

/** `[{"creditor": "NORD", "url": "imaps://relances%40nord.example@imap.nord.example", "passwordFile": "/run/secrets/nord"}]` */
function readMailboxesFile(file: string): MailboxAccess[] {
  const entries: unknown = parseJson(readSecret('MAILBOXES_FILE', file))
  if (!Array.isArray(entries))
    throw new ConfigError(
      `MAILBOXES_FILE : ${file} ne contient pas une liste JSON`,
      `MAILBOXES_FILE: ${file} does not hold a JSON list`,
    )
  return entries.map((entry, index) => {
    const { creditor = null, url, passwordFile } = (entry ?? {}) as Record<string, unknown>
    if (
      typeof url !== 'string' ||
      typeof passwordFile !== 'string' ||
      !(creditor === null || typeof creditor === 'string')
    )
      throw new ConfigError(
        `MAILBOXES_FILE : la boîte ${index + 1} de ${file} s'écrit {"creditor": CODE, "url": "imaps://…", "passwordFile": FICHIER}`,
        `MAILBOXES_FILE: mailbox ${index + 1} of ${file} is written {"creditor": CODE, "url": "imaps://…", "passwordFile": FILE}`,
      )
    const password = readSecret(`MAILBOXES_FILE, ${index + 1}`, passwordFile).replace(/\r?\n$/, '')
    return { creditor, url, password }
  })
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ConfigError(
      `${name} : ${file} ne se lit pas (${code})`,
      `${name}: ${file} cannot be read (${code})`,
    )
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Keys of one postal provider, all of them or none. */
function readPostal(environment: NodeJS.ProcessEnv): Pick<Config, 'postalProvider' | 'electronicPost'> {
  const names = ['MERCI_FACTEUR_SERVICE_ID', 'MERCI_FACTEUR_SECRET_KEY', 'MERCI_FACTEUR_USER_ID'] as const
  const [serviceId, secretKey, userId] = names.map(name => environment[name] || null)
  const apiKey = environment.MYSENDINGBOX_API_KEY || null
  const registered = environment.POST_REGISTERED || 'paper'
  if (registered !== 'paper' && registered !== 'electronic')
    throw new ConfigError(
      'POST_REGISTERED : paper (recommandé papier) ou electronic (recommandé électronique)',
      'POST_REGISTERED: paper (registered letters on paper) or electronic',
    )
  const electronicPost = registered === 'electronic'
  if (apiKey !== null && (serviceId || secretKey || userId))
    throw new ConfigError(
      'un seul prestataire postal : MERCI_FACTEUR_… ou MYSENDINGBOX_API_KEY, pas les deux',
      'one postal provider: MERCI_FACTEUR_… or MYSENDINGBOX_API_KEY, not both',
    )
  if (apiKey !== null) {
    if (electronicPost)
      throw new ConfigError(
        'POST_REGISTERED=electronic : seulement avec MERCI_FACTEUR_…',
        'POST_REGISTERED=electronic: with MERCI_FACTEUR_… only',
      )
    return { postalProvider: { provider: 'mysendingbox', apiKey }, electronicPost }
  }
  if (serviceId && secretKey && userId)
    return { postalProvider: { provider: 'merci-facteur', serviceId, secretKey, userId }, electronicPost }
  const missing = names.filter(name => !environment[name])
  if (missing.length < names.length)
    throw new ConfigError(
      `Merci Facteur : il manque ${missing.join(', ')}`,
      `Merci Facteur: ${missing.join(', ')} is missing`,
    )
  return { postalProvider: null, electronicPost }
}

/** All five, or none. */
function readOvhSms(environment: NodeJS.ProcessEnv): OvhSmsKeys | null {
  const names = ['APPLICATION_KEY', 'APPLICATION_SECRET', 'CONSUMER_KEY', 'SERVICE', 'SENDER'] as const
  const [applicationKey, applicationSecret, consumerKey, service, sender] = names.map(
    name => environment[`OVH_SMS_${name}`] || null,
  )
  if (applicationKey && applicationSecret && consumerKey && service && sender)
    return { applicationKey, applicationSecret, consumerKey, service, sender }
  const missing = names.map(name => `OVH_SMS_${name}`).filter(name => !environment[name])
  if (missing.length < names.length)
    throw new ConfigError(`SMS : il manque ${missing.join(', ')}`, `SMS: ${missing.join(', ')} is missing`)
  return null
}

function checkUrl(name: string, value: string, protocols: string[]): void {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && protocols.includes(url.protocol)) return
  throw new ConfigError(
    `${name} n'est pas une adresse valable ; elle commence par ${protocols[0]}//`,
    `${name} is not a valid address; it begins with ${protocols[0]}//`,
  )
}
