/** Help of the day: run, deliver, sending, actions, action, call, record, why; and of other days: simulate, story. */
export const HELP_OF_THE_DAY: Readonly<Record<string, string>> = {
  'Décide qui relancer aujourd’hui, comment et pourquoi, et l’inscrit. N’envoie rien : « deliver » envoie.':
    'Decide whom to chase today, how and why, and write it down. Sends nothing: "deliver" sends.',
  'décide la journée': 'decide the day',
  'décide sans rien écrire': 'decide, and write nothing',
  'Envoie les messages en attente, après avoir revérifié soldes et suspensions.':
    'Send the messages that wait, once balances and holds have been checked again.',
  'envoie les messages décidés': 'send the messages decided',
  'au plus n messages': 'n messages at most',
  'seulement aux heures permises : jours ouvrés, de 8 h à 19 h, en France':
    'only in permitted hours: working days, from 8 to 19, in France',
  'Autorise (on) ou retient (off) les envois. Retenus au départ : rien ne part avant votre accord.':
    'Turn sending on or off. It is off at first: nothing leaves before you agree.',
  'autorise ou retient les envois': 'turn sending on or off',
  'Liste les actions décidées : messages, appels, lettres, tâches.':
    'List the actions decided: messages, calls, letters, tasks.',
  'liste de travail': 'work list',
  'seulement ce qui attend': 'only what waits',
  'Note ce qu’une personne fait d’une action : faite, sautée, confirmée, approuvée ou refusée.\n\nIssues d’un appel : reached (joint), message-left (message laissé), wrong-number (mauvais numéro), promise (promet de payer), dispute (conteste), refuses (refuse de payer), call-back (à rappeler).\n\nMotifs : oversight (oubli), invoice-not-received (facture non reçue), wrong-bank-details (coordonnées bancaires erronées), insufficient-funds (provision insuffisante), mandate-not-returned (mandat de prélèvement non retourné), expired-card (carte expirée), administrative (blocage administratif), financial-difficulty (difficulté financière), dispute (litige), refusal (refus de payer), unreachable (injoignable), other (autre).':
    'Record what a person does with an action: done, skipped, confirmed, approved or refused.\n\nOutcomes of a call: reached, message-left, wrong-number, promise (promises to pay), dispute (disputes the debt), refuses (refuses to pay), call-back (to be called back).\n\nCauses: oversight, invoice-not-received, wrong-bank-details, insufficient-funds, mandate-not-returned (direct debit mandate), expired-card, administrative (stuck in administration), financial-difficulty, dispute, refusal (refuses to pay), unreachable, other.',
  'agit sur une ligne de la liste': 'act on a line of the list',
  'issue de l’appel': 'outcome of the call',
  'motif de non-paiement, tel que le débiteur le dit': 'cause of non-payment, as the debtor tells it',
  'montant promis ou contesté (sinon tout ce que l’appel demande)':
    'amount promised or disputed (otherwise all that the call asks for)',
  'date promise': 'date promised',
  'factures promises ou contestées (sinon celles de l’appel)':
    'invoices promised or disputed (otherwise those of the call)',
  'jour où rappeler': 'day on which to call back',
  'numéro de suivi d’une lettre postée': 'tracking number of a posted letter',
  'mots libres, pour le journal': 'free words, for the journal',
  'motif d’un refus ou d’une étape sautée, pour le journal':
    'reason for a refusal or a skipped step, for the journal',
  'identifiant donné par « actions », par exemple 12-3': 'number given by "actions", for example 12-3',
  'Montre, pour un appel de la liste, qui appeler, quoi dire et ce qui s’est passé. N’écrit rien.':
    'Show, for a call on the list, whom to call, what to say and what happened so far. Writes nothing.',
  'avant d’appeler : numéro, script, historique': 'before a call: number, script, history',
  'Note un fait dans le dossier d’un débiteur, dans les mots du langage des histoires (docs/stories.md).':
    "Record a fact in a debtor's case, in the words of the story language (docs/stories.md).",
  'note un fait : règlement, promesse, litige…': 'record a fact: payment, promise, dispute…',
  'le fait, entre guillemets': 'the fact, in quotes',
  'Dit, pour un débiteur ou une facture, ce qui est décidé, suspendu ou attendu ce jour, et pourquoi. N’écrit rien.':
    'Say, for a debtor or an invoice, what is decided, held or awaited that day, and why. Writes nothing.',
  'pourquoi relancer, ou attendre': 'why chase, or wait',
  'Vit les jours à venir avec le vrai calcul, sans rien écrire ni envoyer : qui sera relancé, quand et comment, si rien d’autre n’arrive. Chaque action est supposée faite le jour dit.':
    'Play the days to come with the real calculation, and write and send nothing: who will be chased, when and how, if nothing else happens. Each action is supposed done on its day.',
  'montre ce qui partira, si rien d’autre n’arrive': 'show what will leave, if nothing else happens',
  'premier jour montré, AAAA-MM-JJ (aujourd’hui)': 'first day shown, YYYY-MM-DD (today)',
  'dernier jour, AAAA-MM-JJ, trois ans au plus': 'last day, YYYY-MM-DD, three years at most',
  'essaie un autre scénario, pour tous les dossiers': 'try another scenario, for all cases',
  'suppose chaque proposition acceptée le jour même (sinon, elles attendent)':
    'suppose each proposal agreed to the same day (otherwise they wait)',
  'Rejoue une histoire avec le vrai planificateur, sur un calendrier virtuel, sans base de données.\nSort 1 avec les différences si le produit décide autre chose que ce qui est écrit.':
    'Replay a story with the real planner, on a virtual calendar, without a database.\nExits with 1, and the differences, if the program decides otherwise than is written.',
  'rejoue une histoire datée': 'replay a dated story',
  'réécrit les décisions dans le fichier': 'rewrite the decisions in the file',
  'histoires (docs/stories.md)': 'stories (docs/stories.md)',
}
