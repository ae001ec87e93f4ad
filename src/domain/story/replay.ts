import type { Case } from '../case/case.ts'
import { addDays, type Day, formatDay } from '../date.ts'
import { liveDay } from '../decide/advance.ts'
import { record } from '../facts/record.ts'
import type { Country } from '../law/country.ts'
import type { ReasonCode } from '../reason.ts'
import type { Scenario } from '../scenario.ts'
import type { DatedFact, ExpectedLine, Story, StoryProblem } from './story.ts'
import { type ToldLine, tell } from './tell.ts'

export type DecidedLine = { on: Day; text: string; because: readonly ReasonCode[] }

/** A story replayed: what the product decided, and how that differs from what is written. */
export type Replay = { decided: DecidedLine[]; diff: string[]; end: Case }

/** Runs every morning from `from` to `until` with the real planner, on a virtual calendar, without a database. */
export function replay(story: Story, country: Country): Replay | { problems: StoryProblem[] } {
  const scenario = country.scenarios.get(story.start.scenarioId)
  if (!scenario) {
    const params = { scenario: story.start.scenarioId, known: [...country.scenarios.keys()] }
    return { problems: [{ line: 1, code: 'unknown-scenario', params }] }
  }
  const calendar = country.law({ region: story.start.settings.region })
  const decided: DecidedLine[] = []
  const problems: StoryProblem[] = []
  let current = story.start
  const happen = (facts: readonly DatedFact[]) => {
    for (const entry of facts) current = happened(current, entry, scenario, problems)
  }
  happen(story.facts.filter(fact => fact.on < story.from))
  let downUntil = -Infinity
  for (let today = story.from; today <= story.until; today = addDays(today, 1)) {
    const facts = story.facts.filter(fact => fact.on === today)
    if (today > downUntil) {
      const prevented = preventedSteps(facts)
      const { decision, after } = liveDay(
        current,
        scenario,
        calendar,
        today,
        ({ askedOn, step }) => askedOn === today && !prevented.has(step),
      )
      decided.push(...tell(current, decision).map((line: ToldLine) => ({ on: today, ...line })))
      current = after
    }
    happen(facts.filter(({ fact }) => fact.kind !== 'down' && fact.kind !== 'undone'))
    for (const { fact } of facts) if (fact.kind === 'down') downUntil = fact.until
  }
  return problems.length > 0 ? { problems } : { decided, diff: difference(story, decided), end: current }
}

function happened(caseFile: Case, entry: DatedFact, scenario: Scenario, problems: StoryProblem[]): Case {
  const next = record(caseFile, entry.fact, entry.on, scenario)
  if (!('refused' in next)) return next
  problems.push({ line: entry.line, code: 'refused-fact', params: next })
  return caseFile
}

/** Acts are carried out on their day, unless a fact of that day says otherwise. */
function preventedSteps(facts: readonly DatedFact[]): Set<string> {
  return new Set(
    facts.flatMap(({ fact }) =>
      fact.kind === 'fail' || fact.kind === 'undone' || fact.kind === 'call-back' ? [fact.step] : [],
    ),
  )
}

/** Each line written and the decision that it foretold, and the decisions that nobody wrote. */
export function pairUp(
  story: Story,
  decided: readonly DecidedLine[],
): { found: Map<ExpectedLine, DecidedLine>; unwritten: DecidedLine[] } {
  const found = new Map<ExpectedLine, DecidedLine>()
  const unwritten = [...decided]
  for (const line of story.expected) {
    const index = unwritten.findIndex(other => other.on === line.on && other.text === line.text)
    const [right] = index < 0 ? [] : unwritten.splice(index, 1)
    if (right) found.set(line, right)
  }
  return { found, unwritten }
}

/** Lines written but not decided (`-`), decided but not written (`+`), and reasons asked for but not given. */
function difference(story: Story, decided: readonly DecidedLine[]): string[] {
  const { found, unwritten } = pairUp(story, decided)
  const diff: { on: Day; text: string }[] = []
  for (const line of story.expected) {
    const right = found.get(line)
    const said = `- ${formatDay(line.on)}  ${line.text}`
    if (!right) diff.push({ on: line.on, text: said })
    const untold = right ? line.why.filter(code => !right.because.includes(code as ReasonCode)) : []
    diff.push(...untold.map(code => ({ on: line.on, text: `${said}  why ${code}` })))
  }
  diff.push(...unwritten.map(line => ({ on: line.on, text: `+ ${formatDay(line.on)}  ${line.text}` })))
  return diff.sort((a, b) => a.on - b.on).map(line => line.text)
}
