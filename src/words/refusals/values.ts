/** A value that a person gives and that can't be one. */

import { percentText, phrases } from '../language.ts'
import { IDENTIFIER_FAULTS, type IdentifierFault } from '../problems/identifier-faults.ts'

type Faulty<Name extends string> = Record<Name, string> & { fault: IdentifierFault }

export const VALUE_REFUSALS = phrases(
  {
    'bad-email': ({ email }: { email: string }) => `« ${email} » n'est pas une adresse e-mail`,
    'bad-iban': ({ iban, fault }: Faulty<'iban'>) =>
      `« ${iban} » n'est pas un IBAN valable : ${IDENTIFIER_FAULTS[fault].fr}`,
    'bad-bic': ({ bic, fault }: Faulty<'bic'>) =>
      `le BIC « ${bic} » n’est pas valable : ${IDENTIFIER_FAULTS[fault].fr}`,
    'bad-ics': ({ identifier, fault }: Faulty<'identifier'>) =>
      `l’identifiant créancier SEPA (ICS) « ${identifier} » n’est pas valable : ${IDENTIFIER_FAULTS[fault].fr}`,
    'bad-siren': {
      siren: ({ siren, fault }: Faulty<'siren'>) =>
        `« ${siren} » n'est pas un SIREN valable : ${IDENTIFIER_FAULTS[fault].fr}`,
      'siren-or-siret': ({ siren, fault }: Faulty<'siren'>) =>
        `« ${siren} » n'est pas un SIREN ou un SIRET valable : ${IDENTIFIER_FAULTS[fault].fr}`,
    },
    'bad-vat': ({ vat, fault }: Faulty<'vat'>) =>
      `« ${vat} » n'est pas un numéro de TVA valable : ${IDENTIFIER_FAULTS[fault].fr}`,
    'bad-payment-link': ({ link }: { link: string }) =>
      `« ${link} » n'est pas un lien de paiement : https://…, où {reference}, {amount} et {debtor} prennent leur valeur`,
    'bad-terms': ({ terms }: { terms: string }) =>
      `délai de paiement illisible : ${terms} ; exemples : 30d, 60d, 45d-eom, eom`,
    'unknown-scenario': ({ scenario, known }: { scenario: string; known: readonly string[] }) =>
      `scénario inconnu : ${scenario} ; connus : ${known.join(', ')}`,
    'bad-setting': ({ name, value, known }: { name: string; value: string; known: readonly string[] }) =>
      `réglage inconnu ou valeur fausse : ${name} ${value} ; connus : ${known.join(', ')}`,
    'bad-rate': ({ rateBps }: { rateBps: number }) =>
      `${percentText(rateBps, 'fr')} : un taux va de 0 à 100 %`,
    'bad-source': ({ most }: { most: number }) => `dites d'où vient ce taux, en ${most} caractères au plus`,
    'bad-cursor':
      'ce curseur n’est pas de cette liste : reprenez « next » de la réponse précédente, tel quel',
    'rate-without-clause': 'un taux de contrat va avec sa clause',
  },
  {
    'bad-email': ({ email }) => `"${email}" is not an e-mail address`,
    'bad-iban': ({ iban, fault }) => `"${iban}" is not a valid IBAN: ${IDENTIFIER_FAULTS[fault].en}`,
    'bad-bic': ({ bic, fault }) => `the BIC "${bic}" is not valid: ${IDENTIFIER_FAULTS[fault].en}`,
    'bad-ics': ({ identifier, fault }) =>
      `the SEPA creditor identifier (ICS) "${identifier}" is not valid: ${IDENTIFIER_FAULTS[fault].en}`,
    'bad-siren': {
      siren: ({ siren, fault }) => `"${siren}" is not a valid SIREN: ${IDENTIFIER_FAULTS[fault].en}`,
      'siren-or-siret': ({ siren, fault }) =>
        `"${siren}" is not a valid SIREN or SIRET: ${IDENTIFIER_FAULTS[fault].en}`,
    },
    'bad-vat': ({ vat, fault }) => `"${vat}" is not a valid VAT number: ${IDENTIFIER_FAULTS[fault].en}`,
    'bad-payment-link': ({ link }) =>
      `"${link}" is not a payment link: https://…, in which {reference}, {amount} and {debtor} are filled in`,
    'bad-terms': ({ terms }) => `payment terms cannot be read: ${terms}; examples: 30d, 60d, 45d-eom, eom`,
    'unknown-scenario': ({ scenario, known }) => `unknown scenario: ${scenario}; known: ${known.join(', ')}`,
    'bad-setting': ({ name, value, known }) =>
      `unknown setting or wrong value: ${name} ${value}; known: ${known.join(', ')}`,
    'bad-rate': ({ rateBps }) => `${percentText(rateBps, 'en')}: a rate goes from 0 to 100%`,
    'bad-source': ({ most }) => `say where the rate was read, in ${most} characters at most`,
    'bad-cursor': 'that cursor is not of this list: give "next" of the answer before, as it is',
    'rate-without-clause': 'a contract rate goes with its clause',
  },
)
