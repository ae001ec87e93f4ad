/** Threads print what this thread prints, to the byte; what can't be printed is said, and the press goes on. */
import { expect, test } from 'vitest'
import type { PrintedLetter } from '../letter.ts'
import { openLetterPress } from './letter-press.ts'
import { Unprintable } from './typesetter.ts'

const COMPILED = new URL('../../../dist/documents/press/letter-press.js', import.meta.url).href

const letter: PrintedLetter = {
  language: 'fr',
  title: 'Relevé de compte',
  author: 'Atelier Nord',
  on: '2026-03-25',
  sender: { logo: null, name: 'Atelier Nord', lines: ['12 rue des Lilas', '59000 Lille'] },
  addressee: ['Durand SARL', '3 place du Marché', '59800 LILLE'],
  registered: null,
  placeAndDate: 'Lille, le 25 mars 2026',
  references: [],
  subject: 'Objet : relevé de compte',
  body: [],
  annexes: [],
  footer: ['Atelier Nord'],
}

test('threads print the same bytes as this thread, many letters at once, and end', async () => {
  const here = openLetterPress(0)
  const { openLetterPress: openThreads }: typeof import('./letter-press.ts') = await import(COMPILED)
  const press = openThreads(2)
  const letters = Array.from({ length: 20 }, (_, index) => ({
    ...letter,
    subject: `Objet : relevé ${index}`,
  }))
  const printing = Promise.all(letters.map(each => press.print(each)))
  await press.close()
  for (const [index, pdf] of (await printing).entries())
    expect(Buffer.from(pdf).equals(await here.print(letters[index] as PrintedLetter))).toBe(true)
  await expect(press.print(letter)).rejects.toThrow('closed')
})

test.each([
  [{ addressee: ['北京公司', '59000 LILLE'] }, { kind: 'characters', characters: ['北', '京', '公', '司'] }],
  [{ addressee: Array.from({ length: 12 }, () => 'Bâtiment') }, { kind: 'address', to: 'Bâtiment' }],
  [{ on: '2026-13-45' }, { kind: 'failure' }],
])('%j is refused by what is wrong, and the next letter is printed', async (change, fault) => {
  const press = openLetterPress(0)
  const refused = await press.print({ ...letter, ...change }).catch(error => error)
  expect(refused).toBeInstanceOf(Unprintable)
  expect(refused.fault).toMatchObject(fault)
  expect((await press.print(letter)).length).toBeGreaterThan(10_000)
})
