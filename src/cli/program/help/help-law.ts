/** Help of what is owed by law: balances, bad-debts, claim, claims, interest, limitation, due-date, rates. */
export const HELP_OF_THE_LAW: Readonly<Record<string, string>> = {
  'Solde ouvert et échu de chaque débiteur, avoirs et acomptes déduits.':
    'Open and overdue balance of each debtor, credit notes and payments on account deducted.',
  'ce que chaque débiteur doit': 'what each debtor owes',
  'Créances douteuses, dépréciées et perdues de chaque débiteur ; TVA récupérable et récupérée.':
    'Doubtful, impaired and lost claims of each debtor; VAT recoverable and recovered.',
  'créances douteuses, dépréciées, perdues, et leur TVA': 'doubtful, impaired and lost claims, and their VAT',
  'État récapitulatif des factures irrécouvrables d’un débiteur, avec la mention de l’article 272 du CGI : à lui envoyer pour récupérer la TVA.':
    "Statement of a debtor's irrecoverable invoices, with the mention of article 272 of the CGI: to be sent to the debtor to recover the VAT.",
  'état des factures irrécouvrables, à envoyer au débiteur':
    'statement of irrecoverable invoices, to be sent to the debtor',
  'fichier à écrire : .html, .md, sinon du texte': 'file to write: .html, .md, otherwise text',
  'Décompte d’un débiteur (échéances ouvertes) ou d’une facture, au jour dit : principal, règlements, intérêts, indemnité.':
    'Claim against a debtor (open items) or for an invoice, on a given day: principal, payments, interest, indemnity.',
  'décompte : ce qui est dû, ligne à ligne': 'claim: what is owed, line by line',
  'Calcule intérêts et indemnité sans base de données. Le jour « until » compte.':
    'Calculate interest and indemnity without a database. The day "until" counts.',
  'calculette des intérêts de retard': 'calculator of late interest',
  'somme due TTC, par exemple 1200.00': 'amount owed including VAT, for example 1200.00',
  'date d’échéance': 'due date',
  'dernier jour compté': 'last day counted',
  'mise en demeure (point de départ pour un consommateur)':
    'formal notice (where interest starts for a consumer)',
  'règlement partiel, répétable': 'part payment, repeatable',
  'jugement exécutoire : le taux légal monte de 5 points deux mois après (CMF L313-3)':
    'enforceable judgment: the legal rate rises by 5 points two months later (CMF L313-3)',
  'taux du contrat, par exemple 12.5': 'contract rate, for example 12.5',
  'les intérêts dus pour une année entière portent intérêt (C. civ. 1343-2)':
    'interest owed for a whole year bears interest (C. civ. 1343-2)',
  'Principal, intérêts et indemnités de chaque dossier au jour dit, remises, avoirs et acomptes déduits ; « quittance claim DEBITEUR » en donne le détail.':
    'Principal, interest and indemnities of each case on the given day, waivers, credit notes and payments on account deducted; "quittance claim DEBTOR" gives the detail.',
  'ce que chaque débiteur doit, intérêts et indemnités compris':
    'what each debtor owes, interest and indemnities included',
  'Liste ce qui peut être prescrit dans les mois qui viennent, ou l’est déjà : dernier jour compté de l’échéance, et au plus tôt de l’exécution.':
    'List what may become time-barred in the months to come, or is already: last day counted from the due date, and at the earliest from performance.',
  'créances bientôt prescrites': 'claims soon time-barred',
  'mois à venir': 'months to come',
  'Calcule une échéance et la compare au plafond légal. Sans --terms ni --due, rien n’est convenu : le délai est celui de la loi.':
    'Calculate a due date and compare it with the legal maximum. Without --terms or --due, nothing is agreed: the terms are those of the law.',
  'date d’échéance d’après un délai': 'due date from payment terms',
  'date de facture': 'date of issue',
  'délai convenu : 30d, 60d, 45d-eom, eom-45d, eom…': 'terms agreed: 30d, 60d, 45d-eom, eom-45d, eom…',
  'échéance portée sur la facture, à vérifier': 'due date stated on the invoice, to be checked',
  'réception de la marchandise, fin du service, ou réception de la facture par un organisme public':
    'receipt of the goods, end of the service, or receipt of the invoice by a public body',
  'secteur à délai propre : perishable, transport, green-equipment, farm-equipment, leather, board-sports, livestock, alcohol, wine, watchmaking, distant-export, public-health, public-company':
    'sector with terms of its own: perishable, transport, green-equipment, farm-equipment, leather, board-sports, livestock, alcohol, wine, watchmaking, distant-export, public-health, public-company',
  'facture périodique (récapitulative)': 'periodic invoice (for the deliveries of a period)',
  'livraison outre-mer : le délai court de la réception':
    'delivery to French overseas territories: the terms run from receipt',
  'Liste les taux connus, leur source et leur fiabilité ; « add » en enregistre un nouveau.':
    'List the rates known, their source and how well they were checked; "add" records a new one.',
  'taux de la BCE et taux d’intérêt légal': 'rates of the ECB and legal rates',
  'montre aussi les plus anciens': 'show the older ones too',
  'Enregistre un taux publié, avec sa source. Ce qui est déjà connu ne change pas.':
    'Record a published rate, with its source. What is known already does not change.',
  'enregistre un taux publié': 'record a published rate',
  'Enregistre le taux BCE en vigueur un jour donné, par date d’effet, et jusqu’à --known-until s’il n’a pas changé d’ici là.':
    'Record the ECB rate in force on a given day, by the day it takes effect, and up to --known-until if it has not changed by then.',
  'taux BCE (opérations principales de refinancement)': 'ECB rate (main refinancing operations)',
  'premier jour de ce taux, ou jour où on l’a constaté':
    'first day of this rate, or day on which it was seen',
  'par exemple 2.65': 'for example 2.65',
  'où ce taux a été lu': 'where this rate was read',
  'dernier jour pour lequel on le sait (le premier seul, sinon)':
    'last day for which it is known (otherwise the first day only)',
  'Enregistre les deux taux d’intérêt légal d’un semestre, tels que l’arrêté les donne.':
    'Record the two legal rates of a semester, as the ministerial order gives them.',
  'taux d’intérêt légal d’un semestre': 'legal rates of a semester',
  'par exemple 2027-S1': 'for example 2027-S1',
  'créancier particulier': 'creditor an individual',
  'tous les autres cas': 'all other cases',
  'l’arrêté, ou la page où il a été lu': 'the order, or the page where it was read',
  'Retire un taux qu’une personne a enregistré. Ceux du programme ne se retirent pas.':
    'Remove a rate that a person recorded. Those of the program cannot be removed.',
  'retire un taux enregistré': 'remove a recorded rate',
  'Retire ce qui a été enregistré du taux BCE à partir d’un jour.':
    'Remove what was recorded of the ECB rate from a day on.',
  'taux BCE': 'ECB rate',
  'le jour donné en l’enregistrant': 'the day given when it was recorded',
  'Retire les taux d’intérêt légal enregistrés pour un semestre.':
    'Remove the legal rates recorded for a semester.',
  'taux d’intérêt légal': 'legal rates',
}
