import type { BenchResult } from '../cli/program/bench.ts'
import { france } from '../countries/fr/country.ts'
import { type Calendar, nextContactDay } from '../domain/calendar.ts'
import { type Case, emptyCase } from '../domain/case/case.ts'
import type { DueItem } from '../domain/case/invoice.ts'
import { addDays, type Day } from '../domain/date.ts'
import { decide } from '../domain/decide/decide.ts'
import { type Cents, cents } from '../domain/money.ts'
import { DEFAULT_SETTINGS } from '../domain/organisation/settings.ts'
import type { Scenario, Step } from '../domain/scenario.ts'
import { BENCH_DAY } from './ledger.ts'
import type { Size } from './size.ts'
import { median, peakMemory, speedBeside, spentOn } from './stopwatch.ts'

/** Decisions of the domain alone, in memory, beside a bare loop of the same arithmetic that knows no exception. */
export function benchDecide({ debtors, runs }: Size, invoicesPerDebtor: number): BenchResult {
  const scenario = france.scenarios.get('amiable-b2b') as Scenario
  const calendar = france.law({ region: null })
  const cases = Array.from({ length: debtors }, (_, index) => caseOf(index, invoicesPerDebtor))
  const perSecond = (decideOne: (caseFile: Case) => unknown) =>
    debtors /
    spentOn(() => {
      for (const caseFile of cases) decideOne(caseFile)
    })
  const ours: number[] = []
  const limit: number[] = []
  for (let run = 0; run <= runs; run++) {
    ours.push(perSecond(caseFile => decide(caseFile, scenario, calendar, BENCH_DAY)))
    limit.push(perSecond(caseFile => bareDecision(caseFile, scenario, calendar, BENCH_DAY)))
  }
  const speeds = { ours: ours.slice(1), limit: limit.slice(1) } // the first compiles
  return speedBeside('decide', 'décisions/s', speeds, {
    cases: debtors,
    invoices: debtors * invoicesPerDebtor,
    invoicesPerSecond: Math.round(median(speeds.ours) * invoicesPerDebtor),
    peakMemoryMb: peakMemory(),
  })
}

/** Balances, days late, the step that each item comes to and its day, the furthest item, the sum asked. */
function bareDecision(caseFile: Case, scenario: Scenario, calendar: Calendar, today: Day) {
  const paid = new Map<number, bigint>()
  for (const { itemId, amountCents } of caseFile.allocations)
    paid.set(itemId, (paid.get(itemId) ?? 0n) + amountCents)
  const itemIds: number[] = []
  let total = 0n
  let furthest = -1
  for (const item of caseFile.items) {
    const balance = item.amountCents - (paid.get(item.id) ?? 0n)
    if (balance <= 0n || item.dueOn === null || item.dueOn >= today) continue
    const index = scenario.steps.findIndex(step => step.stage !== 'preventive')
    const step = scenario.steps[index] as Step
    if (nextContactDay(calendar, addDays(item.dueOn, step.offsetDays)) > today) continue
    if (index > furthest) furthest = index
    itemIds.push(item.id)
    total += balance
  }
  return { step: scenario.steps[furthest]?.id ?? null, itemIds, amountCents: total as Cents }
}

function caseOf(index: number, invoices: number): Case {
  const code = `C${index + 1}`
  const caseFile = emptyCase({
    id: `MOI/${code}`,
    creditor: 'Banc',
    debtor: { code, name: `Client ${index + 1}`, kind: 'business' },
    contacts: [
      {
        role: 'accounts-payable',
        name: 'Comptabilité',
        email: `compta@${code}.example`,
        emailInvalid: false,
        phone: null,
        phoneInvalid: false,
        language: 'fr',
      },
    ],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
    settings: DEFAULT_SETTINGS,
  })
  return {
    ...caseFile,
    lastId: invoices,
    items: Array.from({ length: invoices }, (_, item) => itemOf(index * invoices + item + 1, item + 1)),
  }
}

function itemOf(place: number, id: number): DueItem {
  const name = `F-${String(place).padStart(8, '0')}`
  const dueOn = addDays(BENCH_DAY, -1 - ((place * 7919) % 120))
  return {
    id,
    name,
    invoice: name,
    issuedOn: addDays(dueOn, -30),
    dueOn,
    dueAssumed: false,
    taxCents: null,
    amountCents: cents(5000 + ((place * 104_729) % 499_900)),
    performedOn: null,
    payee: null,
    payeeIban: null,
    round: 1,
  }
}
