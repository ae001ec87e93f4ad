import { unreadMails } from '../../store/screens/inbox.ts'
import type { HealthWords } from '../../words/health.ts'
import type { Desk } from '../desk.ts'
import type { Check } from './check-health.ts'

/** Whether each mailbox opens, and what came in that nobody has read. Asks the mail servers. */
export async function checkMailboxes(desk: Desk, words: HealthWords): Promise<Check[]> {
  const mailboxes = await Promise.all(
    desk.mailboxes.map(async ({ name, check }) => {
      const refusal = await check().then(
        () => null,
        (reason: Error) => reason.message,
      )
      return { name: 'mailbox', ok: refusal === null, detail: refusal ?? words.opens(name) }
    }),
  )
  const count = await desk.transaction(unreadMails)
  const none = { name: 'mailbox', ok: true, detail: words.noMailbox }
  return [
    ...(mailboxes.length > 0 ? mailboxes : [none]),
    { name: 'inbox', ok: true, detail: words.unread(count) },
  ]
}
