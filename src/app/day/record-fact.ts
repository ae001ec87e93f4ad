import { type Day, formatDay } from '../../domain/date.ts'
import type { Fact } from '../../domain/facts/fact.ts'
import { record } from '../../domain/facts/record.ts'
import { factText } from '../../domain/story/fact-writer.ts'
import { readIban } from '../../formats/identifiers.ts'
import type { App, Refused } from '../app.ts'
import { closeCase, findOneCase, openCase } from '../change-case.ts'
import { refusedByCase } from '../refused-by-case.ts'

export type RecordFact = { fact: Fact; debtor: string; date: Day; actor: string }
export type RecordedFact = { recorded: string; case: string; nextLookOn: string | null }

/** Records a fact in the debtor's case; the journal tells it in the words of the story language. */
export async function recordFact(app: App, input: RecordFact): Promise<RecordedFact | Refused> {
  const { fact } = input
  const text = factText(fact)
  if (fact.kind === 'bank') {
    return {
      refused: 'not-of-a-case',
      message: 'les données bancaires sont celles du créancier : « quittance bank-data CREANCIER DATE »',
    }
  }
  if (fact.kind === 'assigned' && 'problem' in readIban(fact.iban)) {
    return { refused: 'bad-iban', message: `« ${fact.iban} » n'est pas un IBAN valable (clé ou longueur)` }
  }
  return app.database.transaction(app.organisationId, async tx => {
    const found = await findOneCase(tx, input.debtor)
    if ('refused' in found) return found
    const opened = await openCase(app, tx, found.caseId)
    const after = record(opened.stored.dossier, fact, input.date, opened.scenario)
    if ('refused' in after) return refusedByCase(after)
    await closeCase(app, tx, opened, after, {
      day: input.date,
      actor: input.actor,
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
