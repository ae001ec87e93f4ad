import type { Case } from '../../domain/case/case.ts'
import { type Limitation, type LimitationStart, limitationOf } from '../../domain/case/limitation.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { addMonths, formatDay } from '../../domain/date.ts'
import { knownItems } from '../../domain/decide/decide.ts'
import type { Order } from '../../store/screens/page.ts'
import type { Desk } from '../desk.ts'
import { openCaseFiles } from '../open-case-files.ts'
import { type AskedPage, comparePlaces, pageAsked, rowsAmong } from '../page-asked.ts'
import { isRefused, type Refused } from '../refused.ts'

/** When a claim is lost, and since when the count runs; `carefulLastDay` counts from performance, as courts often do. */
export type Countdown = {
  startedBy: LimitationStart
  startedOn: string
  lastDay: string | null
  carefulLastDay: string | null
  article: string
}

export type LimitedItem = Countdown & {
  case: string
  debtor: string
  item: string
  balanceCents: number
  currency: string
}

export type ListLimitations = { months: number }

/** Open items that may be time-barred within so many months of a day, or are already; the first to be lost first. */
export async function listLimitations(desk: Desk, input: ListLimitations): Promise<{ items: LimitedItem[] }> {
  const until = addMonths(desk.today, input.months)
  const items: LimitedItem[] = []
  for await (const caseFile of openCaseFiles(desk)) {
    const law = desk.country.law({ region: caseFile.settings.region })
    for (const item of knownItems(caseFile, desk.today)) {
      const limitation = limitationOf(caseFile, item, law)
      if (limitation === null || limitation.carefulLastDay === null) continue
      if (limitation.carefulLastDay <= until) items.push(limitedItem(caseFile, item, limitation))
    }
  }
  return { items: items.sort((a, b) => comparePlaces(ORDER, keysOf(a), keysOf(b))) }
}

/** A part of them. Only the whole tells what is lost first: each page draws it up. */
export async function pageOfLimitations(
  desk: Desk,
  { months, ...asked }: { months: number } & AskedPage,
): Promise<{ items: LimitedItem[]; next: string | null } | Refused> {
  const page = pageAsked(ORDER, asked)
  if (isRefused(page)) return page
  const { items } = await listLimitations(desk, { months })
  const { rows, next } = rowsAmong(items, { order: ORDER, keysOf }, page)
  return { items: rows, next }
}

const ORDER: Order = {
  list: 'limitation',
  keys: [
    { name: 'last_day', type: 'date' },
    { name: 'case', type: 'text' },
    { name: 'item', type: 'text' },
    { name: 'currency', type: 'text' },
  ],
}

function keysOf(item: LimitedItem): string[] {
  return [item.carefulLastDay ?? '', item.case, item.item, item.currency]
}

function limitedItem(caseFile: Case, item: OpenItem, limitation: Limitation): LimitedItem {
  return {
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    item: item.name,
    balanceCents: Number(item.balanceCents),
    currency: caseFile.currency,
    ...countdownOf(limitation),
  }
}

export function countdownOf({
  startedBy,
  startedOn,
  lastDay,
  carefulLastDay,
  article,
}: Limitation): Countdown {
  return {
    startedBy,
    startedOn: formatDay(startedOn),
    lastDay: lastDay && formatDay(lastDay),
    carefulLastDay: carefulLastDay && formatDay(carefulLastDay),
    article,
  }
}
