import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../date.ts'
import { cents, sum } from '../money.ts'
import { matchPayments } from './match.ts'
import type { MatchItem, MatchLedger, ReceivedMoney } from './match-types.ts'

const OPTIONS = { toleranceCents: cents(100) }
const DEBTORS = [
  { key: 'DURAND', name: 'Durand SARL', ibans: ['FR76DURAND'] },
  { key: 'LEFEVRE', name: 'Plomberie Lefèvre SAS', ibans: [] },
  { key: 'ALPHA', name: 'Zorgal Lyon SAS', ibans: ['FR76GROUP'] },
  { key: 'BETA', name: 'Zorgal Nantes SAS', ibans: ['FR76GROUP'] },
  { key: 'TWIN', name: 'Garage Roux', ibans: [] },
]
const ITEMS = [
  ['DURAND', 'F-2026-041', 1200_50],
  ['DURAND', 'F-2026-042', 310_20],
  ['DURAND', 'F-2026-050', 77_77],
  ['DURAND', 'AV-2026-003', -50_20],
  ['LEFEVRE', 'F-2026-032', 845_10],
  ['ALPHA', 'FA00012345', 640_33],
  ['BETA', 'FA00012399', 159_27],
  ['TWIN', 'F-2026-042', 480_00],
  ['TWIN', 'F-2026-061', 99_00],
  ['TWIN', 'F-2026-062', 99_00],
  ['LEFEVRE', 'F-2026-033', 0],
] as const

const item = ([debtor, number, balance]: readonly [string, string, number]): MatchItem => ({
  debtor,
  number,
  references: [],
  currency: 'EUR',
  balanceCents: cents(balance),
})
const LEDGER: MatchLedger = { items: ITEMS.map(item), debtors: DEBTORS }

const money = (amount: number, label: string, rest: Partial<ReceivedMoney> = {}): ReceivedMoney => ({
  receivedOn: day('2026-09-01'),
  amountCents: cents(amount),
  currency: 'EUR',
  label,
  endToEndId: null,
  payerName: null,
  payerIban: null,
  ...rest,
})

/** `matched F-2026-041 1200.50 reference amount-equal`, in cents; `+ n` is left. */
function told(payment: ReceivedMoney, ledger = LEDGER): string {
  const [match] = matchPayments([payment], ledger, OPTIONS)
  if (!match) return ''
  const shares = match.shares.map(share => `${ledger.items[share.item]?.number} ${share.amountCents}`)
  const left = match.leftCents === 0n ? [] : [`left ${match.leftCents}`]
  return [match.status, ...shares, ...left, match.because.join(' ')].filter(Boolean).join(' | ')
}

describe('a payment that names an item', () => {
  test.each([
    [
      'is that item',
      money(845_10, 'VIR SEPA RECU /DE PLOMBERIE LEFEVRE /MOTIF FACT F2026 032 /REF 12'),
      'matched | F-2026-032 84510 | reference name-alike amount-equal',
    ],
    [
      'whoever pays',
      money(845_10, 'VIR NOTAIRE BLANC F-2026-032'),
      'matched | F-2026-032 84510 | reference amount-equal',
    ],
    [
      'by its end-to-end id',
      money(845_10, 'VIREMENT', { endToEndId: 'F2026032' }),
      'matched | F-2026-032 84510 | end-to-end-id amount-equal',
    ],
    [
      'by the last digits',
      money(1510_70, 'DURAND F-2026-041/42'),
      'matched | F-2026-041 120050 | F-2026-042 31020 | reference name-alike reference-abbreviated amount-equal',
    ],
    [
      'of several debtors',
      money(799_60, 'VIR ZORGAL LYON FA12345 FA12399'),
      'matched | FA00012345 64033 | FA00012399 15927 | reference name-alike amount-equal',
    ],
    [
      'cut by the bank',
      money(640_33, 'VIR SEPA RECU DE ZORGAL FA000123'),
      'matched | FA00012345 64033 | reference-cut amount-equal',
    ],
    [
      'less a credit note',
      money(1150_30, 'DURAND F-2026-041 MOINS AVOIR'),
      'matched | AV-2026-003 -5020 | F-2026-041 120050 | reference name-alike credit-note-netted amount-equal',
    ],
    [
      'less a credit note that is named',
      money(1150_30, 'F-2026-041 AV-2026-003'),
      'matched | AV-2026-003 -5020 | F-2026-041 120050 | reference credit-note-netted amount-equal',
    ],
    [
      'a cent short',
      money(845_09, 'PLOMBERIE LEFEVRE F-2026-032'),
      'matched | F-2026-032 84509 | reference name-alike within-tolerance',
    ],
    [
      'in part',
      money(400_00, 'PLOMBERIE LEFEVRE F-2026-032'),
      'matched | F-2026-032 40000 | reference name-alike part-payment',
    ],
    [
      'and more',
      money(900_00, 'PLOMBERIE LEFEVRE F-2026-032'),
      'matched | F-2026-032 84510 | left 5490 | reference name-alike over-payment',
    ],
    [
      'with another of its debtor',
      money(1278_27, 'DURAND F-2026-041', { payerName: 'DURAND SARL' }),
      'matched | F-2026-041 120050 | F-2026-050 7777 | reference name-alike only-combination',
    ],
    [
      'of the debtor who pays, where two creditors gave the number',
      money(480_00, 'VIR /DE GARAGE ROUX /MOTIF F-2026-042'),
      'matched | F-2026-042 48000 | reference name-alike amount-equal',
    ],
    [
      'of that amount, where two creditors gave the number',
      money(310_20, 'F-2026-042'),
      'matched | F-2026-042 31020 | reference amount-equal',
    ],
  ])('%s', (_, payment, expected) => {
    expect(told(payment)).toBe(expected)
  })

  test('settled already stays on the account', () => {
    const payment = money(111_11, 'VIR /DE PLOMBERIE LEFEVRE /MOTIF F-2026-033')
    expect(told(payment)).toBe('suggested | F-2026-033 0 | left 11111 | reference name-alike already-paid')
  })
})

