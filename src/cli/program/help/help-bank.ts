/** Help of payments received: bank, bank-data. */
export const HELP_OF_THE_BANK: Readonly<Record<string, string>> = {
  'Liste les règlements qui attendent une personne, avec ce qu’ils paient sans doute et pourquoi.':
    'List the payments that wait for a person, with what they probably pay and why.',
  'règlements reçus à rapprocher': 'payments received, to be matched',
  'aussi ceux qui sont rapprochés ou écartés': 'also those matched or set aside',
  'enregistre le règlement comme proposé': 'record the payment as suggested',
  'B-12': 'B-12',
  'écarte l’écriture : aucun client ne l’a payée': 'set the entry aside: no customer paid it',
  'défait le rapprochement : soldes, promesses et échéanciers reviennent':
    'undo the match: balances, promises and plans come back',
  'Enregistre le règlement sur les factures dites, à concurrence de chacune ; MONTANT donne à chacune sa part.':
    'Record the payment against the invoices named, up to what each owes; AMOUNT gives each its share.',
  'rapproche de factures, d’un débiteur ou de plusieurs': 'match with invoices, of one debtor or several',
  'F-1, ou F-1=400.00': 'F-1, or F-1=400.00',
  'Dit jusqu’où les règlements de chaque créancier sont connus, ou le note. Avec « setting bank-data-days N », rien n’est relancé quand ils datent de plus de N jours.':
    'Say up to which day each creditor\'s payments are known, or record it. With "setting bank-data-days N", nobody is chased when they are more than N days old.',
  'fraîcheur des données bancaires': 'how recent bank data is',
  'code du créancier': 'code of the creditor',
  'dernier jour dont tous les règlements sont saisis': 'last day of which all payments are recorded',
}
