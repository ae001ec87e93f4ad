import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { refusedFile } from '../app/refused-file.ts'
import { error } from '../formats/problem.ts'
import { refusalSentence } from './refusals.ts'

const desk = fileURLToPath(new URL('../app', import.meta.url))

test('whatever a use case refuses is said in English too', () => {
  const source = readdirSync(desk, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => readFileSync(`${desk}/${name}`, 'utf8'))
    .join('\n')
  const codes = new Set([...source.matchAll(/refused: '([a-z-]+)'/g)].map(([, code]) => code as string))
  expect(codes.size).toBeGreaterThan(80)
  const unsaid = [...codes].filter(refused =>
    refusalSentence({ refused, message: 'FRENCH' }).en.includes('FRENCH'),
  )
  // Said by what is wrong with the file: below.
  expect(unsaid).toEqual(['bad-mandates'])
})

test('a file that can’t be taken is said in English by what is wrong with it', () => {
  const problem = error(3, 'bad-bic', { text: 'AGRI', fault: 'wrong-length' })
  expect(refusalSentence(refusedFile('m.csv', [problem]))).toEqual({
    fr: 'm.csv, ligne 3 : BIC « AGRI » : il n’a pas le bon nombre de caractères',
    en: 'm.csv, line 3: BIC "AGRI": its length is wrong',
  })
  const byMandates = [problem, error(4, 'mandate-twice', { debtor: 'PLAN' })]
  expect(refusalSentence({ refused: 'bad-mandates', message: 'FRENCH', byMandates }).en).toEqual(
    expect.stringMatching(/^mandates: line 3, BIC "AGRI": its length is wrong; line 4, PLAN/),
  )
})
