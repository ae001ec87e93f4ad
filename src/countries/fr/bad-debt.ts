/**
 * The mention by which an unpaid invoice is rectified, so that its VAT may be recovered: CGI art. 272, 1, quoted by
 * BOI-TVA-DED-40-10-20. Word for word; amounts such as `1 666,67`, without the sign of the euro.
 */
export function irrecoverableMention(net: string, tax: string): string {
  return `Facture demeurée impayée pour la somme de ${net} € (prix net) et pour la somme de ${tax} € (TVA correspondante) qui ne peut faire l'objet d'une déduction (article 272 du CGI).`
}
