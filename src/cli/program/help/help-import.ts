/** Help of what comes in as files: import, document, send-invoice, read. */
export const HELP_OF_IMPORTS: Readonly<Record<string, string>> = {
  'Importe des factures, des relevés de compte, des contacts ou des annonces du BODACC.':
    'Import invoices, bank statements, contacts or notices of the BODACC.',
  'importe factures, relevés, contacts ou annonces du BODACC':
    'import invoices, statements, contacts or notices of the BODACC',
  'Importe factures, avoirs et soldes depuis un CSV (séparateur et encodage devinés), un classeur Excel (.xlsx), un FEC (comptes 411, lettrage) ou des factures électroniques : PDF Factur-X ou ZUGFeRD, XML CII ou UBL. Le format est reconnu au contenu.\nUn fichier qui ne peut pas être pris en entier ne change rien.':
    'Import invoices, credit notes and balances from a CSV (separator and encoding guessed), an Excel workbook (.xlsx), a FEC (accounts 411, lettering) or electronic invoices: PDF Factur-X or ZUGFeRD, XML CII or UBL. The format is known by its content.\nA file that cannot be taken whole changes nothing.',
  'factures, avoirs et soldes : CSV, Excel, FEC ou factures électroniques':
    'invoices, credit notes and balances: CSV, Excel, FEC or electronic invoices',
  'force le format': 'force the format',
  'correspondance des colonnes (JSON), comme --save-mapping l’écrit':
    'mapping of the columns (JSON), as --save-mapping writes it',
  'écrit la correspondance devinée, à relire et à réutiliser':
    'write the mapping that was guessed, to be checked and used again',
  'délai de paiement quand la source n’a pas d’échéance : 30d, 60d, 45d-eom, eom':
    'payment terms where the source has no due date: 30d, 60d, 45d-eom, eom',
  'delta : le fichier ajoute ; stock : ce qui n’y est plus est soldé':
    'delta: the file adds; stock: what it leaves out is settled',
  'créancier, créé s’il est nouveau': 'creditor, created if new',
  'scénario des nouveaux dossiers ; sinon selon le genre du débiteur':
    'scenario of new cases; otherwise by the kind of debtor',
  'montre ce qui changerait, sans rien écrire': 'show what would change, and write nothing',
  'un ou plusieurs fichiers': 'one or several files',
  'Importe les interlocuteurs de débiteurs déjà connus : code, rôle, nom, e-mail, téléphone, langue, et l’adresse postale du débiteur (adresse, complément, code postal, ville, pays).':
    "Import contacts of debtors already known: code, role, name, e-mail, phone, language, and the debtor's postal address (address, address 2, postcode, town, country).",
  'interlocuteurs des débiteurs': 'contacts of debtors',
  'correspondance des colonnes (JSON)': 'mapping of the columns (JSON)',
  créancier: 'creditor',
  'un ou plusieurs fichiers CSV ou Excel': 'one or several CSV or Excel files',
  'Prend des relevés de compte, reconnus à leur contenu, et rapproche les règlements reçus des factures ouvertes.\nCe qui est certain est enregistré, ce qui est probable est proposé ; une écriture n’est prise qu’une fois.':
    'Take bank statements, known by their content, and match the payments received with open invoices.\nWhat is certain is recorded, what is likely is suggested; an entry is taken only once.',
  'relevés de compte : CAMT, MT940, CFONB 120, OFX, QIF, CSV, XLSX, ZIP':
    'bank statements: CAMT, MT940, CFONB 120, OFX, QIF, CSV, XLSX, ZIP',
  'créancier ; sinon celui dont c’est l’IBAN, ou le seul':
    'creditor; otherwise the one whose IBAN it is, or the only one',
  'Lit des annonces du BODACC (JSON de ses données ouvertes) et note les jugements d’ouverture dans les dossiers des débiteurs qui ont leur SIREN.\nUn nom seul ne suffit jamais : il est signalé, à vérifier.':
    'Read notices of the BODACC (JSON of its open data) and record insolvency judgments in the cases of debtors with their SIREN.\nA name alone is never enough: it is pointed out, to be checked.',
  'annonces du BODACC : procédures collectives': 'notices of the BODACC: insolvency',
  'un ou plusieurs fichiers JSON': 'one or several JSON files',
  'Garde des PDF comme documents des factures et avoirs dont ils portent le numéro : F-2026-041.pdf. Un PDF sans facture est signalé, les autres sont gardés.':
    'Keep PDFs as the documents of the invoices and credit notes whose number they bear: F-2026-041.pdf. A PDF without an invoice is pointed out, the others are kept.',
  'PDF des factures, chacun du nom de la sienne': 'PDFs of invoices, each named after its own',
  'débiteur, si plusieurs ont une facture du même numéro':
    'debtor, if several have an invoice of the same number',
  'montre ce qui serait gardé, sans rien écrire': 'show what would be kept, and write nothing',
  'un ou plusieurs PDF, 10 Mo au plus chacun': 'one or several PDFs, 10 MB at most each',
  'Lit un CSV de suivi : « action » (12-3) ou « numéro de suivi », « date », « statut » (postée, présentée, reçue, refusée, non réclamée, adresse incorrecte, retournée ; postée si rien). Une ligne fautive est nommée, les autres sont prises.':
    'Read a CSV of tracking: "action" (12-3) or "tracking number", "date", "status" (posted, presented, received, refused, unclaimed, wrong address, returned; posted if empty). A faulty line is named, the others are taken.',
  'numéros de suivi et statuts de lettres postées': 'tracking numbers and statuses of posted letters',
  'fichier CSV': 'CSV file',
  'Garde un PDF comme document d’une facture ou d’un avoir ; sans fichier, dit ce qui est gardé, ou le rend (--output). Les relances qui joignent les factures l’emportent.':
    'Keep a PDF as the document of an invoice or a credit note; without a file, say what is kept, or give it back (--output). Reminders that attach invoices take it along.',
  'PDF d’une facture : le garder, le rendre': 'PDF of an invoice: keep it, give it back',
  'débiteur, si plusieurs ont une facture de ce numéro': 'debtor, if several have an invoice of that number',
  'fichier où rendre le PDF gardé': 'file to write the kept PDF to',
  'numéro de la facture ou de l’avoir': 'number of the invoice or the credit note',
  'PDF à garder, 10 Mo au plus': 'PDF to keep, 10 MB at most',
  'Envoie une facture au débiteur par e-mail, avec son PDF. Ce n’est pas une relance : aucune étape ne passe, aucun délai ne change.':
    'Send an invoice to the debtor by e-mail, with its PDF. It is not a reminder: no step is passed, no deadline changes.',
  'envoie une facture, avec son PDF': 'send an invoice, with its PDF',
  'numéro de la facture': 'number of the invoice',
  'Lit un fichier et montre ses documents, ses écritures ou son message sous une forme neutre, sans base de données.':
    'Read a file and show its documents, its entries or its message in a neutral form, without a database.',
  'montre ce qu’un fichier contient': 'show what a file contains',
  'délai de paiement quand la source n’a pas d’échéance': 'payment terms where the source has no due date',
}
