import type { Action } from '../../domain/action.ts'
import type { Case } from '../../domain/case/case.ts'
import { addDays, type Day, formatDay, laterOf } from '../../domain/date.ts'
import { daysAhead, type Foresight } from '../../domain/decide/advance.ts'
import type { ChannelName, Scenario, Stage } from '../../domain/scenario.ts'
import { namer } from '../../domain/story/tell.ts'
import { type Desk, organisationOf } from '../desk.ts'
import { openCaseFiles } from '../open-case-files.ts'
import { type Refused, refuse } from '../refused.ts'
import type { RunAction } from './run-day.ts'

/** Days between today and `from` are lived, and not shown. */
export type Simulate = Foresight & { scenarioId: string | null }

/** As in `run`, before it has an identifier. */
export type SimulatedAction = Omit<RunAction, 'id'>
export type SimulatedDay = { date: string; actions: SimulatedAction[] }
export type Simulation = {
  days: SimulatedDay[]
  totals: {
    cases: number
    actions: number
    /** Of these, waiting for a person's agreement. */
    proposals: number
    channels: Partial<Record<ChannelName, number>>
    stages: Partial<Record<Stage, number>>
  }
  sending: boolean
  errors: { case: string; message: string }[]
}

const CASES_BETWEEN_NEWS = 1000
const LONGEST_DAYS = 3 * 366

/**
 * What will be sent to whom if nothing else happens: each open case lived day by day with the real planner, in memory.
 * Nothing is written, and only the lines to show are kept.
 */
export async function simulate(desk: Desk, input: Simulate): Promise<Simulation | Refused> {
  const { organisation } = await desk.transaction(organisationOf)
  const refusal = refusalOf(desk, input, organisation.lastRunOn)
  if (refusal) return refusal
  const asOf = organisation.lastRunOn === null ? desk.today : laterOf(desk.today, organisation.lastRunOn)
  const lived = { ...input, from: input.from < asOf ? input.from : asOf }
  const days = new Map<Day, SimulatedAction[]>()
  const errors: Simulation['errors'] = []
  let cases = 0
  for await (const caseFile of openCaseFiles(desk)) {
    cases++
    try {
      foresee(desk, caseFile, lived, input.from, days)
    } catch (error) {
      errors.push({ case: caseFile.id, message: error instanceof Error ? error.message : String(error) })
    }
    if (cases % CASES_BETWEEN_NEWS === 0) desk.progress({ code: 'cases-simulated', count: cases })
  }
  return { ...report(days, cases), sending: organisation.sending, errors }
}

function refusalOf(
  desk: Desk,
  { from, until, scenarioId }: Simulate,
  lastRunOn: Day | null,
): Refused | undefined {
  if (until < from)
    return refuse('until-before-from', {
      kind: 'simulation',
      from: formatDay(from),
      until: formatDay(until),
    })
  if (until >= addDays(from, LONGEST_DAYS)) return refuse('simulation-too-long')
  if (lastRunOn !== null && from < lastRunOn)
    return refuse('date-before-last-run', { date: formatDay(from), lastRunOn: formatDay(lastRunOn) })
  if (scenarioId !== null && !desk.country.scenarios.has(scenarioId))
    return refuse('unknown-scenario', {
      scenario: scenarioId,
      known: [...desk.country.scenarios.keys()],
    })
}

function foresee(
  desk: Desk,
  caseFile: Case,
  lived: Simulate,
  shownFrom: Day,
  days: Map<Day, SimulatedAction[]>,
): void {
  const scenario = scenarioOf(desk, lived.scenarioId ?? caseFile.scenarioId)
  const moved = scenario.id === caseFile.scenarioId ? caseFile : { ...caseFile, nextLookOn: lived.from }
  const calendar = desk.country.law({ region: caseFile.settings.region })
  const names = namer(caseFile)
  for (const { on, actions } of daysAhead(moved, scenario, calendar, lived)) {
    if (on < shownFrom) continue
    const lines = actions.map(action => lineOf(caseFile, action, names))
    const day = days.get(on)
    if (day) day.push(...lines)
    else days.set(on, lines)
  }
}

function scenarioOf(desk: Desk, id: string): Scenario {
  const scenario = desk.country.scenarios.get(id)
  if (!scenario) throw new Error(`unknown scenario ${id}`)
  return scenario
}

function lineOf({ id, debtor }: Case, action: Action, names: ReturnType<typeof namer>): SimulatedAction {
  const { step, stage, channel, mode, status, itemIds, amountCents, because } = action
  return {
    case: id,
    debtor: debtor.name,
    step,
    stage,
    channel,
    mode,
    status,
    items: names(itemIds),
    amountCents: Number(amountCents),
    because,
  }
}

/** The largest amounts of a day first, then cases by name, as in `run`. */
function report(
  days: ReadonlyMap<Day, SimulatedAction[]>,
  cases: number,
): Pick<Simulation, 'days' | 'totals'> {
  const order = (a: SimulatedAction, b: SimulatedAction) =>
    b.amountCents - a.amountCents || (a.case < b.case ? -1 : a.case > b.case ? 1 : 0)
  const sorted = [...days]
    .sort(([a], [b]) => a - b)
    .map(([on, actions]) => ({ date: formatDay(on), actions: actions.sort(order) }))
  const all = sorted.flatMap(({ actions }) => actions)
  const totals = {
    cases,
    actions: all.length,
    proposals: all.filter(({ status }) => status === 'proposed').length,
    channels: countBy(all.map(({ channel }) => channel)),
    stages: countBy(all.map(({ stage }) => stage)),
  }
  return { days: sorted, totals }
}

function countBy<Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> {
  const counts: Partial<Record<Name, number>> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
