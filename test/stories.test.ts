import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { france } from '../src/countries/fr/country.ts'
import type { HoldReason } from '../src/domain/case/held.ts'
import { SUSPENSIONS } from '../src/domain/case/recorded-hold.ts'
import type { Fact } from '../src/domain/facts/fact.ts'
import { SETTING_NAMES } from '../src/domain/organisation/setting-text.ts'
import { FACT_KINDS, parseFact } from '../src/domain/story/fact-text.ts'
import { factText } from '../src/domain/story/fact-writer.ts'
import { type Replay, replay } from '../src/domain/story/replay.ts'
import { rewrite } from '../src/domain/story/rewrite.ts'
import { DECISIONS, parseStory, type Story } from '../src/domain/story/story.ts'

/** Not `no-due-date` and `unconfirmed-due-date`: a story gives every due date. */
const WRITABLE_HOLDS: readonly HoldReason[] = [
  ...SUSPENSIONS,
  'pause',
  'reply-unread',
  'direct-debit',
  'insolvency',
  'dispute',
  'promise',
  'plan',
  'credit-balance',
  'approval-refused',
  'stale-bank-data',
]

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

describe('the stories together', () => {
  const stories = FILES.map(name => play(readFileSync(join(FOLDER, name), 'utf8')).story)
  const decisions = stories.flatMap(({ expected }) => expected.map(({ text }) => text.split(' ')))

  it('are a hundred at least', () => {
    expect(stories.length).toBeGreaterThanOrEqual(100)
  })

  it('tell of every kind of fact', () => {
    const kinds = new Set(stories.flatMap(({ facts }) => facts.map(({ fact }) => fact.kind)))
    expect(FACT_KINDS.filter(kind => !kinds.has(kind))).toEqual([])
  })

  it('have facts that are written back as the same facts, in words that stay', () => {
    const facts = stories.flatMap(story => story.facts.map(({ fact }) => fact))
    expect(facts.map(fact => parseFact(factText(fact)))).toEqual(facts)
    const texts = facts.map(factText)
    expect(texts.map(text => factText(parseFact(text) as Fact))).toEqual(texts)
  })

  it('show every decision', () => {
    const words = new Set(decisions.map(([word]) => word))
    expect(DECISIONS.filter(word => !words.has(word))).toEqual([])
  })

  it('suspend for every reason that can be written, and no other', () => {
    const reasons = new Set(decisions.filter(([word]) => word === 'hold').map(([, reason]) => reason))
    expect([...reasons].sort()).toEqual([...WRITABLE_HOLDS].sort())
  })

  it('use every scenario and every setting', () => {
    const scenarios = new Set(stories.map(({ start }) => start.scenarioId))
    expect([...france.scenarios.keys()].filter(id => !scenarios.has(id))).toEqual([])
    const settings = new Set(
      stories.flatMap(({ lines }) => lines.flatMap(({ text }) => /^setting\s+(\S+)/.exec(text)?.[1] ?? [])),
    )
    expect(SETTING_NAMES.filter(name => !settings.has(name))).toEqual([])
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
