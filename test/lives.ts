import fc from 'fast-check'
import { france } from '../src/countries/fr/country.ts'
import { frenchScenarios } from '../src/countries/fr/scenarios.ts'
import type { Action } from '../src/domain/action.ts'
import { writtenOffCents } from '../src/domain/case/allocation.ts'
import { type Case, emptyCase, openItems } from '../src/domain/case/case.ts'
import { SUSPENSIONS, type Suspension } from '../src/domain/case/recorded-hold.ts'
import { addDays, type Day, day, formatDay } from '../src/domain/date.ts'
import type { Contact, DebtorKind } from '../src/domain/debtor.ts'
import { adopt, carriedOut } from '../src/domain/decide/adopt.ts'
import { decide } from '../src/domain/decide/decide.ts'
import type { Decision } from '../src/domain/decide/decision.ts'
import type { Fact } from '../src/domain/facts/fact.ts'
import { record } from '../src/domain/facts/record.ts'
import type { Law } from '../src/domain/law/law.ts'
import { type Cents, cents } from '../src/domain/money.ts'
import { DEFAULT_SETTINGS, type Settings } from '../src/domain/organisation/settings.ts'
import type { Scenario } from '../src/domain/scenario.ts'
import { tell } from '../src/domain/story/tell.ts'

const FROM = day('2026-03-02')
/** Days of a life; `DAYS=400` for the long run of docs/proofs.md. */
const DAYS = Number(process.env.DAYS ?? 120)

/** A case as one morning found it, what was decided, and the case once that was carried out. */
export type Morning = {
  before: Case
  decision: Decision
  after: Case
  today: Day
  law: Law
  scenario: Scenario
}

/** A move of a life: what happens, as far as the case then allows it. `n` and `m` choose items and amounts. */
export type Move = { after: number; kind: Fact['kind'] | 'pay-all' | 'pay-lost'; n: number; m: number }
export type Life = {
  kind: DebtorKind
  scenarioId: string
  contacts: Contact[]
  settings: Settings
  invoices: { issuedDaysBefore: number; term: number; amount: number }[]
  moves: Move[]
  /** Days after which a person agrees to what is proposed; null for never. */
  agreesAfter: number | null
}

/** Lives a case through its days; `looks` says on which mornings it is decided. */
export function run(
  life: Life,
  looks: (caseFile: Case, today: Day) => boolean,
): { told: string[]; mornings: Morning[] } {
  const told: string[] = []
  const mornings: Morning[] = []
  let current = startOf(life)
  for (let today = FROM; today < FROM + DAYS; today = addDays(today, 1)) {
    const moves = life.moves.filter(({ after }) => FROM + after === today)
    if (looks(current, today)) {
      const stays = moves.some(({ kind }) => kind === 'undone' || kind === 'fail')
      const morning = live(life, current, today, !stays)
      mornings.push(morning)
      told.push(...tellOf(morning))
      current = morning.after
    }
    for (const move of moves) current = happened(life, current, factOf(life, move, current, today), today)
    for (const step of agreedToday(life, current, today))
      current = happened(life, current, { kind: 'confirm', step }, today)
  }
  return { told, mornings }
}

/** What is told over the next mornings once these facts have happened, in this order, on the evening of a day. */
export function toldAfter(
  life: Life,
  evening: Case,
  facts: readonly Fact[],
  on: Day,
  days: number,
): string[] {
  const told: string[] = []
  let current = facts.reduce((caseFile, fact) => happened(life, caseFile, fact, on), evening)
  for (let today = addDays(on, 1); today <= on + days; today = addDays(today, 1)) {
    const morning = live(life, current, today, true)
    told.push(...tellOf(morning).sort())
    current = morning.after
    for (const step of agreedToday(life, current, today))
      current = happened(life, current, { kind: 'confirm', step }, today)
  }
  return told
}

function live(life: Life, before: Case, today: Day, carriesOut: boolean): Morning {
  const scenario = scenarioOf(life)
  const law = france.law({ region: life.settings.region })
  const decision = decide(before, scenario, law, today)
  const adopted = adopt(before, decision, today)
  const after = carriesOut ? withActsDone(adopted, scenario, today) : adopted
  return { before, decision, after, today, law, scenario }
}

function tellOf({ before, decision, today }: Morning): string[] {
  return tell(before, decision).map(({ text }) => `${formatDay(today)} ${text}`)
}

function scenarioOf({ scenarioId }: Life): Scenario {
  return frenchScenarios.get(scenarioId) as Scenario
}

