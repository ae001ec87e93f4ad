/** Help of what comes back: inbox, and its decisions. */
export const HELP_OF_THE_INBOX: Readonly<Record<string, string>> = {
  'Liste les messages reçus qui attendent une personne : réponses, refus, plaintes, messages sans dossier.':
    'List the messages received that wait for a person: replies, refusals, complaints, messages without a case.',
  'messages reçus': 'messages received',
  'aussi ceux qui sont lus, et ce que les machines ont dit':
    'also those already read, and what machines said',
  'Montre ce que l’expéditeur a écrit de nouveau, et les propositions numérotées avec les mots cités.':
    'Show what the sender newly wrote, and the numbered suggestions with the words quoted.',
  'montre un message et ses propositions': 'show a message and its suggestions',
  'M-12': 'M-12',
  'Lit les messages nouveaux des boîtes que nomment IMAP_URL et MAILBOXES_FILE ; rien n’y est effacé.':
    'Read the new messages of the mailboxes that IMAP_URL and MAILBOXES_FILE name; nothing is deleted there.',
  'relève les boîtes': 'read the mailboxes',
  'reste à l’écoute jusqu’à Ctrl-C': 'keep watching until Ctrl-C',
  'Lit des messages enregistrés en fichiers, ou tous les .eml d’un dossier ; chacun n’est pris qu’une fois.':
    'Read messages kept as files, or every .eml of a folder; each is taken only once.',
  'lit des fichiers .eml': 'read .eml files',
  'le créancier dont la boîte les a reçus (sinon, tous)':
    'the creditor whose mailbox received them (otherwise all)',
  'fichiers .eml, ou dossiers qui en contiennent': '.eml files, or folders that hold some',
  'Enregistre dans le dossier ce que la proposition dit : promesse, litige, échéancier, pause, interlocuteur… avec les mots cités.':
    'Record in the case what the suggestion says: promise, dispute, plan, pause, contact… with the words quoted.',
  'accepte une proposition, telle quelle ou changée': 'accept a suggestion, as it is or changed',
  'le jour dit : règlement promis, fin de pause, première échéance ou jugement':
    'the day said: promised payment, end of a pause, first instalment or judgment',
  'somme promise, contestée, ou de chaque échéance': 'amount promised, disputed, or of each instalment',
  'factures concernées': 'invoices concerned',
  'nombre d’échéances accordées': 'number of instalments agreed',
  'motif du litige': 'reason for the dispute',
  'nouvelle adresse de l’interlocuteur': 'new address of the contact',
  'son nom': "the contact's name",
  'son téléphone': "the contact's phone",
  'numéro de la proposition, quand plusieurs attendent': 'number of the suggestion, when several wait',
  'refuse une proposition': 'refuse a suggestion',
  'dit le message lu : la suspension de son dossier finit':
    'say that the message is read: the hold on its case ends',
  'le remet parmi les messages à lire : son dossier attend de nouveau':
    'put it back among the messages to read: its case waits again',
  'Rattache un message au dossier dit ; il y prend effet comme s’il y était arrivé de lui-même.':
    'Assign a message to the case named; it takes effect there as if it had come by itself.',
  'rattache un message à un dossier': 'assign a message to a case',
  'code, nom, CREANCIER/CODE ou facture': 'code, name, CREDITOR/CODE or invoice',
}
