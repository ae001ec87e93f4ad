#!/usr/bin/env node
import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import path from 'node:path'
import { type App, NO_POST, type Ways } from './app/app.ts'
import { openDesk } from './app/desk.ts'
import type { Message } from './channels/channel.ts'
import { type DkimKey, readDkimKeys } from './channels/dkim.ts'
import { emailChannel } from './channels/email.ts'
import { emlFolderChannel } from './channels/eml-folder.ts'
import { imapMailbox } from './channels/inbound-mail.ts'
import { merciFacteur } from './channels/merci-facteur.ts'
import { writeMime } from './channels/mime-message.ts'
import { mySendingBox } from './channels/my-sending-box.ts'
import { ovhSms } from './channels/ovh-sms.ts'
import type { PostalProvider } from './channels/postal-provider.ts'
import { runCommandLine } from './cli/program/quittance.ts'
import { Misuse, type Opened, type OpenOptions, type Shell } from './cli/shell.ts'
import { type Config, ConfigError, readConfig, readLanguage } from './config.ts'
import { france } from './countries/fr/country.ts'
import { PERMISSIONS } from './domain/access/permission.ts'
import { type Day, day } from './domain/date.ts'
import { type Database, openDatabase } from './store/database.ts'
import { startEmbedded } from './store/embedded/embedded.ts'
import { migrate, NoAnswer } from './store/migrate.ts'
import { insertOrganisation, listOrganisations } from './store/parties/organisations.ts'
import { progressText } from './words/progress.ts'
import { noAnswerText, type StartNews, startText } from './words/start-news.ts'

const shell: Shell = {
  async open(options) {
    try {
      return await open(readConfig(process.env, options.data), options, line =>
        process.stderr.write(`${line}\n`),
      )
    } catch (error) {
      if (error instanceof ConfigError) throw new Misuse('bad-configuration', error.sentence)
      throw error
    }
  },
  today,
  minutesOfDay,
  country: france,
  out: text => process.stdout.write(`${text}\n`),
  err: text => process.stderr.write(`${text}\n`),
  // Listened to by commands that wait for it alone; `on`, so that the embedded server sees that it isn't alone either.
  stopped: () =>
    new Promise<void>(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
    }),
  draftEmail,
  language: readLanguage(process.env),
}

process.stdout.on('error', error => {
  // `quittance actions | head` closes the pipe early: not a failure.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
})
// Loaded by the commands that serve or measure alone: the others start sooner.
process.exitCode = await runCommandLine(
  process.argv.slice(2),
  shell,
  async (app, organisationId, port) => {
    const { serveHttp } = await import('./http/server.ts')
    return serveHttp(app, organisationId, port)
  },
  async (options, progress) => {
    const { runBench } = await import('./bench/bench.ts')
    return runBench(readConfig(process.env, undefined).databaseUrl, options, progress)
  },
)

/** Builds and joins everything; what was opened first is closed last. */
async function open(config: Config, options: OpenOptions, log: (line: string) => void): Promise<Opened> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const language = options.lang ?? shell.language
    const started = (news: StartNews) => log(startText(news, language))
    const url = config.databaseUrl ?? (await embeddedUrl(config, closers, started))
    await migrate(url, { log: started }).catch(error => {
      throw error instanceof NoAnswer
        ? new Error(noAnswerText(error.message, language), { cause: error })
        : error
    })
    const database = await openDatabase(url)
    closers.push(async () => database[Symbol.asyncDispose]())
    const app = appOf(config, database, event => log(progressText(event, language)))
    for (const { channels } of [app.ways.real, app.ways.demo])
      closers.push(() => Promise.all([...channels.values()].map(channel => channel.close())))
    const desk = await openDesk(app, {
      organisationId: await chooseOrganisation(database, config),
      actor: { kind: 'person', name: options.as ?? userInfo().username },
      permissions: new Set(PERMISSIONS),
      today: options.date,
      demo: options.demo,
    })
    return { app, desk, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

function appOf(config: Config, database: Database, progress: App['progress']): App {
  const dkim = config.dkimFolder === null ? [] : dkimKeys(config.dkimFolder)
  const folder = path.join(config.dataFolder, 'outbox')
  const written = () => new Map([['email', emlFolderChannel(folder, dkim)]] as const)
  const real: Ways = {
    channels: config.smtpUrl === null ? written() : new Map([['email', emailChannel(config.smtpUrl, dkim)]]),
    delivery: config.smtpUrl === null ? { kind: 'folder', folder } : { kind: 'smtp' },
    mailboxes: config.mailboxes.map(imapMailbox),
    post: {
      provider: postalProviderFor(config),
      electronic: config.electronicPost,
      texts: config.ovhSms ? ovhSms(config.ovhSms) : null,
    },
  }
  const demo: Ways = {
    channels: written(),
    delivery: { kind: 'demo', folder },
    mailboxes: [],
    post: { ...NO_POST, electronic: config.electronicPost },
  }
  return {
    database,
    country: france,
    clock: { today, now: () => new Date().toISOString() },
    ways: { real, demo },
    messagesAtOnce: config.smtpConnections,
    dkim,
    mailFrom: config.mailFrom,
    progress,
  }
}

async function embeddedUrl(
  config: Config,
  closers: (() => Promise<unknown>)[],
  log: (news: StartNews) => void,
): Promise<string> {
  const server = await startEmbedded(config.dataFolder, { log })
  closers.push(() => server.stop())
  return server.url
}

function dkimKeys(folder: string): DkimKey[] {
  try {
    return readDkimKeys(folder)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? error
    throw new ConfigError(
      `DKIM_KEYS : le dossier ${folder} ne se lit pas (${why})`,
      `DKIM_KEYS: the folder ${folder} cannot be read (${why})`,
    )
  }
}

async function draftEmail(message: Message): Promise<Uint8Array> {
  const mime = await writeMime(message)
  if ('kind' in mime) throw new Error(mime.detail)
  return mime.raw
}

function postalProviderFor({ postalProvider: keys }: Config): PostalProvider | null {
  if (keys === null) return null
  return keys.provider === 'merci-facteur' ? merciFacteur(keys, Date.now) : mySendingBox(keys.apiKey)
}

/** The one asked for, the only one there is, or the first, made now. */
async function chooseOrganisation(database: Database, config: Config): Promise<string> {
  const known = await listOrganisations(database)
  if (config.organisationId !== null) {
    if (known.includes(config.organisationId)) return config.organisationId
    throw new ConfigError(
      `QUITTANCE_ORGANISATION : aucun espace ${config.organisationId}`,
      `QUITTANCE_ORGANISATION: no organisation ${config.organisationId}`,
    )
  }
  const [only, second] = known
  if (second)
    throw new ConfigError(
      `plusieurs espaces dans cette base : choisissez par QUITTANCE_ORGANISATION (${known.join(', ')})`,
      `several organisations in this database: choose one by QUITTANCE_ORGANISATION (${known.join(', ')})`,
    )
  if (only) return only
  const organisationId = randomUUID()
  await database.transaction(organisationId, tx => insertOrganisation(tx, 'Mon espace'))
  return organisationId
}

/** The product's clock on the wall: the date in the country, whatever the machine's zone. */
function today(): Day {
  return day(new Intl.DateTimeFormat('sv-SE', { timeZone: france.timeZone }).format(new Date()))
}

/** Minutes since midnight on the same wall. */
function minutesOfDay(): number {
  const time = new Intl.DateTimeFormat('fr-FR', {
    timeZone: france.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
  const [hours = 0, minutes = 0] = time.format(new Date()).split(':').map(Number)
  return hours * 60 + minutes
}
