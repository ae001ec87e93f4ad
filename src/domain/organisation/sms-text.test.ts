import { expect, test } from 'vitest'
import { readMobile } from '../../formats/mobile-number.ts'
import { inGsm, smsLength } from './sms-text.ts'

test.each([
  ['a'.repeat(160), { encoding: 'gsm-7', length: 160, parts: 1 }],
  ['a'.repeat(161), { encoding: 'gsm-7', length: 161, parts: 2 }],
  ['a'.repeat(307), { encoding: 'gsm-7', length: 307, parts: 3 }],
  [`${'é'.repeat(158)}€`, { encoding: 'gsm-7', length: 160, parts: 1 }],
  [`${'é'.repeat(159)}€`, { encoding: 'gsm-7', length: 161, parts: 2 }],
  ['ê'.repeat(70), { encoding: 'ucs-2', length: 70, parts: 1 }],
  ['ê'.repeat(71), { encoding: 'ucs-2', length: 71, parts: 2 }],
  ['😀', { encoding: 'ucs-2', length: 2, parts: 1 }],
  ['', { encoding: 'gsm-7', length: 0, parts: 1 }],
])('the length of a text is counted as operators do (%#)', (text, expected) => {
  expect(smsLength(text)).toEqual(expected)
})

test('typographic signs and capitals have a plain form; what has none stays', () => {
  const plain = inGsm('À régler : 1 234,56 € – « F-1 », d’ici mardi… œuvre ç')
  expect(plain).toBe('A régler : 1 234,56 € - "F-1", d\'ici mardi... oeuvre c')
  expect(smsLength(plain).encoding).toBe('gsm-7')
  expect(inGsm('Łódź')).toBe('Łódź')
})

test.each([
  ['06 12 34 56 78', '+33612345678'],
  ['07.12.34.56.78', '+33712345678'],
  ['+33 (0)6 12 34 56 78', '+33612345678'],
  ['0033612345678', '+33612345678'],
  ['01 02 03 04 05', null],
  ['06 12 34 56', null],
  ['+32 470 12 34 56', null],
])('%s as a mobile number', (text, expected) => {
  expect(readMobile(text)).toBe(expected)
})