describe('a payment that names nothing', () => {
  test.each([
    [
      'from a known account',
      money(310_20, 'VIREMENT', { payerIban: 'FR76DURAND' }),
      'matched | F-2026-042 31020 | known-iban amount-equal',
    ],
    [
      'from a name, whatever its accents, form and order',
      money(845_10, 'VIR SEPA RECU /DE SAS LEFEVRE PLOMBERIE /MOTIF REGLEMENT'),
      'matched | F-2026-032 84510 | name-alike amount-equal',
    ],
    [
      'from the account of a group, for all that it owes',
      money(799_60, 'VIREMENT', { payerIban: 'FR76GROUP' }),
      'matched | FA00012345 64033 | FA00012399 15927 | known-iban whole-balance',
    ],
    [
      'for several of its items, where one choice alone adds up',
      money(387_97, 'VIREMENT', { payerName: 'DURAND SARL' }),
      'matched | F-2026-042 31020 | F-2026-050 7777 | name-alike only-combination',
    ],
    [
      'less a credit note',
      money(260_00, 'VIREMENT', { payerName: 'DURAND SARL' }),
      'matched | AV-2026-003 -5020 | F-2026-042 31020 | name-alike credit-note-netted only-combination',
    ],
    [
      'for one of two items of the same amount',
      money(99_00, 'VIREMENT', { payerName: 'GARAGE ROUX' }),
      'suggested | F-2026-061 9900 | name-alike amount-equal oldest-first',
    ],
    [
      'a deposit that happens to be the amount of an item',
      money(845_10, 'ACOMPTE', { payerName: 'PLOMBERIE LEFEVRE' }),
      'suggested | F-2026-032 84510 | name-alike amount-equal',
    ],
    [
      'of another amount than anything owed',
      money(500_00, 'VIREMENT', { payerName: 'DURAND SARL' }),
      'suggested | F-2026-041 50000 | name-alike oldest-first part-payment',
    ],
    [
      'nearly of an amount owed',
      money(844_50, 'VIREMENT', { payerName: 'PLOMBERIE LEFEVRE' }),
      'suggested | F-2026-032 84450 | name-alike within-tolerance',
    ],
    [
      'nor a payer, of an amount that one item has',
      money(845_10, 'REMISE'),
      'suggested | F-2026-032 84510 | only-item-of-that-amount',
    ],
    [
      'nor a payer, of a round amount',
      money(480_00, 'REMISE'),
      'suggested | F-2026-042 48000 | only-item-of-that-amount',
    ],
    ['nor a payer, nor an amount', money(1_234_56, 'DGFIP REMBOURSEMENT TVA'), 'unmatched | left 123456'],
    [
      'in another currency',
      money(310_20, 'DURAND F-2026-042', { currency: 'CHF' }),
      'unmatched | left 31020',
    ],
  ])('%s', (_, payment, expected) => {
    expect(told(payment)).toBe(expected)
  })
})

describe('doubt is left to a person', () => {
  test.each([
    [
      'a number of one item and the amount of another',
      money(310_20, 'VIR /DE DURAND SARL /MOTIF F-2026-050'),
      'suggested',
    ],
    [
      'a part payment of an item whose debtor did not pay',
      money(300_00, 'VIR /DE GARAGE ROUX /MOTIF F-2026-032'),
      'suggested',
    ],
    ['less than several items named', money(1300_00, 'DURAND F-2026-041 F-2026-042'), 'suggested'],
    ['a number of two creditors and no amount of theirs', money(12_34, 'F-2026-042'), 'unmatched'],
  ])('%s', (_, payment, status) => {
    expect(told(payment).split(' | ')[0]).toBe(status)
  })
})

test('an account that paid by number is known for the payments that follow', () => {
  const payerIban = 'FR76HOLDING'
  const payments = [
    money(77_77, 'SANS MOTIF', { payerIban, payerName: 'BRIMBO HOLDING' }),
    money(310_20, 'F-2026-042', { payerIban, payerName: 'BRIMBO HOLDING', receivedOn: day('2026-09-20') }),
  ]
  const [first] = matchPayments(payments, LEDGER, OPTIONS)
  expect(first).toMatchObject({
    status: 'matched',
    because: ['known-iban', 'amount-equal'],
    debtors: ['DURAND'],
  })
})

