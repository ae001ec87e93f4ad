/**
 * French payment terms: the longest that may be agreed, by kind of sale, and those of the law where nothing is (C. com. L441-10 I,
 * L441-11 II; CCP R2192-10 to R2192-12). `unverified` rows come from memory: they are told, never held against anybody.
 */
import type { DebtorKind } from '../../domain/debtor.ts'
import type { Certainty, LegalTerms, TermLaw, TermRule } from '../../domain/law/term-law.ts'
import { endOfMonthTerms, netTerms, type PaymentTerms } from '../../domain/law/terms.ts'

const fromIssue = (...terms: readonly PaymentTerms[]): LegalTerms[] =>
  terms.map(each => ({ terms: each, from: 'issue' }))
const fromReceipt = (terms: PaymentTerms): LegalTerms => ({ terms, from: 'receipt' })

/** 60 days, or 45 days end of month in either way of counting. */
const GENERAL = fromIssue(netTerms(60), ...endOfMonthTerms(45))
const DAYS_30_FROM_RECEIPT = fromReceipt(netTerms(30))

const BUSINESS: TermRule = {
  code: 'general',
  label: { fr: 'entre professionnels', en: 'between businesses' },
  debtor: 'business',
  longest: GENERAL,
  longestPeriodic: fromIssue(netTerms(45)),
  unagreed: DAYS_30_FROM_RECEIPT,
  countsFrom: 'issue',
  // C. com. L441-9.
  invoiceStatesDueDate: true,
  article: 'C. com. L441-10 I',
  sure: 'A',
}

export const FRENCH_TERM_LAW: TermLaw = {
  general: {
    business: BUSINESS,
    consumer: null,
    'public-body': publicBody('general', 'État, collectivités', 'State and local bodies', 30, 'CCP R2192-10'),
  },
  sectors: [
    {
      ...sector('perishable', 'alimentaire périssable, surgelé', 'perishable or frozen food', 'A'),
      longest: [DAYS_30_FROM_RECEIPT],
      longestPeriodic: [{ terms: netTerms(30), from: 'ten-days' }],
    },
    {
      ...sector('transport', 'transport de marchandises', 'goods transport', 'B'),
      longest: fromIssue(netTerms(30)),
    },
    longerSector('green-equipment', 'équipement d’espaces verts', 'green-space equipment', 'B', [
      ...endOfMonthTerms(55),
    ]),
    longerSector('farm-equipment', 'matériel agricole', 'farm equipment', 'B', [...endOfMonthTerms(110)]),
    longerSector('leather', 'cuir', 'leather', 'B', [...endOfMonthTerms(54)]),
    // "+ 30 days" was read; that they come on top of the 60 is our reading.
    longerSector('board-sports', 'articles saisonniers de sports de glisse', 'board sports', 'unverified', [
      netTerms(90),
    ]),
    {
      ...sector('livestock', 'bétail sur pied', 'livestock', 'unverified'),
      longest: [fromReceipt(netTerms(20))],
      unagreed: fromReceipt(netTerms(20)),
    },
    {
      ...sector('alcohol', 'boissons alcooliques', 'alcoholic drinks', 'unverified'),
      longest: [fromReceipt(endOfMonthTerms(30)[1])],
    },
    { ...sector('wine', 'vin, raisin, moût', 'wine, grapes, must', 'unverified'), longest: GENERAL },
    longerSector('watchmaking', 'horlogerie, bijouterie', 'watches and jewellery', 'unverified', [
      ...endOfMonthTerms(59),
    ]),
    longerSector('distant-export', 'grand export', 'distant export', 'unverified', [netTerms(90)]),
    publicBody('public-health', 'établissement public de santé', 'public hospital', 50, 'CCP R2192-11'),
    publicBody('public-company', 'entreprise publique', 'public company', 60, 'CCP R2192-11'),
  ],
}

/** A sector whose ceiling replaces the general one, also for periodic invoices. */
function sector(code: string, fr: string, en: string, sure: Certainty): Omit<TermRule, 'longest'> {
  const article = 'C. com. L441-11 II'
  return { ...BUSINESS, code, label: { fr, en }, longestPeriodic: null, article, sure }
}

/** A sector that may agree longer terms, beside the general ones. */
function longerSector(
  code: string,
  fr: string,
  en: string,
  sure: Certainty,
  terms: readonly PaymentTerms[],
): TermRule {
  return { ...sector(code, fr, en, sure), longest: [...GENERAL, ...fromIssue(...terms)] }
}

/** The delay runs from receipt of the invoice (CCP R2192-12); it is the law's, and the ceiling of what is agreed. */
function publicBody(code: string, fr: string, en: string, days: number, article: string): TermRule {
  const delay = fromReceipt(netTerms(days))
  const debtor: DebtorKind = 'public-body'
  return {
    code,
    label: { fr, en },
    debtor,
    longest: [delay],
    longestPeriodic: null,
    unagreed: delay,
    countsFrom: 'receipt',
    invoiceStatesDueDate: false,
    article,
    sure: 'A',
  }
}
