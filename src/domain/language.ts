/** The two languages of the product: of its answers, and of what debtors are written in. */
export type Language = 'fr' | 'en'

export const LANGUAGES: readonly Language[] = ['fr', 'en']