function startOf(life: Life): Case {
  const { kind, scenarioId, contacts, settings, invoices } = life
  const debtor = { code: 'd', name: 'Durand', kind }
  const empty = emptyCase({
    id: 'c/d',
    creditor: 'c',
    debtor,
    contacts,
    currency: 'EUR',
    scenarioId,
    settings,
  })
  return invoices.reduce((caseFile, { issuedDaysBefore, term, amount }, index) => {
    const issuedOn = addDays(FROM, -issuedDaysBefore)
    return happened(
      life,
      caseFile,
      invoiceFact(`F-${index + 1}`, amount, issuedOn, addDays(issuedOn, term)),
      addDays(FROM, -1),
    )
  }, empty)
}

function withActsDone(caseFile: Case, scenario: Scenario, today: Day): Case {
  return caseFile.actions
    .filter(({ status, askedOn }) => (status === 'open' || status === 'planned') && askedOn === today)
    .reduce((current, { id }) => carriedOut(current, id, today, scenario), caseFile)
}

function happened(life: Life, caseFile: Case, fact: Fact | null, today: Day): Case {
  const next = fact && record(caseFile, fact, today, scenarioOf(life))
  return next === null || 'refused' in next ? caseFile : next
}

function agreedToday({ agreesAfter }: Life, caseFile: Case, today: Day): string[] {
  return caseFile.actions
    .filter(
      ({ status, askedOn }) =>
        agreesAfter !== null && status === 'proposed' && askedOn + agreesAfter <= today,
    )
    .map(({ step }) => step)
}

function invoiceFact(number: string, amount: number, issuedOn: Day, dueOn: Day): Fact {
  return {
    kind: 'invoice',
    invoice: { number, issuedOn, dues: [{ dueOn, amountCents: cents(amount) }] },
  }
}

function factOf(life: Life, { kind, n, m }: Move, caseFile: Case, today: Day): Fact | null {
  const { steps } = scenarioOf(life)
  const open = openItems(caseFile)
  const item = open[n % Math.max(open.length, 1)]
  const whole = item?.balanceCents ?? (100_00n as Cents)
  const part = ((whole * BigInt((m % 4) + 1) + 3n) / 4n) as Cents
  const items = item && m % 2 === 0 ? [item.name] : []
  const step = (steps[n % steps.length] as { id: string }).id
  const stepOf = (...statuses: Action['status'][]) =>
    caseFile.actions.findLast(({ status }) => statuses.includes(status))?.step ?? null
  const onStep = (
    found: string | null,
    of: 'fail' | 'done' | 'refuse' | 'confirm' | 'approve',
  ): Fact | null => (found === null ? null : { kind: of, step: found })
  switch (kind) {
    case 'invoice':
      return invoiceFact(
        `N-${caseFile.lastId}`,
        50_00 + m * 7_00,
        addDays(today, -(n % 30)),
        addDays(today, m - 10),
      )
    case 'credit':
      return { kind, number: `A-${caseFile.lastId}`, amountCents: part, forItem: items[0] ?? null }
    case 'pay':
      return { kind, amountCents: part, items }
    case 'pay-all':
      return {
        kind: 'pay',
        amountCents: cents(open.reduce((total, { balanceCents }) => total + balanceCents, 1n)),
        items: [],
      }
    case 'unpay': {
      const paid = caseFile.allocations.findLast(
        ({ source, amountCents }) => source === 'payment' && amountCents > 0n,
      )
      const name = caseFile.items.find(({ id }) => id === paid?.itemId)?.name
      return paid && name ? { kind, amountCents: paid.amountCents, item: name } : null
    }
    case 'promise':
      return { kind, amountCents: part, by: addDays(today, m % 15), items }
    case 'dispute':
      return item ? { kind, item: item.name, amountCents: part, reason: 'other' } : null
    case 'tax':
      return item
        ? { kind, item: item.name, taxCents: cents((item.amountCents * BigInt(m % 5)) / 24n) }
        : null
    case 'impair':
      return item ? { kind, item: item.name, percent: (n % 5) * 25 } : null
    case 'irrecoverable':
      return item
        ? { kind, item: item.name, ground: m % 2 === 0 ? 'parti sans adresse' : addDays(today, -m) }
        : null
    case 'pay-lost': {
      const lost = caseFile.items.find(({ id }) => writtenOffCents(caseFile.allocations, id) > 0n)
      return lost ? { kind: 'pay', amountCents: part, items: [lost.name] } : null
    }
    case 'settle':
    case 'doubtful':
    case 'write-off':
      return item ? { kind, item: item.name } : null
    case 'plan':
      return { kind, count: 3, amountCents: part, from: addDays(today, n % 20), items }
    case 'pause':
      return { kind, until: n % 3 === 0 ? null : addDays(today, m) }
    case 'direct-debit':
      return item ? { kind, item: item.name, on: addDays(today, m % 10) } : null
    case 'insolvency':
      return n % 4 === 0
        ? judgment(addDays(today, -5 - m), m % 3 === 0 ? null : addDays(today, -(m % 5)))
        : null
    case 'insolvency-closed':
    case 'declared':
    case 'over-indebtedness':
      return n % 3 === 0 ? { kind, on: addDays(today, -(m % 4)) } : null
    case 'performed':
      return item ? { kind, invoice: item.invoice, on: addDays(today, -n) } : null
    case 'acknowledgement':
    case 'legal-action':
    case 'declared-to-insurer':
      return { kind, items, on: addDays(today, -(m % 30)), document: null }
    case 'assigned':
      return { kind, payee: 'Factor', iban: `FR76${'0'.repeat(22)}${m % 2}`, items }
    case 'reassigned':
      return { kind, items }
    case 'payable':
      return { kind, amountCents: n % 3 === 0 ? (0n as Cents) : part }
    case 'bank':
      return { kind, on: addDays(today, -(m % 5)) }
    case 'bounce':
      return { kind, channel: m % 2 === 0 ? 'email' : 'call' }
    case 'fail':
      return onStep(stepOf('open', 'planned'), 'fail')
    case 'done':
      return onStep(stepOf('open', 'planned'), 'done')
    case 'refuse':
      return onStep(stepOf('proposed', 'agreed'), 'refuse')
    case 'confirm':
    case 'approve':
      return onStep(stepOf('proposed'), kind)
    case 'call-back': {
      const asked = stepOf('open')
      return asked === null ? null : { kind, step: asked, on: addDays(today, 1 + (m % 9)) }
    }
    case 'skip':
      return { kind, step, items }
    case 'presented':
      return { kind, on: addDays(today, -(n % 5)) }
    case 'already':
      return item ? { kind, step, on: addDays(today, -(m % 20)), item: item.name } : null
    case 'due':
      return item ? { kind, item: item.name, on: addDays(today, m - 10) } : null
    case 'waive':
      return item
        ? { kind, of: m % 2 === 0 ? 'interest' : 'indemnity', amountCents: part, item: item.name }
        : null
    case 'claim-costs':
      return item ? { kind, amountCents: part, item: item.name, document: `pièce ${n}` } : null
    case 'judgment':
      return { kind, on: addDays(today, -m) }
    case 'resume':
    case 'reply':
    case 'read':
      return { kind }
    case 'suspend':
      return {
        kind,
        reason: suspension(n),
        items,
        until: n % 3 === 0 ? null : addDays(today, m),
      }
    case 'release':
      return { kind, reason: suspension(n) }
    case 'undone':
    case 'down':
      return null
  }
}

