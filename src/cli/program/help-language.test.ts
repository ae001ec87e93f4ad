import { expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import type { Shell } from '../shell.ts'
import { HELP_IN_ENGLISH, VALUES_IN_ENGLISH } from './help/help.ts'
import { helpSentences, namesOfValues } from './help-language.ts'
import { buildProgram, runCommandLine } from './quittance.ts'

const said: string[] = []
const shell = {
  language: 'en',
  country: france,
  out: (text: string) => said.push(text),
  err: () => {},
} as unknown as Shell
const nobody = () => Promise.reject(new Error('not called'))
const program = buildProgram({ ...shell, language: 'fr' }, nobody, nobody)

test('every sentence of help and every name of a value has its English, and none is left over', () => {
  expect(Object.keys(HELP_IN_ENGLISH).sort()).toEqual([...new Set(helpSentences(program))].sort())
  expect(Object.keys(VALUES_IN_ENGLISH).sort()).toEqual([...new Set(namesOfValues(program))].sort())
})

test.each(Object.entries(HELP_IN_ENGLISH))('%s', (french, english) => {
  expect(english).toMatch(/\S/)
  expect(english).not.toMatch(/[àâçéèêëîïôùûœ«»’]/)
  const quoted = (text: string) => text.match(/--[a-z-]+|[A-Z][A-Z_]{3,}\b|\.[a-z]{3,4}\b/g) ?? []
  const typed = quoted(french).map(word => STAND_INS[word] ?? word)
  expect(quoted(english).sort()).toEqual(typed.sort())
})

/** What stands for a value in a sentence, and is named in each language. */
const STAND_INS: Readonly<Record<string, string>> = {
  AAAA: 'YYYY',
  CREANCIER: 'CREDITOR',
  DEBITEUR: 'DEBTOR',
  FICHIER: 'FILE',
  MONTANT: 'AMOUNT',
  NUMERO: 'NUMBER',
}

test('--lang en: help is English to its last word', async () => {
  expect(await runCommandLine(['preview', '--help', '--lang', 'en'], shell, nobody, nobody)).toBe(0)
  const help = said.join('\n')
  expect(help).toMatch(/^Usage: quittance preview \[options\] <debtor> <step>\n/)
  expect(help).toContain('-h, --help')
  expect(help).toContain('Examples:\n  quittance preview DURAND j7')
  expect(help).not.toMatch(/[àâçéèêëîïôùûœ«»’]| :/)
})
