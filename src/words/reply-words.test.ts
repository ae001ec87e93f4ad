import { expect, test } from 'vitest'
import { LANGUAGES } from './language.ts'
import * as words from './reply-words.ts'

test.each(Object.entries(words))('%s: every code has words of its own in both languages', (_name, list) => {
  for (const language of LANGUAGES) {
    const said = Object.values(list).map(phrase => phrase[language])
    for (const one of said) expect(one).toMatch(/\S/)
    expect(new Set(said).size).toBe(said.length)
  }
})
