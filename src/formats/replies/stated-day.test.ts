import { describe, expect, test } from 'vitest'
import { day, formatDay } from '../../domain/date.ts'
import { plainLetters } from '../plain-letters.ts'
import { type Direction, saidDays } from './stated-day.ts'

/** A Tuesday. */
const SENT = day('2026-03-03')

function days(text: string, direction: Direction = 'ahead', sentOn: typeof SENT | null = SENT): string[] {
  return saidDays(plainLetters(text), sentOn, direction).map(({ day }) => formatDay(day))
}

describe('days to come', () => {
  test.each([
    ['vendredi', '2026-03-06'],
    ['mardi', '2026-03-10'],
    ['vendredi prochain', '2026-03-06'],
    ['vendredi de la semaine prochaine', '2026-03-13'],
    ['next Friday', '2026-03-13'],
    ['by Friday', '2026-03-06'],
    ['jeudi 16 avril', '2026-04-16'],
    ['Thursday, 16 April', '2026-04-16'],
    ['mardi 17', '2026-03-17'],
    ['demain', '2026-03-04'],
    ['après-demain', '2026-03-05'],
    ['fin de semaine', '2026-03-06'],
    ['by end of week', '2026-03-06'],
    ['la semaine prochaine', '2026-03-13'],
    ['en début de semaine prochaine', '2026-03-10'],
    ['fin du mois', '2026-03-31'],
    ['fin de mois', '2026-03-31'],
    ['end of the month', '2026-03-31'],
    ['fin du mois prochain', '2026-04-30'],
    ['le mois prochain', '2026-04-30'],
    ['fin avril', '2026-04-30'],
    ['mi-avril', '2026-04-15'],
    ['early April', '2026-04-05'],
    ['sous 8 jours', '2026-03-11'],
    ['sous huitaine', '2026-03-11'],
    ['dans les 48 heures', '2026-03-05'],
    ['within ten days', '2026-03-13'],
    ['in two weeks', '2026-03-17'],
    ['sous 5 jours ouvrés', '2026-03-10'],
    ['le 15', '2026-03-15'],
    ['le 2', '2026-04-02'],
    ['on the 15th', '2026-03-15'],
    ['1er avril', '2026-04-01'],
    ['15/03', '2026-03-15'],
    ['15/03/26', '2026-03-15'],
    ['03/15/2026', '2026-03-15'],
    ['March 15, 2026', '2026-03-15'],
    ['le 5 janvier', '2027-01-05'],
    ['July 10-31', '2026-07-31'],
    ["aujourd'hui", '2026-03-03'],
  ])('%s', (text, expected) => {
    expect(days(`Je paie ${text}.`)).toEqual([expected])
  })
})

test.each([
  ['hier', '2026-03-02'],
  ['lundi', '2026-03-02'],
  ['mardi', '2026-02-24'],
  ['le 27 février', '2026-02-27'],
  ['le 15 décembre', '2025-12-15'],
  ['il y a deux semaines', '2026-02-17'],
  ['three days ago', '2026-02-28'],
])('days past: %s', (text, expected) => {
  expect(days(`Payé ${text}.`, 'back')).toEqual([expected])
})

test.each([
  'le 15 rue des Lilas',
  'facture 2026-041',
  'le 31/02/2026',
  '3/4 de la somme livrée en 12/24',
  'may I ask',
])('no day: %s', text => {
  expect(days(text)).toEqual([])
})

test('without the day of sending, only what has its year', () => {
  expect(days('vendredi, le 15 mars ou le 16/03/2026', 'ahead', null)).toEqual(['2026-03-16'])
})
