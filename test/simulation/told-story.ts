import { france } from '../../src/countries/fr/country.ts'
import { type Day, formatDay } from '../../src/domain/date.ts'
import type { Contact } from '../../src/domain/debtor.ts'
import { replay } from '../../src/domain/story/replay.ts'
import { rewrite } from '../../src/domain/story/rewrite.ts'
import { parseStory } from '../../src/domain/story/story.ts'
import type { Life } from './life.ts'
import { storyText } from './life.ts'

/** A life told to the pure planner: what it decides, up to a day, and the story ready to be committed. */
export type ToldStory = { decided: string[]; until: Day; text: string }

export function tellStory(
  life: Life,
  settings: readonly string[],
  contacts: readonly Contact[],
  scenarioId: string,
  from: Day,
  until: Day,
): ToldStory {
  const story = parseStory(storyText(life, settings, contacts, scenarioId, from, until))
  if ('problems' in story) throw new Error(JSON.stringify(story.problems))
  const replayed = replay(story, france)
  if ('problems' in replayed) {
    const refused = story.facts.find(({ line }) => line === replayed.problems[0]?.line)
    if (!refused) throw new Error(JSON.stringify(replayed.problems))
    // Refused here and not in the database: they differ before it.
    const happened = life.happened.filter(({ on }) => on < refused.on)
    return tellStory({ ...life, happened }, settings, contacts, scenarioId, from, refused.on)
  }
  return {
    decided: replayed.decided.map(line => `${formatDay(line.on)} ${line.text}`),
    until,
    text: rewrite(story, replayed.decided),
  }
}

/** The first days on which the database (`-`) and the story (`+`) differ, in words. */
export function difference(database: readonly string[], story: readonly string[]): string | null {
  const index = database.findIndex((line, place) => line !== story[place])
  const first = index >= 0 ? index : database.length
  if (first === database.length && story.length === database.length) return null
  const some = (lines: readonly string[], sign: string) =>
    lines.slice(first, first + 5).map(line => `  ${sign} ${line}`)
  return [
    `the database decided otherwise than the story, from decision ${first + 1} on`,
    ...some(database, '-'),
    ...some(story, '+'),
  ].join('\n')
}
