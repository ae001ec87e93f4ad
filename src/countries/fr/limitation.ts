import type { DebtorKind } from '../../domain/debtor.ts'
import type { LimitationRule, LimitedTrade } from '../../domain/law/law.ts'

/**
 * Ten years for a titre exécutoire; the text itself was not read. Twenty years at most from the birth of the claim (C. civ. 2232), six
 * months at least after a mediation (C. civ. 2238).
 */
const FOR_EVERY_CLAIM = {
  titleMonths: 120,
  titleArticle: 'CPCE L111-4',
  longestMonths: 240,
  monthsAfterMediation: 6,
} as const
const INTERRUPTED_BY_LAW_ALONE = {
  ...FOR_EVERY_CLAIM,
  byCalendarYear: false,
  formalNoticeInterrupts: false,
} as const

const BETWEEN_BUSINESSES: LimitationRule = {
  ...INTERRUPTED_BY_LAW_ALONE,
  months: 60,
  contractArticle: 'C. civ. 2254',
  article: 'C. com. L110-4 I, C. civ. 2224',
}

/** Not adjustable by contract (conso L218-1). */
const AGAINST_A_CONSUMER: LimitationRule = {
  ...INTERRUPTED_BY_LAW_ALONE,
  months: 24,
  contractArticle: null,
  article: 'C. conso. L218-2',
}

/** Four years from the 1 January that follows. The text itself was not read: see docs/law/fr.md. */
const AGAINST_THE_STATE: LimitationRule = {
  ...FOR_EVERY_CLAIM,
  months: 48,
  byCalendarYear: true,
  formalNoticeInterrupts: true,
  contractArticle: null,
  article: 'loi n° 68-1250 du 31 décembre 1968',
}

const ONE_YEAR: Readonly<Record<Exclude<LimitedTrade, 'general'>, string>> = {
  transport: 'C. com. L133-6',
  telecom: 'CPCE L34-2',
}

const BY_KIND: Readonly<Record<DebtorKind, LimitationRule>> = {
  business: BETWEEN_BUSINESSES,
  consumer: AGAINST_A_CONSUMER,
  'public-body': AGAINST_THE_STATE,
}

/** How long a claim lives in France. The shorter time of a trade goes before that of the debtor's kind. */
export function frenchLimitation(debtor: DebtorKind, trade: LimitedTrade): LimitationRule {
  if (trade === 'general') return BY_KIND[debtor]
  return { ...INTERRUPTED_BY_LAW_ALONE, months: 12, contractArticle: null, article: ONE_YEAR[trade] }
}
