import type { InsolvencyLaw } from '../../domain/law/law.ts'

/**
 * C. com. R622-24: two months from the publication in the BODACC, four for a creditor outside metropolitan France. L622-26: relevé de
 * forclusion.
 */
export const frenchInsolvency: InsolvencyLaw = {
  declarationMonths: 2,
  declarationMonthsFromAfar: 4,
  reliefMonths: 6,
}
