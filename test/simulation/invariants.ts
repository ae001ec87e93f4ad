/** What must be true every morning, after the run and before anything else happens. Each answers in words what is wrong. */
import type { Action } from '../../src/domain/action.ts'
import { addWorkingDays, type Calendar, isWorkingDay } from '../../src/domain/calendar.ts'
import { type Case, openItems } from '../../src/domain/case/case.ts'
import { type Day, formatDay } from '../../src/domain/date.ts'
import { contactFor } from '../../src/domain/decide/reach.ts'
import type { Scenario } from '../../src/domain/scenario.ts'
import { type Life, ledgerOf } from './life.ts'
import { silences } from './silences.ts'

export type Morning = {
  life: Life
  caseFile: Case
  scenario: Scenario
  calendar: Calendar
  today: Day
  restless: boolean
  /** Facts told before this day were known to the run. */
  toldBefore: Day
  /** Acts of today that were checked before. */
  known: ReadonlySet<number>
}

export function wrongThings(morning: Morning): string[] {
  return [
    ...money(morning),
    ...days(morning),
    ...gaps(morning),
    ...oneContact(morning),
    ...underHold(morning),
    ...reasons(morning),
    ...stepsOnce(morning),
    ...reachable(morning),
  ]
}

/** Messages and calls that this morning asked for. */
export function actsOf(caseFile: Case, today: Day): Action[] {
  return caseFile.actions.filter(
    action =>
      action.askedOn === today &&
      action.because.length > 0 &&
      ['planned', 'open', 'done', 'failed', 'uncertain'].includes(action.status),
  )
}

/** Σ allocated + Σ left = Σ invoiced; nothing allocated beyond an item or a source. */
function money({ life, caseFile }: Morning): string[] {
  const ledger = ledgerOf(life)
  const total = (amounts: readonly { amountCents: bigint }[]) =>
    amounts.reduce((sum, { amountCents }) => sum + amountCents, 0n)
  const invoiced = total(caseFile.items)
  const left = openItems(caseFile).reduce((sum, { balanceCents }) => sum + balanceCents, 0n)
  const allocated = total(caseFile.allocations)
  const wrong: string[] = []
  if (invoiced !== ledger.invoiced) wrong.push(`invoiced ${invoiced}, told ${ledger.invoiced}`)
  if (total(caseFile.payments) !== ledger.paid)
    wrong.push(`paid ${total(caseFile.payments)}, told ${ledger.paid}`)
  if (total(caseFile.creditNotes) !== ledger.credited)
    wrong.push(`credited ${total(caseFile.creditNotes)}, told ${ledger.credited}`)
  if (allocated + left !== invoiced)
    wrong.push(`allocated ${allocated} + left ${left} ≠ invoiced ${invoiced}`)
  for (const source of [...caseFile.payments, ...caseFile.creditNotes]) {
    const used = total(caseFile.allocations.filter(({ sourceId }) => sourceId === source.id))
    if (used < 0n || used > source.amountCents) wrong.push(`source ${source.id} gave ${used}`)
  }
  return wrong
}

function newActs({ caseFile, today, known }: Morning): Action[] {
  return actsOf(caseFile, today).filter(({ id }) => !known.has(id))
}

function days(morning: Morning): string[] {
  if (isWorkingDay(morning.calendar, morning.today)) return []
  return newActs(morning).map(({ step }) => `${step} asked on a day off`)
}

/** No contact within its gap, the fallback of a failure and a rejected payment excepted (docs/rules.md 3.2, 15.2, 18.4). */
function gaps(morning: Morning): string[] {
  const { caseFile, scenario, calendar, today } = morning
  const past = caseFile.actions.filter(
    ({ status, channel, stage, endedOn }) =>
      status === 'done' && channel !== 'task' && stage !== 'preventive' && endedOn !== null,
  )
  const lastOn = Math.max(...past.map(({ endedOn }) => endedOn as Day)) as Day
  if (past.length === 0) return []
  return newActs(morning).flatMap(action => {
    const step = scenario.steps.find(({ id }) => id === action.step)
    if (!step || isFallback(caseFile, action)) return []
    const earliest = addWorkingDays(calendar, lastOn, step.gapWorkingDays)
    return today < earliest
      ? [`${step.id} before ${formatDay(earliest)}: contact on ${formatDay(lastOn)}`]
      : []
  })
}

function isFallback(caseFile: Case, action: Action): boolean {
  return caseFile.actions.some(
    ({ status, step, itemIds }) =>
      status === 'failed' && step === action.step && itemIds.some(id => action.itemIds.includes(id)),
  )
}

function oneContact({ caseFile, today, restless }: Morning): string[] {
  const contacts = actsOf(caseFile, today).filter(
    ({ channel, status }) => channel !== 'task' && status !== 'failed',
  )
  if (contacts.length < 2) return []
  const steps = new Set(contacts.map(({ step }) => step))
  const items = contacts.flatMap(({ itemIds }) => itemIds)
  const split = restless && steps.size === 1 && new Set(items).size === items.length
  return split ? [] : [`${contacts.length} contacts: ${[...steps].join(', ')}`]
}

function underHold(morning: Morning): string[] {
  const { life, caseFile, today, toldBefore } = morning
  const held = silences(life, today, toldBefore)
  return newActs(morning).flatMap(action =>
    caseFile.items
      .filter(item => action.itemIds.includes(item.id))
      .flatMap(item => {
        const why = held(item)
        return why ? [`${action.step} about ${item.name} in spite of « ${why} »`] : []
      }),
  )
}

function reasons({ caseFile }: Morning): string[] {
  const told = caseFile.actions.filter(({ amountCents }) => amountCents > 0n)
  return told.filter(({ because }) => because.length === 0).map(({ step }) => `${step} without a reason`)
}

function stepsOnce({ caseFile }: Morning): string[] {
  const keys = caseFile.passed.map(({ itemId, step, round }) => `${itemId} ${step} ${round}`)
  return keys.filter((key, index) => keys.indexOf(key) !== index).map(key => `passed twice: ${key}`)
}

/** Nobody is written to or called at an address that doesn't work. */
function reachable(morning: Morning): string[] {
  const { caseFile } = morning
  return newActs(morning)
    .filter(({ channel }) => !contactFor(channel, caseFile.contacts, caseFile.debtor.kind))
    .map(({ step, channel }) => `${step} by ${channel} without an address`)
}
