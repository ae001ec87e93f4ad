import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { readTextFile, writeTextFile } from './text-file.ts'

const HEADER = '---\nétape: j7\ncanal: email\nlangue: fr\nobjet: Votre facture : un rappel\n---\n'

describe('a text as a file', () => {
  test('says which text it is, its subject and its body, and where they stand', () => {
    expect(readTextFile(`${HEADER}\nBonjour,\n`)).toEqual({
      key: { writer: 'creditor', step: 'j7', medium: 'email', language: 'fr', kind: 'any' },
      text: { subject: 'Votre facture : un rappel', body: '\nBonjour,\n' },
      subjectLine: 5,
      bodyLine: 7,
    })
  })

  test('is read as Windows and Notepad write it, in French or English, with or without accents', () => {
    const french = readTextFile(
      `\uFEFF${HEADER}\nBonjour,\n`.replaceAll('\n', '\r\n').replace('étape', 'Etape'),
    )
    const english = readTextFile(
      '---\nstep: j7\nchannel: email\nlanguage: fr\ndebtor: any\nsubject: Votre facture : un rappel\n---\n\nBonjour,\n',
    )
    expect(french).toMatchObject({ key: { step: 'j7' }, text: { body: '\nBonjour,\n' } })
    expect(english).toMatchObject({ key: { step: 'j7' }, text: { body: '\nBonjour,\n' } })
  })

  test.each(
    (['creditor', 'agency'] as const).flatMap(writer =>
      (['fr', 'en'] as const).flatMap(language =>
        Object.entries(france.texts.steps[writer][language]).flatMap(([step, media]) =>
          Object.entries(media).map(([medium, text]) => ({ writer, language, step, medium, text })),
        ),
      ),
    ),
  )(
    '$writer $step $medium $language comes back as it went out',
    ({ writer, language, step, medium, text }) => {
      const key = { writer, language, step, medium: medium as 'email', kind: 'any' as const }
      const read = readTextFile(writeTextFile(key, text))
      if ('code' in read) throw new Error(read.code)
      expect(read.key).toEqual(key)
      expect(read.text.subject).toBe(text.subject)
      expect(read.text.body.trim()).toBe(text.body.trim())
    },
  )

  test.each([
    ['no header', 'Bonjour,', 'no-header', 1],
    ['a header without an end', '---\nétape: j7\n', 'no-header', 1],
    ['an unknown key', HEADER.replace('objet', 'sujet'), 'unknown-key', 5],
    ['an unknown channel', HEADER.replace('email', 'fax'), 'bad-value', 3],
    ['a step that is a path', HEADER.replace('j7', '../j7'), 'bad-value', 2],
    ['a key given twice', HEADER.replace('canal: email', 'étape: j7'), 'twice', 3],
    ['no step', HEADER.replace('étape: j7\n', ''), 'key-missing', 1],
    ['no words', `${HEADER}\n \n`, 'empty', 7],
    ['more than 100 kB', `${HEADER}${'é'.repeat(50_001)}`, 'too-long', null],
    ['bytes that are not UTF-8', `${HEADER}\nD\uFFFDbiteur`, 'odd-character', 8],
    ['the marks of a block', `${HEADER}\uE000claim\uE001`, 'odd-character', 7],
    ['the marks of a masked value', `${HEADER}⟦firstLetters⟧`, 'odd-character', 7],
    ['a text that reads from right to left', `${HEADER}\u202Eeuros`, 'odd-character', 7],
  ])('%s is refused, with its line', (_, content, code, line) => {
    expect(readTextFile(content)).toMatchObject({ code, line })
  })

  test('whatever is in a file, it is read or refused, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (before, after) => {
        const read = readTextFile(`---\n${before}\n---\n${after}`)
        expect('code' in read || read.key.step !== '').toBe(true)
      }),
    )
  })
})
