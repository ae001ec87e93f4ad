import { formatDay } from '../date.ts'
import type { ReasonCode } from '../reason.ts'
import { type DecidedLine, pairUp } from './replay.ts'
import type { Story, StoryLine } from './story.ts'

/**
 * The story with the decisions that the product takes. What is right stays as written, to the byte; what wasn't
 * decided goes, with its reasons; what wasn't written comes in, on its day.
 */
export function rewrite(story: Story, decided: readonly DecidedLine[]): string {
  const { found, unwritten } = pairUp(story, decided)
  const written = new Map([...found].map(([line, right]) => [right, story.lines[line.line - 1] as StoryLine]))
  const out = rightLines(story, new Map([...written].map(([right, line]) => [line, right])))
  let previous: StoryLine | null = null
  for (const right of decided) {
    const known = written.get(right)
    const line: StoryLine = known ?? {
      text: `${formatDay(right.on)}  ${right.text}`,
      role: 'decision',
      on: right.on,
    }
    if (unwritten.includes(right)) out.splice(placeFor(out, right, previous), 0, line)
    previous = line
  }
  return `${out.map(line => line.text).join('\n')}\n`
}

/** The lines as written, without the decisions not taken and the reasons not given. */
function rightLines(story: Story, decidedBy: ReadonlyMap<StoryLine, DecidedLine>): StoryLine[] {
  let current: DecidedLine | undefined
  return story.lines.filter(line => {
    if (line.role === 'decision') current = decidedBy.get(line)
    if (line.role === 'decision') return current !== undefined
    return line.role !== 'why' || current?.because.includes(reasonIn(line.text))
  })
}

function reasonIn(whyLine: string): ReasonCode {
  return whyLine.trim().split(/\s+/)[1] as ReasonCode
}

/** After what was decided before it that day; else before the day's facts; else after the days before. */
function placeFor(lines: readonly StoryLine[], right: DecidedLine, previous: StoryLine | null): number {
  if (previous?.on === right.on) return afterReasons(lines, lines.indexOf(previous) + 1)
  const today = lines.findIndex(line => line.on === right.on)
  if (today >= 0) return today
  const before = lines.findLastIndex(line => line.on !== null && line.on < right.on)
  if (before >= 0) return afterReasons(lines, before + 1)
  const later = lines.findIndex(line => line.on !== null)
  return later >= 0 ? later : lines.length
}

function afterReasons(lines: readonly StoryLine[], from: number): number {
  let index = from
  while (lines[index]?.role === 'why') index++
  return index
}
