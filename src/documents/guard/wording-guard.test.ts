import { describe, expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { MANDATORY_MENTIONS } from '../../countries/fr/mandatory-mentions.ts'
import { L111_8_PARAGRAPHS } from '../../countries/fr/texts/l111-8.ts'
import { WORDING_RULES } from '../../countries/fr/wording-rules.ts'
import { day } from '../../domain/date.ts'
import type { StepText } from '../../domain/law/texts.ts'
import type { WordingContext } from '../../domain/law/wording-law.ts'
import { isRendered, renderMessage } from '../email/message.ts'
import {
  agencyPartOf,
  barestMessage,
  type ShippedMessage,
  sampleMessage,
  shippedMessages,
} from '../samples/sample-message.ts'
import { textsOf } from '../text/edited-texts.ts'
import type { MessageInput } from '../text/message-data.ts'
import { textScope } from '../text/text-scope.ts'
import { type Finding, guardText } from './wording-guard.ts'

const today = day('2026-03-02')
const business: WordingContext = {
  kind: 'business',
  stage: 'level-1',
  medium: 'email',
  language: 'fr',
  agency: null,
}
const consumer = { ...business, kind: 'consumer' } as const
const publicBody = { ...business, kind: 'public-body' } as const
const english = { ...business, language: 'en' } as const

describe('every text that comes with the product', () => {
  const messages = shippedMessages(france)
  const asked = (one: ShippedMessage) => ({ ...one, agency: agencyPartOf(france, one) })

  test('there is one for each step, channel and fallback, in both languages', () => {
    expect(
      messages.filter(one => !textsOf(france, one.scenario)[one.language][one.step]?.[one.medium]),
    ).toEqual([])
    expect(new Set(messages.map(one => one.scenario)).size).toBe(6)
  })

  test.each(messages.map(one => [Object.values(one).join(' '), one] as const))('%s', (_, one) => {
    for (const input of [sampleMessage(asked(one), today), barestMessage(asked(one), today)]) {
      expect(renderMessage(input, france, textsOf(france, one.scenario))).toMatchObject({ warnings: [] })
    }
  })
})

describe('what may not be said, with its article', () => {
  test.each<[string, string, string, Partial<WordingContext>]>([
    ['CPCE L111-8', 'charge', 'Des frais de relance de 15 € vous seront facturés.', business],
    ['CPCE L111-8', 'charge', 'Vous nous devez aussi les frais de dossier.', business],
    ['CPCE L111-8', 'charge', 'Les frais\nde recouvrement sont à votre charge.', business],
    ['CPCE L111-8', 'charge', 'Des **frais** de mise en demeure s’y ajoutent.', business],
    ['CPCE L111-8', 'charge', 'FRAIS D’IMPAYÉ : 20 €', business],
    ['CPCE L111-8', 'charge', 'Le coût du recommandé vous est facturé.', business],
    ['CPCE L111-8', 'charge', 'Des honoraires sont dus.', publicBody],
    ['CPCE L111-8', 'charge', 'A reminder fee applies.', english],
    ['CPCE L111-8', 'charge', 'You owe our collection costs.', { ...english, kind: 'consumer' }],
    ['C. com. L441-10 II, D441-5', 'forty-euros-consumer', 'Une indemnité de 40 € s’ajoute.', consumer],
    ['C. com. L441-10 II, D441-5', 'forty-euros-consumer', 'L’indemnité forfaitaire est due.', consumer],
    ['C. com. L441-10 II, D441-5', 'forty-euros-consumer', 'Plus €40.', { ...consumer, language: 'en' }],
    [
      'C. civ. 1231-6, 1344-1 ; conso L121-7 3°',
      'penalties-consumer',
      'Les pénalités de retard courent.',
      consumer,
    ],
    [
      'C. civ. 1231-6, 1344-1 ; conso L121-7 3°',
      'penalties-consumer',
      'Des intérêts de retard sont dus.',
      { ...consumer, stage: 'formal-notice' },
    ],
    [
      'C. civ. 1344-1 ; conso L121-7 3°',
      'interest-before-notice',
      'La somme porte intérêt au taux légal.',
      { ...consumer, stage: 'level-3' },
    ],
    ['C. pén. 433-13 ; conso L121-2', 'authority', 'Un huissier passera chez vous.', business],
    [
      'C. pén. 433-13 ; conso L121-2',
      'authority',
      'Une saisie sera pratiquée.',
      { ...business, stage: 'formal-notice' },
    ],
    [
      'C. pén. 433-13 ; conso L121-2',
      'authority',
      'Un commissaire de justice est mandaté.',
      { ...consumer, stage: 'formal-notice' },
    ],
    ['C. pén. 433-13 ; conso L121-2', 'authority', 'Notre service judiciaire suit le dossier.', business],
    ['C. pén. 433-13 ; conso L121-2', 'authority', 'The bailiff will call.', english],
    ['C. pén. 433-13 ; conso L121-2, L121-7 3°', 'court-too-early', 'Nous saisirons le tribunal.', business],
    [
      'C. pén. 433-13 ; conso L121-2, L121-7 3°',
      'court-too-early',
      'Dossier transmis au contentieux.',
      { ...business, stage: 'level-3' },
    ],
    ['C. pén. 433-13 ; conso L121-2, L121-7 3°', 'court-too-early', 'We will take you to court.', english],
    [
      'CPC 1405',
      'impossible-public-body',
      'Une injonction de payer suivra.',
      { ...publicBody, stage: 'formal-notice', medium: 'call' },
    ],
    [
      'conso L121-7 3°',
      'impossible-threat',
      'Vous serez inscrit au fichier de la Banque de France.',
      business,
    ],
    ['conso L121-7 3°', 'impossible-threat', 'Nous demanderons votre fichage.', consumer],
    ['conso L121-7 3°', 'impossible-threat', 'Nous allons porter plainte.', publicBody],
    ['conso L121-6, L121-7', 'third-party', 'Votre employeur sera prévenu.', consumer],
    ['conso L121-6, L121-7', 'third-party', 'Your neighbours will know.', { ...consumer, language: 'en' }],
    ['RGPD 5 (1) f', 'disclosure', 'Votre facture est impayée.', { ...consumer, medium: 'sms' }],
    ['RGPD 5 (1) f', 'disclosure', 'Merci de régler {{ totals.asked }}.', { ...consumer, medium: 'sms' }],
  ])('%s, %s: %s', (article, rule, body, where) => {
    const found = guarded(body, where)
    expect(found).toContainEqual(expect.objectContaining({ article, rule, severity: 'error', part: 'body' }))
  })

  test.each([
    ['Votre facture impayée'],
    ['Dernier rappel'],
    ['Mise en demeure'],
    ['{{ totals.asked }} à régler'],
    ['Recouvrement de votre créance'],
  ])('the subject of an e-mail to a consumer: %s', subject => {
    expect(guardedText({ subject, body: 'Bonjour' }, consumer)).toContainEqual(
      expect.objectContaining({ rule: 'disclosure', part: 'subject', severity: 'error' }),
    )
    expect(guardedText({ subject, body: 'Bonjour' }, business)).toEqual([])
  })

  test('words in a value written into the template count as its own', () => {
    expect(rulesOf(guarded('{{ "frais de dossier" }}', business))).toEqual(['charge'])
  })

  test('promotion is a warning, and names its words and their line', () => {
    expect(guarded('Bonjour,\n\nProfitez de notre offre spéciale !', business)).toEqual([
      {
        rule: 'promotion',
        article: 'CPCE postes L34-5',
        severity: 'warning',
        words: 'offre spéciale',
        part: 'body',
        line: 3,
      },
      {
        rule: 'promotion',
        article: 'CPCE postes L34-5',
        severity: 'warning',
        words: 'Profitez',
        part: 'body',
        line: 3,
      },
    ])
  })
})

test('the Commercial Code quoted to a public body is to be read again', () => {
  expect(guarded('Article L441-10 du code de commerce.', publicBody)).toMatchObject([
    { rule: 'other-law-public-body', severity: 'warning', words: 'L441-10' },
    { rule: 'other-law-public-body', severity: 'warning', words: 'code de commerce' },
  ])
})

describe('what is said without fault', () => {
  test.each<[string, Partial<WordingContext>]>([
    ['Le virement est sans frais.', business],
    ['Il n’y a aucun frais de dossier.', consumer],
    ['Ni frais de relance ni pénalité.', consumer],
    ['Vous réglez sans frais de gestion.', consumer],
    ['No collection costs are charged to you.', english],
    ['Une indemnité forfaitaire pour frais de recouvrement de 40 € est due.', business],
    ['Une indemnité forfaitaire\npour frais de recouvrement de 40 € est due.', publicBody],
    ['Les frais de port sont compris.', business],
    ['Il s’agit d’une erreur de saisie.', business],
    ['La saisie de votre commande est terminée.', business],
    ['Un délai plus court vous conviendrait-il ?', business],
    ['Le taux de la Banque centrale européenne.', publicBody],
    ['À {{ debtor.name }}, merci.', business],
    ['{% if debtor.isBusiness %}Pénalités de retard et 40 €.{% endif %}Merci.', consumer],
    [
      'Nous saisirons la juridiction compétente (injonction de payer).',
      { ...business, stage: 'formal-notice', medium: 'call' },
    ],
    [
      'Confier au commissaire de justice, ou saisir le tribunal.',
      { ...business, stage: 'litigation', medium: 'task' },
    ],
    ['Vous contactez votre conseil, et nous votre comptable.', consumer],
    ['Votre facture {{ numbers }} : merci de nous rappeler.', { ...consumer, medium: 'sms' }],
    ['Une remise en main propre est possible.', business],
  ])('%s', (body, where) => {
    const errors = guarded(body, where).filter(({ rule }) => rule !== 'missing-mention')
    expect(errors).toEqual([])
  })

  test('a debtor whose name is a forbidden word', () => {
    const input = sampleMessage({ ...business, step: 'j1', channel: 'email' }, today)
    const debtor = { name: 'Tribunal des vins, frais de dossier', kind: 'business' } as const
    const contact = { ...input.contact, name: 'Maître Huissier' }
    expect(isRendered(renderMessage({ ...input, debtor, contact }, france))).toBe(true)
  })
})

describe('mandatory mentions', () => {
  const letter = { ...sampleOf('agency', 'r1', 'letter'), agency: 'first-letter' } as const
  const notice = sampleOf('amiable-b2b', 'j40', 'registered-letter')
  const body = (one: { scenario: string; step: string }) =>
    textsOf(france, one.scenario).fr[one.step]?.letter?.body ?? ''

  test.each([
    ['collector-name', '{{ agency.name }}'],
    ['collector-address', '{{ agency.address }}'],
    ['collector-activity', 'recouvrement amiable'],
    ['creditor-name', '{{ creditor.name }}'],
    ['creditor-address', '{{ creditor.address }}'],
    ['basis', '{{ invoices }}'],
    ['amounts-apart', '{{ claim }}'],
    ['order-to-pay', 'payer la somme'],
    ['means-of-payment', '{{ payment }}'],
    ['reference', '{{ reference }}'],
    ['l111-8', L111_8_PARAGRAPHS[0]],
    ['l111-8', L111_8_PARAGRAPHS[1]],
    ['l111-8', 'réputée non écrite'],
  ])('the letter of R124-4 without %s', (mention, piece) => {
    const found = guardedText(
      { subject: '', body: body(letter).replaceAll(piece, '…') },
      contextOf(letter),
      letter,
    )
    expect(found).toContainEqual(
      expect.objectContaining({ rule: 'missing-mention', words: mention, severity: 'error' }),
    )
  })

  test('amounts apart to a consumer too', () => {
    const toConsumer = { ...letter, kind: 'consumer' } as const
    const without = body(letter).replace('- Intérêts : néant', '')
    expect(guardedText({ subject: '', body: without }, contextOf(toConsumer), toConsumer)).toMatchObject([
      { words: 'amounts-apart' },
    ])
  })

  test.each(['email', 'sms', 'call', 'letter'] as const)(
    'a later %s of an agency repeats the letter',
    medium => {
      const where = { ...business, agency: 'later', medium } as const
      const asked = { ...where, step: 'j7', channel: medium } as const
      expect(guardedText({ subject: '', body: 'Merci de régler.' }, where, asked)).toMatchObject([
        { article: 'CPCE R124-4', words: 'first-letter' },
      ])
      expect(guardedText({ subject: '', body: 'Lettre {{ firstLetters }}.' }, where, asked)).toEqual([])
    },
  )

  test.each([
    ['words-of-notice', 'mettons en demeure'],
    ['creditor-name', '{{ creditor.name }}'],
    ['creditor-address', '{{ creditor.address }}'],
    ['debtor-name', '{{ debtor.name }}'],
    ['debtor-address', '{{ debtor.address }}'],
    ['origin', '{{ invoices }}'],
    ['sum-asked', '{{ totals.due }}'],
    ['sums-apart', '{{ claim }}'],
    ['deadline', '{{ noticeDays }}'],
    ['means-of-payment', '{{ payment }}'],
    ['date', '{{ today }}'],
    ['signature', '{{ creditor.signatory }}'],
  ])('a formal notice without %s', (mention, piece) => {
    const text = body(notice).replaceAll(piece, '…').replaceAll(piece.replaceAll(' ', '\n'), '…')
    expect(guardedText({ subject: '', body: text }, contextOf(notice), notice)).toContainEqual(
      expect.objectContaining({ rule: 'missing-mention', words: mention, article: 'C. civ. 1344' }),
    )
  })

  test('every mention is needed by some shipped text', () => {
    const contexts = shippedMessages(france).map(one =>
      contextOf({ ...one, agency: agencyPartOf(france, one) }),
    )
    expect(MANDATORY_MENTIONS.filter(mention => !contexts.some(mention.isNeeded))).toEqual([])
  })
})

test('an unlawful text does not become a message', () => {
  const input = sampleMessage({ ...business, step: 'j1', channel: 'email' }, today)
  const texts = {
    fr: { j1: { email: { subject: 'Rappel', body: 'Bonjour,\n\nfrais de dossier : 10 €' } } },
    en: {},
  }
  expect(renderMessage(input, france, texts)).toMatchObject({
    missing: 'lawful-wording',
    detail: 'CPCE L111-8 : « frais de dossier » (corps, ligne 3)',
  })
})

test('every rule names an article and finds something', () => {
  expect(WORDING_RULES.filter(({ article, words }) => article === '' || words.length === 0)).toEqual([])
})

function sampleOf(scenario: string, step: string, channel: ShippedMessage['channel']) {
  const found = shippedMessages(france).find(
    one => one.scenario === scenario && one.step === step && one.channel === channel && one.language === 'fr',
  )
  if (!found) throw new Error(`${scenario} has no ${step}`)
  return { ...found, agency: agencyPartOf(france, found) }
}

function contextOf(one: Omit<ShippedMessage, never> & { agency: WordingContext['agency'] }): WordingContext {
  const { kind, stage, medium, language, agency } = one
  return { kind, stage, medium, language, agency }
}

function guarded(body: string, where: Partial<WordingContext>): readonly Finding[] {
  return guardedText({ subject: '', body }, { ...business, ...where })
}

function guardedText(
  text: StepText,
  where: WordingContext,
  asked: Parameters<typeof sampleMessage>[0] = { ...where, step: 'j1', channel: 'email' },
): readonly Finding[] {
  const input: MessageInput = sampleMessage(asked, today)
  const findings = guardText(text, textScope(input, where.language), where, france.wording)
  if ('missing' in findings) throw new Error(findings.detail)
  return findings
}

function rulesOf(findings: readonly Finding[]): string[] {
  return findings.map(finding => finding.rule)
}