function judgment(on: Day, publishedOn: Day | null): Fact {
  return { kind: 'insolvency', on, publishedOn, procedure: null }
}

function suspension(n: number): Suspension {
  return SUSPENSIONS[n % SUSPENSIONS.length] as Suspension
}

const KINDS: Move['kind'][] = [
  ...([
    'pay',
    'pay',
    'pay-all',
    'unpay',
    'credit',
    'promise',
    'promise',
    'dispute',
    'settle',
    'plan',
  ] as const),
  ...([
    'pause',
    'resume',
    'direct-debit',
    'insolvency',
    'bounce',
    'reply',
    'read',
    'fail',
    'fail',
    'undone',
  ] as const),
  ...([
    'undone',
    'undone',
    'call-back',
    'done',
    'confirm',
    'approve',
    'refuse',
    'skip',
    'presented',
    'already',
    'due',
  ] as const),
  ...(['write-off', 'invoice', 'invoice', 'suspend', 'release', 'bank'] as const),
  ...([
    'acknowledgement',
    'legal-action',
    'declared-to-insurer',
    'payable',
    'assigned',
    'reassigned',
  ] as const),
  ...(['declared', 'insolvency-closed', 'over-indebtedness', 'performed', 'insolvency'] as const),
  ...(['waive', 'claim-costs', 'judgment'] as const),
]

/** Of claims given up, and of money that comes all the same. */
const BAD_DEBTS: Move['kind'][] = [
  ...(['tax', 'tax', 'doubtful', 'impair', 'irrecoverable', 'write-off'] as const),
  ...(['pay', 'credit', 'unpay', 'pay-lost', 'pay-lost'] as const),
]

const moveOf = (kinds: readonly Move['kind'][]): fc.Arbitrary<Move> =>
  fc.record({
    after: fc.integer({ min: 0, max: DAYS - 1 }),
    kind: fc.constantFrom(...kinds),
    n: fc.nat(40),
    m: fc.nat(40),
  })

