/** What French debtors write of money: paid, to be paid, in how many times, in plain letters. */
import { type Rule, words } from './reply-rules.ts'

/** Money on its way. */
const PAYMENT = '(?:reglements?|paiements?|virements?|cheques?|versements?)'
const PAID = '(?:regle|paye|solde|acquitte|vire|verse|regularise)e?s?'
/** After « j'ai » many write the infinitive. */
const PAID_BY_EAR = `(?:${PAID}|payer|regler|solder|virer)`
const MADE =
  '(?:effectue|emis|envoye|fait|lance|realise|poste|adresse|remis|initie|passe|transmis|expedie|parti)e?s?'
/** Who pays: never « nous » as the object of somebody else's verb. */
const US = "(?:\\bnous|\\bon|\\bje|\\bj')"
const OBJECTS = "(?: ?(?:vous|la|le|les|l'|en|y|leur|lui))*"
const CERTAINLY =
  '(?: (?:deja|bien|pourtant|effectivement|tout|donc|aussi|egalement|vous|integralement|totalement|bel et bien|entretemps|entre temps|depuis|enfin))*'
/** Waits for something before paying. */
const CONDITION =
  /\bdes (?:que|reception|lors)\b|\bune fois\b|\btant que\b|\bapres (?:reception|livraison|reparation|correction)|\bquand (?:vous|nous|tout|le|la|l')|\blorsque\b|\ba reception\b|\bsous reserve\b|\bsi (?:vous|nous|on|je|j'|l'|le |la |tout)|\bseulement\b/

export const FRENCH_MONEY: readonly Rule[] = [
  // Promises
  {
    kind: 'promise',
    says: [
      words(
        `(?:${US}|\\bet)${OBJECTS} ?(?:paierons|payerons|reglerons|solderons|virerons|effectuerons|procederons|regulariserons|verserons|paierai|payerai|reglerai|virerai|solderai|procederai|effectuerai|regulariserai|verserai|paiera|payera|reglera|virera|regularisera|(?:ferai|ferons|fera|enverrai|enverrons|enverra|emettrai|emettrons|posterai) (?:le|un|votre|ce) ${PAYMENT})\\b(?! (?:pas|rien|jamais|plus|aucun))`,
      ),
    ],
    unless: CONDITION,
  },
  {
    kind: 'promise',
    says: [
      words(
        `(?:nous allons|\\bon va|je vais|\\bvais|nous comptons|(?:je m'|nous nous )engage(?:ons)? (?:a|de)|nous (?:prevoyons|pensons)(?: de)?|je (?:compte|pense)(?: pouvoir)?|(?:pourrai|pourrons|pourrais|devrais pouvoir|devrions pouvoir|serons en mesure de|serai en mesure de))(?: (?:vous|bien|donc|tout|la|le|l'|les|en))* ?(?:payer|regler|solder|virer|verser|regulariser|proceder au|effectuer le|(?:envoyer|poster|emettre|deposer) (?:le|un|votre) ${PAYMENT}|faire (?:le|un|votre|ce) (?:${PAYMENT}|necessaire))`,
      ),
    ],
    unless: CONDITION,
  },
  {
    kind: 'promise',
    says: [
      words(
        `(?:${US}|^|\\bil|\\belle)${OBJECTS} ?(?:(?<!\\bnous )(?:paye|paie|regle|vire|verse|procede|effectue|regularise)|payons|reglons|virons|versons|procedons|effectuons|regularisons|(?:envoie|envoi|envoyons|adresse|adressons|poste|depose|passe|passons|mets|mettons|lance|lancons) (?:le|un|votre|la|ce|en) ${PAYMENT}|m'en occupe|nous en occupons|on s'en occupe|(?:fais|faisons|fait|fai) (?:le|un|votre|la|ce) ${PAYMENT}|(?:peux|pouvons|peut)${OBJECTS} (?:payer|regler|verser|virer|faire un ${PAYMENT})|(?:signera|signe|signerons|signerai) (?:le|votre|ce|un) ${PAYMENT})\\b(?! (?:pas|rien))`,
      ),
      /(?:ce |cela |ca |tout )?(?:sera fait|est prevu|est programme)\b/,
      words(
        `\\b(?:est|sont|sera|seront|figure|part|passe) (?:bien )?(?:dans|sur|avec) (?:le|la|notre|mon|un) ${PAYMENT}`,
      ),
      /^(?:reglement|paiement|virement|cheque)\b[^.]{0,20}(?:prevu|programme|planifie|demain|vendredi|lundi|mardi|mercredi|jeudi|le \d)/,
    ],
    dated: true,
    unless: CONDITION,
  },
  {
    kind: 'promise',
    says: [
      /(?:je|nous|on) (?:fais|faisons|fait|ferai|ferons|fera) (?:tout )?le n[e]cessaire/,
      /(?:vais|allons|va) faire le necessaire/,
    ],
    unless: /aupres|pour (?:que|obtenir|retrouver|verifier|comprendre|transmettre)/,
  },
  {
    kind: 'promise',
    says: [
      words(
        `(?:sera|seront|va etre|vont etre|serez|devrait etre|devraient etre)(?: (?:bien|donc|integralement|tous?|toutes))* (?:${PAID}|mise?s? en (?:paiement|reglement)|honoree?s?)\\b`,
      ),
    ],
    unless: CONDITION,
  },
  {
    kind: 'promise',
    says: [
      words(`${PAYMENT}\\b[^.]{0,60}?\\b(?:sera|seront|va etre|vont etre|devrait etre)(?: bien)? ${MADE}\\b`),
      words(
        `${PAYMENT}\\b[^.]{0,40}?\\b(?:partira|partiront|interviendra|aura lieu|vous parviendra|arrivera|est (?:prevu|programme|planifie|en cours)|(?:prevu|programme|planifie)e?s? (?:le|pour|fin|debut|vendredi|lundi|mardi|mercredi|jeudi|cette|la|demain))`,
      ),
      /(?:prevue?s?|programmee?s?|mise?s?|passera|passee?) (?:en|au|pour|dans) (?:le |la )?(?:prochaine? )?(?:paiement|reglement|campagne de reglement|lot de reglement)/,
      /prochaine? (?:campagne|lot|train|echeance) de (?:reglement|paiement)s?/,
      words(
        `vous (?:aurez|recevrez|devriez (?:avoir|recevoir)) (?:le |votre |un |l')?(?:${PAYMENT}|argent|fonds)`,
      ),
    ],
    unless: CONDITION,
  },
  // Paid
  {
    kind: 'already-paid',
    says: [
      words(
        `(?:nous(?: vous)? avons|\\bon(?: vous)? a|\\bj'?ai|\\bj ai|\\bje vous ai|(?:^|\\bet )avons)${CERTAINLY} ${PAID_BY_EAR}\\b`,
      ),
    ],
    unless:
      /regle (?:le|ce|ces|les|un|des|la) (?:probleme|souci|point|litige|question|detail)|\b(?:pas|jamais|sauf|pensais|croyais|pensions|croyions) /,
  },
  {
    kind: 'already-paid',
    says: [
      words(
        `(?:nous avons|\\bon a|\\bj'?ai|\\bj ai|nous vous avons|je vous ai|on vous a)${CERTAINLY} (?:${MADE}|procede)\\b(?: \\w+'?){0,3} ?(?:\\b${PAYMENT})`,
      ),
    ],
    unless: /\brevenu|\brejete|\bretourne|\bpas\b/,
  },
  {
    kind: 'already-paid',
    says: [
      words(`(?<!n')\\b(?:a|ont|avait)${CERTAINLY} ete${CERTAINLY} (?:${PAID})\\b`),
      words(
        `(?:c'est|\\best|\\bsont)${CERTAINLY} (?:paye|regle|solde|acquitte)e?s?\\b(?! (?:le|au|a) (?:30|3\\d|fin))`,
      ),
    ],
    unless: /\b(?:sera|seront|quand|lorsque|une fois|si|tant que|client|vous dites|souci|probleme|ne sais)\b/,
  },
  {
    kind: 'already-paid',
    says: [
      words(
        `(?:${PAYMENT})\\b[^.]{0,60}?(?<!n')\\b(?:a|ont|est|sont)${CERTAINLY} (?:ete${CERTAINLY} )?${MADE}\\b`,
      ),
      words(`(?:^|, |et )(?:${PAYMENT}) (?:deja )?${MADE}\\b`),
      words(
        `(?:^|\\bdeja |\\bfactures? (?:\\S+ ){0,2})(?:${PAID})(?: (?:le|hier|ce|depuis|par|la|il y a|en|via)\\b|\\W*$)`,
      ),
      words(
        `(?:avis d[e']|preuve d[eu]|justificatif d[eu]|ordre de)(?: l'| )?(?:${PAYMENT}|opere|operation)`,
      ),
      /debitee?s? (?:de|sur) (?:notre|mon) compte/,
    ],
    unless: /\bpas\b|\bpourr|\brevenu|\brejete|\bsera\b|\bpouvez|\bmerci de\b|\bveuillez|\bdemande/,
  },
  {
    kind: 'already-paid',
    says: [
      words(
        `(?:venons|viens|vient)(?: juste| tout juste)? (?:de|d'|d'etre)(?: (?:vous|le|la|l'|les|etre|faire|proceder|effectuer|passer|au|le|un|votre|emettre))* ?(?:${PAYMENT}|payer|regler|solder|virer|${PAID})\\b`,
      ),
      /\b(?:le necessaire (?:a ete|est) fait|(?:ca|c'|tout) ?(?:a ete|est) fait (?:hier|ce|le|depuis|ce jour))/,
      /encaissee? (?:notre|mon|le) cheque/,
      /cheque (?:\S+ ){0,3}(?:deja )?encaisse/,
    ],
    unless: /\bpas\b|\bpouvez|\bmerci de\b|\bsi\b/,
  },
  // Time, instalments
  {
    kind: 'plan-request',
    says: [
      /\becheanciers?\b/,
      /\betal(?:er|ement)/,
      /\bechelonn(?:er|ement)/,
      /\ben (?:\d+|deux|trois|quatre|cinq|six|dix|plusieurs|quelques) (?:fois|mensualites|versements|echeances|paiements)/,
      /facilites? de paiement/,
      /(?:paiement|reglement)s? (?:echelonne|fractionne|differe)/,
      /mensualites/,
      /moratoire/,
      /report(?:er)? (?:l'|d'|de l'|une? )?echeance/,
      /\b(?:chaque|par|tous les) mois\b/,
      /\d ?(?:€|euros?) ?\/ ?mois/,
      /(?:reporter|decaler|repousser|differer) (?:l'echeance|le (?:paiement|reglement)|la date)/,
      /par tranches?\b/,
      /petit a petit/,
      /au fur et a mesure/,
    ],
    unless: /refus|\bvotre echeancier|respect/,
    asked: true,
  },
  {
    kind: 'plan-request',
    says: [
      /(?:accord|laiss|donn|octroy|demand|sollicit|obten|besoin|possible d'avoir|avoir)\w*[^.]{0,40}\b(?:un |de |d'un |quelques |plus de |encore )*(?:delais?|temps|repit|sursis)\b/,
      /(?:attendre|patienter|accorder|laisser|laissez[- ]nous|laissez[- ]moi|accordez[- ]nous|accordez[- ]moi|donnez[- ]nous|donnez[- ]moi|laisse[- ]moi) (?:\w+ ){0,4}(?:jusqu|quelques|jours|semaines?|mois)/,
    ],
    unless:
      /livraison|reponse|\bvotre delai|ne (?:pouvons|peux|puis)|delai (?:est|de paiement (?:est|de \d))/,
    asked: true,
  },
  {
    kind: 'plan-request',
    says: [
      /\b(?:le (?:solde|reste|restant)|l'autre moitie|moitie)\b[^.]{0,40}(?:fin|debut|mi|le|en|dans|mois|semaine|apres|plus tard|au)\b/,
    ],
    undated: true,
    needs: /\d|moitie|acompte/,
    unless: /\b(?:deja|a ete|avons|livr|commande)\b/,
    asked: true,
  },
]
