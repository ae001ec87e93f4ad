import { adopt, carriedOut } from './adopt.ts'
import type { Case } from './case.ts'
import type { Country } from './country.ts'
import { addDays, type Day, formatDay } from './date.ts'
import { decide } from './decide.ts'
import { record } from './record.ts'
import type { ReasonCode } from './reason.ts'
import type { Scenario } from './scenario.ts'
import type { DatedFact, Story, StoryProblem } from './story.ts'
import { tell, type ToldLine } from './tell.ts'

export type DecidedLine = { on: Day; text: string; because: readonly ReasonCode[] }

/** A story replayed: what the product decided, and how that differs from what is written. */
export type Replay = { decided: DecidedLine[]; diff: string[]; end: Case }

/** Runs every morning from `from` to `until` with the real planner, on a virtual calendar, without a database. */
export function replay(story: Story, country: Country): Replay | { problems: StoryProblem[] } {
  const scenario = country.scenarios.get(story.start.scenarioId)
  if (!scenario) {
    const known = [...country.scenarios.keys()].join(', ')
    return { problems: [{ line: 1, message: `scénario inconnu : ${story.start.scenarioId} ; connus : ${known}` }] }
  }
  const calendar = country.calendar({ region: story.start.settings.region })
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
      const decision = decide(current, scenario, calendar, today)
      decided.push(...tell(current, decision).map((line: ToldLine) => ({ on: today, ...line })))
      current = withActsDone(adopt(current, decision, today), facts, today, scenario)
    }
    happen(facts.filter(({ fact }) => fact.kind !== 'down' && fact.kind !== 'undone'))
    for (const { fact } of facts) if (fact.kind === 'down') downUntil = fact.until
  }
  return problems.length > 0 ? { problems } : { decided, diff: difference(story, decided), end: current }
}

function happened(dossier: Case, entry: DatedFact, scenario: Scenario, problems: StoryProblem[]): Case {
  const next = record(dossier, entry.fact, entry.on, scenario)
  if (!('refused' in next)) return next
  problems.push({ line: entry.line, message: next.message })
  return dossier
}

/** Acts are carried out on their day, unless a fact of that day says otherwise. */
function withActsDone(dossier: Case, facts: readonly DatedFact[], today: Day, scenario: Scenario): Case {
  const otherwise = new Set(
    facts.flatMap(({ fact }) => (fact.kind === 'fail' || fact.kind === 'undone' ? [fact.step] : [])),
  )
  return dossier.actions
    .filter(({ status, askedOn, step }) => (status === 'open' || status === 'planned') && askedOn === today && !otherwise.has(step))
    .reduce((current, action) => carriedOut(current, action.id, today, scenario), dossier)
}

/** Lines written but not decided (`-`), decided but not written (`+`), and reasons asked for but not given. */
function difference(story: Story, decided: readonly DecidedLine[]): string[] {
  const diff: { on: Day; text: string }[] = []
  const left = [...decided]
  for (const line of story.expected) {
    const index = left.findIndex(other => other.on === line.on && other.text === line.text)
    const [found] = index < 0 ? [] : left.splice(index, 1)
    if (!found) diff.push({ on: line.on, text: `- ${formatDay(line.on)}  ${line.text}` })
    for (const code of found ? line.why : []) {
      if (!found?.because.includes(code as ReasonCode)) {
        diff.push({ on: line.on, text: `- ${formatDay(line.on)}  ${line.text}  why ${code}` })
      }
    }
  }
  diff.push(...left.map(line => ({ on: line.on, text: `+ ${formatDay(line.on)}  ${line.text}` })))
  return diff.sort((a, b) => a.on - b.on).map(line => line.text)
}

/** The story printed back with the decisions that the product takes; comments and facts stay as written. */
export function rewrite(story: Story, decided: readonly DecidedLine[]): string {
  const out: string[] = []
  const days = [...new Set([...story.facts, ...decided].map(line => line.on))].sort((a, b) => a - b)
  const body = story.lines.findIndex(line => line.on !== null)
  const header = body < 0 ? story.lines : story.lines.slice(0, body)
  const rest = body < 0 ? [] : story.lines.slice(body)
  out.push(...header.map(line => line.text))
  if (body < 0 && days.length > 0 && out.at(-1) !== '') out.push('')
  let index = 0
  for (const day of days.filter(on => on >= story.from || rest.some(line => line.on === on))) {
    const todays: string[] = []
    const whys = new Map<string, string[]>()
    let lastDecision = ''
    for (; index < rest.length && (rest[index]?.on ?? day) <= day; index++) {
      const line = rest[index]
      if (!line) break
      if (line.role === 'decision') {
        lastDecision = line.text.replace(/^\S+\s+/, '').replace(/\s+/g, ' ').trim()
        whys.set(lastDecision, [])
      } else if (line.role === 'why') whys.get(lastDecision)?.push(line.text)
      else if (line.role === 'quiet' && nextDated(rest, index) > day) break
      else todays.push(line.text)
    }
    const firstFact = todays.findIndex(text => /^\d/.test(text))
    const leading = firstFact < 0 ? todays : todays.slice(0, firstFact)
    out.push(...leading)
    for (const line of decided.filter(other => other.on === day)) {
      out.push(`${formatDay(day)}  ${line.text}`, ...(whys.get(line.text) ?? []))
    }
    out.push(...(firstFact < 0 ? [] : todays.slice(firstFact)))
  }
  out.push(...rest.slice(index).filter(line => line.role !== 'decision' && line.role !== 'why').map(line => line.text))
  return `${out.join('\n')}\n`
}

function nextDated(lines: Story['lines'], from: number): number {
  for (let index = from; index < lines.length; index++) {
    const on = lines[index]?.on
    if (on !== null && on !== undefined) return on
  }
  return Infinity
}
