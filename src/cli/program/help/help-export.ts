/** Help of what leaves for other programs: export, qr. */
export const HELP_OF_EXPORTS: Readonly<Record<string, string>> = {
  'Exporte ce que le programme sait, pour d’autres logiciels.':
    'Export what the program knows, for other software.',
  'écritures et données pour d’autres logiciels': 'entries and data for other software',
  'Règlements que des personnes ont enregistrés (512 contre 411 ou 416) et leurs rejets, lettrés, au format FEC (LPF A47 A-1) : un journal d’encaissements à importer en comptabilité. Factures, avoirs et règlements lus dans les comptes y sont déjà, et « export bad-debts » donne les créances douteuses et les pertes : --all ajoute tout cela, pour un grand livre clients entier.':
    'Payments that people recorded (512 against 411 or 416) and their rejections, lettered, in FEC format (LPF A47 A-1): a journal of receipts to import into the books. Invoices, credit notes and payments read in the books are there already, and "export bad-debts" gives doubtful claims and losses: --all adds all of that, for the whole customers\' ledger.',
  'règlements enregistrés ici, lettrés, au format FEC': 'payments recorded here, lettered, in FEC format',
  'tout le grand livre clients : factures, avoirs, règlements, créances douteuses':
    "the whole customers' ledger: invoices, credit notes, payments, doubtful claims",
  'sans lettrage': 'without lettering',
  'premier jour (depuis le début)': 'first day (from the beginning)',
  'dernier jour (le jour de travail)': 'last day (the working date)',
  'créancier, s’il y en a plusieurs': 'creditor, if there are several',
  'SIREN du créancier, pour le nom du fichier': 'SIREN of the creditor, for the name of the file',
  'fichier à écrire (sinon, la sortie)': 'file to write (otherwise the standard output)',
  'Écritures des créances douteuses, dépréciées et perdues, et de leur TVA, au format FEC (LPF A47 A-1). À importer en comptabilité.':
    'Entries of doubtful, impaired and lost claims, and of their VAT, in FEC format (LPF A47 A-1). To be imported into the books.',
  'écritures des créances douteuses et irrécouvrables': 'entries of doubtful and irrecoverable claims',
  'Une liste au format CSV (RFC 4180, UTF-8), lisible par un tableur. Un texte qu’il prendrait pour une formule est précédé d’une apostrophe ; un montant négatif reste un nombre.':
    'A list as CSV (RFC 4180, UTF-8), to be read by a spreadsheet. A text that it would take for a formula gets an apostrophe before it; a negative amount stays a number.',
  'une liste au format CSV, pour un tableur': 'a list as CSV, for a spreadsheet',
  'seulement ce qui est ouvert (invoices, actions)': 'only what is open (invoices, actions)',
  'entre les colonnes (point-virgule en français, virgule en anglais)':
    'between columns (semicolon in French, comma in English)',
  'dates AAAA-MM-JJ': 'dates as YYYY-MM-DD',
  'balances, invoices, claims, actions ou journal': 'balances, invoices, claims, actions or journal',
  'Une liste dans un classeur Excel : nombres, dates et textes y sont ce qu’ils sont, aucun n’est une formule.':
    'A list in an Excel workbook: numbers, dates and texts are what they are there, none is a formula.',
  'une liste dans un classeur Excel': 'a list in an Excel workbook',
  'Principal, intérêts et indemnités de chaque dossier, comme « quittance claims ».':
    'Principal, interest and indemnities of each case, as "quittance claims" gives them.',
  'décomptes de tous les débiteurs (CSV, ou XLSX par le nom du fichier)':
    'claims of all debtors (CSV, or XLSX by the name of the file)',
  'Le journal de tous les dossiers. L’empreinte d’une ligne est le SHA-256 de la précédente et de la ligne (docs/exports.md) : une ligne changée, ôtée ou ajoutée se voit.':
    'The journal of all cases. The hash of a line is the SHA-256 of the line before and of the line itself (docs/exports.md): a line changed, taken out or added shows.',
  'le journal, avec ses empreintes (CSV, ou XLSX par le nom du fichier)':
    'the journal, with its hashes (CSV, or XLSX by the name of the file)',
  'Échéances de plans en cours, dues d’ici là, en prélèvements SEPA (pain.008). Les mandats viennent d’un CSV : debtor, IBAN, BIC, mandate reference, signature date, sequence, scheme. N’écrit rien dans la base.':
    'Instalments of plans under way, due by then, as SEPA direct debits (pain.008). Mandates come from a CSV: debtor, IBAN, BIC, mandate reference, signature date, sequence, scheme. Writes nothing in the database.',
  'prélèvements SEPA des échéances de plans, pour la banque':
    'SEPA direct debits of plan instalments, for the bank',
  'identifiant créancier SEPA (ICS)': 'SEPA creditor identifier (ICS)',
  'mandats des débiteurs, CSV': 'mandates of the debtors, CSV',
  'débiteurs dont les plans sont prélevés (tous)': 'debtors whose plans are debited (all)',
  'dernière échéance (quatorze jours après le jour de travail)':
    'last due date (fourteen days after the working date)',
  'BIC de la banque du créancier': "BIC of the creditor's bank",
  'version du message : pain.008.001.02 ou .08': 'version of the message: pain.008.001.02 or .08',
  'jours ouvrés bancaires avant le premier prélèvement': 'bank working days before the first debit',
  'QR code qui remplit un virement SEPA (EPC069-12) : ce qui reste dû d’une facture, ou ce qui est échu du compte, sinon tout ce qui est ouvert.':
    'QR code that fills in a SEPA transfer (EPC069-12): what is still owed on an invoice, or what is overdue on the account, otherwise all that is open.',
  'QR code de virement SEPA, pour une facture ou un compte':
    'QR code for a SEPA transfer, for an invoice or an account',
  'le contenu seul, pour un autre générateur': 'the content only, for another generator',
  'fichier à écrire : .svg, sinon du texte': 'file to write: .svg, otherwise text',
  'facture, ou code, nom ou CREANCIER/CODE du débiteur':
    "invoice, or the debtor's code, name or CREDITOR/CODE",
}
