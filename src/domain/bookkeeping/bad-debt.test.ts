/** Worked by hand from the texts that docs/law/fr.md cites; the property at the end lives random cases. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frenchRates } from '../../countries/fr/rates.ts'
import { frenchScenarios } from '../../countries/fr/scenarios.ts'
import { type Case, emptyCase, openItems } from '../case/case.ts'
import { claimOn } from '../claim/case-claim.ts'
import { addDays, type Day, day, formatDay } from '../date.ts'
import { record } from '../facts/record.ts'
import { cents, formatAmount, sum } from '../money.ts'
import { DEFAULT_SETTINGS } from '../organisation/settings.ts'
import type { Scenario } from '../scenario.ts'
import { parseFact } from '../story/fact-text.ts'
import { badDebtsOf, lifeOfBadDebt } from './bad-debt.ts'
import { badDebtEntries } from './bad-debt-entries.ts'

const INVOICE = '2026-01-15 invoice F-1 1200.00 issued 2026-01-15 due 2026-02-14'
const LATE = day('2026-12-31')

describe('a claim written off once it is irrecoverable', () => {
  const facts = [
    INVOICE,
    '2026-01-15 tax F-1 200.00',
    '2026-03-03 doubtful F-1',
    '2026-03-04 pay 400.00 F-1',
    '2026-03-10 impair F-1 50',
    '2026-04-01 irrecoverable F-1 "parti sans laisser d\'adresse"',
    '2026-04-02 write-off F-1',
  ]

  it('goes from doubtful to impaired, then lost', () => {
    expect(statuses(facts)).toEqual([
      '2026-03-03 doubtful',
      '2026-03-04 doubtful',
      '2026-03-10 impaired',
      '2026-04-01 impaired',
      '2026-04-02 lost',
    ])
  })

  it('lets 133.33 of VAT be recovered of the 800.00 left of 1,200.00 with 200.00 of VAT: the payment settled both', () => {
    expect(standing(facts.slice(0, 6))).toMatchObject([
      { openCents: 800_00n, taxRecoverableCents: 133_33n, taxRecoveredCents: 0n },
    ])
    expect(standing(facts)).toMatchObject([
      { openCents: 0n, lostCents: 800_00n, taxRecoverableCents: 0n, taxRecoveredCents: 133_33n },
    ])
  })

  it('is written on 416, 491 and 654', () => {
    expect(entries(facts)).toEqual([
      '2026-03-03 doubtful doubtful 1200.00 customers -1200.00',
      '2026-03-10 impairment impairment-charge 333.34 impairment -333.34',
      '2026-04-02 impairment-reversal impairment 333.34 impairment-reversal -333.34',
      '2026-04-02 loss loss 666.67 vat 133.33 doubtful -800.00',
    ])
  })

  it('and paid for 300.00 after that gives 50.00 of VAT back, and 100.00 more once all is paid', () => {
    const later = [...facts, '2026-05-05 pay 300.00 F-1', '2026-06-05 pay 500.00 F-1']
    expect(entries(later).slice(4)).toEqual([
      '2026-05-05 recovery doubtful 300.00 loss -250.00 vat -50.00',
      '2026-06-05 recovery doubtful 500.00 loss -416.67 vat -83.33',
    ])
    expect(statuses(later).slice(-2)).toEqual(['2026-05-05 lost', '2026-06-05 recovered'])
    expect(openItems(live(later))).toEqual([])
  })

  it('keeps what is paid beyond it on the account', () => {
    const { allocations } = live([...facts, '2026-05-05 pay 900.00 F-1'])
    expect(sum(allocations.filter(a => a.source === 'payment').map(a => a.amountCents))).toBe(1200_00n)
    expect(sum(allocations.filter(a => a.source === 'write-off').map(a => a.amountCents))).toBe(0n)
  })

  it('is owed again when that payment comes back', () => {
    const back = live([...facts, '2026-05-05 pay 300.00 F-1', '2026-05-09 unpay 300.00 F-1'])
    expect(openItems(back).map(item => item.balanceCents)).toEqual([300_00n])
    expect(standing([...facts, '2026-05-05 pay 300.00 F-1', '2026-05-09 unpay 300.00 F-1'])).toMatchObject([
      { status: 'lost', openCents: 300_00n, lostCents: 500_00n, taxRecoverableCents: 50_00n },
    ])
  })

  it('shows what is given up, less what came in since, in its claim', () => {
    const caseFile = live([...facts, '2026-05-05 pay 300.00 F-1'])
    const claim = claimOn(caseFile, caseFile.items, LATE, frenchRates)
    expect(claim).toMatchObject({ totals: { principalCents: 1200_00n, paidCents: 700_00n } })
    expect('totals' in claim && claim.totals.waivedCents).toBe(500_00n)
  })
})

describe('VAT', () => {
  it('is not recovered of a claim given up without being irrecoverable: the whole is lost', () => {
    expect(entries([INVOICE, '2026-01-15 tax F-1 200.00', '2026-04-02 write-off F-1'])).toEqual([
      '2026-04-02 loss loss 1200.00 customers -1200.00',
    ])
  })

  it('is recovered from the day on which the claim given up turns out irrecoverable', () => {
    const facts = [INVOICE, '2026-01-15 tax F-1 200.00', '2026-04-02 write-off F-1']
    expect(entries([...facts, '2026-06-01 irrecoverable F-1 "certificat d\'irrécouvrabilité"'])).toEqual([
      '2026-04-02 loss loss 1200.00 customers -1200.00',
      '2026-06-01 tax-recovered vat 200.00 loss -200.00',
    ])
  })

  it('may be recovered from the judgment that pronounces liquidation, whenever that is noted', () => {
    const facts = [
      INVOICE,
      '2026-01-15 tax F-1 200.00',
      '2026-04-10 irrecoverable F-1 liquidation 2026-03-20',
    ]
    const [item] = live(facts).items
    expect(badDebtsOf(live(facts), day('2026-03-19'))).toEqual([])
    expect(badDebtsOf(live(facts), day('2026-03-20'))).toMatchObject([
      { taxRecoverableCents: 200_00n, ground: { kind: 'liquidation', notedOn: day('2026-03-20') } },
    ])
    expect(item?.taxCents).toBe(200_00n)
  })

  it('is that of the price after credit notes, in the invoice’s proportion unless theirs is known', () => {
    const facts = [
      INVOICE,
      '2026-01-15 tax F-1 200.00',
      '2026-02-01 credit A-1 120.00 for F-1',
      '2026-04-01 irrecoverable F-1 "chèque volé"',
    ]
    expect(standing(facts)).toMatchObject([{ openCents: 1080_00n, taxRecoverableCents: 180_00n }])
    const caseFile = live(facts)
    const withoutTax = {
      ...caseFile,
      creditNotes: caseFile.creditNotes.map(note => ({ ...note, taxCents: 0n as typeof note.amountCents })),
    }
    expect(badDebtsOf(withoutTax, LATE)).toMatchObject([{ taxRecoverableCents: 200_00n }])
  })

  it('of several due dates is shared among them, and adds up', () => {
    const caseFile = live([
      '2026-01-15 invoice F-2 1000.00 issued 2026-01-15 due 2026-02-14 333.33, 2026-03-14 333.33, 2026-04-14 333.34',
      '2026-01-15 tax F-2 166.67',
    ])
    expect(caseFile.items.map(item => item.taxCents)).toEqual([55_56n, 55_55n, 55_56n])
  })
})

describe('an impairment', () => {
  const facts = [INVOICE, '2026-01-15 tax F-1 200.00', '2026-03-03 doubtful F-1', '2026-03-31 impair F-1 30']

  it('is on the net price, and a later one replaces it', () => {
    expect(entries([...facts, '2026-06-30 impair F-1 80', '2026-09-30 impair F-1 50%']).slice(1)).toEqual([
      '2026-03-31 impairment impairment-charge 300.00 impairment -300.00',
      '2026-06-30 impairment impairment-charge 500.00 impairment -500.00',
      '2026-09-30 impairment-reversal impairment 300.00 impairment-reversal -300.00',
    ])
  })

  it('is reversed when the claim is paid, which is then no bad debt any more', () => {
    const paid = [...facts, '2026-05-05 pay 1200.00 F-1']
    expect(entries(paid).at(-1)).toBe(
      '2026-05-05 impairment-reversal impairment 300.00 impairment-reversal -300.00',
    )
    expect(standing(paid)).toEqual([])
  })

  it('stays as it is after a part payment, until a person looks again', () => {
    expect(entries([...facts, '2026-05-05 pay 600.00 F-1'])).toHaveLength(2)
  })
})

describe('a fact is refused', () => {
  it.each([
    ['impair F-1 50', 'not-doubtful'],
    ['irrecoverable F-1 "parti"', 'tax-unknown'],
    ['tax F-1 1200.01', 'tax-too-high'],
    ['tax F-9 1.00', 'unknown-item'],
    ['doubtful F-9', 'unknown-item'],
    ['irrecoverable F-9 "parti"', 'unknown-item'],
  ])('%s: %s', (text, code) => {
    expect(recorded(live([INVOICE]), text)).toMatchObject({ refused: code })
  })

  it.each([
    ['doubtful F-1', 'already-noted'],
    ['impair F-1 50', 'tax-unknown'],
  ])('once doubtful, %s: %s', (text, code) => {
    expect(recorded(live([INVOICE, '2026-03-03 doubtful F-1']), text)).toMatchObject({ refused: code })
  })

  it('when the claim is paid', () => {
    const paid = live([INVOICE, '2026-01-15 tax F-1 200.00', '2026-03-03 pay 1200.00 F-1'])
    expect(recorded(paid, 'irrecoverable F-1 "parti"')).toMatchObject({ refused: 'nothing-open' })
    expect(recorded(paid, 'pay 10.00 F-1')).toMatchObject({ refused: 'nothing-open' })
  })

  it.each([
    'irrecoverable F-1',
    'irrecoverable F-1 ""',
    'impair F-1 101',
    'impair F-1',
    'tax F-1 -1.00',
    'doubtful',
  ])('as written: %s', text => {
    expect(parseFact(text)).toHaveProperty('problem')
  })
})

it('in any life: entries balance, net and VAT make up what is lost, 491 holds the impairment, nothing is recovered twice', () => {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(aLife, caseFile => {
      const written = badDebtEntries(caseFile, LATE)
      for (const { kind, lines } of written) {
        kinds.add(kind)
        expect(sum(lines.map(line => line.amountCents))).toBe(0n)
      }
      for (const item of caseFile.items) {
        const now = lifeOfBadDebt(caseFile, item, LATE).at(-1)
        if (!now) continue
        const lines = written.filter(entry => entry.item.id === item.id).flatMap(entry => entry.lines)
        const on = (account: string) =>
          sum(lines.filter(line => line.account === account).map(line => line.amountCents))
        expect(on('loss') + on('vat')).toBe(now.lostCents)
        expect(on('vat')).toBe(now.taxRecoveredCents)
        expect(on('impairment')).toBe(-now.impairmentCents)
        expect(on('impairment-charge') + on('impairment-reversal')).toBe(now.impairmentCents)
        expect(on('customers') + on('doubtful')).toBe(-now.lostCents)
        const taxed = (now.taxRecoverableCents ?? 0n) + (now.taxRecoveredCents ?? 0n)
        expect(taxed >= 0n && taxed <= (item.taxCents ?? 0n)).toBe(true)
        expect(taxed <= now.openCents + now.lostCents).toBe(true)
      }
    }),
    { seed: 272, numRuns: 400 },
  )
  expect([...kinds].sort()).toEqual([
    'doubtful',
    'impairment',
    'impairment-reversal',
    'loss',
    'recovery',
    'tax-recovered',
  ])
})

/** Two invoices of odd amounts, then what a person says of them, a few days apart; what a case refuses did not happen. */
const aLife = fc
  .record({
    amounts: fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 })),
    percent: fc.constantFrom(0, 2, 5, 10, 16, 20),
    facts: fc.array(
      fc.record({
        item: fc.constantFrom('F-1', 'F-2'),
        what: fc.constantFrom(
          'doubtful F',
          'impair F 35',
          'impair F 100',
          'irrecoverable F "parti"',
          'write-off F',
          'pay AMOUNT F',
          'pay AMOUNT F',
          'unpay AMOUNT F',
          'credit A AMOUNT for F',
        ),
        amount: fc.integer({ min: 1, max: 60_000 }),
        days: fc.nat(9),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ amounts, percent, facts }) => {
    const said = amounts.flatMap((amount, index) => [
      `2026-01-02 invoice F-${index + 1} ${text(amount)} issued 2026-01-01 due 2026-01-31`,
      `2026-01-02 tax F-${index + 1} ${text(Math.floor((amount * percent) / 100))}`,
    ])
    let on = day('2026-02-01')
    return facts.reduce((caseFile, { item, what, amount, days }) => {
      on = addDays(on, days)
      const words = what.replace('AMOUNT', text(amount)).replace(' F', ` ${item}`).replace(' A ', ` A-${on} `)
      const next = recorded(caseFile, words, on)
      return 'refused' in next ? caseFile : next
    }, live(said))
  })

