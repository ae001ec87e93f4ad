/**
 * A second country, as small as a country can be: two rates, one scenario of two steps, one text for each message. Nothing in it
 * is true, and nothing of it may be found in France.
 */
import type { Calendar } from '../../src/domain/calendar.ts'
import { civil, day, formatDay } from '../../src/domain/date.ts'
import type { KnownRate, LatePaymentRule, RateBook } from '../../src/domain/interest/rate.ts'
import type { Country } from '../../src/domain/law/country.ts'
import type { LimitationRule } from '../../src/domain/law/law.ts'
import type { TermRule } from '../../src/domain/law/term-law.ts'
import { netTerms } from '../../src/domain/law/terms.ts'
import type { LegalWords, StepText } from '../../src/domain/law/texts.ts'
import { cents } from '../../src/domain/money.ts'
import type { ChannelName, Mode, Scenario, Stage, Step } from '../../src/domain/scenario.ts'

/** One holiday, the King's day. */
const calendar: Calendar = {
  isHoliday: on => {
    const { month, day: dayOfMonth } = civil(on)
    return month === 7 && dayOfMonth === 23
  },
}

const limitation: LimitationRule = {
  months: 36,
  byCalendarYear: false,
  formalNoticeInterrupts: true,
  titleMonths: 72,
  titleArticle: 'Act 4 s. 2',
  longestMonths: 144,
  monthsAfterMediation: 3,
  contractArticle: null,
  article: 'Act 4 s. 1',
}

const known = (series: KnownRate['series'], rateBps: number): KnownRate => ({
  series,
  from: day('2020-01-01'),
  until: day('2029-12-31'),
  rateBps,
  status: 'checked',
  sources: ['Gazette of Strelsau'],
})
const KNOWN_RATES = [known('ecb', 300), known('legal-other', 500)]

const lateBusiness: LatePaymentRule = {
  base: 'ecb',
  marginBps: 400,
  since: day('2020-01-01'),
  anchor: 'each-semester',
  runsFrom: 'due-date',
  article: 'Act 12 s. 3',
  indemnity: { amountCents: cents(15_00), since: day('2020-01-01'), article: 'Act 12 s. 5' },
}

function rateBook(rates: readonly KnownRate[]): RateBook {
  const rateOf = (series: KnownRate['series'], name: string) => {
    const found = rates.find(rate => rate.series === series)
    if (!found) return { unknownRate: name }
    const { rateBps, status, sources } = found
    return { rateBps, name, status, sources }
  }
  return {
    ecbRateOn: () => rateOf('ecb', 'rate of the bank of Strelsau'),
    legalRateOn: () => rateOf('legal-other', 'rate of the Diet'),
    rules: {
      business: lateBusiness,
      'public-body': lateBusiness,
      consumer: { ...lateBusiness, base: 'legal', marginBps: 0, runsFrom: 'formal-notice', indemnity: null },
    },
    contractFloorTimes: 0,
    rateBefore: (article, on) => `${article} on ${formatDay(on)}`,
    capitalisedSource: (since, source) => `compound since ${formatDay(since)}, ${source}`,
  }
}

const crown: Scenario = {
  id: 'crown',
  version: 1,
  grouping: 'account',
  steps: [
    step('first', 3, 'level-1', 'email', 'automatic'),
    step('last', 12, 'level-3', 'letter', 'to-confirm'),
  ],
}

function step(id: string, offsetDays: number, stage: Stage, channel: ChannelName, mode: Mode): Step {
  return {
    id,
    offsetDays,
    gapWorkingDays: 1,
    stage,
    channel,
    fallbacks: [],
    mode,
    channelMinimumCents: null,
  }
}

const first: StepText = {
  subject: 'Your account with {{ creditor.name }}',
  body: `
Good day -- this is a word from {{ creditor.name }}.

{{ invoices }}

{{ payment }}
`,
}

const last: StepText = {
  subject: 'Last word -- {{ totals.due }}',
  body: `
{{ opening }}

Under Act 12 of the Diet -- section 3 -- the following is owed.

{{ invoices }}

{% if claim %}{{ claim }}{% endif %}

{{ payment }}

{{ signing }}

{{ creditor.name }}
`,
}

const paper = (words: string): StepText => ({
  subject: words,
  body: `{{ opening }}\n\n${words}, by Act 12 of the Diet, for {{ debtor.name }}.\n\n{{ signing }}\n\n{{ creditor.name }}`,
})
const PAPERS = {
  'plan-agreement': paper('Plan of the realm'),
  receipt: paper('Receipt of the realm'),
  statement: paper('Account of the realm'),
}

