import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day, formatDay } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import { checkTerms, type Sale, type TermRule, termRuleFor } from '../../domain/law/term-law.ts'
import { parseTerms } from '../../domain/law/terms.ts'
import { FRENCH_TERM_LAW } from './terms.ts'

const OVER = 'over-legal-maximum'
const UNVERIFIED = 'over-unverified-maximum'
const ISSUED = '2026-03-10'

describe('agreed between businesses: 60 days, or 45 days end of month in either way (C. com. L441-10 I)', () => {
  test.each([
    ['30d', '2026-01-15', '2026-02-14', '2026-03-16', []],
    ['60d', '2026-01-15', '2026-03-16', '2026-03-16', []],
    ['61d', '2026-01-15', '2026-03-17', '2026-03-16', [OVER]],
    ['45d-eom', '2026-01-15', '2026-03-31', '2026-03-31', []],
    ['eom-45d', '2026-01-15', '2026-03-17', '2026-03-17', []],
    ['eom', '2026-01-15', '2026-01-31', '2026-03-31', []],
    ['eom-46d', '2026-01-15', '2026-03-18', '2026-03-17', [OVER]],
    ['60d-eom', '2026-01-15', '2026-03-31', '2026-03-31', [OVER]],
    ['60d-eom', '2025-11-30', '2026-01-31', '2026-01-31', [OVER]],
    ['30d-eom-10d', '2026-01-02', '2026-03-10', '2026-02-28', [OVER]],
    ['receipt', '2026-01-15', '2026-01-15', '2026-03-16', []],
  ])('%s from %s is due on %s, at most %s: %j', (terms, issuedOn, dueOn, maximum, warnings) => {
    expect(checked({ issuedOn, terms })).toEqual({ dueOn, maximum, warnings })
  })
})

describe('published examples (docs/law/fr.md) stay within the ceiling', () => {
  test.each([
    ['T1', '2014-01-02', '45d-eom', '2014-02-28', '2014-02-28'],
    ['T1', '2014-01-02', 'eom-45d', '2014-03-17', '2014-03-17'],
    ['T1, leap year', '2024-01-02', '45d-eom', '2024-02-29', '2024-02-29'],
    ['T1, leap year', '2024-01-02', 'eom-45d', '2024-03-16', '2024-03-16'],
    ['T2', '2026-03-10', '45d-eom', '2026-04-30', '2026-04-30'],
    ['T2', '2026-03-10', 'eom-45d', '2026-05-15', '2026-05-15'],
    ['T3', '2025-04-10', '45d-eom', '2025-05-31', '2025-05-31'],
    ['T4', '2026-02-15', '45d-eom', '2026-04-30', '2026-04-30'],
    ['T4', '2026-02-15', 'eom-45d', '2026-04-14', '2026-04-14'],
    ['T5', '2026-01-15', '45d-eom', '2026-03-31', '2026-03-31'],
    ['T5, leap year', '2024-01-15', '45d-eom', '2024-02-29', '2024-02-29'],
    ['T6', '2026-10-05', '45d-eom', '2026-11-30', '2026-11-30'],
    ['T6', '2026-10-05', 'eom-45d', '2026-12-15', '2026-12-15'],
    ['T7, the source slips', '2026-10-22', '45d-eom', '2026-12-31', '2026-12-31'],
    ['T7', '2026-10-22', 'eom-45d', '2026-12-15', '2026-12-15'],
    ['T9', '2011-10-07', '45d', '2011-11-21', '2011-12-06'],
    ['T9', '2011-10-07', '60d', '2011-12-06', '2011-12-06'],
  ])('%s: %s at %s is due on %s, at most %s', (_, issuedOn, terms, dueOn, maximum) => {
    expect(checked({ issuedOn, terms })).toEqual({ dueOn, maximum, warnings: [] })
  })

  test('T8: nothing agreed, goods received on 6 January 2014: 30 days later', () => {
    expect(checked({ issuedOn: '2014-01-02', receivedOn: '2014-01-06' })).toEqual({
      dueOn: '2014-02-05',
      maximum: '2014-02-05',
      warnings: ['due-date-not-stated'],
    })
  })
})

test('nothing agreed and receipt unknown: the issue stands for it, and that is said', () => {
  expect(checked({ issuedOn: ISSUED })).toEqual({
    dueOn: '2026-04-09',
    maximum: '2026-04-09',
    warnings: ['due-date-not-stated', 'receipt-assumed'],
  })
})