function text(amount: number): string {
  return formatAmount(cents(amount))
}

function live(facts: readonly string[]): Case {
  const start = emptyCase({
    id: 'NORD/DURAND',
    creditor: 'Atelier Nord',
    debtor: { code: 'DURAND', name: 'Durand SARL', kind: 'business' },
    contacts: [],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
    settings: DEFAULT_SETTINGS,
  })
  return facts.reduce((caseFile, fact) => {
    const next = recorded(caseFile, fact.slice(11), day(fact.slice(0, 10)))
    if ('refused' in next) throw new Error(next.refused)
    return next
  }, start)
}

function recorded(caseFile: Case, text: string, on: Day = LATE) {
  const fact = parseFact(text)
  if ('problem' in fact) throw new Error(fact.problem)
  return record(caseFile, fact, on, frenchScenarios.get('amiable-b2b') as Scenario)
}

function standing(facts: readonly string[]) {
  return badDebtsOf(live(facts), LATE)
}

function statuses(facts: readonly string[]): string[] {
  const caseFile = live(facts)
  return caseFile.items.flatMap(item =>
    lifeOfBadDebt(caseFile, item, LATE).map(({ on, status }) => `${formatDay(on)} ${status}`),
  )
}

function entries(facts: readonly string[]): string[] {
  return badDebtEntries(live(facts), LATE).map(({ on, kind, lines }) =>
    [formatDay(on), kind, ...lines.flatMap(line => [line.account, formatAmount(line.amountCents)])].join(' '),
  )
}
