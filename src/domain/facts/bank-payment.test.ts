import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { frenchScenarios } from '../../countries/fr/scenarios.ts'
import { type Case, emptyCase, openItems } from '../case/case.ts'
import { accountCreditCents } from '../case/credit.ts'
import { day } from '../date.ts'
import { type Cents, cents } from '../money.ts'
import { DEFAULT_SETTINGS } from '../organisation/settings.ts'
import type { Scenario } from '../scenario.ts'
import { parseFact } from '../story/fact-text.ts'
import { receiveFromBank, returnFromBank, takeBackFromBank } from './bank-payment.ts'
import { record } from './record.ts'

const ON = day('2026-03-02')
const FACTS = [
  'invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13',
  'invoice F-2 800.00 issued 2026-01-20 due 2026-02-18',
  'credit A-1 100.00',
]
const money = (amount: number, entry = 'e1') => ({ entry, receivedOn: ON, amountCents: cents(amount) })
const balances = (caseFile: Case) => openItems(caseFile).map(item => `${item.name} ${item.balanceCents}`)

describe('money that a statement tells of', () => {
  test('settles what it was matched to, a credit note first; the rest stays on the account', () => {
    const caseFile = caseOf(FACTS)
    const [first, second] = caseFile.items as [Case['items'][number], Case['items'][number]]
    const note = caseFile.creditNotes[0]?.id as number
    const shares = [
      { itemId: first.id, amountCents: cents(1200_00) },
      { itemId: second.id, amountCents: cents(500_00) },
    ]
    const after = receiveFromBank(caseFile, money(1650_00), shares, [
      { creditNoteId: note, amountCents: cents(100_00) },
    ])
    expect(balances(after)).toEqual(['F-2 30000'])
    expect(accountCreditCents(after)).toBe(50_00n)
    expect(after.nextLookOn).toBe(ON)
  })

  test('returned in part, the newest share comes back; returned whole, nothing is left of it', () => {
    const caseFile = caseOf(FACTS)
    const shares = caseFile.items.map(item => ({ itemId: item.id, amountCents: item.amountCents }))
    const paid = receiveFromBank(caseFile, money(2050_00), shares, [])
    expect(balances(paid)).toEqual([])
    expect(balances(returnFromBank(paid, 'e1', cents(300_00), ON))).toEqual(['F-2 30000'])
    const gone = returnFromBank(paid, 'e1', cents(2050_00), ON)
    expect(balances(gone)).toEqual(['F-1 120000', 'F-2 80000'])
    expect(accountCreditCents(gone)).toBe(100_00n)
    expect(returnFromBank(paid, 'other', cents(1_00), ON)).toBe(paid)
  })

  test('taken back, a promise that it kept is awaited again', () => {
    const promised = caseOf([...FACTS, 'promise 1200.00 by 2026-03-05 F-1'])
    const first = promised.items[0] as Case['items'][number]
    const paid = receiveFromBank(
      promised,
      money(1200_00),
      [{ itemId: first.id, amountCents: first.amountCents }],
      [],
    )
    const kept = {
      ...paid,
      promises: paid.promises.map(promise => ({ ...promise, status: 'kept' as const })),
    }
    expect(takeBackFromBank(kept, 'e1', ON).promises.map(({ status }) => status)).toEqual(['pending'])
  })

  it('taken back, the case is as before, whatever it had paid and whatever else happened', () => {
    const amount = fc.integer({ min: 1, max: 3000_00 })
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 3 }), amount, (paid, others, credit) => {
        const caseFile = others.reduce(
          (current, cents, index) => received(current, cents, `o${index}`, 0),
          caseOf(FACTS),
        )
        const taken = takeBackFromBank(received(caseFile, paid, 'e1', credit), 'e1', ON)
        expect({ ...taken, lastId: 0, nextLookOn: null }).toEqual({
          ...caseFile,
          lastId: 0,
          nextLookOn: null,
        })
      }),
    )
  })
})

/** Set against the oldest items as far as the money goes, with a part of the credit note. */
function received(caseFile: Case, amount: number, entry: string, credit: number): Case {
  const note = caseFile.creditNotes[0]
  const used = caseFile.allocations.some(({ source }) => source === 'credit-note')
  const credits =
    note && !used && credit > 0
      ? [{ creditNoteId: note.id, amountCents: cents(Math.min(credit, Number(note.amountCents))) }]
      : []
  let left = cents(amount) + credits.reduce((total, { amountCents }) => total + amountCents, 0n)
  const shares = openItems(caseFile).flatMap(item => {
    const part = item.balanceCents < left ? item.balanceCents : (left as Cents)
    left -= part
    return part > 0n ? [{ itemId: item.id, amountCents: part }] : []
  })
  return receiveFromBank(caseFile, money(amount, entry), shares, credits)
}

function caseOf(facts: readonly string[]): Case {
  const empty = emptyCase({
    id: 'c/d',
    creditor: 'c',
    debtor: { code: 'd', name: 'Durand', kind: 'business' },
    contacts: [],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
    settings: DEFAULT_SETTINGS,
  })
  const scenario = frenchScenarios.get('amiable-b2b') as Scenario
  return facts.reduce((caseFile, text) => {
    const fact = parseFact(text)
    if ('problem' in fact) throw new Error(fact.problem)
    const next = record(caseFile, fact, ON, scenario)
    if ('refused' in next) throw new Error(next.refused)
    return next
  }, empty)
}
