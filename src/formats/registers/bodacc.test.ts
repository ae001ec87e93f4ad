import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../test/french-problems.ts'
import { haveSamples, sampleJson, samplesFolder } from '../../../test/samples.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { type Notice, readBodacc } from './bodacc.ts'

const FOLDER = join(import.meta.dirname, '../../../test/fixtures/bodacc')
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('each file gives the notices and problems written beside it', () => {
  const names = readdirSync(FOLDER).filter(name => !name.endsWith('.expected.json'))
  test.each(names)('%s', name => {
    const { notices, problems, ...rest } = readBodacc(readFileSync(join(FOLDER, name)), name)
    const answer = { ...rest, problems: inFrench(problems), notices: notices.map(dated) }
    const expected = join(FOLDER, `${name.replace(/\.\w+$/, '')}.expected.json`)
    if (process.env.WRITE_GOLDEN) writeFileSync(expected, `${JSON.stringify(answer, null, 2)}\n`)
    expect(answer).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})

test('a file that is something else, or that was cut short, is refused whole', () => {
  const text = readFileSync(join(FOLDER, 'results.json'), 'utf8')
  const cut = readBodacc(bytesOf(text.slice(0, text.length - 40)), 'annonces.json')
  expect(cut).toMatchObject({ complete: false, notices: [], problems: [{ code: 'bad-json' }] })
  for (const other of ['Client;Facture\nDurand;F-1\n', '{"a": 1}', '[]', '{'])
    expect(readBodacc(bytesOf(other), 'autre')).toMatchObject({
      complete: false,
      problems: [{ code: 'not-bodacc' }],
    })
  expect(readBodacc(new Uint8Array(), 'vide').complete).toBe(false)
})

test('no JSON makes it throw', () => {
  const value = fc.jsonValue({ maxDepth: 4 })
  const text = value.map(found => JSON.stringify(found))
  const field = fc.oneof(value, text)
  const record = fc.record(
    {
      id: field,
      dateparution: field,
      familleavis: fc.oneof(fc.constant('collective'), field),
      typeavis: field,
      jugement: field,
      listepersonnes: fc.oneof(field, fc.record({ personne: field })),
      registre: field,
      parutionavisprecedent: field,
    },
    { requiredKeys: ['dateparution'] },
  )
  fc.assert(
    fc.property(fc.array(record, { maxLength: 3 }), fc.nat(400), (records, cut) => {
      const whole = JSON.stringify({ results: records })
      readBodacc(bytesOf(whole), 'a.json')
      readBodacc(bytesOf(whole.slice(0, -cut)), 'a.json')
      readBodacc(bytesOf(records.map(one => JSON.stringify(one)).join('\n')), 'a.json')
    }),
  )
})

describe.runIf(haveSamples('bodacc'))('the BODACC samples', () => {
  const folder = join(samplesFolder, 'bodacc')
  const expected = sampleJson<Record<string, Expected>>('bodacc/expected.json')
  type Expected = Record<
    | 'announcement_id'
    | 'published'
    | 'siren'
    | 'judgment_date'
    | 'judgment_nature'
    | 'judgment_family'
    | 'company'
    | 'tribunal',
    string
  >

  test.each(Object.entries(expected))('%s', (name, want) => {
    const { notices, problems } = readBodacc(readFileSync(join(folder, name)), name)
    expect(problems).toEqual([])
    expect(notices.map(dated)).toMatchObject([
      {
        id: want.announcement_id,
        kind: 'closing',
        procedure: null,
        publishedOn: want.published,
        judgmentOn: want.judgment_date,
        siren: [want.siren],
        name: want.company,
        court: want.tribunal,
        nature: want.judgment_nature,
        family: want.judgment_family,
      },
    ])
  })
})

function dated({ publishedOn, judgmentOn, ...notice }: Notice) {
  const text = (day: Day | null) => day && formatDay(day)
  return { ...notice, publishedOn: text(publishedOn), judgmentOn: text(judgmentOn) }
}
