import { expect, test } from 'vitest'
import { quoted, splitWords, withoutComment } from './line-words.ts'

test.each([
  ['pay 400.00 F-1', ['pay', '400.00', 'F-1']],
  ['write-off  "F 12" ', ['write-off', 'F 12']],
  ['"le ""prix"" convenu"', ['le "prix" convenu']],
  ['"" " "', ['', ' ']],
  ['12" "jamais fini', ['12"', '"jamais', 'fini']],
])('%s is split at its spaces, outside quotes', (line, words) => {
  expect(splitWords(line)).toEqual(words)
})

test.each([
  ['F-1', 'F-1'],
  ['F 1', '"F 1"'],
  ['3"', '"3"""'],
  ['#12', '"#12"'],
  ['by', '"by"'],
  ['', '""'],
])('%s is written %s', (word, written) => {
  expect(quoted(word)).toBe(written)
})

test.each([
  ['# avant', ''],
  ['pay 4.00  # le reste', 'pay 4.00  '],
  ['settle F#1', 'settle F#1'],
  ['settle "n # 1" # litige "clos"', 'settle "n # 1" '],
])('%s ends at its comment', (line, text) => {
  expect(withoutComment(line)).toBe(text)
})
