/** Whatever life a case has lived, the store gives back the very case it was given. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { testDesk } from '../../../test/desk.ts'
import { aBadDebtCase, run, theCase } from '../../../test/lives.ts'
import type { Case } from '../../domain/case/case.ts'
import { writeContacts } from '../parties/contacts.ts'
import { insertCreditor } from '../parties/creditors.ts'
import { ensureCases, writeDebtors } from '../parties/parties.ts'
import { loadCases } from './cases.ts'
import { saveCases } from './save-cases.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)

  test.each([
    ['a case', theCase, 12],
    ['a case of bad debts', aBadDebtCase, 6],
  ] as const)(
    'saved and loaded, %s is the same, through every morning of its life',
    async (_name, aLife, numRuns) => {
      const { organisationId } = await testDesk(fresh.database, '2026-03-02')
      let lives = 0
      const property = fc.asyncProperty(aLife, async life => {
        const contacts = life.contacts.map((contact, index) => ({ ...contact, name: `Personne ${index}` }))
        const { mornings } = run({ ...life, contacts }, () => true)
        const states = mornings.map(morning => morning.before)
        const first = states[0] as Case
        await fresh.database.transaction(organisationId, async tx => {
          const code = `L${++lives}`
          const creditor = await insertCreditor(tx, {
            code,
            name: code,
            email: null,
            phone: null,
            iban: null,
          })
          const debtors = await writeDebtors(tx, creditor.creditorId, [
            { code, name: first.debtor.name, kind: first.debtor.kind, siren: null, vat: null },
          ])
          const debtorId = debtors.get(code)?.debtorId as string
          await writeContacts(
            tx,
            first.contacts.map(contact => ({ debtorId, ...contact })),
          )
          const cases = await ensureCases(
            tx,
            creditor.creditorId,
            [{ debtorId, scenarioId: first.scenarioId }],
            'EUR',
          )
          const caseId = cases.get(debtorId) as string
          for (const state of everyTenth(states)) {
            const [stored] = await loadCases(tx, [caseId], first.settings)
            if (!stored) throw new Error('the case is gone')
            await saveCases(tx, [{ stored, after: state, told: [] }], '2026-03-02T06:00:00Z')
            const [again] = await loadCases(tx, [caseId], first.settings)
            expect(comparable(again?.caseFile as Case)).toEqual(comparable(state))
          }
        })
      })
      await fc.assert(property, { seed: 7, numRuns })
    },
  )
})

function everyTenth(states: readonly Case[]): Case[] {
  return states.filter((_, index) => index % 10 === 0 || index === states.length - 1)
}

/** A store keeps sets of records, not the order of an array; who the parties are is not at stake here. */
function comparable(caseFile: Case) {
  const sorted = (records: readonly object[]) => records.map(record => ({ ...record })).sort(byKey)
  const {
    items,
    payments,
    creditNotes,
    allocations,
    promises,
    disputes,
    plans,
    holds,
    actions,
    passed,
    calls,
    claimFacts,
    badDebts,
  } = caseFile
  const collections = {
    items,
    payments,
    creditNotes,
    allocations,
    promises,
    disputes,
    plans,
    holds,
    badDebts,
    actions,
    passed,
    calls,
    claimFacts,
  }
  return {
    ...Object.fromEntries(Object.entries(collections).map(([name, records]) => [name, sorted(records)])),
    told: caseFile.toldHolds,
    tasks: caseFile.openTasks,
    closed: caseFile.closed,
    nextLookOn: caseFile.nextLookOn,
    lastId: caseFile.lastId,
    contacts: caseFile.contacts,
  }
}

function byKey(a: object, b: object): number {
  const key = (record: object) =>
    JSON.stringify(record, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  return key(a) < key(b) ? -1 : 1
}
