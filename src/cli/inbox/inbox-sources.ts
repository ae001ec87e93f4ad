/** Where messages come from: mailboxes, and files. */
import { readdir, stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { fetchMail, type MailNews, watchMail } from '../../app/inbox/fetch-mail.ts'
import { type ImportedMail, importMail } from '../../app/inbox/import-mail.ts'
import type { ReceivedMail } from '../../app/inbox/receive-mail.ts'
import type { SourceFile } from '../../app/source-file.ts'
import { COLON, counted, type Language, phrases } from '../../words/language.ts'
import { MESSAGE_CLASSES } from '../../words/reply-words.ts'
import { readFiles } from '../input-file.ts'
import { accepted, Discrepancy, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { type ToldProblem, toldIn, toldProblem } from '../told-problem.ts'

const PHRASES = phrases(
  {
    noCase: 'sans dossier',
    known: 'déjà reçu',
    count: (n: number) => counted(n, 'message nouveau', 'messages nouveaux', 'fr'),
    failed: 'des messages n’ont pas pu être lus',
    watching: (names: string) => `À l’écoute de ${names} — Ctrl-C arrête.`,
  },
  {
    noCase: 'no case',
    known: 'received before',
    count: n => counted(n, 'new message', 'new messages', 'en'),
    failed: 'some messages could not be read',
    watching: names => `Listening to ${names} — Ctrl-C stops.`,
  },
)

export function addInboxSources(inbox: Command, shell: Shell): void {
  const { language } = shell
  inbox
    .command('fetch')
    .summary('relève les boîtes')
    .description(
      'Lit les messages nouveaux des boîtes que nomment IMAP_URL et MAILBOXES_FILE ; rien n’y est effacé.',
    )
    .option('--watch', 'reste à l’écoute jusqu’à Ctrl-C')
    .addHelpText('after', '\nExemples :\n  quittance inbox fetch\n  quittance inbox fetch --watch')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ watch?: boolean }>(command)
      if (options.watch) return watch(shell, command)
      const fetched = await withDesk(shell, options, fetchMail)
      const read = { mailboxes: toldIn(fetched.mailboxes, language) }
      print(shell, options, read, ({ mailboxes }) =>
        mailboxes
          .flatMap(({ mailbox, messages, problems }) => [
            `${mailbox}${COLON[language]}${PHRASES[language].count(messages.filter(one => one.isNew).length)}`,
            ...messages.map(one => `  ${receivedText(one, language)}`),
            ...problems.map(({ message }) => `  ! ${message}`),
          ])
          .join('\n'),
      )
      if (fetched.mailboxes.some(({ problems }) => problems.length > 0)) throw failed()
    })
  inbox
    .command('import')
    .summary('lit des fichiers .eml')
    .description(
      'Lit des messages enregistrés en fichiers, ou tous les .eml d’un dossier ; chacun n’est pris qu’une fois.',
    )
    .argument('<chemin...>', 'fichiers .eml, ou dossiers qui en contiennent')
    .option('--creditor <code>', 'le créancier dont la boîte les a reçus (sinon, tous)')
    .addHelpText('after', '\nExemple :\n  quittance inbox import courrier/ --creditor NORD')
    .action(async (paths: string[], _options, command: Command) => {
      const options = optionsOf<{ creditor?: string }>(command)
      const names = (await Promise.all(paths.map(mailFiles))).flat()
      const input = { files: oneByOne(names), creditor: options.creditor ?? null }
      const done = await withDesk(shell, options, desk => importMail(desk, input))
      const files = done.files.map(file => toldFile(file, language))
      print(shell, options, { files }, () => files.map(file => fileText(file, language)).join('\n'))
      if (done.files.some(file => 'unreadable' in file)) throw failed()
    })
}

/** Each message as it comes, on a line of standard output: JSON with `--json`. */
async function watch(shell: Shell, command: Command): Promise<void> {
  const options = optionsOf<object>(command)
  await using opened = await shell.open(options)
  const { desk } = opened
  const stop = new AbortController()
  void shell.stopped().then(() => stop.abort())
  shell.err(PHRASES[shell.language].watching(desk.mailboxes.map(({ name }) => name).join(', ')))
  const tell = (news: MailNews) => {
    const told = toldNews(news, shell.language)
    shell.out(options.json ? JSON.stringify(told) : newsText(told, shell.language))
  }
  accepted(await watchMail(desk, stop.signal, tell))
}

type ToldNews = { mailbox: string } & ({ message: ReceivedMail } | { problem: ToldProblem })

function toldNews(news: MailNews, language: Language): ToldNews {
  return 'message' in news ? news : { ...news, problem: toldProblem(news.problem, language) }
}

function newsText(news: ToldNews, language: Language): string {
  const what = 'message' in news ? receivedText(news.message, language) : `! ${news.problem.message}`
  return `${news.mailbox}${COLON[language]}${what}`
}

type ToldFile = { file: string } & (ReceivedMail | { unreadable: ToldProblem })

function toldFile(file: ImportedMail['files'][number], language: Language): ToldFile {
  return 'unreadable' in file ? { ...file, unreadable: toldProblem(file.unreadable, language) } : file
}

function fileText(file: ToldFile, language: Language): string {
  const what = 'unreadable' in file ? `! ${file.unreadable.message}` : receivedText(file, language)
  return `${file.file}${COLON[language]}${what}`
}

function receivedText(mail: ReceivedMail, language: Language): string {
  const say = PHRASES[language]
  const known = mail.isNew ? '' : ` (${say.known})`
  return `${mail.id}  ${MESSAGE_CLASSES[mail.class][language]}  ${mail.case ?? say.noCase}${known}`
}

/** A folder stands for the `.eml` in it, by name. */
async function mailFiles(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return [path]
  const names = await readdir(path)
  return names
    .filter(name => /\.eml$/i.test(name))
    .sort()
    .map(name => `${path.replace(/\/$/, '')}/${name}`)
}

async function* oneByOne(names: readonly string[]): AsyncIterable<SourceFile> {
  for (const name of names) yield* await readFiles([name])
}

function failed(): Discrepancy {
  return new Discrepancy({ fr: PHRASES.fr.failed, en: PHRASES.en.failed })
}
