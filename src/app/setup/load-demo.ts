import type { Case } from '../../domain/case/case.ts'
import type { Day } from '../../domain/date.ts'
import { replay } from '../../domain/story/replay.ts'
import { parseStory } from '../../domain/story/story.ts'
import { loadCases } from '../../store/case/cases.ts'
import { saveCases } from '../../store/case/save-cases.ts'
import type { Tx } from '../../store/database.ts'
import type { JournalLine } from '../../store/journal/case-journal.ts'
import { writeContacts } from '../../store/parties/contacts.ts'
import { findCreditors, insertCreditor } from '../../store/parties/creditors.ts'
import { lockOrganisation, nameOrganisation, setSending } from '../../store/parties/organisations.ts'
import { ensureCases, writeDebtors } from '../../store/parties/parties.ts'
import { actingAs, DEMO_ORGANISATION, type Desk, organisationOf } from '../desk.ts'
import { changesBetween, noteChange } from '../note-change.ts'
import { type Refused, refuse } from '../refused.ts'
import { DEMO_CREDITOR, DEMO_DEBTORS, type DemoDebtor, demoStory } from './demo-company.ts'

/**
 * Fills an empty organisation with the demo company: twelve debtors whose past weeks are replayed with the real
 * planner. Does nothing when it is there already; refuses to mix with a company's own data.
 */
export async function loadDemo(desk: Desk, today: Day): Promise<{ loaded: boolean } | Refused> {
  return desk.transaction(async tx => {
    await lockOrganisation(tx)
    const { organisation, settings } = await organisationOf(tx)
    if (organisation.name === DEMO_ORGANISATION) return { loaded: false }
    if ((await findCreditors(tx)).length > 0) return refuse('not-empty')
    await nameOrganisation(tx, DEMO_ORGANISATION)
    const demo = actingAs(desk, { kind: 'program', name: 'demo' })
    const creditor = await insertCreditor(tx, DEMO_CREDITOR)
    await noteChange(demo, tx, 'creditor', {
      creditor: DEMO_CREDITOR.code,
      changes: changesBetween({}, DEMO_CREDITOR),
    })
    const ids = await writeDebtors(tx, creditor.creditorId, DEMO_DEBTORS.map(partyOf))
    const scenarioId = desk.country.scenarioFor('business')
    const wanted = [...ids.values()].map(({ debtorId }) => ({ debtorId, scenarioId }))
    const cases = await ensureCases(tx, creditor.creditorId, wanted, 'EUR')
    for (const debtor of DEMO_DEBTORS) {
      const debtorId = ids.get(debtor.code)?.debtorId ?? ''
      const past = replayed(desk, debtor, today)
      await writeContacts(
        tx,
        past.contacts.map(contact => ({ debtorId, ...contact })),
      )
      await saveReplayed(desk, tx, cases.get(debtorId) ?? '', past, today, settings)
    }
    await setSending(tx, true)
    await noteChange(demo, tx, 'sending', { sending: { from: false, to: true } })
    return { loaded: true }
  })
}

function partyOf({ code, name, kind, address }: DemoDebtor) {
  return { code, name, kind, siren: null, vat: null, ...(address !== undefined && { address }) }
}

function replayed(desk: Desk, debtor: DemoDebtor, today: Day): Case {
  const story = parseStory(demoStory(debtor, today))
  if ('problems' in story) throw new Error(`${debtor.code}: ${story.problems[0]?.code}`)
  const told = replay(story, desk.country)
  if ('problems' in told) throw new Error(`${debtor.code}: ${told.problems[0]?.code}`)
  return told.end
}

async function saveReplayed(
  desk: Desk,
  tx: Tx,
  caseId: string,
  past: Case,
  today: Day,
  settings: Case['settings'],
): Promise<void> {
  const [stored] = await loadCases(tx, [caseId], settings)
  if (!stored) throw new Error(`no case ${caseId}`)
  const entry = { actions: past.actions.length, items: past.items.length }
  const told: JournalLine[] = [{ day: today, actor: 'demo', kind: 'import', entry }]
  await saveCases(tx, [{ stored, after: { ...past, nextLookOn: today }, told }], desk.now())
}
