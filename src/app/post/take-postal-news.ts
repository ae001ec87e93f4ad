import { type Case, lookAgain } from '../../domain/case/case.ts'
import { isToBeDone } from '../../domain/case/status.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { carriedOut } from '../../domain/decide/adopt.ts'
import {
  isAtItsEnd,
  isOnPaper,
  type PostalNews,
  type PostalStatus,
  withPostalNews,
} from '../../domain/facts/posting.ts'
import type { Tx } from '../../store/database.ts'
import { type Posting, readPosting, writeNews } from '../../store/outbox/postings.ts'
import { closeCase } from '../change-cases.ts'
import { unwrittenFirstLetter } from '../day/act-on-action.ts'
import type { Desk } from '../desk.ts'
import { notNow, type OpenedAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'

export type NotedNews = {
  id: string
  case: string
  debtor: string
  status: PostalStatus
  trackingNumber: string | null
  noted: 'new' | 'unchanged'
}

/**
 * Notes news of a letter and moves its case: a letter still to be posted is posted by it. The same news twice changes
 * nothing, and news older than what is known adds its tracking number at most. `id` is the action as people name it, `12-3`.
 */
export async function takePostalNews(
  desk: Desk,
  tx: Tx,
  { opened, action }: OpenedAction,
  news: PostalNews,
  id: string,
): Promise<NotedNews | Refused> {
  const { stored, scenario } = opened
  const { caseFile } = stored
  if (!isOnPaper(action)) return refuse('not-a-letter', { kind: 'post', action: id })
  const isToPost = isToBeDone(action)
  if (!isToPost && action.status !== 'done' && action.status !== 'failed') return notNow(action, 'done')
  const unwritten = isToPost ? await unwrittenFirstLetter(desk, tx, opened, action, { id }) : null
  if (unwritten) return unwritten
  const key = { caseId: stored.caseId, actionId: action.id }
  const before = await readPosting(tx, key)
  const told = sinceBefore(news, before)
  const answer = {
    id,
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    status: told.status,
    trackingNumber: told.trackingNumber ?? before?.trackingNumber ?? null,
  }
  if (!isToPost && before !== null && isSame(told, before)) return { ...answer, noted: 'unchanged' }
  await writeNews(tx, key, told)
  const posted = isToPost ? carriedOut(caseFile, action.id, told.on, scenario) : caseFile
  const sent = posted.actions.find(other => other.id === action.id) ?? action
  await closeCase(desk, tx, opened, moved(caseFile, withPostalNews(posted, sent, told), desk.today), {
    kind: 'delivery',
    entry: {
      action: action.id,
      channel: action.channel,
      postal: told.status,
      on: formatDay(told.on),
      trackingNumber: answer.trackingNumber,
      detail: told.detail,
    },
  })
  return { ...answer, noted: 'new' }
}

/** A letter that has come to its end does not travel again, and one presented is not posted again. */
function sinceBefore(news: PostalNews, before: Posting | null): PostalNews {
  if (before === null || before.status === 'handing') return news
  const isOld =
    (isAtItsEnd(before.status) && !isAtItsEnd(news.status)) ||
    (before.status === 'presented' && news.status === 'posted')
  return isOld ? { ...news, status: before.status, on: before.statusOn } : news
}

function isSame({ status, on, trackingNumber }: PostalNews, before: Posting): boolean {
  return (
    status === before.status &&
    on === before.statusOn &&
    (trackingNumber === null || trackingNumber === before.trackingNumber)
  )
}

function moved(before: Case, after: Case, on: Day): Case {
  return after === before ? before : lookAgain(after, on)
}
