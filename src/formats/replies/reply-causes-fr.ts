/** What French debtors write when something is missing or wrong between the invoice and its payment, in plain letters. */
import type { Rule } from './reply-rules.ts'

const REQUEST =
  "(?:merci de|merci d'|pouvez|pourriez|pourrais|peux[- ]tu|veuillez|possible|souhait|besoin|svp|s'il vous plait|envoyez|faut|demand|me |nous )"

export const FRENCH_CAUSES: readonly Rule[] = [
  {
    kind: 'invoice-not-received',
    says: [
      /(?:n'(?:avons|ai|a)|\bj'?ai|\bon a|avons|ai|a)(?: (?:jamais|pas|toujours|encore|a ce jour|malheureusement|rien))+ (?:recu|eu)(?: (?:de|la|les|cette|votre|vos|votres|aucune?|ladite|ces|une?|en main))* ?(?:\w+ ){0,1}factures?\b/,
      /facture (?:\w+ ){0,4}(?:ne nous est|ne m'est) (?:jamais|pas) parvenue/,
      /(?:jamais|pas) recue?s? (?:de|cette|la|votre) (?:\w+ )?facture/,
      /facture (?:\w+[ -]){0,3}(?:jamais|pas|non) recue/,
      /aucune (?:facture|trace de (?:cette|votre|la) facture)/,
      /ne (?:retrouve|trouve|retrouvons|trouvons)(?: pas| plus)?(?: la| cette| votre| les| trace de)*(?: cette| la| votre)? factures?/,
      /ne (?:la|les) (?:retrouve|trouve|retrouvons)/,
      /(?:l'|les )(?:avons|ai|a) (?:jamais|pas) recue?s?(?=.*(?:factur|copie|duplicata))/,
      /factures?[^.]{0,60}ne (?:figure|apparai\w+)(?:nt)? pas dans (?:notre|nos|la|ma)/,
      /ne (?:figure|apparai\w+)(?:nt)? pas dans (?:notre|nos|ma) (?:compta\w*|livres?|logiciel|systeme|comptes?)/,
      /(?:pas|aucune) trace (?:de (?:cette|la|votre|vos) |d'une )?factures?/,
      /(?:pas|aucune) trace d[eu] (?:la |le |cette |votre )?(?:n°? ?)?[a-z-]*\d/,
    ],
    asked: true,
  },
  {
    kind: 'invoice-not-received',
    says: [
      /\bduplicata/,
      /\bcopies? (?:de|des|d'|svp|pdf)/,
      /\ben (?:envoyer|adresser|transmettre|avoir|fournir) (?:une |la )?copie/,
      /(?:une |la )copie\b(?! cachee)/,
      /(?:renvoy|envoy|adress|transmet|communiqu|parvenir|suivre|remettre|fournir|repass)\w*(?: (?:moi|nous|encore|par|mail|une?|nouveau|a|de))*(?:[ -](?:la|les|cette|votre|vos|l'|une|ces|ladite|le pdf de la)){1,2} (?:\w+ )?factures?/,
    ],
    needs: new RegExp(REQUEST),
    unless:
      /avons (?:bien )?(?:envoye|transmis)|je (?:vous )?(?:transmets|envoie|adresse)|nous (?:vous )?(?:transmettons|envoyons)|ai (?:bien )?(?:envoye|transmis)|\bj'?ai transmi/,
    asked: true,
  },
  {
    kind: 'wrong-bank-details',
    says: [/(?:rib|iban|coordonnees bancaires|references bancaires)\b/],
    needs: new RegExp(
      `${REQUEST}|errone|faux|incorrect|invalide|change|pas (?:le )?bon|rejet|ferme|n'existe|obsolete|ancien`,
    ),
    unless: /(?:notre|mon|nos) (?:rib|iban|coordonnees)|ci[- ]joint|voici/,
    asked: true,
  },
  {
    kind: 'wrong-bank-details',
    says: [/virements?\b[^.]{0,50}?(?:revenu|retourne|rejete|refuse)\b/],
    unless: /prelevement|provision|approvisionn|\bsera (?:rejete|refuse)/,
  },
  {
    kind: 'wrong-contact',
    says: [
      /(?:a|ont|ai|avons) quitte (?:la |l'|le |notre |nos |cette )?(?:societe|entreprise|etablissement|groupe|service|structure|poste|cabinet|fonctions|association)/,
      /ne (?:travaille|bosse|fait|fais)(?:nt)? plus (?:ici|chez|dans|pour|partie|a la|au)/,
      /remplacee? par (?:m\.|mme|mr|madame|monsieur|\w+ \w+)/,
      /c'est (?:desormais|maintenant|dorenavant) (?:m\.|mme|mr|\w+)(?: \w+)? qui/,
      /(?:pris|prend|reprend) (?:la suite|ma suite|le relais|sa suite)/,
      /mon (?:successeur|rempla[c]ant)/,
      /n'est plus (?:dans|chez|en poste|salarie|employe|parmi|la|en charge|l'interlocut|notre|le|mon)/,
      /ne suis (?:plus|pas) (?:le |la |l'|du tout |chez |en |dans |votre )*(?:bon|bonne|interlocut|personne|charge|salarie|employe|comptable|responsable|contact|entreprise|societe)/,
      /ne m'occupe (?:plus|pas) (?:de|des|du)/,
      /pas (?:le bon|la bonne|a la bonne) (?:interlocut\w+|service|contact|adresse|personne)/,
      /(?:parti|partie) (?:a la|en) retraite/,
      /mauvais (?:interlocuteur|contact|service)/,
      /erreur de destinataire/,
      /ce n'est pas moi qui (?:m'occupe|gere|traite|regle|paie)/,
    ],
    asked: true,
  },
  {
    kind: 'wrong-contact',
    says: [
      /(?:adress|envoy|ecri|contact|transm|voyez|voir avec|joindre|rapproch|communiqu|dirig)\w*[^.@]{0,80}?[\w.+-]+@[a-z0-9.-]+/,
    ],
    unless:
      /\b(?:rib|iban|avis|duplicata|copie|cette facture|la facture|l'avoir|justificatif|preuve)\b|avons|\bai\b/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'purchase-order' },
    says: [/(?:bons?|numeros?|n°|no|ref|references?) (?:de |du |d')?(?:bon de )?commandes?\b/, /\bbdc\b/],
    needs:
      /manqu|absen|\bpas\b|sans|oubli|obligatoire|indiqu|mentionn|figur|precis|ajout|comport|rejet|refus|besoin|quel/,
    unless: /jamais|livr/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'chorus' },
    says: [/\bchorus\b/, /numero d'engagement/, /code service/, /service executant/],
    needs:
      /doi(?:t|vent)|devez|merci|obligatoire|uniquement|\bpas\b|n'a|n'est|veuillez|rejet|refus|impossible|invit|faut|manqu|exclusivement|seul|absen/,
    unless: /\b(?:payee?|reglee?)s?\b/,
    asked: true,
  },
  {
    kind: 'administrative',
    says: [
      /(?:portail|plateforme) (?:\w+ )?(?:fournisseurs?|achats?|de depot)/,
      /\b(?:ariba|coupa|basware|tradeshift|esker)\b/,
    ],
    needs:
      /doi(?:t|vent)|devez|merci|obligatoire|uniquement|\bpas\b|veuillez|rejet|refus|faut|exclusivement|seul/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'approval' },
    says: [
      /(?:attente|attend|attendons|cours|circuit|phase) (?:de |d'|du |la |le |l')*(?:validation|visa|signature|bon a payer|accord|approbation|controle|service fait)/,
      /(?:pas|non)(?: encore)?(?: ete)?(?: d')? ?(?:validee?|valider|approuvee?|visee?|signee?)\b/,
      /(?:doit|doivent|reste a|faut que)(?: encore)? (?:etre )?(?:valider|validee?s?|signee?s?|signe|approuvee?s?|valide|viser)/,
      /bon a payer/,
      /a la signature\b/,
      /bloquee? en (?:validation|compta)/,
    ],
    unless: /devis|contrat|commande (?:n'|pas)/,
  },
  {
    kind: 'administrative',
    params: { missing: 'mention' },
    says: [
      /factures? [^.]{0,60}?(?:ne (?:comporte|mentionne|porte|precise|indique|fait (?:pas )?(?:figurer|apparaitre))(?:nt)? (?:pas|aucun)|non conforme|pas conforme|sans (?:mention|numero|adresse|siret|tva)|incomplete)/,
      /(?:siret|tva|adresse de facturation|mention)\b[^.]{0,40}?(?:manqu|absen|errone|ne figure|obligatoire|incorrect|pas la bonne)/,
      /(?:manque|absence)(?: \w+){0,3} (?:siret|tva|mention|adresse de facturation)/,
    ],
    unless: /prix|tarif|devis|quantite|commande\b/,
  },
]
