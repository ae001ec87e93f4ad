/** What a message to a debtor may not say, each with the article it comes from. */
import type { Medium } from '../../domain/law/texts.ts'
import type { WordingRule } from '../../domain/law/wording-law.ts'
import type { Stage } from '../../domain/scenario.ts'
import { DISCRETION_RULES } from './discretion-rules.ts'

const TO_DEBTOR: readonly Medium[] = ['email', 'letter', 'sms', 'call']
const BEFORE_NOTICE: readonly Stage[] = ['preventive', 'level-1', 'level-2', 'level-3']

/** What makes the same words harmless: « sans frais de dossier », "no collection costs". */
const NOT_DENIED =
  '(?<!\\b(?:sans|aucuns?|aucune|aucun autre|ni|ni de|pas de|zero|no|any|no other|without|nor) )'
const NOT_THE_INDEMNITY = '(?<!indemnite forfaitaire (?:pour|de) )(?<!indemnite forfaitaire )'

export const WORDING_RULES: readonly WordingRule[] = [
  {
    id: 'charge',
    article: 'CPCE L111-8',
    severity: 'error',
    language: 'fr',
    media: TO_DEBTOR,
    words: [
      `${NOT_DENIED}${NOT_THE_INDEMNITY}frais d(?:e |')(?:relances?|rappels?|dossiers?|gestion|impayes?|mise en demeure|recommande|courriers?|lettres?|traitement|retard|poursuites?|agence|rejet|recouvrement|correspondance|suivi|contentieux|deplacement|procedure)\\b`,
      `${NOT_DENIED}frais (?:supplementaires?|annexes?|administratifs?|bancaires?|postaux|accessoires?)\\b`,
      `${NOT_DENIED}(?:frais|couts?) d(?:u|e la|e cette|e ce|es) (?:recommande|lettre|relance|rappel|courrier|dossier|recouvrement)s?\\b`,
      `${NOT_DENIED}honoraires\\b`,
    ],
  },
  {
    id: 'charge',
    article: 'CPCE L111-8',
    severity: 'error',
    language: 'en',
    media: TO_DEBTOR,
    words: [
      `${NOT_DENIED}(?:reminder|late|late payment|admin|administration|administrative|collection|recovery|processing|handling|letter|default|file) (?:fees?|charges?|costs?)\\b`,
    ],
  },
  {
    id: 'forty-euros-consumer',
    article: 'C. com. L441-10 II, D441-5',
    severity: 'error',
    kinds: ['consumer'],
    media: TO_DEBTOR,
    words: [
      '\\b40 ?(?:€|euros?\\b)',
      '€ ?40\\b',
      `${NOT_DENIED}indemnite forfaitaire`,
      'fixed (?:recovery )?compensation',
    ],
  },
  {
    id: 'penalties-consumer',
    article: 'C. civ. 1231-6, 1344-1 ; conso L121-7 3°',
    severity: 'error',
    kinds: ['consumer'],
    media: TO_DEBTOR,
    words: [
      `${NOT_DENIED}penalites? de retard`,
      `${NOT_DENIED}interets? (?:de retard|moratoires?)`,
      'late[- ]payment interest',
      'late interest',
    ],
  },
  {
    id: 'interest-before-notice',
    article: 'C. civ. 1344-1 ; conso L121-7 3°',
    severity: 'error',
    kinds: ['consumer'],
    stages: BEFORE_NOTICE,
    media: TO_DEBTOR,
    words: [
      'interets? (?:au taux )?leg(?:al|aux)',
      'portent? interets?',
      'taux legal',
      'interest at the legal rate',
      'bears? interest',
    ],
  },
  {
    id: 'authority',
    article: 'C. pén. 433-13 ; conso L121-2',
    severity: 'error',
    language: 'fr',
    media: TO_DEBTOR,
    words: [
      'huissiers?\\b',
      'commissaires? de justice',
      `(?<!\\b(?:erreurs?|fautes?) de )\\bsaisies?\\b(?! (?:comptables?|informatiques?|de (?:la|votre|vos|notre) ))`,
      'services? (?:judiciaires?|contentieux)',
      'commandement de payer',
      'sommation de payer',
      'avis avant (?:execution|poursuites?)',
      'au nom de la loi',
      'republique francaise',
      'ministere de la justice',
    ],
  },
  {
    id: 'authority',
    article: 'C. pén. 433-13 ; conso L121-2',
    severity: 'error',
    language: 'en',
    media: TO_DEBTOR,
    words: [
      'bailiffs?\\b',
      'seizures?\\b',
      'court officers?',
      'legal department',
      'in the name of the law',
      'huissiers?\\b',
    ],
  },
  {
    id: 'court-too-early',
    article: 'C. pén. 433-13 ; conso L121-2, L121-7 3°',
    severity: 'error',
    language: 'fr',
    stages: BEFORE_NOTICE,
    media: TO_DEBTOR,
    words: [
      '\\btribuna(?:l|ux)\\b',
      'juridictions?\\b',
      'judiciaires?\\b',
      'judiciairement',
      '\\bcontentieux\\b',
      'injonction de payer',
      'assignation',
      '\\brefere\\b',
      '\\bgreffe\\b',
      'titre executoire',
      '\\bavocats?\\b',
      '\\bpoursuites?\\b',
      'en justice',
    ],
  },
  {
    id: 'court-too-early',
    article: 'C. pén. 433-13 ; conso L121-2, L121-7 3°',
    severity: 'error',
    language: 'en',
    stages: BEFORE_NOTICE,
    media: TO_DEBTOR,
    words: [
      '\\bcourts?\\b',
      'legal (?:steps?|actions?|proceedings?)',
      'lawsuits?\\b',
      '\\bsue\\b',
      'lawyers?\\b',
      'order for payment',
    ],
  },
  {
    id: 'impossible-public-body',
    article: 'CPC 1405',
    severity: 'error',
    kinds: ['public-body'],
    media: TO_DEBTOR,
    words: ['injonction de payer', 'order for payment'],
  },
  {
    id: 'other-law-public-body',
    article: 'CCP R2192-31, L2192-11',
    severity: 'warning',
    kinds: ['public-body'],
    media: TO_DEBTOR,
    words: ['l441-10', 'd441-5', 'code de commerce', 'commercial code', 'penalites de retard'],
  },
  {
    id: 'impossible-threat',
    article: 'conso L121-7 3°',
    severity: 'error',
    media: TO_DEBTOR,
    words: [
      '(?:signal\\w*|inscri\\w+|fich\\w+) [^.]{0,60}(?:banque de france|ficp|fcc)\\b',
      '\\bfichage\\b',
      '\\bficp\\b',
      'interdi(?:t|ction) bancaire',
      'liste noire',
      'blacklist\\w*',
      '\\bprison\\b',
      '\\bjail\\b',
      'plainte penale',
      'porter plainte',
      'casier judiciaire',
      '(?:la|a la) (?:police|gendarmerie)\\b',
      'criminal (?:complaint|charges?|record)',
      'credit (?:bureau|rating|score)',
    ],
  },
  ...DISCRETION_RULES,
]
