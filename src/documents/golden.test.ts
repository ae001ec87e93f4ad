/**
 * Every text, in both languages, as its reader gets it. `GOLDEN_WRITE=1 npx vitest run src/documents/golden.test.ts`
 * rewrites the files of `golden/`; the difference is what a reviewer reads.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { amiableB2bTexts } from '../countries/fr/texts/amiable-b2b.ts'
import type { Medium } from '../countries/fr/texts/step-text.ts'
import { day } from '../domain/date.ts'
import { cents } from '../domain/money.ts'
import type { ChannelName } from '../domain/scenario.ts'
import { isRendered, type RenderedMessage, renderMessage } from './message.ts'
import type { MessageInput } from './message-data.ts'

const folder = new URL('./golden/', import.meta.url)
const languages = ['fr', 'en'] as const

/** On what day each step is taken for F-2026-0114, due on 13 February 2026. */
const days: Readonly<Record<string, string>> = {
  p15: '2026-01-29',
  j1: '2026-02-16',
  j4: '2026-02-17',
  j7: '2026-02-20',
  j11: '2026-02-24',
  j16: '2026-03-02',
  j30: '2026-03-16',
  j32: '2026-03-17',
  j40: '2026-03-25',
  j60: '2026-04-14',
  'payment-rejected': '2026-03-02',
}

const channels: Readonly<Record<Medium, ChannelName>> = {
  email: 'email',
  letter: 'registered-letter',
  sms: 'sms',
  call: 'call',
  task: 'task',
}

const cases = languages.flatMap(language =>
  Object.entries(amiableB2bTexts[language]).flatMap(([step, texts]) =>
    (Object.keys(texts) as Medium[]).map(medium => ({ step, medium, language })),
  ),
)

test('both languages have the same texts', () => {
  const shape = (language: 'fr' | 'en') =>
    Object.entries(amiableB2bTexts[language]).map(([step, texts]) => [step, Object.keys(texts).sort()])
  expect(shape('en')).toEqual(shape('fr'))
})

test.each(cases)('$step $medium $language', ({ step, medium, language }) => {
  const message = rendered(sample(step, medium, language))
  compare(`${step}.${medium}.${language}.txt`, `${message.subject}\n\n${message.text}`.trimStart())
  if (medium !== 'sms') compare(`${step}.${medium}.${language}.html`, message.html)
})

test.each(cases)(
  '$step $medium $language never leans on the law too early, nor asks for a fee',
  sampleCase => {
    const { subject, text } = rendered(sample(sampleCase.step, sampleCase.medium, sampleCase.language))
    const said = `${subject}\n${text}`
      .replace(/\s+/g, ' ')
      .replaceAll('indemnité forfaitaire pour frais de recouvrement', '')
    expect(said).not.toMatch(/frais de|reminder fee|late fee|admin(istration)? fee/i)
    expect(said).not.toMatch(/huissier|bailiff|saisie|seizure|tribunal|service contentieux/i)
    if (sampleCase.step !== 'j40' && sampleCase.step !== 'j60') {
      expect(said).not.toMatch(/judiciaire|justice|injonction|avocat|lawyer|to court|legal steps|poursuite/i)
    }
  },
)

const fromLevelTwo = ['j11', 'j16', 'j30', 'j32', 'j40', 'j60']

test.each(cases)(
  '$step $medium $language mentions penalties and 40 € to businesses from level 2 only',
  one => {
    const said = rendered(sample(one.step, one.medium, one.language)).text.replace(/\s+/g, ' ')
    const consumer = { name: 'Camille Petit', kind: 'consumer' } as const
    const penalties = /pénalités de retard|late-payment interest/i
    if (fromLevelTwo.includes(one.step)) {
      expect(said).toMatch(penalties)
      expect(said).toMatch(/40[ \u00A0]€|€40/)
    } else {
      expect(said).not.toMatch(penalties)
      expect(said).not.toMatch(/40[ \u00A0]€|€40/)
    }
    const toConsumer = rendered({ ...sample(one.step, one.medium, one.language), debtor: consumer })
    expect(toConsumer.text).not.toMatch(penalties)
    expect(toConsumer.text).not.toMatch(/40[ \u00A0]€|€40/)
  },
)

test.each(cases.filter(({ language, medium }) => language === 'fr' && medium !== 'sms'))(
  '$step $medium is spaced as French wants it',
  ({ step, medium, language }) => {
    const { subject, text } = rendered(sample(step, medium, language))
    const prose = `${subject}\n${text}`
    expect(prose).not.toMatch(/[ \n][;?!»€]/)
    expect(prose).not.toMatch(/[\p{L}\d][;?!»€]/u)
    expect(prose).not.toMatch(/ :|« /)
    expect(prose).not.toMatch(/\p{L}'\p{L}/u)
    expect(prose).not.toMatch(
      /\b1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/,
    )
  },
)

function rendered(input: MessageInput): RenderedMessage {
  const message = renderMessage(input)
  if (!isRendered(message)) throw new Error(`${message.missing}: ${message.detail}`)
  return message
}

function compare(name: string, text: string): void {
  const file = new URL(name, folder)
  if (process.env.GOLDEN_WRITE) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, 'utf8'))
}

/** Two invoices, one of them paid in part, a credit, a broken promise from j16 on; one invoice for p15 and j1. */
function sample(step: string, medium: Medium, language: string): MessageInput {
  const today = day(days[step] ?? '')
  const first = {
    invoice: 'F-2026-0114',
    name: 'F-2026-0114',
    issuedOn: day('2026-01-15'),
    dueOn: day('2026-02-13'),
    delayDays: today - day('2026-02-13'),
    amountCents: cents(1_200_00),
    balanceCents: cents(1_200_00),
  }
  const second = {
    invoice: 'F-2026-0098',
    name: 'F-2026-0098/2',
    issuedOn: day('2025-12-01'),
    dueOn: day('2026-02-01'),
    delayDays: today - day('2026-02-01'),
    amountCents: cents(2_468_24),
    balanceCents: cents(1_234_56),
  }
  const isShort = step === 'p15' || step === 'j1'
  const isFar = fromLevelTwo.includes(step) && step !== 'j11'
  const counted = isFar && step !== 'j16'
  return {
    step,
    channel: channels[medium],
    today,
    currency: 'EUR',
    creditor: {
      name: 'Atelier Nord',
      email: 'compta@atelier-nord.example',
      phone: '01 02 03 04 05',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
    },
    debtor: { name: 'Durand SARL', kind: 'business' },
    contact: { name: 'Camille Durand', language },
    items: isShort ? [first] : [second, first],
    totals: {
      askedCents: isShort ? cents(1_200_00) : cents(2_384_56),
      creditCents: isShort ? cents(0) : cents(50_00),
      disputedCents: cents(0),
      ...(counted ? { interestCents: cents(33_29), indemnityCents: cents(80_00) } : {}),
    },
    ...(isFar ? { brokenPromise: { amountCents: cents(1_200_00), by: day('2026-03-01') } } : {}),
    ...(step === 'j40' ? { noticeDays: 8 } : {}),
    ...(step === 'j1' ? { attachments: 1 } : {}),
  }
}
