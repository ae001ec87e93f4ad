import { expect, test } from 'vitest'
import { parseTerms } from '../../domain/law/terms.ts'
import { readTerms } from './payment-terms.ts'

test.each([
  ['30 jours', '30d'],
  ['30j', '30d'],
  ['30 jours nets', '30d'],
  ['30 jours date de facture', '30d'],
  ['Net 30', '30d'],
  ['45 jours fin de mois', '45d-eom'],
  ['45 j. FDM', '45d-eom'],
  ['Fin de mois + 45 jours', 'eom-45d'],
  ['fin de mois', 'eom'],
  ['30 jours fin de mois le 10', '30d-eom-10d'],
  ['À réception de facture', 'receipt'],
  ['Comptant', 'receipt'],
  ['PAIEMENT 30 JOURS NET', '30d'],
  ['Paiement à réception', 'receipt'],
  ['Règlement sous 45 jours fin de mois', '45d-eom'],
  ['Payment within 30 days', '30d'],
  ['45d-eom', '45d-eom'],
])('%s', (text, code) => expect(readTerms(text)).toEqual(parseTerms(code)))

test.each(['', '50 % à la commande', '30 et 60 jours', 'selon contrat', '1000 jours'])(
  '« %s » is not understood',
  text => expect(readTerms(text)).toBeNull(),
)
