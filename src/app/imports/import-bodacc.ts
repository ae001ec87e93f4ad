import { createHash, randomUUID } from 'node:crypto'
import { companyName } from '../../formats/company-name.ts'
import type { Problem } from '../../formats/problem.ts'
import { type Notice, readBodacc } from '../../formats/registers/bodacc.ts'
import { insertImportFile } from '../../store/bank/import-files.ts'
import type { Tx } from '../../store/database.ts'
import {
  casesOfDebtor,
  debtorsBySiren,
  debtorsWithoutSiren,
  type StoredDebtor,
} from '../../store/parties/debtors.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { type Desk, inTransaction } from '../desk.ts'
import { type NeutralNotice, neutralNotice } from '../reading/neutral-notice.ts'
import type { Refused } from '../refused.ts'
import { type RefusedRow, refusedFile } from '../refused-file.ts'
import type { SourceFile } from '../source-file.ts'
import { judgmentOf, recordJudgment } from './record-judgment.ts'

export type ImportBodacc = { files: readonly SourceFile[]; dryRun: boolean }

/** `to-read`: about this debtor, but no opening: a person reads it and decides. */
export type MatchedNotice = {
  notice: string
  siren: string
  debtor: string
  name: string
  outcome: 'recorded' | 'unchanged' | 'to-read'
  /** The items that the judgment stops. */
  stopped: string[]
  /** Last day to declare them; null where there is nothing to declare. */
  declareBy: string | null
}

/** No debtor has its SIREN. `sameName`: debtors without SIREN whose name it bears, to be checked by a person. */
export type UnmatchedNotice = {
  notice: string
  siren: string[]
  name: string
  sameName: { debtor: string; name: string }[]
}

export type NoticeTotals = Record<
  'notices' | 'recorded' | 'unchanged' | 'toRead' | 'unmatched' | 'sameName',
  number
>
export type ImportedNotices = {
  files: {
    file: string
    format: string
    notices: NeutralNotice[]
    matched: MatchedNotice[]
    unmatched: UnmatchedNotice[]
    problems: (Problem | RefusedRow)[]
  }[]
  totals: NoticeTotals
}

/**
 * Takes notices of the BODACC: an opening judgment is recorded, once, in every case of the debtors that have its SIREN,
 * whoever their creditor is. Never by the name alone. A file that can't be read whole changes nothing.
 */
export async function importBodacc(desk: Desk, input: ImportBodacc): Promise<ImportedNotices | Refused> {
  const readings = input.files.map(file => ({ file, ...readBodacc(file.bytes, file.name) }))
  const unusable = readings.find(reading => !reading.complete)
  if (unusable) return refusedFile(unusable.file.name, unusable.problems)
  return inTransaction(desk, input.dryRun, async tx => {
    await lockOrganisation(tx)
    const files: ImportedNotices['files'] = []
    for (const { file, format, notices, problems } of readings) {
      const taken = await takeNotices(desk, tx, notices)
      const { matched, unmatched } = taken
      await insertImportFile(tx, {
        importId: randomUUID(),
        name: file.name,
        format,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        importedAt: desk.now(),
        totals: totalsOf([{ notices, matched, unmatched }]),
      })
      files.push({
        file: file.name,
        format,
        notices: notices.map(neutralNotice),
        matched,
        unmatched,
        problems: [...problems, ...taken.problems],
      })
    }
    return { files, totals: totalsOf(files) }
  })
}

type Taken = { matched: MatchedNotice[]; unmatched: UnmatchedNotice[]; problems: RefusedRow[] }

async function takeNotices(desk: Desk, tx: Tx, notices: readonly Notice[]): Promise<Taken> {
  const bySiren = new Map<string, StoredDebtor[]>()
  for (const debtor of await debtorsBySiren(tx, [...new Set(notices.flatMap(({ siren }) => siren))])) {
    const siren = debtor.siren as string
    bySiren.set(siren, [...(bySiren.get(siren) ?? []), debtor])
  }
  const taken: Taken = { matched: [], unmatched: [], problems: [] }
  const unknown: Notice[] = []
  for (const notice of notices) {
    const found = notice.siren.flatMap(siren => bySiren.get(siren) ?? [])
    if (found.length === 0) unknown.push(notice)
    for (const debtor of found) await takeNotice(desk, tx, notice, debtor, taken)
  }
  taken.unmatched = await withSameNames(tx, unknown)
  return taken
}

async function takeNotice(
  desk: Desk,
  tx: Tx,
  notice: Notice,
  debtor: StoredDebtor,
  taken: Taken,
): Promise<void> {
  const told = { notice: notice.id, siren: debtor.siren as string, debtor: debtor.id, name: debtor.name }
  const fact = judgmentOf(notice)
  if (fact === null) {
    taken.matched.push({ ...told, outcome: 'to-read', stopped: [], declareBy: null })
    return
  }
  const matched: MatchedNotice = { ...told, outcome: 'unchanged', stopped: [], declareBy: null }
  for (const { caseId } of await casesOfDebtor(tx, debtor.debtorId)) {
    const { outcome, stopped, declareBy } = await recordJudgment(desk, tx, caseId, fact, notice)
    if (typeof outcome !== 'string') {
      taken.problems.push(outcome)
      matched.outcome = 'to-read'
    } else if (outcome === 'recorded') matched.outcome = 'recorded'
    matched.stopped.push(...stopped)
    matched.declareBy ??= declareBy
  }
  taken.matched.push(matched)
}

/** Only openings are compared by name: a name is a reason to check, never to stop. */
async function withSameNames(tx: Tx, notices: readonly Notice[]): Promise<UnmatchedNotice[]> {
  const wanted = notices.some(({ kind }) => kind === 'opening')
  const byName = new Map<string, { debtor: string; name: string }[]>()
  for (const { id, name } of wanted ? await debtorsWithoutSiren(tx) : []) {
    const key = companyName(name)
    if (key !== '') byName.set(key, [...(byName.get(key) ?? []), { debtor: id, name }])
  }
  return notices.map(({ id, siren, name, kind }) => ({
    notice: id,
    siren,
    name,
    sameName: kind === 'opening' ? (byName.get(companyName(name)) ?? []) : [],
  }))
}

function totalsOf(
  files: readonly {
    notices: readonly unknown[]
    matched: readonly MatchedNotice[]
    unmatched: readonly UnmatchedNotice[]
  }[],
): NoticeTotals {
  const matched = files.flatMap(file => file.matched)
  const unmatched = files.flatMap(file => file.unmatched)
  const having = (outcome: MatchedNotice['outcome']) => matched.filter(row => row.outcome === outcome).length
  return {
    notices: files.reduce((total, { notices }) => total + notices.length, 0),
    recorded: having('recorded'),
    unchanged: having('unchanged'),
    toRead: having('to-read'),
    unmatched: unmatched.length,
    sameName: unmatched.filter(({ sameName }) => sameName.length > 0).length,
  }
}
