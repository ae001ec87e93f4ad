import type { Case } from '../../domain/case/case.ts'
import { type Limitation, type LimitationStart, limitationOf } from '../../domain/case/limitation.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { addMonths, formatDay } from '../../domain/date.ts'
import { knownItems } from '../../domain/decide/decide.ts'
import type { Desk } from '../desk.ts'
import { openDossiers } from '../open-dossiers.ts'

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

/** Open items that may be time-barred within so many months of a day, or are already; the first to be lost first. */
export async function listLimitations(
  desk: Desk,
  input: { months: number },
): Promise<{ items: LimitedItem[] }> {
  const until = addMonths(desk.today, input.months)
  const items: LimitedItem[] = []
  for await (const dossier of openDossiers(desk)) {
    const law = desk.country.law({ region: dossier.settings.region })
    for (const item of knownItems(dossier, desk.today)) {
      const limitation = limitationOf(dossier, item, law)
      if (limitation === null || limitation.carefulLastDay === null) continue
      if (limitation.carefulLastDay <= until) items.push(limitedItem(dossier, item, limitation))
    }
  }
  return { items: items.sort(byCarefulLastDay) }
}

function limitedItem(dossier: Case, item: OpenItem, limitation: Limitation): LimitedItem {
  return {
    case: dossier.id,
    debtor: dossier.debtor.name,
    item: item.name,
    balanceCents: Number(item.balanceCents),
    currency: dossier.currency,
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

function byCarefulLastDay(a: LimitedItem, b: LimitedItem): number {
  const [x, y] = [`${a.carefulLastDay} ${a.case} ${a.item}`, `${b.carefulLastDay} ${b.case} ${b.item}`]
  return x < y ? -1 : x > y ? 1 : 0
}
