/** Help of what is written to debtors: text, preview, send-test, message, check-text, letter, letterhead. */
export const HELP_OF_TEXTS: Readonly<Record<string, string>> = {
  'Montre le texte de chaque étape et met le vôtre à sa place : « text show » le donne, vous le modifiez, « text set » le contrôle et le prend.':
    'Show the text of each step and put yours in its place: "text show" gives it, you edit it, "text set" checks it and takes it.',
  'textes des relances : les lire, les changer': 'texts of reminders: read them, change them',
  'Liste les textes en usage, dans l’ordre des étapes.': 'List the texts in use, in the order of the steps.',
  'tous les textes, et ceux que vous avez changés': 'all texts, and those you have changed',
  'seulement ceux d’un scénario, par exemple amiable-b2b':
    'only those of a scenario, for example amiable-b2b',
  'Montre le texte en usage pour une étape, avec son en-tête. Sans --channel, celui du premier canal ; sans --text-language, dans la langue des réponses.':
    'Show the text in use for a step, with its header. Without --channel, that of the first channel; without --text-language, in the language of answers.',
  'un texte, prêt à modifier': 'a text, ready to edit',
  'e-mail, lettre, SMS, script d’appel ou note interne':
    'e-mail, letter, text message, call script or internal note',
  'langue du texte': 'language of the text',
  'pour un seul genre de débiteur': 'for one kind of debtor only',
  'texte d’une société de recouvrement': 'text of a collection agency',
  'l’écrit dans ce fichier, qui ne doit pas exister': 'write it to this file, which must not exist yet',
  'par exemple j7': 'for example j7',
  'Écrit chaque texte en usage dans un fichier .md du dossier ; aucun fichier n’est écrasé.':
    'Write each text in use to a .md file of the folder; no file is overwritten.',
  'tous les textes en fichiers': 'all texts as files',
  'créé s’il n’existe pas': 'created if it does not exist',
  'Liste les variables : type, sens, exemple. « pas toujours » : à encadrer d’un {% if %}.':
    'List the variables: type, meaning, example. "not always": to be put inside an {% if %}.',
  'ce qu’un texte peut nommer': 'what a text may name',
  'Contrôle chaque fichier (lecture, variables, loi, exemple pour chaque genre de débiteur) et le met en usage. Une faute, et rien n’est pris ; chacune est dite avec sa ligne.':
    'Check each file (reading, variables, law, an example for each kind of debtor) and put it in use. One fault, and nothing is taken; each is told with its line.',
  'met vos textes en usage, après contrôle': 'put your texts in use, once checked',
  'contrôle seulement': 'check only',
  'tels que « text show » ou « text export » les donnent': 'as "text show" or "text export" gives them',
  'Remet en usage les textes livrés d’une étape, ou ceux que les options désignent.':
    "Put the program's own texts of a step back in use, or those that the options point to.",
  'revient au texte livré': "go back to the program's own text",
  'Liste qui a changé les textes d’une étape, et quand ; --json donne leur contenu.':
    'List who changed the texts of a step, and when; --json gives their content.',
  'versions des textes d’une étape': 'versions of the texts of a step',
  'Remet en usage une version que « text history » liste ; elle reçoit un nouveau numéro.':
    'Put a version listed by "text history" back in use; it is given a new number.',
  'reprend une version passée': 'take a past version again',
  'son numéro': 'its number',
  'Montre ce qu’une étape dirait à un débiteur un jour donné (--date), et pourquoi elle partirait ce jour ou non. N’écrit rien dans le dossier.':
    'Show what a step would tell a debtor on a given day (--date), and why it would go that day or not. Writes nothing in the case.',
  'aperçu d’un message, et pourquoi il partirait': 'preview of a message, and why it would go',
  'un autre canal de l’étape': 'another channel of the step',
  'une autre langue que celle de l’interlocuteur': "a language other than the contact's",
  'écrit le message : .html, .txt, .eml, ou .pdf pour une lettre':
    'write the message: .html, .txt, .eml, or .pdf for a letter',
  'Envoie à l’une de vos adresses le message qu’une étape enverrait à un débiteur, marqué ESSAI. Le dossier ne change pas.':
    'Send to one of your addresses the message that a step would send to a debtor, marked ESSAI (test). The case does not change.',
  's’envoyer un message à soi-même': 'send a message to yourself',
  'votre adresse e-mail': 'your e-mail address',
  'Montre ce qu’une action dit, tel qu’elle partirait ce jour ; refuse en la nommant une pièce manquante. --eml rend l’e-mail parti, octet pour octet.':
    'Show what an action says, as it would leave today; refused if a part is missing, which is named. --eml gives the e-mail that left, byte for byte.',
  'texte d’une action : lettre à poster, script d’appel, e-mail':
    'text of an action: letter to post, call script, e-mail',
  'écrit la lettre en PDF dans ce fichier': 'write the letter as PDF to this file',
  'l’e-mail tel qu’il a été remis au serveur de messagerie': 'the e-mail as it was handed to the mail server',
  'avec --eml : fichier à écrire': 'with --eml: file to write',
  'numéro de l’action, comme « quittance actions » le donne':
    'number of the action, as "quittance actions" gives it',
  'Relit les textes livrés (--all) ou vos fichiers : frais interdits, menaces impossibles, confusion avec la justice, mentions obligatoires. Sortie 1 s’il faut corriger.':
    "Check the program's own texts (--all) or your files: forbidden fees, impossible threats, confusion with the courts, mandatory mentions. Exits with 1 if something must be corrected.",
  'relit des textes à la lumière de la loi': 'check texts against the law',
  'tous les textes livrés': "all the program's own texts",
  'à qui': 'to whom',
  'à quelle phase': 'at which stage',
  'par quel canal': 'by which channel',
  'texte en Liquid et Markdown ; première ligne « Objet : … » si besoin':
    'text in Liquid and Markdown; first line "Subject: …" where needed',
  'Écrit en PDF le relevé de compte d’un débiteur, le reçu de ses règlements (ou de ceux d’une facture), ou son échéancier à signer. Les lettres de relance : « quittance message NUMERO --pdf FICHIER ».':
    'Write as PDF the statement of a debtor\'s account, the receipt for its payments (or for those of an invoice), or its payment plan to sign. Reminder letters: "quittance message NUMBER --pdf FILE".',
  'lettre en PDF : relevé de compte, reçu, échéancier': 'letter as PDF: statement, receipt, payment plan',
  'statement, receipt ou plan-agreement': 'statement, receipt or plan-agreement',
  'Montre les images que portent les lettres d’un créancier, ou de la société de recouvrement, ou en note une : PNG, JPEG ou SVG, 1 Mo au plus.':
    'Show the pictures on the letters of a creditor, or of the collection agency, or record one: PNG, JPEG or SVG, 1 MB at most.',
  'logo et signature des lettres': 'logo and signature of letters',
  'logo, en haut à gauche ; none l’enlève': 'logo, top left; none removes it',
  'signature manuscrite, au-dessus du signataire ; none l’enlève':
    'handwritten signature, above the name of who signs; none removes it',
  'code du créancier ; sans lui, la société de recouvrement':
    'code of the creditor; without it, the collection agency',
}
