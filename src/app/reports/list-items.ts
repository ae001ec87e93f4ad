import type { Case } from '../../domain/case/case.ts'
import { isOverdue, openItems } from '../../domain/case/case.ts'
import type { HoldReason } from '../../domain/case/held.ts'
import { holdsInForce } from '../../domain/case/hold.ts'
import { byDueDate } from '../../domain/case/invoice.ts'
import { formatDay } from '../../domain/date.ts'
import { progressOf } from '../../domain/decide/progress.ts'
import type { Stage } from '../../domain/scenario.ts'
import { overCases } from '../case-pages.ts'
import { readCases, scenarioOf } from '../change-cases.ts'
import type { Desk } from '../desk.ts'

/** A due item as it stands on a day. `stage` is that of the last step carried out about it. */
export type ListedItem = {
  case: string
  debtor: string
  invoice: string
  item: string
  issuedOn: string
  dueOn: string | null
  currency: string
  amountCents: bigint
  balanceCents: bigint
  daysLate: number | null
  stage: Stage | null
  held: HoldReason[]
  /** Null once settled, at the end of the scenario, and the day while held. */
  nextStep: string | null
  nextStepOn: string | null
}

/** Every due item, case by case, those with a balance alone when `openOnly`. Writes nothing. */
export function listItems(desk: Desk, openOnly: boolean): AsyncGenerator<ListedItem> {
  return overCases(desk, async (tx, caseIds) => {
    const stored = await readCases(tx, caseIds)
    return stored.flatMap(({ caseFile }) => itemsOf(desk, caseFile, openOnly))
  })
}

function itemsOf(desk: Desk, caseFile: Case, openOnly: boolean): ListedItem[] {
  const scenario = scenarioOf(desk, caseFile)
  const law = desk.country.law({ region: caseFile.settings.region })
  const open = new Map(openItems(caseFile).map(item => [item.id, item]))
  const holds = holdsInForce(caseFile, [...open.values()], desk.today, law)
  const progress = progressOf(caseFile, scenario, law, desk.today)
  const items = openOnly ? [...open.values()] : [...caseFile.items]
  return items.sort(byDueDate).map(item => {
    const owed = open.get(item.id)
    const done = caseFile.passed.filter(
      ({ itemId, round, how }) => itemId === item.id && round === item.round && how === 'carried-out',
    )
    const held = holds.filter(({ itemIds }) => itemIds.includes(item.id)).map(({ reason }) => reason)
    const next = owed ? progress.nextStep(owed) : null
    const nextOn = owed && next && held.length === 0 ? progress.dueDay(owed, next) : null
    return {
      case: caseFile.id,
      debtor: caseFile.debtor.name,
      invoice: item.invoice,
      item: item.name,
      issuedOn: formatDay(item.issuedOn),
      dueOn: item.dueOn === null ? null : formatDay(item.dueOn),
      currency: caseFile.currency,
      amountCents: item.amountCents,
      balanceCents: owed?.balanceCents ?? 0n,
      daysLate: owed && item.dueOn !== null && isOverdue(item, desk.today) ? desk.today - item.dueOn : null,
      stage: scenario.steps.findLast(({ id }) => done.some(({ step }) => step === id))?.stage ?? null,
      held,
      nextStep: next?.id ?? null,
      nextStepOn: nextOn && formatDay(nextOn < desk.today ? desk.today : nextOn),
    }
  })
}
