import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '../case/procedure.ts'
import { SUSPENSIONS } from '../case/recorded-hold.ts'
import { type Day, day } from '../date.ts'
import type { Fact } from '../facts/fact.ts'
import { cents } from '../money.ts'
import { FACT_KINDS, parseFact } from './fact-text.ts'
import { factText } from './fact-writer.ts'
import { parseStory } from './story.ts'

const days = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') }).map(value => value as Day)
const amounts = fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }).map(cents)
const shares = fc.bigInt({ min: 1n, max: 10n ** 16n }).map(cents)

/** Words that the language could take for its own, or for the end of the line, beside any others. */
const trickyWords = fc.constantFrom(
  ...['by', 'on', 'until', 'for', 'liquidation', 'due', 'x', '2026-03-01', '12.00', 'pay', 'F 1', '#12', ','],
  ...[
    '"',
    '""',
    'le "prix" convenu',
    '"prix"',
    'C:\\dossier\\',
    '\\"',
    ' ',
    ' deux  espaces ',
    "l'avoir # 3",
  ],
)
const names = fc.oneof(trickyWords, fc.string({ unit: 'binary', minLength: 1 }))
const proofs = names.filter(text => text.trim() !== '')
const items = fc.array(names, { maxLength: 3 })
const maybeDay = fc.option(days)
const maybeName = fc.option(names)
const maybeProcedure = fc.option(fc.constantFrom(...PROCEDURES))

const dated = (
  kind: 'bank' | 'judgment' | 'presented' | 'insolvency-closed' | 'declared' | 'over-indebtedness',
) => fc.record({ kind: fc.constant(kind), on: days })
const ofStep = (kind: 'fail' | 'undone' | 'done' | 'confirm' | 'approve' | 'refuse') =>
  fc.record({ kind: fc.constant(kind), step: names })
const ofItem = (kind: 'settle' | 'doubtful' | 'write-off') =>
  fc.record({ kind: fc.constant(kind), item: names })
const milestone = (kind: 'acknowledgement' | 'legal-action' | 'declared-to-insurer') =>
  fc.record({ kind: fc.constant(kind), items, on: maybeDay, document: maybeName })

