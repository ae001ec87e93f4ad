import { expect, test } from 'vitest'
import { readTracking } from './tracking.ts'

const read = (text: string) => readTracking(new TextEncoder().encode(text))

test.each([
  ['', 'posted'],
  ['Pris en charge', 'posted'],
  ['Déposé', 'posted'],
  ['Avisé – en attente de retrait', 'presented'],
  ['Présentée', 'presented'],
  ['Pli distribué', 'received'],
  ['Remis au destinataire', 'received'],
  ['Refusé par le destinataire', 'refused'],
  ['Pli avisé et non réclamé', 'unclaimed'],
  ['Destinataire inconnu à l’adresse', 'wrong-address'],
  ['N’habite pas à l’adresse indiquée', 'wrong-address'],
  ['wrong-address', 'wrong-address'],
  ['Retour à l’expéditeur', 'returned'],
])('the status « %s » is %s', (status, expected) => {
  expect(read(`action;statut\n12-3;${status}`).rows).toMatchObject([{ action: '12-3', status: expected }])
})

test('columns are found by their names, in any order, with French dates and spaced numbers', () => {
  expect(read('Date,N° de suivi,Référence\n02/12/2026,1a 0123 4567,12-3\n,,\n').rows).toMatchObject([
    { line: 2, action: '12-3', trackingNumber: '1A01234567', status: 'posted' },
  ])
})

test('a line that says nothing, or something wrong, is a problem of that line', () => {
  const { rows, problems } = read(
    'action;numéro;date;statut\n;;02/12/2026;reçu\n12-3;é;;\n12-4;;32/12/2026;\n12-5;;;volé',
  )
  expect(rows).toEqual([])
  expect(problems.map(({ line, code }) => [line, code])).toEqual([
    [2, 'no-letter'],
    [3, 'bad-tracking-number'],
    [4, 'bad-date'],
    [5, 'unknown-status'],
  ])
})

test('a file that names no letter, or is no table, is refused whole', () => {
  expect(read('date;statut\n02/12/2026;reçu')).toMatchObject({ complete: false })
  expect(read('bonjour')).toMatchObject({ complete: false, problems: [{ code: 'no-header' }] })
  expect(readTracking(new Uint8Array())).toMatchObject({ complete: false })
})
