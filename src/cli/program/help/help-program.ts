/** Help of the program itself: common options, demo, serve, migrate, doctor, bench. */
export const HELP_OF_THE_PROGRAM: Readonly<Record<string, string>> = {
  'Quittance relance les factures impayées : décide chaque matin qui relancer, comment et pourquoi, envoie, et se souvient de tout.':
    'Quittance chases unpaid invoices: each morning it decides whom to chase, how and why, sends, and remembers everything.',
  'dossier de la base de données embarquée (sinon DATABASE_URL)':
    'folder of the embedded database (otherwise DATABASE_URL)',
  'répond par un document JSON': 'answer with a JSON document',
  'jour de travail, AAAA-MM-JJ (aujourd’hui à Paris)': 'working date, YYYY-MM-DD (today in Paris)',
  'qui agit, nommé au journal (sinon l’utilisateur du système)':
    'who acts, named in the journal (otherwise the user of the system)',
  'langue des réponses (sinon QUITTANCE_LANG, ou celle du système)':
    'language of answers (otherwise QUITTANCE_LANG, or that of the system)',
  'ce qui suit : « next » de la réponse précédente': 'what follows: "next" of the answer before',
  'au plus n lignes ; « next » dit où la suite commence':
    'n rows at most; "next" says where what follows begins',
  'affiche cette aide': 'show this help',
  'aide d’une commande': 'help of a command',
  'Charge une société de démonstration (douze débiteurs, douze situations), décide sa journée et dit pourquoi.\nAucun e-mail réel ne part : les messages sont écrits dans un dossier.':
    'Load a demo company (twelve debtors, twelve situations), decide its day and say why.\nNo real e-mail leaves: messages are written to a folder.',
  'société de démonstration': 'demo company',
  'continue à servir la page web': 'go on and serve the web page',
  'port de la page web (4080)': 'port of the web page (4080)',
  'Sert la liste de travail (page et JSON) sur cette machine, jusqu’à Ctrl-C.':
    'Serve the work list (page and JSON) on this machine, until Ctrl-C.',
  'page web et API': 'web page and API',
  'port (4080)': 'port (4080)',
  'Crée ou met à jour les tables. Toute autre commande le fait aussi d’elle-même.':
    'Create or update the tables. Any other command does so by itself.',
  'met la base de données à jour': 'bring the database up to date',
  'Vérifie base de données, envois, messages en attente, boîtes et taux.':
    'Check database, sending, messages that wait, mailboxes and rates.',
  'vérifie l’installation': 'check the installation',
  'Mesure la vitesse à côté du plus petit travail possible, sur la même machine et au même moment : day, la journée et les mêmes lignes écrites en SQL seul ; steady, les mêmes échéances parmi dix fois plus de factures ; decide, les décisions en mémoire et une boucle nue ; claims, les décomptes en mémoire et leur arithmétique nue ; import, des fichiers lus jusqu’à leurs pièces et le découpage de leurs lignes seul ; matching, le rapprochement de règlements inventés dont la vérité est connue, avec sa précision et son rappel ; email, des messages écrits, composés et remis à un serveur de messagerie qui les jette, et les mêmes parties par nodemailer seul ; letters, des lettres de leurs données à leur PDF et une page fixe que Typst compile seul.\nDans une base jetable : jamais dans vos données.':
    'Measure speed beside the least work possible, on the same machine at the same moment: day, the day and the same rows written by SQL alone; steady, the same due items among ten times as many invoices; decide, decisions in memory and a bare loop; claims, claims in memory and their bare arithmetic; import, files read down to their documents and the splitting of their lines alone; matching, the matching of invented payments whose truth is known, with its precision and recall; email, messages written, composed and handed to a mail server that throws them away, and the same parts by nodemailer alone; letters, letters from their data to their PDF and a fixed page that Typst compiles alone.\nIn a temporary database: never in your data.',
  'mesure la vitesse, à côté de sa limite': 'measure speed, beside its limit',
  'débiteurs, ou lettres': 'debtors, or letters',
  'factures par débiteur': 'invoices per debtor',
  'passages, dont la médiane est retenue': 'runs, of which the median is kept',
  'matching : rapproche les règlements de ce FEC et compare à son lettrage, au lieu de règlements inventés':
    'matching: match the payments of this FEC and compare with its lettering, instead of invented payments',
  'sinon toutes, en petit': 'without one, all of them, small',
}