const FACTS: Record<Fact['kind'], fc.Arbitrary<Fact>> = {
  invoice: fc.record({
    kind: fc.constant('invoice'),
    invoice: fc.record({
      number: names,
      issuedOn: days,
      dues: fc.array(fc.record({ dueOn: days, amountCents: shares }), { minLength: 1, maxLength: 4 }),
    }),
  }),
  credit: fc.record({
    kind: fc.constant('credit'),
    number: names,
    amountCents: amounts,
    forItem: maybeName,
  }),
  pay: fc.record({ kind: fc.constant('pay'), amountCents: amounts, items }),
  unpay: fc.record({ kind: fc.constant('unpay'), amountCents: amounts, item: names }),
  promise: fc.record({ kind: fc.constant('promise'), amountCents: amounts, by: days, items }),
  dispute: fc.record({ kind: fc.constant('dispute'), item: names, amountCents: amounts, reason: names }),
  settle: ofItem('settle'),
  plan: fc.record({
    kind: fc.constant('plan'),
    count: fc.integer({ min: 1, max: 999 }),
    amountCents: amounts,
    from: days,
    items,
  }),
  pause: fc.record({ kind: fc.constant('pause'), until: maybeDay }),
  resume: fc.constant({ kind: 'resume' }),
  suspend: fc.record({
    kind: fc.constant('suspend'),
    reason: fc.constantFrom(...SUSPENSIONS),
    items,
    until: maybeDay,
  }),
  release: fc.record({ kind: fc.constant('release'), reason: fc.constantFrom(...SUSPENSIONS) }),
  'direct-debit': fc.record({ kind: fc.constant('direct-debit'), item: names, on: days }),
  acknowledgement: milestone('acknowledgement'),
  'legal-action': milestone('legal-action'),
  'declared-to-insurer': milestone('declared-to-insurer'),
  payable: fc.record({ kind: fc.constant('payable'), amountCents: fc.oneof(fc.constant(cents(0)), amounts) }),
  assigned: fc.record({
    kind: fc.constant('assigned'),
    payee: names,
    iban: fc.stringMatching(/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/),
    items,
  }),
  reassigned: fc.record({ kind: fc.constant('reassigned'), items }),
  bank: dated('bank'),
  insolvency: fc.record({
    kind: fc.constant('insolvency'),
    on: days,
    publishedOn: maybeDay,
    procedure: maybeProcedure,
  }),
  'insolvency-closed': dated('insolvency-closed'),
  declared: dated('declared'),
  'over-indebtedness': dated('over-indebtedness'),
  performed: fc.record({ kind: fc.constant('performed'), invoice: names, on: days }),
  bounce: fc.record({
    kind: fc.constant('bounce'),
    channel: fc.constantFrom('email', 'sms', 'call', 'letter', 'registered-letter'),
  }),
  reply: fc.constant({ kind: 'reply' }),
  read: fc.constant({ kind: 'read' }),
  fail: ofStep('fail'),
  undone: ofStep('undone'),
  done: ofStep('done'),
  confirm: ofStep('confirm'),
  approve: ofStep('approve'),
  refuse: ofStep('refuse'),
  'call-back': fc.record({ kind: fc.constant('call-back'), step: names, on: days }),
  skip: fc.record({ kind: fc.constant('skip'), step: names, items }),
  presented: dated('presented'),
  down: fc.record({ kind: fc.constant('down'), until: days }),
  already: fc.record({ kind: fc.constant('already'), step: names, on: days, item: names }),
  due: fc.record({ kind: fc.constant('due'), item: names, on: days }),
  'write-off': ofItem('write-off'),
  tax: fc.record({
    kind: fc.constant('tax'),
    item: names,
    taxCents: fc.oneof(fc.constant(cents(0)), amounts),
  }),
  doubtful: ofItem('doubtful'),
  impair: fc.record({ kind: fc.constant('impair'), item: names, percent: fc.integer({ min: 0, max: 100 }) }),
  irrecoverable: fc.record({
    kind: fc.constant('irrecoverable'),
    item: names,
    ground: fc.oneof(proofs, days),
  }),
  waive: fc.record({
    kind: fc.constant('waive'),
    of: fc.constantFrom('interest', 'indemnity'),
    amountCents: amounts,
    item: names,
  }),
  'claim-costs': fc.record({
    kind: fc.constant('claim-costs'),
    amountCents: amounts,
    item: names,
    document: proofs,
  }),
  judgment: dated('judgment'),
}

describe('what is written is read as the same fact', () => {
  test.each(FACT_KINDS)('%s', kind => {
    fc.assert(
      fc.property(FACTS[kind], fact => {
        expect(parseFact(factText(fact))).toEqual(fact)
      }),
    )
  })
})

test('a line of a story says the same fact as its text alone, where the text holds in a line', () => {
  const oneLine = fc.oneof(...Object.values(FACTS)).filter(fact => !/[\n\r\u2028\u2029]/.test(factText(fact)))
  const header = 'debtor "D" business\nfrom 2026-01-01\nuntil 2026-01-02\n'
  fc.assert(
    fc.property(oneLine, fact => {
      const story = parseStory(`${header}2026-01-01  ${factText(fact)}  # commentaire\n`)
      expect(story).toMatchObject({ facts: [{ fact }], expected: [] })
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['dispute F-1 12 prix trop haut', 'dispute F-1 12.00 "prix trop haut"'],
  ['dispute F-1 12.00 "le ""prix"" convenu"', 'dispute F-1 12.00 "le ""prix"" convenu"'],
  ['pay   400  F-1', 'pay 400.00 F-1'],
  ['acknowledgement "by" by "by"', 'acknowledgement "by" by "by"'],
  ['impair F-1 50%', 'impair F-1 50'],
  [
    'invoice F-1 300 issued 2026-01-01 due 2026-02-01 100, 2026-03-01 200',
    'invoice F-1 300.00 issued 2026-01-01 due 2026-02-01 100.00, 2026-03-01 200.00',
  ],
])('%s is written %s', (text, written) => {
  expect(factText(parseFact(text) as Fact)).toBe(written)
})
