/** Help of letters on paper and of text messages: post, sms. */
export const HELP_OF_THE_POST: Readonly<Record<string, string>> = {
  'Imprime le courrier du jour, note ce qui est posté, ou le confie à un prestataire postal et le suit.':
    "Print the day's letters, record what is posted, or hand it to a postal provider and follow it.",
  'courrier : imprimer et cocher, ou confier à un prestataire':
    'letters: print and tick them, or hand them to a provider',
  'Écrit en un seul PDF les lettres à poster, précédées de leur liste : case à cocher et place pour le numéro de suivi. Une lettre incomplète est laissée de côté et nommée.':
    'Write the letters to post as a single PDF, their list first: a box to tick and room for the tracking number. An incomplete letter is left out and named.',
  'le courrier du jour en un PDF, la liste à cocher en tête':
    "the day's letters as one PDF, the list to tick first",
  'fichier PDF à écrire': 'PDF file to write',
  'Note que des lettres sont postées, avec leur numéro de suivi, ou ce que la Poste en dit ensuite : présentée, reçue, refusée, non réclamée, adresse incorrecte, retournée.':
    'Record that letters are posted, with their tracking number, or what the post says of them later: presented, received, refused, unclaimed, wrong address, returned.',
  'coche des lettres postées, ou note où elles en sont':
    'tick posted letters, or record how far they have come',
  'numéro de suivi, pour une seule lettre': 'tracking number, for a single letter',
  'où en est la lettre': 'how far the letter has come',
  'jour où c’est arrivé (sinon le jour de travail)': 'day on which it happened (otherwise the working date)',
  'numéros de la liste, par exemple 12-3': 'numbers from the list, for example 12-3',
  'Remet les lettres à poster au prestataire dont l’environnement donne les clés (docs/posting.md), après avoir revérifié soldes, suspensions et adresses.':
    'Hand the letters to post to the provider whose keys are in the environment (docs/posting.md), once balances, holds and addresses have been checked again.',
  'confie le courrier du jour au prestataire postal': "hand the day's letters to the postal provider",
  'au plus n lettres': 'n letters at most',
  'Demande au prestataire postal où en sont les lettres qu’il a, note ce qui change, et garde preuves de dépôt et avis de réception.':
    'Ask the postal provider how far its letters have come, record what changes, and keep proofs of deposit and acknowledgements of receipt.',
  'demande au prestataire où en est le courrier': 'ask the provider how far letters have come',
  'Rend une pièce gardée avec une lettre, octet pour octet.':
    'Give back a proof kept with a letter, byte for byte.',
  'pièce gardée : lettre postée, preuve de dépôt, avis de réception':
    'proof kept: letter as posted, proof of deposit, acknowledgement of receipt',
  'quelle pièce': 'which proof',
  'fichier à écrire': 'file to write',
  'numéro de la lettre, par exemple 12-3': 'number of the letter, for example 12-3',
  'Envoie les SMS de la liste par le prestataire dont l’environnement donne les clés (docs/posting.md), un jour ouvré, de 10 h à 13 h ou de 14 h à 20 h.':
    "Send the text messages on the list by the provider whose keys are in the environment (docs/posting.md), on a working day, from 10 to 13 or from 14 to 20 o'clock.",
  'envoie les SMS à faire, par un prestataire': 'send the text messages to do, by a provider',
}
