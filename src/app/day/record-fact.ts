import { formatDay } from '../../domain/date.ts'
import type { Fact } from '../../domain/facts/fact.ts'
import { record } from '../../domain/facts/record.ts'
import { factText } from '../../domain/story/fact-writer.ts'
import { readIban } from '../../formats/identifiers.ts'
import { closeCase, openCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { findOneCase } from '../find-case.ts'
import { type Refused, refuse } from '../refused.ts'

export type RecordFact = { fact: Fact; debtor: string }
export type RecordedFact = { recorded: string; case: string; nextLookOn: string | null }

/** Records a fact in the debtor's case; the journal tells it in the words of the story language. */
export async function recordFact(desk: Desk, input: RecordFact): Promise<RecordedFact | Refused> {
  const { fact } = input
  const text = factText(fact)
  if (fact.kind === 'bank') return refuse('not-of-a-case')
  if (fact.kind === 'assigned') {
    const { iban } = fact
    const read = readIban(iban)
    if ('problem' in read) return refuse('bad-iban', { iban, fault: read.problem })
  }
  return desk.transaction(async tx => {
    const found = await findOneCase(tx, input.debtor)
    if ('refused' in found) return found
    const opened = await openCase(desk, tx, found.caseId)
    const after = record(opened.stored.caseFile, fact, desk.today, opened.scenario)
    if ('refused' in after) return after
    await closeCase(desk, tx, opened, after, {
      kind: 'fact',
      entry: { text },
    })
    return {
      recorded: text,
      case: found.id,
      nextLookOn: after.nextLookOn && formatDay(after.nextLookOn),
    }
  })
}
