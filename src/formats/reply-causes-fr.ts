/** What French debtors write of everything else that keeps an invoice unpaid, in plain letters. */
import type { Rule } from './reply-rules.ts'

const REQUEST =
  "(?:merci de|merci d'|pouvez|pourriez|pourrais|peux[- ]tu|veuillez|possible|souhait|besoin|svp|s'il vous plait|envoyez|faut|demand|me |nous )"

export const FRENCH_CAUSES: readonly Rule[] = [
  // The invoice itself
  {
    kind: 'invoice-not-received',
    says: /(?:n'(?:avons|ai|a)|\bj'?ai|\bon a|avons|ai|a)(?: (?:jamais|pas|toujours|encore|a ce jour|malheureusement|rien))+ recu(?: (?:de|la|les|cette|votre|vos|votres|aucune?|ladite|ces|une?|en main))* ?(?:\w+ ){0,1}factures?\b|facture (?:\w+ ){0,4}(?:ne nous est|ne m'est) (?:jamais|pas) parvenue|(?:jamais|pas) recue?s? (?:de|cette|la|votre) (?:\w+ )?facture|facture (?:\w+[ -]){0,3}(?:jamais|pas|non) recue|aucune (?:facture|trace de (?:cette|votre|la) facture)|ne (?:retrouve|trouve|retrouvons|trouvons)(?: pas| plus)?(?: la| cette| votre| les| trace de)*(?: cette| la| votre)? factures?|ne (?:la|les) (?:retrouve|trouve|retrouvons)|(?:l'|les )(?:avons|ai|a) (?:jamais|pas) recue?s?(?=.*(?:factur|copie|duplicata))|factures?[^.]{0,60}ne (?:figure|apparai\w+)(?:nt)? pas dans (?:notre|nos|la|ma)|ne (?:figure|apparai\w+)(?:nt)? pas dans (?:notre|nos|ma) (?:compta\w*|livres?|logiciel|systeme|comptes?)|(?:pas|aucune) trace (?:de (?:cette|la|votre|vos) |d'une )?factures?/,
    asked: true,
  },
  {
    kind: 'invoice-not-received',
    says: /\bduplicata|\bcopies? (?:de|des|d'|svp|pdf)|\ben (?:envoyer|adresser|transmettre|avoir|fournir) (?:une |la )?copie|(?:une |la )copie\b(?! cachee)|(?:renvoy|envoy|adress|transmet|communiqu|parvenir|suivre|remettre|fournir|repass)\w*(?: (?:moi|nous|encore|par|mail|une?|nouveau|a|de))*(?:[ -](?:la|les|cette|votre|vos|l'|une|ces|ladite|le pdf de la)){1,2} (?:\w+ )?factures?/,
    needs: new RegExp(REQUEST),
    unless:
      /avons (?:bien )?(?:envoye|transmis)|je (?:vous )?(?:transmets|envoie|adresse)|nous (?:vous )?(?:transmettons|envoyons)|ai (?:bien )?(?:envoye|transmis)|\bj'?ai transmi/,
    asked: true,
  },
  {
    kind: 'wrong-bank-details',
    says: /(?:rib|iban|coordonnees bancaires|references bancaires)\b/,
    needs: new RegExp(
      `${REQUEST}|errone|faux|incorrect|invalide|change|pas (?:le )?bon|rejet|ferme|n'existe|obsolete|ancien`,
    ),
    unless: /(?:notre|mon|nos) (?:rib|iban|coordonnees)|ci[- ]joint|voici/,
    asked: true,
  },
  {
    kind: 'wrong-bank-details',
    says: /virements?\b[^.]{0,50}?(?:revenu|retourne|rejete|refuse)\b/,
    unless: /prelevement|provision|approvisionn|\bsera (?:rejete|refuse)/,
  },
  // The person
  {
    kind: 'wrong-contact',
    says: /(?:a|ont|ai|avons) quitte (?:la |l'|le |notre |nos |cette )?(?:societe|entreprise|etablissement|groupe|service|structure|poste|cabinet|fonctions|association)|ne (?:travaille|bosse|fait|fais)(?:nt)? plus (?:ici|chez|dans|pour|partie|a la|au)|remplacee? par (?:m\.|mme|mr|madame|monsieur|\w+ \w+)|c'est (?:desormais|maintenant|dorenavant) (?:m\.|mme|mr|\w+)(?: \w+)? qui|(?:pris|prend|reprend) (?:la suite|ma suite|le relais|sa suite)|mon (?:successeur|rempla[c]ant)|n'est plus (?:dans|chez|en poste|salarie|employe|parmi|la|en charge|l'interlocut|notre|le|mon)|ne suis (?:plus|pas) (?:le |la |l'|du tout |chez |en |dans |votre )*(?:bon|bonne|interlocut|personne|charge|salarie|employe|comptable|responsable|contact|entreprise|societe)|ne m'occupe (?:plus|pas) (?:de|des|du)|pas (?:le bon|la bonne|a la bonne) (?:interlocut\w+|service|contact|adresse|personne)|(?:parti|partie) (?:a la|en) retraite|mauvais (?:interlocuteur|contact|service)/,
    asked: true,
  },
  {
    kind: 'wrong-contact',
    says: /(?:adress|envoy|ecri|contact|transm|voyez|voir avec|joindre|rapproch|communiqu|dirig)\w*[^.@]{0,80}?[\w.+-]+@[a-z0-9.-]+/,
    unless:
      /\b(?:rib|iban|avis|duplicata|copie|cette facture|la facture|l'avoir|justificatif|preuve)\b|avons|\bai\b/,
    asked: true,
  },
  // Means
  {
    kind: 'insufficient-funds',
    says: /(?:defaut|faute|manque|absence|sans) (?:de )?provision|provision insuffisante|insuffisamment (?:approvisionne|provisionne)|(?:pas|n'etait pas|plus) (?:assez|suffisamment) (?:approvisionne|provisionne|d'argent (?:sur|dans))|compte (?:\w+ ){0,3}(?:pas|non) (?:approvisionne|provisionne)|solde insuffisant|fonds insuffisants|\ba decouvert\b|\bmon decouvert|impaye(?:e|s)? (?:pour|faute|suite)|depassement de decouvert/,
    asked: true,
  },
  {
    kind: 'financial-difficulty',
    says: /difficultes? (?:\w+ )?(?:financieres?|de tresorerie|economiques?|de paiement)|tresorerie (?:\w+ ){0,4}(?:tendue?|difficile|permet (?:pas|plus)|compliquee?|a sec|insuffisante|au plus bas|exsangue)|(?:problemes?|soucis?|manque|tensions?|trou) (?:\w+ )?de (?:tresorerie|tresorie|cash)|(?:periode|situation|passe|moment|annee) (?:\w+ )?(?:tres |financiere(?:ment)? )?(?:difficile|compliquee?|delicate|critique)|n(?:e |')?(?:peux|pouvons|puis|peut|pourrons|pourrai|suis|sommes)(?: (?:pas|plus|malheureusement|actuellement|en mesure|capable))+ (?:de )?(?:vous |la |le |les )?(?:payer|regler|honorer|solder)|\b(?:peux|peut) (?:pas|plus) (?:vous )?(?:payer|regler)|(?:pas|plus) les moyens|perdu mon (?:emploi|travail|job)|\bau chomage|impossible (?:pour (?:moi|nous) )?de (?:vous )?(?:payer|regler)|(?:plus|pas) (?:d'argent|de sous|un sou)|banque (?:nous )?(?:a coupe|refuse)|\bau rsa\b|tresorerie negative|etranglee?s? financ/,
    unless: /conteste|desaccord|sans (?:bon|numero)|chorus/,
  },
  {
    kind: 'insolvency',
    params: { procedure: 'receivership' },
    says: /redressement(?: judiciaire)?\b(?! fiscal)/,
    needs: /judiciaire|en redressement|tribunal|mandataire|procedure|jugement/,
    unless:
      /risqu|\bsi (?:nous|on|la|cela|ca|vous)|menac|evit|pas en|sortie? d|fiscal|urssaf|bientot|avant d/,
  },
  {
    kind: 'insolvency',
    params: { procedure: 'liquidation' },
    says: /liquidation judiciaire|(?:est|sommes|ete (?:mise|placee?)|mise|placee?) en liquidation|\bliquidateur\b/,
    unless: /risqu|\bsi (?:nous|on|la|cela|ca|vous)|menac|evit|pas en|bientot|avant d|totale/,
  },
  {
    kind: 'insolvency',
    params: { procedure: 'safeguard' },
    says: /procedure de sauvegarde|sauvegarde judiciaire|(?:est|sommes|placee?|mise|etre) (?:en|sous) sauvegarde/,
    unless: /risqu|\bsi (?:nous|on|la|cela|ca|vous)|menac|evit|pas en|bientot/,
  },
  {
    kind: 'insolvency',
    says: /procedure collective|cessation d(?:e|es) paiements?|mandataire judiciaire|administrateur judiciaire|depot d[eu] bilan|depose(?:r)? (?:le |son |notre )?bilan|(?:en|fait) faillite|(?:dossier|commission|procedure) de surendettement/,
    unless: /risqu|\bsi (?:nous|on|la|cela|ca|vous)|menac|evit|bientot|avant d|au bord|finir/,
  },
  // Their books
  {
    kind: 'administrative',
    params: { missing: 'purchase-order' },
    says: /(?:bons?|numeros?|n°|no|ref|references?) (?:de |du |d')?(?:bon de )?commandes?\b|\bbdc\b/,
    needs:
      /manqu|absen|\bpas\b|sans|oubli|obligatoire|indiqu|mentionn|figur|precis|ajout|comport|rejet|refus|besoin|quel/,
    unless: /jamais|livr/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'chorus' },
    says: /\bchorus\b|numero d'engagement|code service|service executant/,
    needs:
      /doi(?:t|vent)|devez|merci|obligatoire|uniquement|\bpas\b|n'a|n'est|veuillez|rejet|refus|impossible|invit|faut|manqu|exclusivement|seul|absen/,
    unless: /paye|reglee?/,
    asked: true,
  },
  {
    kind: 'administrative',
    says: /(?:portail|plateforme) (?:\w+ )?(?:fournisseurs?|achats?|de depot)|\b(?:ariba|coupa|basware|tradeshift|esker)\b/,
    needs:
      /doi(?:t|vent)|devez|merci|obligatoire|uniquement|\bpas\b|veuillez|rejet|refus|faut|exclusivement|seul/,
    asked: true,
  },
  {
    kind: 'administrative',
    params: { missing: 'approval' },
    says: /(?:attente|attend|attendons|cours|circuit|phase) (?:de |d'|du |la |le |l')*(?:validation|visa|signature|bon a payer|accord|approbation|controle|service fait)|(?:pas|non)(?: encore)?(?: ete)?(?: d')? ?(?:validee?|valider|approuvee?|visee?|signee?)\b|(?:doit|doivent|reste a|faut que)(?: encore)? (?:etre )?(?:valider|validee?s?|signee?s?|signe|approuvee?s?|valide|viser)|bon a payer|a la signature\b|bloquee? en (?:validation|compta)/,
    unless: /devis|contrat|commande (?:n'|pas)/,
  },
  {
    kind: 'administrative',
    params: { missing: 'mention' },
    says: /factures? [^.]{0,60}?(?:ne (?:comporte|mentionne|porte|precise|indique|fait (?:pas )?(?:figurer|apparaitre))(?:nt)? (?:pas|aucun)|non conforme|pas conforme|sans (?:mention|numero|adresse|siret|tva)|incomplete)|(?:siret|tva|adresse de facturation|mention)\b[^.]{0,40}?(?:manqu|absen|errone|ne figure|obligatoire|incorrect|pas la bonne)|(?:manque|absence)(?: \w+){0,3} (?:siret|tva|mention|adresse de facturation)/,
    unless: /prix|tarif|devis|quantite|commande\b/,
  },
  // No
  {
    kind: 'refusal',
    says: /\b(?:je|nous|on) (?:(?:ne|n')(?: vous)? ?)?(?:paierai|paierons|paiera|payerai|payerons|payera|reglerai|reglerons|reglera|verserai|verserons) (?:pas|rien|jamais|plus|aucun)|(?:refuse|refusons)(?: \w+){0,2} de (?:vous )?(?:payer|regler)|refus de (?:paiement|payer)|pas un (?:centime|euro|sou|rond|kopeck)|hors de question|n'aurez (?:pas|rien)|inutile d'insister|paierai rien|pouvez toujours (?:courir|attendre)|(?:pas|aucune) (?:l'|)intention de (?:vous )?(?:payer|regler)|pas question (?:de|que)|ne vous (?:dois|devons) (?:rien|plus rien)/,
    unless: /\bavant (?:le|la fin|fin)\b/,
  },
  {
    kind: 'do-not-contact',
    says: /desabonn|desinscri|(?:arrete[zr]?|cesse[zr]?|stop|d'arreter|de cesser)\b[^.]{0,30}?(?:envoy|envoi|ecri|contact|appel|mails?\b|harcel|sollicit|messages?\b)|\bne (?:me |nous )?(?:contact\w+|ecri\w+|appel\w+|envoy\w+|sollicit\w+) plus|ne (?:plus|pas) (?:me |nous )(?:contacter|ecrire|appeler|envoyer|solliciter)|(?:plus|aucun) (?:de |aucun )?(?:mails?|messages?|appels?|courriels?) de votre part|harcelement|ne (?:souhaite|veux|desire|voulons|souhaitons)(?: pas| plus)+ (?:recevoir|etre (?:contacte|sollicite|relance))|plus (?:recevoir|etre contacte)|laisse[zr]?[- ]moi tranquille|foute[zr]?[- ]moi la paix|fiche[zr]?[- ]moi la paix|oublie[zr]?[- ]moi|(?:supprim|efface|retir)\w+ (?:mes|nos|moi|mon) (?:donnees|coordonnees|adresse|de )/,
    unless: /factures? (?:a|aux?) (?:cette|une autre|l'ancienne)|par courrier|par la poste/,
  },
]
