/** Help of who is who, and of settings: creditor, setting, debtor. */
export const HELP_OF_SETTINGS: Readonly<Record<string, string>> = {
  'qui a changé un réglage, un créancier, un texte ; contrôle des empreintes':
    'who changed a setting, a creditor, a text; check of the hashes',
  'Journal de l’espace : qui a changé un créancier, un réglage, un taux, un texte, un en-tête ou les envois, quand, de quoi à quoi. Celui des dossiers s’exporte par « export journal ».':
    'The organisation\'s journal: who changed a creditor, a setting, a rate, a text, a letterhead or sending, when, from what to what. That of cases is exported by "export journal".',
  'suit les empreintes de tous les journaux, et nomme ce qui n’est pas tel qu’il fut écrit':
    'follows the hashes of all journals, and names what is not as it was written',
  'Liste les créanciers, ou note ce que les messages disent de l’un d’eux.':
    'List the creditors, or record what messages say of one of them.',
  'créanciers : nom, adresse, IBAN': 'creditors: name, address, IBAN',
  'raison sociale': 'company name',
  'adresse d’où partent les messages': 'address that messages leave from',
  téléphone: 'phone',
  'IBAN à créditer': 'IBAN to be credited',
  'adresse ou siège, sur une ligne': 'address or registered office, on one line',
  'numéro SIREN': 'SIREN number',
  'qui signe les lettres : nom et qualité': 'who signs letters: name and position',
  'nom de l’expéditeur des messages, si ce n’est la raison sociale':
    'name of the sender of messages, if not the company name',
  'adresse où vont les réponses, si ce n’est celle d’où ils partent':
    'address that replies go to, if not the one messages leave from',
  'lien https de paiement en ligne, où {reference}, {amount} et {debtor} prennent leur valeur':
    'https link for online payment, in which {reference}, {amount} and {debtor} take their value',
  'taux des conditions de vente, ou none : celui de la loi':
    'rate of the terms of sale, or none: that of the law',
  'clause qui le fixe, par exemple "CGV art. 7"': 'clause that sets it, for example "CGV art. 7"',
  'ce qu’un règlement partiel éteint d’abord': 'what a part payment pays off first',
  'jours de l’année': 'days of the year',
  'intérêts des intérêts dus pour une année entière (C. civ. 1343-2)':
    'interest on the interest owed for a whole year (C. civ. 1343-2)',
  'code du créancier ; créé s’il est nouveau': 'code of the creditor; created if new',
  'Liste les réglages, ou en change un : minimum, maximum, grouping, region, formal-notice-days, creditor-outside-metropolitan-france, bank-data-days, limitation, credit-insurance-days, attachments-megabytes, messages-per-minute, les comptes (account-loss…), et pour une société de recouvrement agency-name et la suite.':
    'List the settings, or change one: minimum, maximum, grouping, region, formal-notice-days, creditor-outside-metropolitan-france, bank-data-days, limitation, credit-insurance-days, attachments-megabytes, messages-per-minute, the accounts (account-loss…), and for a collection agency agency-name and those that follow.',
  'réglages de l’espace': 'settings of the organisation',
  'Montre un débiteur, ou note qui il est ; ses dossiers sont revus à la prochaine journée.\nUne association ou une copropriété compte comme un particulier tant que --acts-as ne dit pas autre chose.':
    'Show a debtor, or record who it is; its cases are looked at again at the next run.\nAn association or a co-ownership counts as a consumer as long as --acts-as does not say otherwise.',
  'qui est un débiteur : genre, SIREN, TVA, adresse': 'who a debtor is: kind, SIREN, VAT, address',
  'nom ou raison sociale': 'name or company name',
  genre: 'kind',
  'association ou copropriété ; none l’efface': 'association or co-ownership; none clears it',
  'comment compte une association ou une copropriété': 'how an association or a co-ownership counts',
  'SIREN ou SIRET ; none l’efface': 'SIREN or SIRET; none clears it',
  'numéro de TVA ; none l’efface': 'VAT number; none clears it',
  'adresse postale, sur une ligne ; none l’efface': 'postal address, on one line; none clears it',
  'jour où un particulier a accepté le recommandé électronique (CPCE L100)':
    'day on which a consumer agreed to electronic registered mail (CPCE L100)',
  'code, nom ou CREANCIER/CODE': 'code, name or CREDITOR/CODE',
}
