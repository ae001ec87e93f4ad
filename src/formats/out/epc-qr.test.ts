import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { haveSamples, samplesFolder } from '../../../test/samples.ts'
import { cents, parseAmount } from '../../domain/money.ts'
import { readCreditorIdentifier, readCreditorReference } from '../identifiers.ts'
import { type EpcTransfer, epcPayload } from './epc-qr.ts'

const TRANSFER: EpcTransfer = {
  name: 'Atelier Nord',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  amountCents: cents(1200_00),
  text: 'F-1',
}

test.each<[string, Partial<EpcTransfer>, string]>([
  ['a text', {}, 'BCD|002|1|SCT||Atelier Nord|FR7630006000011234567890189|EUR1200.00|||F-1'],
  [
    'no reference at all',
    { text: null },
    'BCD|002|1|SCT||Atelier Nord|FR7630006000011234567890189|EUR1200.00',
  ],
  [
    'a structured reference, a BIC and a purpose',
    { text: null, reference: 'RF18 5390 0754 7034', bic: 'AGRIFRPP', purpose: 'GDDS' },
    'BCD|002|1|SCT|AGRIFRPP|Atelier Nord|FR7630006000011234567890189|EUR1200.00|GDDS|RF18539007547034',
  ],
  [
    'information for the payer alone',
    { text: null, information: 'Merci' },
    'BCD|002|1|SCT||Atelier Nord|FR7630006000011234567890189|EUR1200.00||||Merci',
  ],
  [
    'one cent',
    { amountCents: cents(1) },
    'BCD|002|1|SCT||Atelier Nord|FR7630006000011234567890189|EUR0.01|||F-1',
  ],
])('%s', (_name, some, lines) => {
  expect(epcPayload({ ...TRANSFER, ...some })).toEqual({ payload: lines.replaceAll('|', '\n') })
})

test.each<[string, Partial<EpcTransfer>]>([
  ['qr-name-missing', { name: ' ' }],
  ['qr-name-too-long', { name: 'é'.repeat(71) }],
  ['qr-bad-iban', { iban: 'FR7630006000011234567890188' }],
  ['qr-bad-iban', { iban: 'BR1800360305000010009795493C1' }],
  ['qr-bad-bic', { bic: 'AGRI' }],
  ['qr-bad-amount', { amountCents: cents(0) }],
  ['qr-bad-amount', { amountCents: cents(100_000_000_000) }],
  ['qr-bad-purpose', { purpose: 'goods' }],
  ['qr-bad-reference', { text: null, reference: 'RF19539007547034' }],
  ['qr-two-references', { reference: 'RF18539007547034' }],
  ['qr-text-too-long', { text: 'a'.repeat(141) }],
  ['qr-information-too-long', { information: 'a'.repeat(71) }],
  ['qr-line-break', { text: 'F-1\nEUR1.00' }],
  ['qr-too-long', { name: '漢'.repeat(70), text: '漢'.repeat(60) }],
])('%s', (problem, some) => {
  expect(epcPayload({ ...TRANSFER, ...some })).toEqual({ problem })
})

test('seventy accented letters and a hundred and forty characters are not too many', () => {
  expect(epcPayload({ ...TRANSFER, name: 'é'.repeat(70), text: 'a'.repeat(131) })).toHaveProperty('payload')
})

test.each([
  ['RF18 5390 0754 7034', { value: 'RF18539007547034' }],
  ['RF18539007547035', { problem: 'wrong-key' }],
  ['RX18539007547034', { problem: 'wrong-characters' }],
  ['RF1', { problem: 'wrong-length' }],
  ['', { problem: 'missing' }],
])('creditor reference %s', (text, read) => {
  expect(readCreditorReference(text)).toEqual(read)
})

test.each([
  ['FR72 ZZZ 123456', { value: 'FR72ZZZ123456' }],
  ['FR72ABC123456', { value: 'FR72ABC123456' }],
  ['DE98ZZZ09999999999', { value: 'DE98ZZZ09999999999' }],
  ['FR73ZZZ123456', { problem: 'wrong-key' }],
  ['FR72ZZZ12345', { problem: 'wrong-length' }],
  ['7272ZZZ123456', { problem: 'wrong-characters' }],
  ['', { problem: 'missing' }],
])('creditor identifier %s', (text, read) => {
  expect(readCreditorIdentifier(text)).toEqual(read)
})

type Sample = { name: string; payload: string; expected: Record<string, string | null> }
const samples: Sample[] = haveSamples('epc-qr')
  ? JSON.parse(readFileSync(path.join(samplesFolder, 'epc-qr', 'payloads.json'), 'utf8'))
  : []

test('payloads that others published are written alike, but for amounts with one decimal and a last line break', () => {
  expect(samples.length > 0).toBe(haveSamples('epc-qr'))
  for (const { name, payload, expected } of samples) {
    const written = epcPayload({
      name: expected.name ?? '',
      iban: expected.iban ?? '',
      bic: expected.bic ?? null,
      amountCents: parseAmount(expected.amount ?? '') ?? cents(0),
      purpose: expected.purpose ?? null,
      reference: expected.structured_ref ?? null,
      text: expected.text ?? null,
    })
    const usual = payload.replace(/\n+$/, '').replace(/^(EUR\d+\.\d)$/m, '$10')
    expect(written, name).toEqual({ payload: usual })
  }
})
