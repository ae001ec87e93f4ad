import type { Problem } from '../../formats/problem.ts'
import { readTracking, type TrackingRow } from '../../formats/registers/tracking.ts'
import type { Tx } from '../../store/database.ts'
import { postingsByNumber } from '../../store/outbox/postings.ts'
import { actionIdOf } from '../../store/screens/actions.ts'
import { type Desk, inTransaction } from '../desk.ts'
import { openAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'
import { type RefusedRow, refusedFile, refusedRow } from '../refused-file.ts'
import type { SourceFile } from '../source-file.ts'
import { type NotedNews, takePostalNews } from './take-postal-news.ts'

export type ImportTracking = { file: SourceFile; dryRun: boolean }
export type ImportedTracking = { file: string; letters: NotedNews[]; problems: (Problem | RefusedRow)[] }

/** Takes tracking numbers and postal statuses from a file; a line that can't be taken is a problem of that line. */
export async function importTracking(
  desk: Desk,
  { file, dryRun }: ImportTracking,
): Promise<ImportedTracking | Refused> {
  const { rows, problems, complete } = readTracking(file.bytes)
  if (!complete) return refusedFile(file.name, problems)
  return inTransaction(desk, dryRun, async tx => {
    const letters: NotedNews[] = []
    const untaken: (Problem | RefusedRow)[] = [...problems]
    for (const row of rows) {
      const noted = await takeRow(desk, tx, row)
      if ('refused' in noted) untaken.push(refusedRow(row.line, noted))
      else letters.push(noted)
    }
    return { file: file.name, letters, problems: untaken.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
  })
}

async function takeRow(desk: Desk, tx: Tx, row: TrackingRow): Promise<NotedNews | Refused> {
  const id = row.action ?? (await letterUnder(tx, row.trackingNumber ?? ''))
  if (typeof id !== 'string') return id
  const found = await openAction(desk, tx, id)
  if ('refused' in found) return found
  const on = row.on ?? desk.today
  if (on > desk.today) return refuse('date-in-the-future', { kind: 'tracking' })
  const news = { status: row.status, on, trackingNumber: row.trackingNumber, detail: null }
  return takePostalNews(desk, tx, found, news, id)
}

async function letterUnder(tx: Tx, number: string): Promise<string | Refused> {
  const [known, other] = await postingsByNumber(tx, number)
  if (!known || other) return refuse('unknown-tracking-number', { kind: known ? 'several' : 'none', number })
  return actionIdOf(tx, known)
}