describe('a date that the invoice states, its terms unknown: the latest of the lawful counts', () => {
  test.each([
    ['2026-05-15', []],
    ['2026-05-16', [OVER]],
    ['2026-03-10', []],
    ['2026-03-09', ['due-before-issue']],
  ])('due on %s: %j', (due, warnings) => {
    expect(checked({ due })).toEqual({ dueOn: due, maximum: '2026-05-15', warnings })
  })

  test('with its terms, their own ceiling', () => {
    expect(checked({ terms: '60d', due: '2026-05-10' })).toEqual({
      dueOn: '2026-05-10',
      maximum: '2026-05-09',
      warnings: [OVER],
    })
  })
})

describe('periodic invoices: 45 days from issue, however they are counted', () => {
  test.each([
    ['45d', '2026-04-24', []],
    ['46d', '2026-04-25', [OVER]],
    ['60d', '2026-05-09', [OVER]],
    ['45d-eom', '2026-04-30', [OVER]],
    ['eom', '2026-03-31', []],
  ])('%s: %s, %j', (terms, dueOn, warnings) => {
    expect(checked({ terms, periodic: true })).toEqual({ dueOn, maximum: '2026-04-24', warnings })
  })
})

describe('overseas, terms and ceiling count from receipt', () => {
  test.each([
    ['60d', '2026-04-02', '2026-06-01', '2026-06-01', []],
    ['45d-eom', '2026-04-02', '2026-05-31', '2026-05-31', []],
    ['61d', '2026-04-02', '2026-06-02', '2026-06-01', [OVER]],
    ['60d', undefined, '2026-05-09', '2026-05-09', ['receipt-assumed']],
  ])('%s, received on %s: %s, at most %s, %j', (terms, receivedOn, dueOn, maximum, warnings) => {
    expect(checked({ terms, receivedOn, overseas: true })).toEqual({ dueOn, maximum, warnings })
  })
})

describe('sectors of L441-11 II, issued and received on 2026-03-10', () => {
  test.each([
    ['perishable', '30d', '2026-04-09', '2026-04-09', []],
    ['perishable', '60d', '2026-05-09', '2026-04-09', [OVER]],
    ['perishable', 'eom', '2026-03-31', '2026-04-09', []],
    ['transport', '30d', '2026-04-09', '2026-04-09', []],
    ['transport', '45d', '2026-04-24', '2026-04-09', [OVER]],
    ['green-equipment', '55d-eom', '2026-05-31', '2026-05-31', []],
    ['green-equipment', '60d', '2026-05-09', '2026-05-09', []],
    ['farm-equipment', '110d-eom', '2026-06-30', '2026-06-30', []],
    ['farm-equipment', '120d-eom', '2026-07-31', '2026-06-30', [OVER]],
    ['leather', '54d-eom', '2026-05-31', '2026-05-31', []],
    ['leather', 'eom-55d', '2026-05-25', '2026-05-24', [OVER]],
    ['board-sports', '90d', '2026-06-08', '2026-06-08', []],
    ['board-sports', '91d', '2026-06-09', '2026-06-08', [UNVERIFIED]],
    ['livestock', '20d', '2026-03-30', '2026-03-30', []],
    ['livestock', '30d', '2026-04-09', '2026-03-30', [UNVERIFIED]],
    ['alcohol', 'eom-30d', '2026-04-30', '2026-04-30', []],
    ['alcohol', '60d', '2026-05-09', '2026-04-30', [UNVERIFIED]],
    ['wine', '60d', '2026-05-09', '2026-05-09', []],
    ['watchmaking', '59d-eom', '2026-05-31', '2026-05-31', []],
    ['watchmaking', '60d-eom', '2026-05-31', '2026-05-31', [UNVERIFIED]],
    ['distant-export', '90d', '2026-06-08', '2026-06-08', []],
  ])('%s at %s: %s, at most %s, %j', (sector, terms, dueOn, maximum, warnings) => {
    expect(checked({ sector, terms, receivedOn: ISSUED })).toEqual({ dueOn, maximum, warnings })
  })

  test.each([
    ['2026-03-05', '2026-04-09'],
    ['2026-03-11', '2026-04-19'],
    ['2026-02-21', '2026-03-30'],
  ])('a periodic invoice of perishable food delivered on %s: at most %s', (receivedOn, maximum) => {
    expect(checked({ sector: 'perishable', terms: '10d', periodic: true, receivedOn })).toMatchObject({
      maximum,
      warnings: [],
    })
  })

  test('perishable food delivered before the invoice: the ceiling counts from the delivery', () => {
    expect(checked({ sector: 'perishable', terms: '30d', receivedOn: '2026-03-05' })).toEqual({
      dueOn: '2026-04-09',
      maximum: '2026-04-04',
      warnings: [OVER],
    })
  })
})

