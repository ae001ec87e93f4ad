import { addDays, formatDay } from '../../src/domain/date.ts'
import type { StoredCase } from '../../src/store/case/cases.ts'
import { type Company, loadAll, run } from './company.ts'
import { actsOf, wrongThings } from './invariants.ts'
import type { Life } from './life.ts'
import { brokenChain, decisionsOn, journalLength, readJournal, wrongBalances } from './record-check.ts'
import { difference } from './told-story.ts'
import { caseOf, fail, SimulationFailure, toldStory, type World, where } from './world.ts'

/** What must be true after a run. After one in the evening, `earlier` are the acts that the morning had asked for. */
export async function checkMorning(
  world: World,
  company: Company,
  cases: ReadonlyMap<string, StoredCase>,
  earlier: ReadonlyMap<Life, ReadonlySet<number>> | null = null,
): Promise<void> {
  const lines = await decisionsOn(company, world.today)
  for (const life of company.lives) {
    const stored = caseOf(cases, life)
    const { caseFile } = stored
    const scenario = company.desk.country.scenarios.get(caseFile.scenarioId)
    if (!scenario) throw new Error(`no scenario ${caseFile.scenarioId}`)
    const calendar = company.desk.country.law({ region: caseFile.settings.region })
    const said = lines.get(stored.caseId) ?? []
    world.totals.decisions += said.length
    const { today } = world
    const { restless } = company
    const toldBefore = earlier ? addDays(today, 1) : today
    const known = earlier?.get(life) ?? new Set<number>()
    const morning = { life, caseFile, scenario, calendar, today, restless, toldBefore, known }
    const silent = actsOf(caseFile, today)
      .filter(({ step }) => !said.some(text => text.startsWith(`act ${step} `)))
      .map(({ step }) => `${step} without a line in the journal`)
    const wrong = [...wrongThings(morning), ...silent]
    if (wrong.length > 0) fail(world, company, life, stored, wrong)
  }
}

/** A second run of the same day decides nothing and writes nothing. */
export async function checkSecondRun(world: World, company: Company): Promise<void> {
  const before = await journalLength(company)
  const { cases, actions } = await run(company)
  const after = await journalLength(company)
  if (cases > 0 || actions.length > 0 || after !== before)
    throw new SimulationFailure(
      `${where(world)}: a second run looked at ${cases} cases, asked for ${actions.length} actions and wrote ${after - before} lines`,
    )
}

/** The record as a whole: hashes, balances, the stories; at the end, that every message left once and none is forgotten. */
export async function audit(world: World, company: Company, isEnd: boolean): Promise<void> {
  const cases = await loadAll(company)
  const journal = await readJournal(company)
  const [wrongBalance] = await wrongBalances(company, cases)
  for (const life of company.lives) {
    const stored = caseOf(cases, life)
    const rows = journal.get(stored.caseId) ?? []
    const wrong = brokenChain(stored, rows)
    if (wrongBalance?.code === life.code) wrong.push(wrongBalance.wrong)
    if (isEnd) wrong.push(...forgotten(company, stored))
    const said = rows
      .filter(({ kind }) => kind === 'decision')
      .map(({ day: on, entry }) => `${on} ${entry.text}`)
    if (!company.restless && life.untold === null)
      wrong.push(...storyDiffers(world, company, life, stored, said))
    if (wrong.length > 0) fail(world, company, life, stored, wrong)
  }
  if (!isEnd) return
  const twice = company.sent.filter((key, index) => company.sent.indexOf(key) !== index)
  if (twice.length > 0) throw new SimulationFailure(`${where(world)}: sent twice: ${twice.join(', ')}`)
  const told = company.lives.filter(life => !company.restless && life.untold === null)
  world.totals.storiesCompared += told.length
  world.totals.storiesUntold += company.lives.length - told.length
}

function forgotten({ desk, sent }: Company, { caseId, caseFile }: StoredCase): string[] {
  const left = new Set(sent)
  return caseFile.actions
    .filter(({ channel, because }) => channel === 'email' && because.length > 0)
    .flatMap(({ id, step, status }) => {
      const hasLeft = left.has(`${desk.organisationId} ${caseId} ${id}`)
      if (status === 'planned') return [`${step} is still on its way`]
      return status === 'done' && !hasLeft ? [`${step} is said to be sent and never left`] : []
    })
}

function storyDiffers(
  world: World,
  company: Company,
  life: Life,
  { caseFile }: StoredCase,
  said: readonly string[],
): string[] {
  const told = toldStory(world, company, life, caseFile.scenarioId)
  const until = formatDay(told.until)
  const differs = difference(
    said.filter(line => line.slice(0, until.length) <= until),
    told.decided,
  )
  const refused = told.until < world.today ? [`the story refuses what the case took on ${until}`] : []
  return differs === null ? refused : [differs]
}
