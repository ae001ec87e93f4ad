/**
 * Every text, in both languages, as its reader gets it. `GOLDEN_WRITE=1 npx vitest run src/documents/golden.test.ts`
 * rewrites the files of `golden/`; the difference is what a reviewer reads.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { france } from '../countries/fr/country.ts'
import { agencyTexts } from '../countries/fr/texts/agency.ts'
import { ownClaimTexts } from '../countries/fr/texts/own-claims.ts'
import { day } from '../domain/date.ts'
import type { DebtorKind } from '../domain/debtor.ts'
import type { Language } from '../domain/language.ts'
import type { Medium, ScenarioTexts } from '../domain/law/texts.ts'
import { cents } from '../domain/money.ts'
import { smsLength } from '../domain/organisation/sms-text.ts'
import type { ChannelName, Stage } from '../domain/scenario.ts'
import { isRendered, type RenderedMessage, renderMessage } from './email/message.ts'
import { sampleMessage } from './samples/sample-message.ts'
import type { MessageInput } from './text/message-data.ts'

const folder = new URL('./golden/', import.meta.url)
const languages = ['fr', 'en'] as const

/** On what day each step is taken for F-2026-0114, due on 13 February 2026, and at what stage. */
const days: Readonly<Record<string, readonly [string, Stage]>> = {
  p15: ['2026-01-29', 'preventive'],
  r1: ['2026-02-16', 'level-1'],
  j1: ['2026-02-16', 'level-1'],
  j4: ['2026-02-17', 'level-1'],
  j7: ['2026-02-20', 'level-1'],
  sales: ['2026-02-23', 'level-2'],
  j11: ['2026-02-24', 'level-2'],
  j16: ['2026-03-02', 'level-2'],
  j30: ['2026-03-16', 'level-3'],
  j32: ['2026-03-17', 'level-3'],
  j40: ['2026-03-25', 'formal-notice'],
  j60: ['2026-04-14', 'litigation'],
  'payment-rejected': ['2026-03-02', 'level-1'],
  'invoice-sent': ['2026-01-20', 'preventive'],
}

const channels: Readonly<Record<Medium, ChannelName>> = {
  email: 'email',
  letter: 'letter',
  sms: 'sms',
  call: 'call',
  task: 'task',
}

type Golden = { step: string; medium: Medium; language: Language; kind: DebtorKind; texts: ScenarioTexts }

const kinds: readonly DebtorKind[] = ['business', 'consumer', 'public-body']
const everyCase = [ownClaimTexts, agencyTexts].flatMap(texts =>
  kinds.flatMap(kind =>
    languages.flatMap(language =>
      Object.entries(texts[language]).flatMap(([step, byMedium]) =>
        (Object.keys(byMedium) as Medium[]).map(medium => ({ step, medium, language, kind, texts })),
      ),
    ),
  ),
)
const cases = everyCase.filter(({ kind, texts }) => kind === 'business' && texts === ownClaimTexts)

/** `j1.email.fr`, `consumer/j1.email.fr`, `agency/consumer/r1.letter.fr`. */
const nameOf = ({ step, medium, language, kind, texts }: Golden) =>
  [
    ...(texts === agencyTexts ? ['agency'] : []),
    ...(kind === 'business' ? [] : [kind]),
    `${step}.${medium}.${language}`,
  ].join('/')

test.each([
  ['own claims', ownClaimTexts],
  ['agency', agencyTexts],
])('both languages have the same texts: %s', (_, texts) => {
  const shape = (language: Language) =>
    Object.entries(texts[language]).map(([step, byMedium]) => [step, Object.keys(byMedium).sort()])
  expect(shape('en')).toEqual(shape('fr'))
})

test.each(everyCase.map(one => [nameOf(one), one] as const))('%s', (name, one) => {
  const message = rendered(sample(one), one.texts)
  expect(message.warnings).toEqual([])
  compare(`${name}.txt`, `${message.subject}\n\n${message.text}`.trimStart())
  const isShownAsPage = one.kind === 'business' && one.medium !== 'sms'
  if (isShownAsPage) compare(`${name}.html`, message.html)
})

test.each(cases)(
  '$step $medium $language never leans on the law too early, nor asks for a fee',
  sampleCase => {
    const { subject, text } = rendered(sample(sampleCase))
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
    const said = rendered(sample(one)).text.replace(/\s+/g, ' ')
    const penalties = /pénalités de retard|late-payment interest/i
    if (fromLevelTwo.includes(one.step)) {
      expect(said).toMatch(penalties)
      expect(said).toMatch(/40[ \u00A0]€|€40/)
    } else {
      expect(said).not.toMatch(penalties)
      expect(said).not.toMatch(/40[ \u00A0]€|€40/)
    }
    if (one.medium === 'task') return
    const toConsumer = rendered(sample({ ...one, kind: 'consumer' }))
    expect(toConsumer.text).not.toMatch(penalties)
    expect(toConsumer.text).not.toMatch(/40[ \u00A0]€|€40/)
  },
)

test.each(everyCase.filter(({ language, medium }) => language === 'fr' && medium !== 'sms'))(
  '$step $medium $kind is spaced as French wants it',
  one => {
    const { subject, text } = rendered(sample(one), one.texts)
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

test.each(everyCase.filter(({ medium }) => medium === 'sms'))(
  '$step $kind $language fits in one text message',
  one => {
    expect(smsLength(rendered(sample(one), one.texts).text)).toMatchObject({ parts: 1 })
  },
)

test.each(everyCase.filter(({ medium }) => medium === 'letter'))(
  '$step $kind $language has its subject line',
  one => {
    expect(rendered(sample(one), one.texts).text).toMatch(/\n(Objet\u00A0:|Subject:) /)
  },
)

function rendered(input: MessageInput, texts: ScenarioTexts = ownClaimTexts): RenderedMessage {
  const message = renderMessage(input, france, texts)
  if (!isRendered(message)) throw new Error(`${message.missing}: ${message.detail}`)
  return message
}

function compare(name: string, text: string): void {
  const file = new URL(name, folder)
  if (process.env.GOLDEN_WRITE) {
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, 'utf8'))
}

/** The sample message as of its step: one invoice for p15 and j1, a broken promise from j16 on, then the claim. */
function sample({ step, medium, language, kind, texts }: Golden): MessageInput {
  const [date = '', stage = 'level-1'] = days[step] ?? []
  const isAgency = texts === agencyTexts
  const isRegistered = medium === 'letter' && (step === 'j40' || (step === 'j16' && kind === 'business'))
  const agency = isAgency ? (step === 'r1' ? 'first-letter' : 'later') : null
  const channel = isRegistered ? 'registered-letter' : channels[medium]
  const full = sampleMessage({ step, stage, channel, language, kind, agency }, day(date))
  const { brokenPromise, documents, ...plain } = full
  const isShort = step === 'p15' || step === 'j1' || step === 'invoice-sent'
  const isPaidOnline = step === 'j1' && medium === 'email' && kind === 'business'
  const isFar = fromLevelTwo.includes(step) && step !== 'j11'
  return {
    ...plain,
    ...(isFar && brokenPromise ? { brokenPromise } : {}),
    ...(isPaidOnline && { paymentLink: 'https://payer.example/F-2026-0114', hasPaymentCode: true }),
    ...((step === 'j1' || step === 'invoice-sent') && documents
      ? { documents: { ...documents, attached: documents.attached.slice(1) } }
      : {}),
    ...(isShort ? { items: full.items.slice(1) } : {}),
    totals: isShort ? { ...full.totals, askedCents: cents(1_200_00), creditCents: cents(0) } : full.totals,
  }
}