const LEGAL_WORDS: LegalWords = {
  interest: (_debtor, date) => `Crown interest to ${date}`,
  indemnity: 'Fee of Act 12',
  complement: 'Costs of Act 12',
  agencyActivity: 'collector of the realm',
  byHand: () => 'Seal:',
}

const anyTerms: TermRule = {
  code: 'general',
  label: { fr: 'general', en: 'general' },
  debtor: 'business',
  longest: [{ terms: netTerms(90), from: 'issue' }],
  longestPeriodic: null,
  unagreed: { terms: netTerms(30), from: 'issue' },
  countsFrom: 'issue',
  invoiceStatesDueDate: false,
  article: 'Act 2',
  sure: 'A',
}

const account = (number: string) => ({ number, label: `Account ${number}` })
const notices = { effects: [{ code: 'in-default', article: 'Act 7' }], consequences: [] } as const

export const ruritania: Country = {
  code: 'rr',
  timeZone: 'UTC',
  law: () => ({
    ...calendar,
    limitation: () => limitation,
    contactHours: () => null,
    callLimit: () => null,
    insolvency: { declarationMonths: 1, declarationMonthsFromAfar: 1, reliefMonths: 2 },
  }),
  scenarios: new Map([[crown.id, crown]]),
  scenarioFor: () => crown.id,
  scenarioForOthers: crown.id,
  rates: rateBook(KNOWN_RATES),
  knownRates: KNOWN_RATES,
  rateBook: recorded => rateBook([...recorded, ...KNOWN_RATES]),
  bankingDays: calendar,
  bookkeeping: {
    journals: {
      general: { code: 'G', label: 'General' },
      bank: { code: 'B', label: 'Bank' },
      sales: { code: 'S', label: 'Sales' },
    },
    accounts: {
      customers: account('100'),
      doubtful: account('101'),
      impairment: account('102'),
      'impairment-charge': account('103'),
      'impairment-reversal': account('104'),
      loss: account('105'),
      vat: account('106'),
      'late-interest': account('107'),
      indemnity: account('108'),
      bank: account('109'),
      sales: account('110'),
      suspense: account('111'),
    },
    entries: {
      doubtful: 'Doubtful',
      impairment: 'Impairment',
      'impairment-reversal': 'Reversal',
      loss: 'Loss',
      'tax-recovered': 'Tax back',
      recovery: 'Recovery',
      invoice: 'Invoice',
      'credit-note': 'Credit',
      payment: 'Payment',
      rejection: 'Rejection',
    },
  },
  termLaw: { general: { business: anyTerms, consumer: null, 'public-body': anyTerms }, sectors: [] },
  noticeLaw: { business: notices, consumer: notices, 'public-body': notices },
  badDebtNotice: {
    language: 'en',
    title: 'Invoices that nobody will pay',
    columns: ['Invoice', 'Date', 'Net', 'Tax', 'Gross'],
    total: 'Total',
    introduction: ({ creditor, debtor, on }) => [`From ${creditor}`, `To ${debtor}`, on],
    mention: (net, tax) => `Never paid: ${net} and ${tax} (Act 15).`,
  },
  texts: {
    languages: ['en'],
    languageFor: () => 'en',
    // A dash holds on to the word before it.
    typeset: template => template.replaceAll(' -- ', '\u00A0– '),
    steps: {
      creditor: {
        fr: {},
        en: {
          first: { email: first },
          last: { letter: last },
          'payment-rejected': { email: first, call: first },
          'invoice-sent': { email: first },
        },
      },
      agency: { fr: {}, en: {} },
    },
    papers: { fr: PAPERS, en: PAPERS },
    legalWords: { fr: LEGAL_WORDS, en: LEGAL_WORDS },
    companyNumber: number => `Roll ${number}`,
  },
  wording: {
    rules: [{ id: 'majesty', article: 'Act 9', severity: 'error', words: ['\\bdungeons?\\b'] }],
    mentions: [
      {
        id: 'act-12',
        article: 'Act 12 s. 1',
        words: ['act 12 of the diet'],
        isNeeded: ({ medium, stage }) => medium === 'letter' && stage === 'level-3',
      },
    ],
    quoted: () => [],
  },
  // Town first, as nobody else does.
  addresses: {
    lines: address => address.split(', ').reverse(),
    townOf: address => address.split(', ').at(-1) ?? null,
    read: () => null,
  },
}
