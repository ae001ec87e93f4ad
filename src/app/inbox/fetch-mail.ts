import type { Mailbox, MailReader } from '../../channels/mailbox.ts'
import { error, type Problem } from '../../formats/problem.ts'
import { mailboxPlace } from '../../store/inbox/mailbox-places.ts'
import { refusedSentence } from '../../words/refusals/refused.ts'
import type { Desk } from '../desk.ts'
import { isRefused, type Refused, refuse } from '../refused.ts'
import { tooLarge } from './import-mail.ts'
import { openReferences } from './open-references.ts'
import { LARGEST_MAIL, type ReceivedMail, receiveMail } from './receive-mail.ts'

/** What came of a mailbox. A message that can't be read stays there, where a person opens it. */
export type FetchedMailbox = { mailbox: string; messages: ReceivedMail[]; problems: MailProblem[] }
/** `uid`: of the message, in its mailbox; null when the mailbox itself can't be read. */
export type MailProblem = Problem & { uid: number | null }
/** One thing at a time, as it happens. */
export type MailNews = { mailbox: string } & ({ message: ReceivedMail } | { problem: MailProblem })

/** The first time, what came earlier than this is left alone: it is surely read. */
const FIRST_READ_DAYS = 30
const DAY_MS = 86_400_000

/** Reads what is new in each mailbox, once, and lets it change the cases. */
export async function fetchMail(desk: Desk): Promise<{ mailboxes: FetchedMailbox[] } | Refused> {
  if (desk.mailboxes.length === 0) return refuse('no-mailbox')
  const mailboxes: FetchedMailbox[] = []
  for (const mailbox of desk.mailboxes) {
    const found: FetchedMailbox = { mailbox: mailbox.name, messages: [], problems: [] }
    const note = (news: MailNews) => {
      if ('message' in news) found.messages.push(news.message)
      else found.problems.push(news.problem)
    }
    await mailbox
      .read(readerOf(desk, mailbox, note))
      .catch(reason => note({ mailbox: mailbox.name, problem: unreachable((reason as Error).message) }))
    mailboxes.push(found)
  }
  return { mailboxes }
}

/** The same for as long as nobody asks it to stop; tells what comes in as it comes. */
export async function watchMail(
  desk: Desk,
  stop: AbortSignal,
  tell: (news: MailNews) => void,
): Promise<Record<string, never> | Refused> {
  if (desk.mailboxes.length === 0) return refuse('no-mailbox')
  await Promise.all(
    desk.mailboxes.map(mailbox =>
      mailbox.watch(readerOf(desk, mailbox, tell), stop, reason =>
        tell({ mailbox: mailbox.name, problem: unreachable(reason) }),
      ),
    ),
  )
  return {}
}

function readerOf(desk: Desk, { name, creditor }: Mailbox, tell: (news: MailNews) => void): MailReader {
  const references = openReferences(desk)
  return {
    place: () => desk.transaction(tx => mailboxPlace(tx, name)),
    since: new Date(Date.parse(desk.now()) - FIRST_READ_DAYS * DAY_MS).toISOString(),
    largest: LARGEST_MAIL,
    async take({ uid, size, bytes, place }) {
      if (bytes === null) return tell({ mailbox: name, problem: { ...tooLarge(size), uid } })
      const read = { mailbox: name, ...place }
      const input = { bytes, creditor, date: desk.today, place: read }
      const taken = await receiveMail(desk, input, references)
      if (isRefused(taken)) throw new Error(refusedSentence(taken).en)
      if ('unreadable' in taken) tell({ mailbox: name, problem: { ...taken.unreadable, uid } })
      else tell({ mailbox: name, message: taken })
    },
  }
}

function unreachable(reason: string): MailProblem {
  return { ...error(null, 'unreachable', { reason }), uid: null }
}
