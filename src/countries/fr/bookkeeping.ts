import type { Bookkeeping } from '../../domain/law/bookkeeping.ts'

/**
 * Accounts of the plan comptable général, from secondary sources; its revision for 2025 (règlement ANC 2022-06) was not read,
 * hence each number is a setting. Late interest and the indemnity vary most; sales are the creditor's own choice (70x).
 */
export const frenchBookkeeping: Bookkeeping = {
  journals: {
    general: { code: 'OD', label: 'Opérations diverses' },
    bank: { code: 'BQ', label: 'Banque' },
    sales: { code: 'VE', label: 'Ventes' },
  },
  accounts: {
    customers: { number: '411', label: 'Clients' },
    doubtful: { number: '416', label: 'Clients douteux ou litigieux' },
    impairment: { number: '491', label: 'Dépréciations des comptes de clients' },
    'impairment-charge': { number: '68174', label: 'Dotations pour dépréciation des créances' },
    'impairment-reversal': { number: '78174', label: 'Reprises sur dépréciations des créances' },
    loss: { number: '654', label: 'Pertes sur créances irrécouvrables' },
    vat: { number: '44571', label: 'TVA collectée' },
    'late-interest': { number: '763', label: 'Revenus des autres créances' },
    indemnity: { number: '758', label: 'Produits divers de gestion courante' },
    bank: { number: '512', label: 'Banques' },
    sales: { number: '706', label: 'Prestations de services' },
    suspense: { number: '471', label: 'Compte d’attente' },
  },
  entries: {
    doubtful: 'Créance douteuse',
    impairment: 'Dépréciation',
    'impairment-reversal': 'Reprise de dépréciation',
    loss: 'Perte sur créance irrécouvrable',
    'tax-recovered': 'TVA sur créance irrécouvrable',
    recovery: 'Rentrée sur créance passée en perte',
    invoice: 'Facture',
    'credit-note': 'Avoir',
    payment: 'Règlement',
    rejection: 'Règlement rejeté',
  },
}