test('an invoice paid twice takes the second payment nowhere', () => {
  const payments = [money(845_10, 'LEFEVRE F-2026-032'), money(845_10, 'LEFEVRE F-2026-032')]
  const matches = matchPayments(payments, LEDGER, OPTIONS)
  expect(matches.map(({ status }) => status)).toEqual(['matched', 'suggested'])
  expect(matches[1]).toMatchObject({
    shares: [{ amountCents: 0n }],
    leftCents: 845_10n,
    because: ['reference', 'already-paid'],
    debtors: ['LEFEVRE'],
  })
})

test('an invoice due on several days is paid from the first', () => {
  const items = [item(['DURAND', 'F-9001', 100_10]), item(['DURAND', 'F-9001', 200_20])]
  expect(told(money(150_00, 'DURAND F-9001'), { items, debtors: DEBTORS })).toBe(
    'matched | F-9001 10010 | F-9001 4990 | reference name-alike part-payment',
  )
})

test('an invoice that a credit of its very amount cancels is only suggested to who names nothing', () => {
  const items = [item(['DURAND', 'F-9002', 96_00]), item(['DURAND', 'AV-9002', -96_00])]
  const payment = money(96_00, 'VIREMENT', { payerIban: 'FR76DURAND' })
  expect(told(payment, { items, debtors: DEBTORS })).toBe('suggested | F-9002 9600 | known-iban amount-equal')
})

describe('whatever is received', () => {
  const labels = [
    'F-2026-041',
    'DURAND',
    'FA12345/99',
    'F-2026-042 F-2026-032',
    'ZORGAL',
    'AV-2026-003',
    'F-2026-061 062',
  ]
  const payment = fc.record({
    receivedOn: fc.constantFrom(day('2026-09-01'), day('2026-09-02')),
    amountCents: fc
      .oneof(
        fc.constantFrom(...ITEMS.map(([, , balance]) => balance), 99_00 * 2, 1510_70),
        fc.integer({ min: 1, max: 200_000 }),
      )
      .map(cents),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'CHF'),
    label: fc.array(fc.constantFrom(...labels), { maxLength: 3 }).map(words => words.join(' ')),
    endToEndId: fc.constantFrom(null, 'NOTPROVIDED', 'F-2026-050'),
    payerName: fc.constantFrom(null, 'DURAND SARL', 'GARAGE ROUX', 'INCONNU'),
    payerIban: fc.constantFrom(null, 'FR76DURAND', 'FR76GROUP', 'FR76NEW'),
  })
  const statement = fc.array(payment, { maxLength: 12 })

  test('shares and what is left make the amount, and no balance is exceeded', () => {
    fc.assert(
      fc.property(statement, payments => {
        const matches = matchPayments(payments, LEDGER, OPTIONS)
        const taken = ITEMS.map(() => 0n)
        for (const [at, { status, shares, leftCents, score }] of matches.entries()) {
          const received = payments[at]?.amountCents ?? cents(0)
          const total = sum(shares.map(({ amountCents }) => amountCents))
          expect(total + leftCents).toBe(received > 0n ? received : 0n)
          expect(leftCents).toBeGreaterThanOrEqual(0n)
          expect(score >= 90).toBe(status === 'matched')
          for (const { item, amountCents } of shares) {
            expect(LEDGER.items[item]?.currency).toBe(payments[at]?.currency)
            if (status === 'matched') taken[item] = (taken[item] ?? 0n) + amountCents
          }
        }
        for (const [at, { balanceCents }] of LEDGER.items.entries()) {
          const total = taken[at] ?? 0n
          expect(
            balanceCents < 0n ? total >= balanceCents && total <= 0n : total >= 0n && total <= balanceCents,
          ).toBe(true)
        }
      }),
    )
  })

  test('the same statement gives the same matches', () => {
    fc.assert(
      fc.property(statement, payments => {
        expect(matchPayments(payments, LEDGER, OPTIONS)).toEqual(matchPayments(payments, LEDGER, OPTIONS))
      }),
    )
  })

  test('the order of payments that have nothing to do with each other changes nothing', () => {
    const unrelated = [
      money(1200_50, 'DURAND F-2026-041'),
      money(845_10, 'VIR /DE PLOMBERIE LEFEVRE /MOTIF VIREMENT'),
      money(799_60, 'FA12345 FA12399'),
      money(99_00, 'GARAGE ROUX'),
      money(55_55, 'DGFIP'),
    ]
    const alone = unrelated.map(one => matchPayments([one], LEDGER, OPTIONS)[0])
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), order => {
        const matches = matchPayments(
          order.map(at => unrelated[at] as ReceivedMoney),
          LEDGER,
          OPTIONS,
        )
        expect(matches).toEqual(order.map(at => alone[at]))
      }),
    )
  })
})

test('an item of a debtor that the ledger does not have is a bug', () => {
  const items = [item(['NOBODY', 'F-1', 100])]
  expect(() => matchPayments([], { items, debtors: DEBTORS }, OPTIONS)).toThrow('NOBODY')
})
