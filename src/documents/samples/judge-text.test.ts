import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { day } from '../../domain/date.ts'
import type { TextKey } from '../../domain/organisation/text-key.ts'
import { LONGEST_TEXT } from '../template.ts'
import { VARIABLES } from '../text/variables.ts'
import { judgeText } from './judge-text.ts'

const today = day('2026-03-16')
const j7: TextKey = { writer: 'creditor', step: 'j7', medium: 'email', language: 'fr', kind: 'any' }
const judged = (body: string, key: Partial<TextKey> = {}, subject = '') =>
  judgeText(france, { ...j7, ...key }, { subject, body }, today)
const errors = (body: string, key: Partial<TextKey> = {}, subject = '') =>
  judged(body, key, subject).filter(({ severity }) => severity === 'error')

describe('a text of one’s own', () => {
  test('passes when it says what every reader may be told', () => {
    expect(judged('Bonjour,\n\n{{ invoices }}\n\n{{ payment }}\n\nCordialement')).toEqual([])
  })

  test('is refused for a step or a channel that no scenario has', () => {
    expect(errors('Bonjour', { step: 'j8' })).toMatchObject([{ about: { code: 'unknown-step' } }])
    expect(errors('Bonjour', { medium: 'sms' })).toMatchObject([{ about: { code: 'unknown-step' } }])
    expect(errors('Bonjour', { writer: 'agency', step: 'p15' })).toHaveLength(1)
  })

  test.each([
    ['{{ debtor.nom }}', 'unknown-variable', 'debtor.nom'],
    ['{% if debtor.nom %}x{% endif %}', 'unknown-variable', 'debtor.nom'],
    ['{{ creditor.phone }}', 'missing-value', 'creditor.phone'],
    ['{{ promise.amount }}', 'missing-value', 'promise'],
    ['{{ attachments }} pièces jointes', 'missing-value', 'attachments'],
    ['{{ claim }}', 'missing-value', 'claim'],
    ['{{ agency.name }}', 'missing-value', 'agency'],
    ['{% include "secret" %}', 'unknown-tag', 'include'],
    ['{% render "secret" %}', 'unknown-tag', 'render'],
    ['{% layout "secret" %}', 'unknown-tag', 'layout'],
    ['{% assign x = 1 %}', 'unknown-tag', 'assign'],
    ['{{ totals.due | raw }}', 'unknown-filter', 'raw'],
    ['{% if count %}x', 'unclosed', '{% if count %}'],
    ['{{ count', 'unclosed', '{{ count'],
    ['{{ }}', 'unreadable', 'invalid value expression: ""'],
    ['{% for i in (1..10000000) %}x{% endfor %}', 'too-heavy', ''],
    ['x'.repeat(LONGEST_TEXT + 1), 'too-heavy', ''],
  ])('%.40s is told by its line: %s', (body, code, name) => {
    expect(errors(`Bonjour,\n\n${body}`)[0]).toMatchObject({
      line: code === 'too-heavy' && body.startsWith('x') ? null : 3,
      about: { code: 'template', fault: { code, name } },
    })
  })

  test('loops within loops end in time, whatever they print', () => {
    const loop = '{% for i in (1..999) %}'
    const body = `${loop.repeat(4)}{{ debtor.name }}${'{% endfor %}'.repeat(4)}`
    expect(errors(body)[0]).toMatchObject({ about: { fault: { code: 'too-heavy' } } })
  })

  test('is read as each kind of debtor gets it: the law of one is not that of another', () => {
    const forty = 'L’indemnité forfaitaire de 40 € est due.'
    expect(errors(forty)).toMatchObject([{ kind: 'consumer' }, { kind: 'consumer' }])
    expect(errors(forty, { kind: 'business' })).toEqual([])
    expect(errors('Des frais de relance s’ajoutent.')).toMatchObject([
      { kind: null, line: 1, about: { code: 'wording', finding: { article: 'CPCE L111-8' } } },
    ])
  })

  test('is read at the stage of its step: a court is named after the notice, not before', () => {
    const court = 'Nous saisirons le tribunal.'
    expect(errors(court, { step: 'j30' })).toHaveLength(1)
    const notice = errors(court, { step: 'j40', medium: 'letter' })
    expect(
      notice.every(({ about }) => about.code === 'wording' && about.finding.rule === 'missing-mention'),
    ).toBe(true)
    expect(notice.length).toBeGreaterThan(0)
  })

  test('a word built piece by piece is read whole', () => {
    expect(errors('{{ "frais de rel" | append: "ance" }}')).toMatchObject([{ about: { code: 'wording' } }])
  })

  test('a text message that takes two is worth a second look', () => {
    const sms = { step: 'j11', medium: 'sms' } as const
    expect(judged('{{ creditor.name }} : merci de nous rappeler.', sms)).toEqual([])
    expect(judged('Merci de nous rappeler. '.repeat(7), sms)).toMatchObject([
      { severity: 'warning', about: { code: 'sms-too-long', characters: 167, parts: 2 } },
    ])
  })

  test('a letter that does not say where its heading ends is worth a second look', () => {
    const letter = { step: 'j16', medium: 'letter' } as const
    expect(judged('{{ creditor.name }}\n\n{{ opening }}\n\nMadame, Monsieur,', letter)).toMatchObject([])
    expect(judged('{{ creditor.name }}\n\nMadame, Monsieur,', letter)).toMatchObject([
      { severity: 'warning', about: { code: 'no-opening' } },
    ])
  })

  test('every optional variable passes inside the `if` that its sentence asks for', () => {
    for (const [name, { optional }] of Object.entries(VARIABLES)) {
      if (!optional) continue
      expect(errors(`{% if ${name} %}{{ ${name} }}{% endif %}`, { kind: 'business' }), name).toEqual([])
    }
  })

  test('whatever Liquid a person types, it is judged, never an error', () => {
    const piece = fc.constantFrom(
      '{{ ',
      ' }}',
      '{% ',
      ' %}',
      'if',
      'endif',
      'for i in (1..3)',
      'endfor',
      'count',
      'totals.due',
      '| append: "x"',
      '"',
      '<b>',
      '\n',
      'é',
      '`',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        expect(Array.isArray(judged(pieces.join('')))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
