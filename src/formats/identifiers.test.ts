import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { haveSamples, sampleJson, samplesFolder } from '../../test/samples.ts'
import {
  type Identifier,
  readBic,
  readIban,
  readSiren,
  readSirenOrSiret,
  readSiret,
  readVat,
  sirenOfVat,
} from './identifiers.ts'

const READERS: Readonly<Record<string, (text: string) => Identifier>> = {
  siren: readSiren,
  siret: readSiret,
  sirenOrSiret: readSirenOrSiret,
  vat: readVat,
  iban: readIban,
  bic: readBic,
}

const fixture = json(join(import.meta.dirname, '../../test/fixtures/identifiers/identifiers.json'))

describe.each(Object.entries(READERS))('%s', (kind, read) => {
  test.each(Object.entries(fixture[kind] as Record<string, string>))('%s → %s', (text, wanted) => {
    expect(said(read(text))).toBe(wanted)
  })

  test('never throws, and what is kept reads as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Z0-9 ]{0,30}$/)),
        text => {
          const found = read(text)
          if ('value' in found && kind !== 'sirenOrSiret') expect(read(found.value)).toEqual(found)
        },
      ),
    )
  })
})

test('one wrong digit of a SIREN never passes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const digits = [...'732829320']
      digits[at] = String((Number(digits[at]) + shift) % 10)
      expect(readSiren(digits.join(''))).toEqual({ problem: 'wrong-key' })
    }),
  )
})

test('the SIREN of a French VAT number; none in another, nor in Monaco’s', () => {
  expect(['FR44732829320', 'DE136695976', 'FR53000004605', null].map(sirenOfVat)).toEqual([
    '732829320',
    null,
    null,
    null,
  ])
})

describe.runIf(haveSamples('identifiers'))('the identifier samples', () => {
  const vectors = sampleJson<Record<string, unknown>>('identifiers/vectors.json')
  const digits = (text: string) => text.replace(/[^\dA-Z]/gi, '').toUpperCase()

  test.each(['siren', 'siret', 'iban'])('every valid %s is taken', kind => {
    const texts = vectors[`${kind}_valid`] as string[]
    const read = READERS[kind] as (text: string) => Identifier
    expect(texts.map(text => said(read(text)))).toEqual(texts.map(digits))
  })

  type Vector = { call: string; input: string; output?: string; error?: string }
  test.each(['siren', 'siret', 'tva_fr', 'iban'])('every case of %s', kind => {
    const read = READERS[kind === 'tva_fr' ? 'vat' : kind] as (text: string) => Identifier
    const cases = (vectors[`${kind}_cases`] as Vector[]).filter(({ call }) => call === 'validate')
    expect(cases.length).toBeGreaterThan(0)
    const wanted = ({ output, error }: Vector) => (error ? 'wrong-key' : output)
    const own = (text: string) => (kind === 'tva_fr' ? text.replace(/^FR/, '') : text)
    expect(cases.map(({ input }) => own(said(read(input))))).toEqual(cases.map(wanted))
  })
})

describe.runIf(haveSamples('sirene'))('the Sirene samples', () => {
  type Company = { siren: string; siret_siege: string; vat_number_computed: string }
  const expected = sampleJson<Record<string, Company>>('sirene/expected.json')
  test.each(Object.entries(expected))('%s', (file, company) => {
    const { results } = json(join(samplesFolder, 'sirene', file)) as {
      results: { siren: string; siege: { siret: string } }[]
    }
    expect(said(readSiren(results[0]?.siren ?? ''))).toBe(company.siren)
    expect(said(readSiret(results[0]?.siege.siret ?? ''))).toBe(company.siret_siege)
    expect(said(readVat(company.vat_number_computed))).toBe(company.vat_number_computed)
    expect(sirenOfVat(company.vat_number_computed)).toBe(company.siren)
  })
})

function said(found: Identifier): string {
  return 'value' in found ? found.value : found.problem
}

function json(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}
