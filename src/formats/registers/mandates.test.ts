import { expect, test } from 'vitest'
import { day } from '../../domain/date.ts'
import { isSepaReference, sepaText } from '../sepa-text.ts'
import { readMandates } from './mandates.ts'

const read = (text: string) => readMandates(new TextEncoder().encode(text))
const FRENCH = 'Code client;IBAN;BIC;Référence du mandat;Date de signature;Séquence'

test('French and English columns, in any order; the sequence and the scheme have their usual values', () => {
  const mandate = {
    line: 2,
    debtor: 'DURAND',
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
    reference: 'RUM-001',
    signedOn: day('2026-03-01'),
    sequence: 'RCUR',
    scheme: 'CORE',
  }
  expect(read(`${FRENCH}\nDURAND;FR76 3000 6000 0112 3456 7890 189;AGRIFRPP;RUM-001;01/03/2026;\n`)).toEqual({
    mandates: [mandate],
    problems: [],
  })
  const english = 'scheme,signature date,mandate reference,sequence,debtor,iban'
  expect(read(`${english}\nb2b,2026-03-01,RUM-001,ooff,DURAND,FR7630006000011234567890189`).mandates).toEqual(
    [{ ...mandate, bic: null, sequence: 'OOFF', scheme: 'B2B' }],
  )
})

test.each([
  ['bad-iban', 'DURAND;FR7630006000011234567890188;;RUM-001;01/03/2026;'],
  ['bad-iban', 'DURAND;BR1800360305000010009795493C1;;RUM-001;01/03/2026;'],
  ['bad-bic', 'DURAND;FR7630006000011234567890189;AGRI;RUM-001;01/03/2026;'],
  ['bad-reference', 'DURAND;FR7630006000011234567890189;;Été;01/03/2026;'],
  ['bad-reference', 'DURAND;FR7630006000011234567890189;;;01/03/2026;'],
  ['bad-date', 'DURAND;FR7630006000011234567890189;;RUM-001;30/02/2026;'],
  ['bad-sequence', 'DURAND;FR7630006000011234567890189;;RUM-001;01/03/2026;FIRST'],
  ['missing-debtor', ';FR7630006000011234567890189;;RUM-001;01/03/2026;'],
])('%s: %s', (code, row) => {
  const { mandates, problems } = read(`${FRENCH}\n${row}`)
  expect(mandates).toEqual([])
  expect(problems).toMatchObject([{ line: 2, code }])
})

test('every problem of every line is told at once; two mandates of a debtor too', () => {
  const good = 'DURAND;FR7630006000011234567890189;;RUM-001;01/03/2026;'
  expect(
    read(`${FRENCH}\n${good}\n${good}\nROUX;X;;;;`).problems.map(({ line, code }) => `${line} ${code}`),
  ).toEqual(['4 bad-iban', '4 bad-reference', '4 bad-date', '3 mandate-twice'])
})

test.each([
  ['missing-column', 'Client;IBAN\nDURAND;X'],
  ['empty-file', ''],
  ['unclosed-quote', `${FRENCH}\n"DURAND;X`],
])('%s', (code, text) => {
  expect(read(text)).toMatchObject({ mandates: [], problems: [{ code }] })
})

test.each([
  ['Cœur & Fils', 'Coeur + Fils'],
  ['Société générale d’été – Œuvres', "Societe generale d'ete - OEuvres"],
  ['//F-1//F-2/', 'F-1/F-2'],
  ['漢字', ''],
  ['a\n\tb', 'a b'],
  ['Łódź_1', 'Lodz-1'],
])('%j is written %j', (text, written) => {
  expect(sepaText(text, 70)).toBe(written)
})

test('a text is cut at its length, and never ends with a slash', () => {
  expect(sepaText(`${'a'.repeat(69)}/b`, 70)).toBe('a'.repeat(69))
})

test.each([
  ['RUM-001', true],
  ["A (1) + 'b'?", true],
  ['a'.repeat(35), true],
  ['a'.repeat(36), false],
  ['/A', false],
  ['A/', false],
  ['A//B', false],
  ['RÉF', false],
  ['', false],
])('reference %j: %s', (text, fits) => {
  expect(isSepaReference(text)).toBe(fits)
})
