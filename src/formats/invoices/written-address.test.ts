import { expect, test } from 'vitest'
import { writtenAddress } from './written-address.ts'

const address = (streets: string[], postalCode = '', town = '', country = '') =>
  writtenAddress({ streets, postalCode, town, country })

test.each([
  [['12 rue des Lilas'], '59000', 'Lille', '', '12 rue des Lilas, 59000 Lille'],
  [['12 rue des Lilas, '], '59000', ' Lille ', 'FR', '12 rue des Lilas, 59000 Lille'],
  [
    ['Le  Moulin', '3 route de Vertou'],
    '44120',
    'Vertou',
    'France',
    'Le Moulin, 3 route de Vertou, 44120 Vertou',
  ],
  [['Le Moulin', 'Le Moulin'], '44120', 'Vertou', '', 'Le Moulin, 44120 Vertou'],
  [['3 place du Marché, 59800 Lille'], '', '', '', '3 place du Marché, 59800 Lille'],
  [['Ham 4'], '9000', 'Gent', 'BE', 'Ham 4, 9000 Gent, BELGIQUE'],
  [['Ham 4'], '9000', 'Gent', '', 'Ham 4, 9000 Gent'],
  [['1 rue du Bois'], '1000', 'Bourg', 'FR', '1 rue du Bois, 01000 Bourg'],
  [['1 rue du Bois'], 'n/a', 'Bourg', '-', '1 rue du Bois, Bourg'],
  [['rue Neuve'], '', 'Mons', 'ZX', 'rue Neuve, Mons, ZX'],
])('%j, %s %s %s', (streets, postalCode, town, country, written) => {
  expect(address(streets, postalCode, town, country)).toBe(written)
})

test('what no letter can be sent to is no address', () => {
  expect(address([], '59000', 'Lille')).toBeNull()
  expect(address(['-'], '59000', 'Lille')).toBeNull()
  expect(address(['12 rue des Lilas'])).toBeNull()
  expect(address(['compta@lille.example'], '59000', 'Lille')).toBeNull()
  expect(address(['x'.repeat(400)], '59000', 'Lille')).toBeNull()
})
