import type { DueItem } from '../../src/domain/case/invoice.ts'
import type { Day } from '../../src/domain/date.ts'
import type { Fact } from '../../src/domain/facts/fact.ts'
import { parseFact } from '../../src/domain/story/fact-text.ts'
import type { Life } from './life.ts'

type Told = { on: Day; fact: Fact; text: string }

/**
 * Which items nothing may be asked about on a morning, by the facts alone: a plain second reading of the rules of
 * suspension, for the cases in which nothing else about them happened since.
 */
export function silences(life: Life, today: Day, toldBefore: Day): (item: DueItem) => string | null {
  const told = life.happened.filter(({ on }) => on < toldBefore).flatMap(read)
  return item =>
    told.find((entry, index) => isSilent(entry, told.slice(index + 1), item, today))?.text ?? null
}

function read({ on, text }: { on: Day; text: string }): Told[] {
  const fact = parseFact(text)
  return 'problem' in fact ? [] : [{ on, fact, text }]
}

function isSilent({ fact }: Told, since: readonly Told[], item: DueItem, today: Day): boolean {
  const happened = (...kinds: Fact['kind'][]) => since.some(later => kinds.includes(later.fact.kind))
  const names = (name: string) => name === item.name || name === item.invoice
  switch (fact.kind) {
    case 'pause':
      return (fact.until === null || today <= fact.until) && !happened('resume')
    case 'reply':
      return !happened('read')
    case 'insolvency':
      return isBornBefore(item, fact.on) && !happened('insolvency-closed')
    case 'over-indebtedness':
      return isBornBefore(item, fact.on) && !happened('release')
    case 'direct-debit':
      return names(fact.item) && today <= fact.on && !happened('unpay', 'due')
    case 'promise':
      return fact.items.some(names) && today <= fact.by && !happened('promise', 'pay', 'credit', 'write-off')
    default:
      return false
  }
}

/** Those whose day of performance somebody has said are left to the stories. */
function isBornBefore({ issuedOn, performedOn }: DueItem, judgment: Day): boolean {
  return performedOn === null && issuedOn < judgment
}
