import { describe, expect, test } from 'vitest'
import { findLikeNames, indexNames, likenessOf } from './match-name.ts'

const NAMES = [
  'Durand SARL',
  'Durand et Fils',
  'Plomberie Lefèvre SAS',
  'Établissements Cœur de Bœuf',
  'Xanglovelor Constructions',
  'Martin SARL',
  'Martin SAS',
  'Garage Martínez',
  'Garage Martin',
]
const index = indexNames(NAMES)
const best = (text: string, isName = true) => {
  const [first] = findLikeNames(text, isName, index)
  return first ? NAMES[first.debtor] : null
}

describe('the name most like what a bank wrote', () => {
  test.each([
    ['accents and order', 'SAS LEFEVRE PLOMBERIE', 'Plomberie Lefèvre SAS'],
    ['ligatures', 'ETS COEUR DE BOEUF', 'Établissements Cœur de Bœuf'],
    ['a cut', 'XANGLOVELOR CONSTRUC', 'Xanglovelor Constructions'],
    ['legal forms, where nothing else differs', 'MARTIN SAS', 'Martin SAS'],
    ['the whole name rather than a part of it', 'DURAND ET FILS', 'Durand et Fils'],
    ['a name that is known is not the beginning of another', 'GARAGE MARTIN', 'Garage Martin'],
    ['nobody', 'BOULANGERIE PETIT', null],
  ])('%s', (_, text, name) => {
    expect(best(text)).toBe(name)
  })

  test('is found in a whole label', () => {
    expect(best('VIR PLOMBERIE LEFEVRE FACT F-2026-041', false)).toBe('Plomberie Lefèvre SAS')
  })
})

test('a payer with a longer name is less like a debtor than one with the same name', () => {
  const likeness = (text: string) => likenessOf(findLikeNames(text, true, index)[0] as never)
  expect(likeness('XANGLOVELOR CONSTRUCTIONS')).toBe(1)
  expect(likeness('XANGLOVELOR CONSTRUCTIONS BORDEAUX')).toBeLessThan(1)
  expect(likeness('XANGLOVELOR')).toBeLessThan(1)
})
