import { CsvError, parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordReader } from './csv-records.ts'

test('the records of csv-parse, whatever the quotes', () => {
  const text = fc.array(fc.constantFrom('a', ';', '"', '\n', ' ', '""', '";', '"\n'), { maxLength: 30 })
  fc.assert(
    fc.property(text, parts => {
      expect(ours(parts.join(''))).toEqual(theirs(parts.join('')))
    }),
    { seed: 411, numRuns: 20_000 },
  )
})

test.each<[string, string[][] | 'open']>([
  ['a;"b;c";""', [['a', 'b;c', '']]],
  ['"a ""b""";c', [['a "b"', 'c']]],
  ['"a\nb";c\nd', [['a\nb', 'c'], ['d']]],
  ['12" de long;"tube" 3;x', [['12" de long', '"tube" 3', 'x']]],
  ['a;"b\nc', 'open'],
])('%j', (text, records) => {
  expect(ours(text)).toEqual(records)
})

function ours(text: string): string[][] | 'open' {
  const reader = recordReader(';')
  const lines = text.split('\n')
  if (lines.at(-1) === '' && reader.openLength() === null) lines.pop()
  const records = lines.flatMap(line => {
    const cells = reader.take(line)
    return cells === null ? [] : [cells]
  })
  return reader.openLength() === null ? records : 'open'
}

function theirs(text: string): string[][] | 'open' {
  try {
    return parse(text, {
      delimiter: ';',
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
    })
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return 'open'
    throw error
  }
}
