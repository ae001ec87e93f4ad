import type { Random } from '../../src/bench/random.ts'
import { type Case, openItems } from '../../src/domain/case/case.ts'
import { isJudgmentInForce } from '../../src/domain/case/insolvency.ts'
import type { OpenItem } from '../../src/domain/case/open-item.ts'
import { addDays, type Day, formatDay } from '../../src/domain/date.ts'
import { type Cents, cents, formatAmount } from '../../src/domain/money.ts'
import type { NewInvoice } from './company.ts'
import type { Life } from './life.ts'

type Event = (caseFile: Case, random: Random, today: Day) => string | null

const aStep = ['p15', 'j1', 'j4', 'j7', 'j11', 'j16', 'j30', 'j32', 'j40', 'j60'] as const

/** What may happen, the more often the more often it is listed. Null where the case doesn't allow it. */
const EVENTS: readonly [Event, ...Event[]] = [
  onItem(item => `pay ${formatAmount(item.balanceCents)} ${item.name}`),
  onItem(item => `pay ${formatAmount(item.balanceCents)} ${item.name}`),
  onItem((item, random) => `pay ${part(item, random)} ${item.name}`),
  onItem((item, random) => `pay ${part(item, random)}`),
  caseFile => {
    const owed = openItems(caseFile).reduce((total, { balanceCents }) => total + balanceCents, 0n)
    return owed > 0n ? `pay ${formatAmount(cents(owed))}` : null
  },
  (_caseFile, random) => (random.chance(0.2) ? `pay ${random.between(10, 90)}.00` : null),
  (caseFile, random) => {
    const paid = caseFile.allocations.findLast(a => a.source === 'payment' && a.amountCents > 0n)
    const name = caseFile.items.find(item => item.id === paid?.itemId)?.name
    return paid && name && random.chance(0.3) ? `unpay ${formatAmount(paid.amountCents)} ${name}` : null
  },
  (caseFile, random) => `credit A-${caseFile.lastId} ${random.between(5, 300)}.00`,
  onItem((item, random, caseFile) => `credit A-${caseFile.lastId} ${part(item, random)} for ${item.name}`),
  onItem(
    (item, random, _caseFile, today) => `promise ${part(item, random)} by ${soon(today, random, 0, 12)}`,
  ),
  onItem(
    (item, random, _caseFile, today) =>
      `promise ${formatAmount(item.balanceCents)} by ${soon(today, random, 0, 12)} ${item.name}`,
  ),
  onItem(item => `dispute ${item.name} ${formatAmount(item.balanceCents)} quantity`),
  onItem((item, random) => `dispute ${item.name} ${part(item, random)} price`),
  onDisputed(name => `settle ${name}`),
  onDisputed(name => `settle ${name}`),
  onDisputed(name => `settle ${name}`),
  onItem((_item, random, _caseFile, today) => `plan 3 x 150.00 from ${soon(today, random, 1, 20)} monthly`),
  (_caseFile, random, today) => `pause until ${soon(today, random, 0, 15)}`,
  onHold('pause', 'resume'),
  (caseFile, random) => (hasRefused(caseFile) || random.chance(0.1) ? 'resume' : null),
  onItem((item, random, _caseFile, today) => `direct-debit ${item.name} on ${soon(today, random, 1, 8)}`),
  (_caseFile, random, today) => (random.chance(0.05) ? `insolvency ${soon(today, random, -5, 0)}` : null),
  (_caseFile, random, today) =>
    random.chance(0.05)
      ? `insolvency ${soon(today, random, -9, -5)} published ${soon(today, random, -4, 0)} kind receivership`
      : null,
  (_caseFile, random, today) =>
    random.chance(0.02) ? `over-indebtedness ${soon(today, random, -5, 0)}` : null,
  onJudgment((random, today) => `declared ${soon(today, random, 0, 0)}`),
  onJudgment((random, today) =>
    random.chance(0.2) ? `insolvency-closed ${soon(today, random, 0, 0)}` : null,
  ),
  onItem((item, random, _caseFile, today) =>
    random.chance(0.1) ? `performed ${item.invoice} ${soon(today, random, -30, 0)}` : null,
  ),
  (_caseFile, random) => (random.chance(0.3) ? 'bounce email' : null),
  () => 'reply',
  onHold('reply-unread', 'read'),
  onHold('reply-unread', 'read'),
  onHold('reply-unread', 'read'),
  (caseFile, random) => (random.chance(0.2) ? `skip ${random.pick(aStep)}` : `skip ${nextAsked(caseFile)}`),
  (_caseFile, random, today) => `presented ${soon(today, random, -4, 0)}`,
  onItem((item, random, _caseFile, today) =>
    random.chance(0.2) ? `already ${random.pick(aStep)} ${soon(today, random, -20, -1)} ${item.name}` : null,
  ),
  onItem((item, random, _caseFile, today) => `due ${item.name} ${soon(today, random, -10, 30)}`),
  onItem((item, random) => (random.chance(0.3) ? `write-off ${item.name}` : null)),
  (caseFile, random) => (random.chance(0.3) ? `fail ${nextAsked(caseFile)}` : null),
]

export function randomEvent(caseFile: Case, random: Random, today: Day): string | null {
  return random.pick(EVENTS)(caseFile, random, today)
}

export function randomInvoice(life: Life, random: Random, today: Day, daysAgo: number): NewInvoice {
  life.invoices++
  const issuedOn = addDays(today, -random.between(0, daysAgo))
  return {
    life,
    number: `${life.code}-${life.invoices}`,
    issuedOn,
    dueOn: addDays(issuedOn, random.pick([0, 15, 30, 30, 30, 45, 60])),
    amountCents: cents(random.between(20_00, 2500_00)),
  }
}

function onItem(text: (item: OpenItem, random: Random, caseFile: Case, today: Day) => string | null): Event {
  return (caseFile, random, today) => {
    const open = openItems(caseFile)
    const item = open[random.between(0, Math.max(open.length - 1, 0))]
    return item ? text(item, random, caseFile, today) : null
  }
}

function onDisputed(text: (name: string) => string): Event {
  return caseFile => {
    const open = caseFile.disputes.find(({ settledOn }) => settledOn === null)
    const item = caseFile.items.find(({ id }) => id === open?.itemId)
    return item ? text(item.name) : null
  }
}

function onJudgment(text: (random: Random, today: Day) => string | null): Event {
  return (caseFile, random, today) => (caseFile.holds.some(isJudgmentInForce) ? text(random, today) : null)
}

function onHold(reason: string, text: string): Event {
  return caseFile =>
    caseFile.holds.some(hold => hold.reason === reason && hold.endedOn === null) ? text : null
}

function hasRefused(caseFile: Case): boolean {
  return caseFile.actions.some(({ status }) => status === 'refused')
}

function nextAsked(caseFile: Case): string {
  return caseFile.actions.findLast(({ status }) => status === 'open' || status === 'done')?.step ?? 'j1'
}

function part(item: OpenItem, random: Random): string {
  const share = (item.balanceCents * BigInt(random.between(1, 9))) / 10n
  return formatAmount((share > 0n ? share : 1n) as Cents)
}

function soon(today: Day, random: Random, least: number, most: number): string {
  return formatDay(addDays(today, random.between(least, most)))
}
