import { describe, expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { day } from '../../domain/date.ts'
import type { ScenarioTexts } from '../../domain/law/texts.ts'
import { cents } from '../../domain/money.ts'
import type { MessageInput } from '../text/message-data.ts'
import { isRendered, type RenderedMessage, renderMessage } from './message.ts'

const input: MessageInput = {
  step: 'j1',
  stage: 'level-1',
  channel: 'email',
  today: day('2026-02-16'),
  currency: 'EUR',
  creditor: { name: 'Atelier Nord' },
  debtor: { name: 'Durand SARL', kind: 'business' },
  contact: { language: 'fr' },
  items: [
    {
      invoice: 'F-1',
      name: 'F-1',
      issuedOn: day('2026-01-15'),
      dueOn: day('2026-02-13'),
      delayDays: 3,
      amountCents: cents(1_234_56),
      balanceCents: cents(1_234_56),
    },
  ],
  totals: { askedCents: cents(1_234_56), creditCents: cents(0), disputedCents: cents(0) },
}

describe('what a debtor or a creditor typed comes out as typed', () => {
  const names = [
    '<script>alert(1)</script>',
    '*Étoile* & _Fils_',
    '[clic](https://evil.example)',
    '![x](https://evil.example/pixel.png)',
    '# 1. Titre',
    '{{ creditor.name }}',
    '&lt;b&gt; `code` \\ ~~x~~ <https://evil.example>',
    '| a | b |',
  ]
  test.each(names)('%s', name => {
    const { html, text } = rendered(
      { ...input, debtor: { name, kind: 'business' } },
      oneText('À {{ debtor.name }}, merci.'),
    )
    expect(text).toBe(`À ${name}, merci.\n`)
    expect(decoded(html)).toContain(`<p>À ${name}, merci.</p>`)
    expect(html).not.toMatch(/<script|<img|<a |<em>|<code>|<h1>/)
  })

  test('line breaks and invisible characters become a space', () => {
    const debtor = { name: 'Durand\r\n\r\n# SARL\u0000\uE000invoices\uE001', kind: 'business' } as const
    expect(rendered({ ...input, debtor }, oneText('{{ debtor.name }}')).text).toBe('Durand # SARL invoices\n')
  })

  test('a subject is one line of plain text', () => {
    const debtor = { name: 'A & B\nBcc: x@evil.example', kind: 'business' } as const
    expect(rendered({ ...input, debtor }, oneText('x', 'Pour {{ debtor.name }}')).subject).toBe(
      'Pour A & B Bcc: x@evil.example',
    )
  })
})

describe('never a message with a hole', () => {
  test('a value that is missing', () => {
    expect(renderMessage(input, france, oneText('Appelez le {{ creditor.phone }}'))).toMatchObject({
      missing: 'creditor.phone',
    })
    const blank = { ...input, creditor: { name: ' ' } }
    expect(renderMessage(blank, france)).toMatchObject({ missing: 'creditor.name' })
  })

  test.each([
    '{{ debtor.nom }}',
    '{% if debtor.nom %}x{% endif %}',
    '{{ debtor.name.constructor }}',
    '{{ process }}',
  ])('a name that does not exist: %s', body => {
    expect(isRendered(renderMessage(input, france, oneText(body)))).toBe(false)
  })

  test.each([
    '{% include "x" %}',
    '{% render "x" %}',
    '{% layout "x" %}',
    '{{ debtor.name | raw }}',
    '{{ debtor.name | unknown }}',
    '{% for i in (1..100000000) %}{{ i }}{% endfor %}',
    '{% if %}',
  ])('what a text may not do: %s', body => {
    expect(isRendered(renderMessage(input, france, oneText(body)))).toBe(false)
  })

  test('a formal notice without its claim, or without its delay', () => {
    const creditor = {
      name: 'Atelier Nord',
      address: '12 rue des Lilas, 59000 Lille',
      signatory: 'Anne Morel',
      iban: 'FR7630006000011234567890189',
    }
    const debtor = { ...input.debtor, address: '3 place du Marché, 59800 Lille' }
    const notice = {
      ...input,
      step: 'j40',
      stage: 'formal-notice',
      channel: 'registered-letter',
      noticeDays: 8,
      creditor,
      debtor,
    } as const
    expect(renderMessage(notice, france)).toMatchObject({ missing: 'claim' })
    const totals = { ...input.totals, interestCents: cents(1_00), indemnityCents: cents(40_00) }
    expect(isRendered(renderMessage({ ...notice, totals }, france))).toBe(true)
    const { noticeDays: _, ...withoutDelay } = notice
    expect(renderMessage({ ...withoutDelay, totals }, france)).toMatchObject({ missing: 'noticeDays' })
    for (const [party, piece] of [
      ['creditor', 'address'],
      ['creditor', 'signatory'],
      ['creditor', 'iban'],
      ['debtor', 'address'],
    ] as const) {
      const lacking = { ...notice, totals, [party]: { ...notice[party], [piece]: '' } }
      expect(renderMessage(lacking, france)).toMatchObject({ missing: `${party}.${piece}` })
    }
  })

  test('a total that does not add up, and a message about nothing', () => {
    const totals = { ...input.totals, askedCents: cents(1_300_00) }
    expect(renderMessage({ ...input, totals }, france)).toMatchObject({ missing: 'totals.askedCents' })
    expect(renderMessage({ ...input, items: [] }, france)).toMatchObject({ missing: 'items' })
  })

  test('a step or a channel without a text', () => {
    expect(renderMessage({ ...input, step: 'j99' }, france)).toMatchObject({ missing: 'text' })
    expect(renderMessage({ ...input, step: 'j32' }, france)).toMatchObject({ missing: 'text' })
  })
})

test('without an IBAN, only the reference to quote is given', () => {
  expect(rendered(input).text).not.toContain('IBAN')
  expect(rendered(input).text).toContain('Référence à rappeler\u00A0: F-1')
})

test('a broken promise is recalled, and what is disputed or credited is taken off in the open', () => {
  const totals = { askedCents: cents(934_56), creditCents: cents(100_00), disputedCents: cents(200_00) }
  const brokenPromise = { amountCents: cents(500_00), by: day('2026-02-01') }
  const { text } = rendered({ ...input, totals, brokenPromise })
  expect(text.replaceAll('\u00A0', ' ').replace(/\s+/g, ' ')).toContain(
    'un règlement de 500,00 € pour le 1ᵉʳ février 2026 ;',
  )
  expect(text).toMatch(/Part contestée, non réclamée +−200,00\u00A0€/)
  expect(text).toMatch(/Avoirs et acomptes à déduire +−100,00\u00A0€/)
})

test('a claim that is counted stays out of a text that does not claim it, and of any text to a consumer', () => {
  const totals = { ...input.totals, interestCents: cents(1_00), indemnityCents: cents(40_00) }
  expect(rendered({ ...input, totals })).toEqual(rendered(input))
  const consumer = { name: 'Camille Petit', kind: 'consumer' } as const
  const { text } = rendered({ ...input, totals, step: 'j30', debtor: consumer })
  expect(text).toContain('Nous vous demandons de régler 1\u00A0234,56\u00A0€ sous huit jours.')
  expect(text).not.toMatch(/pénalité|indemnité/i)
})

test('two due dates of one invoice are one invoice to its reader', () => {
  const half = { ...input.items[0], amountCents: cents(617_28), balanceCents: cents(617_28) }
  const items = ['F-1/1', 'F-1/2'].map(name => ({ ...half, name })) as unknown as MessageInput['items']
  const { subject, text } = rendered({ ...input, items })
  expect(subject).toContain('Facture F-1 échue')
  expect(text).toContain('F-1/2')
})

test.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['', 'fr'],
  ['en', 'en'],
  ['de', 'en'],
])('a contact of language "%s" is written to in %s', (language, expected) => {
  expect(rendered({ ...input, contact: { language } }).language).toBe(expected)
})

test('the plain text never overflows a terminal', () => {
  const lines = rendered(input).text.split('\n')
  expect(Math.max(...lines.map(line => [...line].length))).toBeLessThanOrEqual(76)
})

function rendered(message: MessageInput, texts?: ScenarioTexts): RenderedMessage {
  const result = texts ? renderMessage(message, france, texts) : renderMessage(message, france)
  if (!isRendered(result)) throw new Error(`${result.missing}: ${result.detail}`)
  return result
}

function oneText(body: string, subject = 'x'): ScenarioTexts {
  return { fr: { j1: { email: { subject, body } } }, en: {} }
}

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
