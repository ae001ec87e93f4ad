import { journalsOfCases } from '../../store/journal/case-journal.ts'
import { type ChainFault, type Verified, verify } from '../../store/journal/chain.ts'
import { organisationJournal, organisationJournalEnd } from '../../store/journal/organisation-journal.ts'
import { overCases } from '../case-pages.ts'
import type { Desk } from '../desk.ts'

/** `journal`: `organisation`, or the case whose journal it is. */
export type CheckedJournals = {
  journals: number
  lines: number
  /** Lines whose content was erased: the chain holds all the same. */
  erased: { journal: string; position: number }[]
  /** The first line of each journal that is not as it was written, or is not there. */
  faults: ({ journal: string } & ChainFault)[]
}

/** Follows the hashes of every journal of the organisation, its own and those of its cases. */
export async function checkJournals(desk: Desk): Promise<CheckedJournals> {
  const checked: CheckedJournals = { journals: 0, lines: 0, erased: [], faults: [] }
  const add = (journal: string, { lines, erased, fault }: Verified) => {
    checked.journals++
    checked.lines += lines
    checked.erased.push(...erased.map(position => ({ journal, position })))
    if (fault) checked.faults.push({ journal, ...fault })
  }
  const own = await desk.transaction(async tx =>
    verify(await organisationJournal(tx), await organisationJournalEnd(tx)),
  )
  add('organisation', own)
  const ofCases = overCases(desk, journalsOfCases)
  for await (const { case: name, lines, end } of ofCases) add(name, verify(lines, end))
  return checked
}
