import { recordFact as recordTyped } from '../src/app/day/record-fact.ts'
import { parseFact } from '../src/domain/story/fact-text.ts'

type Where = Parameters<typeof recordTyped>[0]
type Input = Omit<Parameters<typeof recordTyped>[1], 'fact'> & { text: string }

/** Records a fact in the words of the story language, as the command line does. */
export async function recordFact(where: Where, { text, ...input }: Input): ReturnType<typeof recordTyped> {
  const fact = parseFact(text)
  if ('problem' in fact) throw new Error(`not a fact: ${text}`)
  return recordTyped(where, { ...input, fact })
}