describe('public bodies: 30, 50 or 60 days from receipt of the invoice (CCP R2192-10, R2192-11)', () => {
  test.each([
    [undefined, undefined, '2026-04-11', '2026-04-11', []],
    [undefined, '30d', '2026-04-11', '2026-04-11', []],
    [undefined, '45d', '2026-04-26', '2026-04-11', [OVER]],
    ['public-health', undefined, '2026-05-01', '2026-05-01', []],
    ['public-company', undefined, '2026-05-11', '2026-05-11', []],
  ])('%s, %s: %s, at most %s, %j', (sector, terms, dueOn, maximum, warnings) => {
    const sale = { debtor: 'public-body', sector, terms, receivedOn: '2026-03-12' } as const
    expect(checked(sale)).toEqual({ dueOn, maximum, warnings })
  })
})

test('a consumer: what was agreed, without a ceiling; nothing where nothing was', () => {
  const consumer = { debtor: 'consumer' } as const
  expect(checked({ ...consumer, terms: '90d' })).toEqual({
    dueOn: '2026-06-08',
    maximum: null,
    warnings: [],
  })
  expect(checked(consumer)).toEqual({ dueOn: null, maximum: null, warnings: [] })
})

test('a sector belongs to one kind of debtor; another code is unknown', () => {
  expect(termRuleFor(FRENCH_TERM_LAW, 'business', 'public-health')).toBeUndefined()
  expect(termRuleFor(FRENCH_TERM_LAW, 'public-body', 'transport')).toBeUndefined()
  expect(termRuleFor(FRENCH_TERM_LAW, 'business', 'fishing-tackle')).toBeUndefined()
})

test('every rule says its article, how sure it is, and its name in both languages; codes are not taken twice', () => {
  const { general, sectors } = FRENCH_TERM_LAW
  const rules = [...Object.values(general).filter(rule => rule !== null), ...sectors]
  for (const { article, label, longest } of rules) {
    expect(article).toMatch(/^(C\. com\. L441-1[01] II?|CCP R2192-1[01])$/)
    expect([label.fr, label.en].every(text => text !== '')).toBe(true)
    expect(longest).not.toHaveLength(0)
  }
  expect(new Set(sectors.map(rule => rule.code)).size).toBe(sectors.length)
})

test('whatever is agreed, a due date beyond the ceiling is told, and more days never make it right', () => {
  const rules = FRENCH_TERM_LAW.sectors.concat(Object.values(FRENCH_TERM_LAW.general).filter(isRule))
  const length = fc.integer({ min: 0, max: 200 })
  const issued = fc.integer({ min: day('2020-01-01'), max: day('2030-01-01') }).map(value => value as Day)
  fc.assert(
    fc.property(
      fc.constantFrom(...rules),
      issued,
      length,
      length,
      fc.boolean(),
      (rule, on, days, more, eom) => {
        const at = (count: number) => {
          const terms = { days: count, endOfMonth: eom, daysAfter: 0 }
          return checkTerms({ ...NOTHING, issuedOn: on, receivedOn: on, terms }, rule)
        }
        const isOver = ({ warnings }: ReturnType<typeof at>) => warnings.length > 0
        const [short, long] = [at(days), at(days + more)]
        if (Number(short.dueOn) > Number(short.legalMaximum)) expect(isOver(short)).toBe(true)
        if (isOver(short)) expect(isOver(long)).toBe(true)
      },
    ),
  )
})

const NOTHING = { statedDueOn: null, periodic: false, overseas: false }

type Asked = {
  issuedOn?: string | undefined
  receivedOn?: string | undefined
  terms?: string | undefined
  due?: string | undefined
  debtor?: DebtorKind
  sector?: string | undefined
  periodic?: boolean
  overseas?: boolean
}

function checked({ issuedOn = ISSUED, receivedOn, terms, due, debtor = 'business', sector, ...rest }: Asked) {
  const rule = termRuleFor(FRENCH_TERM_LAW, debtor, sector ?? null)
  if (rule === undefined) throw new Error(`no sector ${sector}`)
  const sale: Sale = {
    ...NOTHING,
    ...rest,
    issuedOn: day(issuedOn),
    receivedOn: receivedOn === undefined ? null : day(receivedOn),
    statedDueOn: due === undefined ? null : day(due),
    terms: terms === undefined ? null : parseTerms(terms),
  }
  const { dueOn, legalMaximum, warnings } = checkTerms(sale, rule)
  const iso = (value: Day | null) => (value === null ? null : formatDay(value))
  return { dueOn: iso(dueOn), maximum: iso(legalMaximum), warnings }
}

function isRule(rule: TermRule | null): rule is TermRule {
  return rule !== null
}
