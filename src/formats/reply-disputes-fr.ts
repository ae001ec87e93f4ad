/** What French debtors write when they contest an invoice, in plain letters. */
import type { Rule } from './reply-rules.ts'

const GOODS =
  '(?:marchandises?|commandes?|colis|livraisons?|materiels?|produits?|articles?|prestations?|travaux|chantier|interventions?|palettes?|cartons?|machines?|pieces?|fournitures?|formations?|installation)'
const NOT_INVOICE =
  '(?:facture|relance|mail|message|reponse|avoir|rib|paiement|reglement|virement|courrier|lettre|rappel)'

export const FRENCH_DISPUTES: readonly Rule[] = [
  {
    kind: 'dispute',
    params: { reason: 'duplicate' },
    says: /double emploi|\bdoublons?\b|factur\w*(?: \w+){0,3} (?:deux|2) fois|(?:deux|2) fois (?:la meme|le meme|cette)|\ben double\b|deja (?:ete )?facturee?s?|meme facture/,
    unless: /paye (?:deux|2) fois|reglee? (?:deux|2) fois/,
  },
  {
    kind: 'dispute',
    params: { reason: 'wrong-quantity' },
    says: /(?:factur|compt)\w*[^.]{0,30}?\b(?:\d+|une?|deux|trois|quatre|cinq|six|dix|douze)\b[^.]{0,60}?(?:alors que|au lieu de|mais|or |pour|contre|seulement)[^.]{0,60}?\b(?:\d+|une?|deux|trois|quatre|cinq|six|dix|douze)\b(?! ?(?:€|euro|eur|%))|(?:erreur|ecart|difference|probleme)s? (?:de|sur (?:la|les)) (?:quantite|nombre)|(?:nombre|quantite|volume)s? (?:d[e']|de) ?(?:\w+ ){1,3}(?:ne correspond|n'est pas|errone|incorrect|faux|fausse|superieur)|\d+ (?:heures?|jours?|unites?|pieces?)[^.]{0,30}(?:contre|au lieu de|et non) \d+|quantites? (?:\w+ ){0,3}(?:errone|incorrect|fausse|ne correspond|differen|pas bonne|inferieure)/,
    unless: /\d ?(?:€|euros?\b|eur\b)/,
  },
  {
    kind: 'dispute',
    params: { reason: 'wrong-price' },
    says: /\b(?:prix|tarifs?|montants?|totaux|total|taux|remise|ristourne|rabais)\b[^.]{0,50}?(?:ne correspond|pas (?:le bon|celui|conforme|applique|deduite?|prise?)|errone|incorrect|faux|fausse|superieur|different|trop eleve|excessif|convenu|n'est pas (?:bon|celui|correct|le bon)|non appliquee?|oublie|n'a pas ete|pas ete)|erreur(?:s)? (?:de|sur|dans) (?:le |les |la )?(?:prix|tarif|montant|facturation|total|calcul|remise)|sur ?factur|trop (?:cher|facture|percu)|mauvais (?:prix|tarif|montant|taux)|ancien (?:prix|tarif)|oublie[^.]{0,25}(?:remise|rabais|ristourne|reduction)|(?:hausse|augmentation)[^.]{0,40}(?:accept|convenu|annonc|prevenu|inform|accord)|frais (?:\w+ ){0,4}(?:pas|jamais|non) (?:ete )?(?:prevus?|convenus?|annonces?|dus?|mentionnes?)|plus (?:cher|eleve) que|devis (?:etait|indiqu\w+|prevoyait|mentionn\w+|annonc\w+|signe (?:est|etait))(?: \w+){0,3} \d|(?:ne correspond|pas conforme|superieur|different)\w*(?: \w+){0,3} (?:au|a notre|du|avec le) (?:devis|prix|tarif|bon de commande|contrat)|(?:devis|convenu|accord)[^.]{0,50}?(?:€|euros?)[^.]{0,50}?factur/,
    unless: /n'est pas contest|ne conteste/,
  },
  {
    kind: 'dispute',
    params: { reason: 'not-ordered' },
    says: /(?:jamais|pas|rien|aucun(?:e)?)(?: (?:\w+ )?){0,2}(?:commande|command|sollicite|souscrit|signe)\w*|aucune commande|aucun (?:contrat|bon de commande|devis) (?:signe|de notre|de ma)|ne correspond a aucune commande|sans (?:notre|mon) accord|jamais (?:fait appel|eu affaire|travaille avec|ete (?:client|votre client)|entendu parler|traite avec)|(?:signe|passe|valide) aucune? (?:\w+ )?(?:devis|contrat|commande|bon)|ne (?:vous )?connais(?:sons)? pas votre|jamais (?:rien )?demande/,
    needs: /n'|jamais|rien|aucun|sans/,
    unless:
      /numero|bon de commande (?:ne|n')|n'a pas signe|pas (?:encore )?(?:ete )?signee?|recu (?:la|notre|ma|cette) commande|(?:la|notre|ma) commande (?:n'|jamais)|sans (?:bon|numero)/,
  },
  {
    kind: 'dispute',
    params: { reason: 'not-delivered' },
    says: /(?:jamais|pas|rien|aucune?)(?: (?:encore|ete|toujours|rien|a ce jour|totalement|entierement|integralement|tous?|toutes?))* (?:recu|livre|execute|realise|termine|acheve|effectue|fini|installe|fourni|fait|rendu|intervenu|dispense|arrive|venu|passe|honore)\w*|sans (?:avoir |qu'il |que )?(?:\w+ )?(?:termin|livr|fini|achev)\w*|une fois (?:les |le |la )?\w+ (?:acheve|termine|fini|livre)e?s?/,
    needs: new RegExp(`\\b${GOODS}\\b|livre`),
    unless: new RegExp(
      `recue?s? (?:de |la |votre |cette |vos |d'|aucune? |l')*${NOT_INVOICE}|n'(?:avons|ai) pas (?:encore )?(?:fait|effectue|realise)`,
    ),
  },
  {
    kind: 'dispute',
    params: { reason: 'not-delivered' },
    says: new RegExp(
      `(?:colis|commande|palette|carton)s? (?:\\w+ ){0,3}(?:perdue?s?|introuvable|manquante?s?)|(?:livraison|commande|prestation|travaux|chantier)s? (?:\\w+ ){0,3}(?:incomplete?s?|inachevee?s?|partielle|non (?:livree?|effectuee?|realisee?|terminee?|faite?)s?)|il (?:nous |me )?manque[^.]{0,30}?\\b${GOODS}|toujours (?:en attente|pas) d[eu] (?:la |votre |notre )?(?:livraison|commande|reste de la commande)|non[- ]livraison|personne n'est (?:jamais )?(?:venue?|passee?|intervenue?)|n'etes jamais (?:venus?|passes?|intervenus?)|reserves? (?:\\w+ ){0,4}(?:levees?|emises?|signalees?)|(?:reste|restent)(?: \\w+){0,3} a (?:livrer|faire|terminer|poser|finir)|abandonne le chantier|attend(?:s|ons)? (?:toujours )?(?:la |notre |ma |votre )?(?:livraison|marchandise|commande)`,
    ),
  },
  {
    kind: 'dispute',
    params: { reason: 'defective' },
    says: /defectueu|endommage|\babime|\bcassee?s?\b|(?:en|tombee?s? en) panne|ne (?:fonctionne|marche)(?:nt)? (?:pas|plus|toujours pas)|fonctionne (?:pas|mal)|malfacons?|vices? cache|mauvaise qualite|\bfuites?\b|\brayee?s?\b|\bdefauts?\b(?! de (?:provision|paiement|reponse))|mal (?:fait|pose|execute|realise|monte)|inutilisable|pas (?:du tout )?satisf|inacceptable[^.]{0,20}qualite|(?:marchandise|produit|materiel|article|prestation|travaux)s? (?:\w+ ){0,4}(?:non |pas )conformes?|deteriore|perime|\bfissur|\brouill|\bdecoll|\bbacle|a refaire\b|\bbugs?\b|dysfonctionn|hors service|non fonctionnel/,
    unless:
      /(?:facture|montant)s? (?:\w+ ){0,2}(?:non|pas) conforme|\bsite\b|portail|\blien\b|\brib\b|\biban\b|messagerie/,
  },
  {
    kind: 'dispute',
    params: { reason: 'cancelled' },
    says: /(?:commande|contrat|prestation|abonnement|reservation|intervention)s? (?:\w+ ){0,5}(?:annulee?s?|resiliee?s?)|mis fin au contrat|(?:annule|resilie)r? (?:la|cette|notre|ma|le|ce|mon) (?:commande|contrat|abonnement|prestation|reservation)|retract(?:e|ation)|\bresiliation/,
  },
  {
    kind: 'dispute',
    params: { reason: 'credit-expected' },
    says: /\b(?:un|d'un|cet|votre|notre|aucun|note d'|faire) ?avoir\b(?! (?:ete|pu|eu|a ))|\bl'avoir(?=\W*$| ?[,)]| (?:que|correspondant|de|du|pour|concernant|relatif|partiel|n'|sur|d'|et|ne|a ete|promis|demande|annonce)\b)|\bavoirs? (?:de|du|correspondant|promis|annonce|d'un montant)/,
    unless: /\bmerci d'avoir|deduit|deduction faite|apres l'avoir/,
    asked: true,
  },
  {
    kind: 'dispute',
    params: { reason: 'wrong-party' },
    says: /facture[^.]{0,40}?ne (?:nous|me) concerne (?:pas|en rien)|pas (?:notre|ma) (?:facture|dette|societe)|(?:mauvaise?|pas la bonne) (?:societe|entite|raison sociale)|erreur de (?:destinataire|client|societe)|(?:adressee?|etablie|libellee?|facturer)(?: \w+){0,3} (?:a une|au nom d'une) autre (?:societe|entite|entreprise)|vous (?:vous trompez|faites erreur|vous etes trompes?)(?: \w+){0,2} (?:client|societe|personne|destinataire|adresse)|pas a (?:notre|mon) nom|erreur sur la personne|nous ne sommes pas (?:votre client|le client|cette societe|concernes par cette)/,
  },
  {
    kind: 'dispute',
    params: { reason: 'other' },
    says: /\b(?:conteste|contestons|contestation|en litige|litige|desaccord|reclamation)\b|pas d'accord|pas ce (?:que|qui) (?:nous |j'|on |etait |a ete )?(?:avions |avons |ai |a |avait )?(?:commande|demande|prevu|convenu)|(?:mauvaise?|erreur (?:de|d')) ?(?:article|produit|modele|reference|couleur|taille|livraison|preparation)|(?:bloqu|suspend|retien|reten)\w+ (?:le |votre |notre |ce )?(?:paiement|reglement)/,
    unless:
      /ne (?:la |le |les )?conteste(?:ons|z)? (?:pas|en rien|nullement)|\bconteste(?:ns|ons)? pas|sans contestation|(?:pas de|aucun|ni|sans) (?:litige|contestation|reclamation|desaccord)|litige (?:est |a ete )?(?:clos|regle|resolu)|si (?:vous|nous) contest|pas contest|plus (?:en |de )litige/,
    asked: true,
  },
]
