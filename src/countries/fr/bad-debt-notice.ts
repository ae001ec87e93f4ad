import type { BadDebtNoticeLaw } from '../../domain/law/bad-debt-notice.ts'

/** The statement in place of a duplicate of each invoice: CGI art. 272, 1, and BOI-TVA-DED-40-10-20, which quotes the mention. */
export const frenchBadDebtNotice: BadDebtNoticeLaw = {
  language: 'fr',
  title: 'État récapitulatif des factures demeurées impayées',
  columns: ['Facture', 'Date', 'Prix net (HT)', 'TVA', 'Total TTC'],
  total: 'Total',
  introduction: ({ creditor, debtor, on }) => [
    `Créancier : ${creditor}`,
    `Débiteur : ${debtor}`,
    `Le ${on}`,
    'Factures rectifiées en application du 1 de l’article 272 du CGI :',
  ],
  // Word for word.
  mention: (net, tax) =>
    `Facture demeurée impayée pour la somme de ${net} € (prix net) et pour la somme de ${tax} € (TVA correspondante) qui ne peut faire l'objet d'une déduction (article 272 du CGI).`,
}
