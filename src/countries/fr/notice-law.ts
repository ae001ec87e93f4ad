import type { NoticeLaw } from '../../domain/law/notice-law.ts'

const IN_DEFAULT = { code: 'in-default', article: 'C. civ. 1344' } as const
const PENALTY_CLAUSE = { code: 'penalty-clause', article: 'C. civ. 1231-5' } as const
/** Recognition, a claim in court, an act of enforcement: the list is closed (Cass. com., 18 May 2022, n° 20-23.204). */
const LIMITATION_RUNS = { code: 'limitation-runs', article: 'C. civ. 2240, 2241, 2244' } as const

/** What a French formal notice does, and what may follow it. */
export const frenchNoticeLaw: NoticeLaw = {
  business: {
    effects: [IN_DEFAULT, PENALTY_CLAUSE, LIMITATION_RUNS],
    consequences: [
      { code: 'late-interest', article: 'C. com. L441-10' },
      { code: 'payment-order', article: 'CPC 1405' },
      { code: 'interim-payment', article: 'CPC 873' },
    ],
  },
  consumer: {
    effects: [
      IN_DEFAULT,
      { code: 'legal-interest', article: 'C. civ. 1344-1, 1231-6' },
      PENALTY_CLAUSE,
      LIMITATION_RUNS,
    ],
    consequences: [
      { code: 'legal-interest', article: 'C. civ. 1344-1, 1231-6' },
      { code: 'payment-order', article: 'CPC 1405' },
      { code: 'interim-payment', article: 'CPC 835' },
    ],
  },
  'public-body': {
    effects: [IN_DEFAULT, { code: 'limitation-interrupted', article: 'loi n° 68-1250 du 31 décembre 1968' }],
    consequences: [
      { code: 'late-interest', article: 'CCP R2192-31, R2192-32' },
      { code: 'compulsory-payment', article: null },
      { code: 'interim-payment', article: null },
    ],
  },
}
