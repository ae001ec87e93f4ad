import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { pain008Schema } from '../../../test/pain008-schema.ts'
import { samplesFolder } from '../../../test/samples.ts'
import { addDays, day } from '../../domain/date.ts'
import { cents, formatAmount, parseAmount, sum } from '../../domain/money.ts'
import { type DirectDebit, type DirectDebits, type PainVersion, writePain008 } from './pain008.ts'

const DEBIT: DirectDebit = {
  endToEndId: '1-P4-1',
  amountCents: cents(333_34),
  collectionOn: day('2026-04-07'),
  debtor: 'Durand & Fils',
  mandate: {
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
    reference: 'RUM-001',
    signedOn: day('2026-03-01'),
    sequence: 'FRST',
    scheme: 'CORE',
  },
  text: 'Echeance 1/3 F-1',
}
const MESSAGE: DirectDebits = {
  version: '08',
  messageId: 'QT20260330-0123456789abcdef',
  createdAt: '2026-03-30T09:00:00.123Z',
  creditor: {
    name: 'Atelier Nord',
    iban: 'FR7630006000011234567890189',
    bic: null,
    identifier: 'FR72ZZZ123456',
  },
  debits: [DEBIT],
}
const VERSIONS: PainVersion[] = ['02', '08']

test('what the bank reads', () => {
  const xml = writePain008(MESSAGE)
  for (const element of [
    '<CreDtTm>2026-03-30T09:00:00Z</CreDtTm>',
    '<CtrlSum>333.34</CtrlSum>',
    '<SeqTp>FRST</SeqTp>',
    '<ReqdColltnDt>2026-04-07</ReqdColltnDt>',
    '<Id>NOTPROVIDED</Id>',
    '<InstdAmt Ccy="EUR">333.34</InstdAmt>',
    '<MndtId>RUM-001</MndtId>',
    '<DtOfSgntr>2026-03-01</DtOfSgntr>',
    '<BICFI>AGRIFRPP</BICFI>',
    '<Nm>Durand + Fils</Nm>',
    '<Ustrd>Echeance 1/3 F-1</Ustrd>',
  ])
    expect(xml).toContain(element)
  expect(writePain008({ ...MESSAGE, version: '02' })).toContain('<BIC>AGRIFRPP</BIC>')
})

test('one block to a day of collection, a scheme and a sequence, each with its own count and sum', () => {
  const recurrent = {
    ...DEBIT,
    endToEndId: '2-P1-2',
    mandate: { ...DEBIT.mandate, sequence: 'RCUR' as const },
  }
  const later = { ...recurrent, endToEndId: '2-P1-3', collectionOn: day('2026-05-07') }
  const xml = writePain008({
    ...MESSAGE,
    debits: [later, DEBIT, recurrent, { ...recurrent, endToEndId: '3-P1-2' }],
  })
  expect(textsOf(xml, 'PmtInfId')).toEqual(['1', '2', '3'].map(rank => `${MESSAGE.messageId}-${rank}`))
  expect(textsOf(xml, 'NbOfTxs')).toEqual(['4', '1', '2', '1'])
  expect(textsOf(xml, 'CtrlSum')).toEqual(['1333.36', '333.34', '666.68', '333.34'])
  expect(textsOf(xml, 'ReqdColltnDt')).toEqual(['2026-04-07', '2026-04-07', '2026-05-07'])
})

test('a message without a debit is a mistake of the program', () => {
  expect(() => writePain008({ ...MESSAGE, debits: [] })).toThrow('without a debit')
})

test.each(VERSIONS)('whatever the names, amounts and days, pain.008.001.%s holds to its schema', version => {
  const schemas = [pain008Schema(version), ...officialSchema(version)].map(xsd =>
    XsdValidator.fromDoc(XmlDocument.fromString(xsd)),
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 160 }),
    fc.constantFrom('Cœur & <Fils>', '//F-1//', ' / ', '漢字', '', "L'Été – à 50 %"),
  )
  const debits = fc.array(
    fc.record({
      endToEndId: fc.stringMatching(/^[1-9]\d{0,3}-P\d{1,3}-\d{1,2}$/),
      amountCents: fc.bigInt(1n, 99_999_999_999n).map(cents),
      collectionOn: fc.nat(2000).map(days => addDays(day('2026-01-02'), days)),
      debtor: text,
      mandate: fc.record({
        iban: fc.constant(DEBIT.mandate.iban),
        bic: fc.constantFrom(null, 'AGRIFRPP', 'AGRIFRPPXXX'),
        reference: fc.constantFrom('RUM-001', 'A', '+'.repeat(35)),
        signedOn: fc.constant(DEBIT.mandate.signedOn),
        sequence: fc.constantFrom('FRST' as const, 'RCUR' as const, 'OOFF' as const, 'FNAL' as const),
        scheme: fc.constantFrom('CORE' as const, 'B2B' as const),
      }),
      text,
    }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(debits, text, fc.constantFrom(null, 'AGRIFRPP'), (some, name, bic) => {
      const xml = writePain008({
        ...MESSAGE,
        version,
        debits: some,
        creditor: { ...MESSAGE.creditor, name, bic },
      })
      const document = XmlDocument.fromString(xml)
      for (const schema of schemas) schema.validate(document)
      document.dispose()
      const amounts = [...xml.matchAll(/<InstdAmt Ccy="EUR">([^<]*)</g)].map(
        ([, amount = '']) => parseAmount(amount) ?? cents(0),
      )
      expect(textsOf(xml, 'CtrlSum')[0]).toBe(formatAmount(sum(amounts)))
      expect(sum(amounts)).toBe(sum(some.map(debit => debit.amountCents)))
    }),
    { seed: 50, numRuns: 60 },
  )
  for (const schema of schemas) schema.dispose()
})

test('our schema refuses what banks refuse', () => {
  const schema = XsdValidator.fromDoc(XmlDocument.fromString(pain008Schema('08')))
  const xml = writePain008(MESSAGE)
  for (const [from, to] of [
    ['<SeqTp>FRST</SeqTp>', '<SeqTp>FIRST</SeqTp>'],
    ['333.34</InstdAmt>', '0.00</InstdAmt>'],
    ['<MndtId>RUM-001</MndtId>', ''],
    ['Durand + Fils', 'Durand et Frères'],
    ['pain.008.001.08', 'pain.008.001.02'],
  ] as const) {
    const broken = XmlDocument.fromString(xml.replace(from, to))
    expect(() => schema.validate(broken), to).toThrow()
  }
})

function textsOf(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</`, 'g'))].map(([, text = '']) => text)
}

/** ISO's own, where somebody put it beside the samples. */
function officialSchema(version: PainVersion): string[] {
  const file = path.join(samplesFolder, 'pain008', `pain.008.001.${version}.xsd`)
  return existsSync(file) ? [readFileSync(file, 'utf8')] : []
}
