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
  /** Messages under way at once: as many connections to the mail server. */
  smtpConnections: number
  /** Folder of the keys that sign e-mails (DKIM); null for none. */
  dkimFolder: string | null
  /** Address that messages come from when the creditor has none. */
  mailFrom: string
  /** Which organisation the command line works for; null for the only one. */
  organisationId: string | null
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
  const connections = environment.SMTP_CONNECTIONS || '5'
  if (!/^([1-9]|1\d|20)$/.test(connections))
    throw new ConfigError('SMTP_CONNECTIONS doit être un nombre, de 1 à 20')
  return {
    databaseUrl,
    dataFolder: path.resolve(data ?? environment.QUITTANCE_DATA ?? 'data'),
    smtpUrl,
    smtpConnections: Number(connections),
    dkimFolder: environment.DKIM_KEYS ? path.resolve(environment.DKIM_KEYS) : null,
    mailFrom: environment.MAIL_FROM || 'relances@localhost',
    organisationId,
  }
}

function checkUrl(name: string, value: string, protocols: string[]): void {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && protocols.includes(url.protocol)) return
  throw new ConfigError(`${name} n'est pas une adresse valable ; elle commence par ${protocols[0]}//`)
}
