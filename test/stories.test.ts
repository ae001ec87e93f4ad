import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { france } from '../src/countries/fr/country.ts'
import { type Replay, replay } from '../src/domain/replay.ts'
import { rewrite } from '../src/domain/rewrite.ts'
import { parseStory, type Story } from '../src/domain/story.ts'

const FOLDER = join(import.meta.dirname, 'stories')
const FILES = readdirSync(FOLDER)
  .filter(name => name.endsWith('.txt'))
  .sort()

describe('every story replayed gives the decisions written in it', () => {
  it.each(FILES)('%s', name => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    const { story, played } = play(text)

    expect(played.diff).toEqual([])
    expect(rewrite(story, played.decided)).toBe(text)
  })
})

describe('a story without its decisions gets the right ones back', () => {
  it.each(FILES)('%s', name => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    const right = play(text)
    const bare = right.story.lines.filter(line => line.role !== 'decision' && line.role !== 'why')
    const emptied = play(`${bare.map(line => line.text).join('\n')}\n`)

    const rewritten = rewrite(emptied.story, emptied.played.decided)
    const again = play(rewritten)
    expect(again.played.diff).toEqual([])
    expect(again.story.expected.map(({ on, text }) => ({ on, text }))).toEqual(
      emptied.played.decided.map(({ on, text }) => ({ on, text })),
    )
    expect(rewrite(again.story, again.played.decided)).toBe(rewritten)
  })
})

describe('rewrite', () => {
  const HEADER = 'debtor "D" business\ncontact main email a@b.example\nfrom 2026-03-10\nuntil 2026-03-12\n'

  it('drops a decision not taken with its reasons, and keeps comments, spaces and order', () => {
    const { story, played } = play(
      `${HEADER}invoice F-1 100.00 issued 2026-02-20 due 2026-03-10\n\n# avant\n2026-03-10  act p15 email F-1\n  why due-soon\n2026-03-11   act  j1 email F-1  # juste\n  why overdue\n  why credits-netted\n\n# fin\n`,
    )
    expect(rewrite(story, played.decided)).toBe(
      `${HEADER}invoice F-1 100.00 issued 2026-02-20 due 2026-03-10\n\n# avant\n2026-03-11   act  j1 email F-1  # juste\n  why overdue\n\n# fin\n`,
    )
  })

  it('puts a decision before the facts of its day', () => {
    const { story, played } = play(
      `${HEADER}invoice F-1 100.00 issued 2026-02-20 due 2026-03-10\n\n2026-03-11  pay 100.00\n`,
    )
    expect(rewrite(story, played.decided)).toBe(
      `${HEADER}invoice F-1 100.00 issued 2026-02-20 due 2026-03-10\n\n2026-03-11  act j1 email F-1\n2026-03-11  pay 100.00\n2026-03-12  close paid\n`,
    )
  })
})

function play(text: string): { story: Story; played: Replay } {
  const story = parseStory(text)
  if ('problems' in story) throw new Error(JSON.stringify(story.problems))
  const played = replay(story, france)
  if ('problems' in played) throw new Error(JSON.stringify(played.problems))
  return { story, played }
}
