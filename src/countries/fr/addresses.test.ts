import { expect, test } from 'vitest'
import { frenchAddresses } from './addresses.ts'

test.each([
  ['3 place du Marché, 59800 Lille', ['3 place du Marché', '59800 LILLE'], 'Lille'],
  [
    '12 bis, rue Haute, BP 40, 13001 Marseille Cedex 01',
    ['12 bis rue Haute', 'BP 40', '13001 MARSEILLE CEDEX 01'],
    'Marseille',
  ],
  [
    'Bâtiment B\n1 rue Basse\n97133 Saint-Barthélemy',
    ['Bâtiment B', '1 rue Basse', '97133 SAINT-BARTHÉLEMY'],
    'Saint-Barthélemy',
  ],
  ['1 High Street, London', ['1 High Street', 'London'], null],
  ['', [], null],
])('%j is written on an envelope as %j', (address, lines, town) => {
  expect(frenchAddresses.lines(address)).toEqual(lines)
  expect(frenchAddresses.townOf(address)).toBe(town)
})

test.each([
  ['3 place du Marché, 59800 Lille', { lines: ['3 place du Marché'], postalCode: '59800', city: 'Lille' }],
  [
    'Bâtiment B\n3 place du Marché\n59800  Lille cedex\nFrance',
    { lines: ['Bâtiment B', '3 place du Marché'], postalCode: '59800', city: 'Lille cedex' },
  ],
  ['59800 Lille', null],
  ['3 place du Marché, Lille', null],
  ['', null],
])('the address « %s »', (text, expected) => {
  expect(frenchAddresses.read(text)).toEqual(expected)
})
