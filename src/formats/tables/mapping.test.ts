import { describe, expect, test } from 'vitest'
import { guessColumns, readMapping } from './mapping.ts'

describe('guessColumns', () => {
  test.each([
    ['N° de Facture', 'number'],
    ['NumFacture', 'number'],
    ['N? pi?ce', 'number'],
    ['Pi\uFFFDce', 'number'],
    ['CODE_CLIENT', 'debtorCode'],
    ["Date d'échéance", 'dueOn'],
    ['Dt Ech.', 'dueOn'],
    ['Échéance le', 'dueOn'],
    ['Date de la facture', 'issuedOn'],
    ['Montant T.T.C. (€)', 'amount'],
    ['Total TTC EUR', 'amount'],
    ['Reste dû', 'balance'],
    ['MONTANT DU', 'balance'],
    ['Montant restant dû TTC', 'balance'],
    ['Reste à payer', 'balance'],
    ['Réglé', 'paid'],
    ['Réglé le', 'settledOn'],
    ['E-mail du contact', 'email'],
    ['N° TVA intracommunautaire', 'vat'],
    ['Montant HT', 'amountExclTax'],
    ['Montant TVA', 'tax'],
    ['Raison sociale', 'debtorName'],
    ['Adresse', 'street'],
    ['Adresse de facturation', 'street'],
    ['Complément d’adresse', 'streetMore'],
    ['CP', 'postalCode'],
    ['Ville client', 'town'],
    ['countryCode', 'country'],
  ])('%s', (header, field) => expect(guessColumns([header])).toEqual({ [field]: header }))

  test.each(['Adresse de livraison', 'Shipping address', 'DaysLate', 'Objet', '?', '', 'constructor'])(
    '« %s » means nothing to us',
    header => expect(guessColumns([header])).toEqual({}),
  )

  test('the most telling of two takes the field', () => {
    const headers = ['Montant', 'Date', 'Montant TTC', 'Date facture', 'Client', 'Nom client']
    expect(guessColumns(headers)).toEqual({
      amount: 'Montant TTC',
      issuedOn: 'Date facture',
      debtorName: 'Nom client',
    })
  })

  test('what the user says wins, and null leaves a field alone', () => {
    expect(guessColumns(['Client', 'Ref', 'Montant'], { debtorCode: 'REF', amount: null })).toEqual({
      debtorCode: 'Ref',
      debtorName: 'Client',
    })
  })
})

describe('readMapping', () => {
  test('takes a part of a mapping', () => {
    expect(readMapping('{"columns":{"number":"Ref"},"decimal":","}')).toEqual({
      columns: { number: 'Ref' },
      decimal: ',',
    })
  })
  test.each([
    '',
    '[]',
    '{"columns":3}',
    '{"columns":{"numero":"x"}}',
    '{"columns":{"number":1}}',
    '{"dateOrder":"ymd"}',
    '{"decimal":";"}',
  ])('refuses %s', json => expect(readMapping(json)).toMatchObject({ code: 'bad-mapping' }))
})