const contact: fc.Arbitrary<Contact> = fc.record({
  role: fc.constantFrom('accounts-payable', 'main', 'neighbour'),
  name: fc.constant(null),
  email: fc.constantFrom('a@b.example', 'a@b.example', null),
  emailInvalid: fc.constant(false),
  phone: fc.constantFrom('0102030405', '0102030405', null),
  phoneInvalid: fc.constant(false),
  language: fc.constant('fr'),
})

function caseOf(kinds: readonly Move['kind'][], most: number): fc.Arbitrary<Life> {
  return fc.record({
    kind: fc.constantFrom<DebtorKind>('business', 'business', 'consumer', 'public-body'),
    scenarioId: fc.constantFrom('amiable-b2b', 'amiable-b2b', ...frenchScenarios.keys()),
    contacts: fc.array(contact, { minLength: 0, maxLength: 2 }),
    settings: fc.record({
      minimumCents: fc.constantFrom(0n as Cents, 0n as Cents, 200_00n as Cents),
      maximumCents: fc.constantFrom(null, null, 1500_00n as Cents),
      grouping: fc.constantFrom(null, null, 'invoice' as const),
      region: fc.constantFrom(null, 'alsace-moselle'),
      credits: fc.constantFrom('net', 'net', 'list', 'ignore'),
      entry: fc.constantFrom('first', 'first', 'level-2'),
      firstMessage: fc.constantFrom('automatic', 'automatic', 'to-confirm'),
      formalNoticeDays: fc.constant(DEFAULT_SETTINGS.formalNoticeDays),
      bankDataDays: fc.constantFrom(null, null, null, 20),
      staleBankData: fc.constantFrom('wait', 'wait', 'warn'),
      limitation: fc.constantFrom<Settings['limitation']>('general', 'telecom', 'telecom', 2),
      creditInsuranceDays: fc.constantFrom(null, 60),
      creditorOutsideMetropolitanFrance: fc.boolean(),
    }),
    invoices: fc.array(
      fc.record({
        issuedDaysBefore: fc.integer({ min: -10, max: 120 }),
        term: fc.constantFrom(0, 15, 30, 45, 60),
        amount: fc.integer({ min: 20_00, max: 2000_00 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    moves: fc.array(moveOf(kinds), { maxLength: most }),
    agreesAfter: fc.constantFrom(null, 0, 1, 4),
  })
}

/** A random case and what happens to it, up to one thing in ten days. */
export const theCase = caseOf(KINDS, DAYS / 10)

/** A random case of claims that may never be paid. */
export const aBadDebtCase = caseOf(BAD_DEBTS, DAYS / 5)

/** Facts about one item, or about the case, that have nothing to do with those about another item. */
function independentFacts(first: string, second: string, today: Day): Fact[][] {
  const about = (item: string): Fact[] => [
    { kind: 'pay', amountCents: cents(40_00), items: [item] },
    { kind: 'pay', amountCents: cents(9000_00), items: [item] },
    { kind: 'credit', number: `A-${item}`, amountCents: cents(30_00), forItem: item },
    { kind: 'dispute', item, amountCents: cents(25_00), reason: 'other' },
    { kind: 'promise', amountCents: cents(50_00), by: addDays(today, 6), items: [item] },
    { kind: 'plan', count: 2, amountCents: cents(50_00), from: addDays(today, 9), items: [item] },
    { kind: 'direct-debit', item, on: addDays(today, 3) },
    { kind: 'suspend', reason: 'retention', items: [item], until: addDays(today, 8) },
    { kind: 'due', item, on: addDays(today, 12) },
    { kind: 'write-off', item },
    { kind: 'waive', of: 'interest', amountCents: cents(10_00), item },
    { kind: 'claim-costs', amountCents: cents(90_00), item, document: 'D-1' },
  ]
  const ofTheCase: Fact[] = [
    { kind: 'pause', until: addDays(today, 5) },
    { kind: 'reply' },
    judgment(today, null),
    { kind: 'credit', number: 'A-0', amountCents: cents(30_00), forItem: null },
    invoiceFact('G-1', 80_00, addDays(today, -20), addDays(today, -4)),
  ]
  return [about(first), [...about(second), ...ofTheCase]]
}

/** An evening on which two items are open, and two facts of that day that have nothing to do with each other. */
export const anEvening = fc
  .tuple(theCase, fc.integer({ min: 3, max: 60 }), fc.nat(11), fc.nat(16))
  .map(([life, after, one, other]) => {
    const on = addDays(FROM, after)
    const { mornings } = run(life, (_, today) => today <= on)
    const evening = mornings.at(-1)?.after as Case
    const [first, second] = openItems(evening)
    if (!first || !second) return null
    const [left, right] = independentFacts(first.name, second.name, on) as [Fact[], Fact[]]
    return { life, evening, on, facts: [left[one], right[other]] as [Fact, Fact] }
  })
  .filter(found => found !== null)
