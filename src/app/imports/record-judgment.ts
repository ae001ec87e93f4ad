import { type Case, openItems } from '../../domain/case/case.ts'
import { declarationOf, isJudgmentInForce } from '../../domain/case/insolvency.ts'
import { covers, type Hold } from '../../domain/case/recorded-hold.ts'
import { formatDay } from '../../domain/date.ts'
import type { Fact } from '../../domain/facts/fact.ts'
import { record } from '../../domain/facts/record.ts'
import { factText } from '../../domain/story/fact-writer.ts'
import { namer } from '../../domain/story/tell.ts'
import type { Notice } from '../../formats/registers/bodacc.ts'
import type { Tx } from '../../store/database.ts'
import { closeCase, type OpenedCase, openCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { type RefusedRow, refusedRow } from '../refused-file.ts'

/** What a notice's judgment did to a case: `known` already, `recorded` now, or refused; what it stops, and by when to declare it. */
export type RecordedJudgment = {
  outcome: 'known' | 'recorded' | RefusedRow
  stopped: string[]
  declareBy: string | null
}

/** Records the judgment of a notice in a case, once. */
export async function recordJudgment(
  desk: Desk,
  tx: Tx,
  caseId: string,
  fact: Judgment,
  notice: Notice,
): Promise<RecordedJudgment> {
  const opened = await openCase(desk, tx, caseId)
  if (knows(opened, fact)) return { outcome: 'known', ...effectOf(desk, opened.stored.caseFile, fact) }
  const after = record(opened.stored.caseFile, fact, desk.today, opened.scenario)
  if ('refused' in after) {
    const outcome = refusedRow(notice.line, after, notice.id)
    return { outcome, stopped: [], declareBy: null }
  }
  await closeCase(desk, tx, opened, after, {
    kind: 'import',
    entry: { text: factText(fact), notice: notice.id, court: notice.court },
  })
  return { outcome: 'recorded', ...effectOf(desk, after, fact) }
}

export type Judgment = Fact & { kind: 'insolvency' }

/** The fact that an opening is; null for a notice that a person must read. */
export function judgmentOf({ kind, judgmentOn, publishedOn, procedure }: Notice): Judgment | null {
  if (kind !== 'opening' || judgmentOn === null) return null
  return { kind: 'insolvency', on: judgmentOn, publishedOn, procedure }
}

/** A judgment known with its publication, or one that a person has closed since, is not told again. */
function knows({ stored }: OpenedCase, fact: Judgment): boolean {
  return stored.caseFile.holds.some(
    hold =>
      hold.reason === 'insolvency' &&
      hold.from === fact.on &&
      (hold.endedOn !== null || hold.publishedOn !== null || fact.publishedOn === null),
  )
}

/** What the judgment stops in a case as it now is, and by when that is to be declared. */
function effectOf(
  desk: Desk,
  caseFile: Case,
  fact: Judgment,
): Pick<RecordedJudgment, 'stopped' | 'declareBy'> {
  const judgment = caseFile.holds.find((hold: Hold) => isJudgmentInForce(hold) && hold.from === fact.on)
  if (!judgment) return { stopped: [], declareBy: null }
  const items = openItems(caseFile).filter(item => covers(judgment, item))
  const law = desk.country.law({ region: caseFile.settings.region })
  const { deadline } = declarationOf(judgment, caseFile.settings, law)
  const owed = items.length > 0 && judgment.declaredOn === null
  return {
    stopped: namer(caseFile)(items.map(item => item.id)),
    declareBy: owed ? formatDay(deadline) : null,
  }
}
