import path from 'node:path'
import { LANGUAGES, type Language, languageOf } from './contract/language.ts'

/** The environment, read once and checked. Secrets come by environment only. */
export type Config = {
  /** PostgreSQL of the user's; null for the embedded server. */
  databaseUrl: string | null
  /** Folder of the embedded database and of what the program writes. */
  dataFolder: string
  /** Mail server that messages leave by; null writes `.eml` files instead. */
  smtpUrl: string | null
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

export class ConfigError extends Error {}

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
    throw new ConfigError('QUITTANCE_ORGANISATION doit être un identifiant (UUID)')
  }
  return {
    databaseUrl,
    dataFolder: path.resolve(data ?? environment.QUITTANCE_DATA ?? 'data'),
    smtpUrl,
    mailFrom: environment.MAIL_FROM || 'relances@localhost',
    ...readPostal(environment),
    ovhSms: readOvhSms(environment),
    organisationId,
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
    )
  const electronicPost = registered === 'electronic'
  if (apiKey !== null && (serviceId || secretKey || userId))
    throw new ConfigError(
      'un seul prestataire postal : MERCI_FACTEUR_… ou MYSENDINGBOX_API_KEY, pas les deux',
    )
  if (apiKey !== null) {
    if (electronicPost) throw new ConfigError('POST_REGISTERED=electronic : seulement avec MERCI_FACTEUR_…')
    return { postalProvider: { provider: 'mysendingbox', apiKey }, electronicPost }
  }
  if (serviceId && secretKey && userId)
    return { postalProvider: { provider: 'merci-facteur', serviceId, secretKey, userId }, electronicPost }
  const missing = names.filter(name => !environment[name])
  if (missing.length < names.length) throw new ConfigError(`Merci Facteur : il manque ${missing.join(', ')}`)
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
  if (missing.length < names.length) throw new ConfigError(`SMS : il manque ${missing.join(', ')}`)
  return null
}

function checkUrl(name: string, value: string, protocols: string[]): void {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && protocols.includes(url.protocol)) return
  throw new ConfigError(`${name} n'est pas une adresse valable ; elle commence par ${protocols[0]}//`)
}
