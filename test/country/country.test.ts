/** A country is one object: with another than France the product runs whole, from an imported file to a printed letter, and nothing French is left in what it says. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actOnAction } from '../../src/app/day/act-on-action.ts'
import { explainCase } from '../../src/app/day/explain-case.ts'
import { listActions } from '../../src/app/day/list-actions.ts'
import { runDay } from '../../src/app/day/run-day.ts'
import { deliver } from '../../src/app/delivery/deliver.ts'
import { switchSending } from '../../src/app/delivery/switch-sending.ts'
import { checkShippedTexts } from '../../src/app/messages/check-text.ts'
import { showMessage } from '../../src/app/messages/show-message.ts'
import { printAction, printPaperOf } from '../../src/app/post/print-letter.ts'
import { drawBadDebtNotice } from '../../src/app/reports/draw-bad-debt-notice.ts'
import { drawClaim } from '../../src/app/reports/draw-claim.ts'
import { changeCreditor } from '../../src/app/setup/change-creditor.ts'
import { changeDebtor } from '../../src/app/setup/change-debtor.ts'
import { listTexts } from '../../src/app/texts/list-texts.ts'
import { setTexts } from '../../src/app/texts/set-texts.ts'
import { france } from '../../src/countries/fr/country.ts'
import { replay } from '../../src/domain/story/replay.ts'
import { parseStory } from '../../src/domain/story/story.ts'
import { forEachServer, freshDatabase } from '../database.ts'
import { accepted, importCsv, type TestDesk, testDesk } from '../desk.ts'
import { readPdf, wordsOf } from '../pdf.ts'
import { recordFact } from '../record-fact.ts'
import { ruritania } from './ruritania.ts'

const INVOICES = [
  'Customer code;Customer;Invoice number;Invoice date;Due date;Amount;Amount due;Tax;E-mail',
  'RASSENDYLL;Rassendyll Ltd;H-1;2026-06-11;2026-07-11;1200.00;1200.00;200.00;books@rassendyll.example',
].join('\n')

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = async () => {
    const desk = await testDesk(fresh.database, '2026-07-13', ruritania)
    await importCsv(desk, INVOICES)
    await changeCreditor(desk, {
      code: 'MOI',
      name: 'Hentzau Works',
      address: '7 Castle Street, Strelsau',
      siren: '732829320',
      iban: 'DE89370400440532013000',
      signature: 'Rupert of Hentzau',
    })
    await changeDebtor(desk, {
      debtor: 'RASSENDYLL',
      address: '1 Park Lane, Zenda',
    })
    await switchSending(desk, { sending: true })
    return desk
  }

  test('a story of another country: its days, its scenario, its words, its law, and nothing French', async () => {
    const desk = await start()
    // Three days after the due date: the 14th of July is a day like another there.
    expect(await run(desk, '2026-07-13')).toEqual([])
    expect(await run(desk, '2026-07-14')).toEqual(['first email'])
    const message = await shown(desk, 'first')
    expect(message.text).toContain('Good day\u00A0– this is a word from Hentzau Works.')
    expect(await deliver(desk, { max: null })).toMatchObject({ sent: 1 })
    expect(desk.sent).toMatchObject([{ language: 'en', subject: 'Your account with Hentzau Works' }])

    // Twelve days after it is the King's day.
    expect(await run(desk, '2026-07-23')).toEqual([])
    expect(await run(desk, '2026-07-24')).toEqual(['last letter'])
    const letter = await shown(desk, 'last')
    expect(letter.text).toContain('Under Act 12 of the Diet\u00A0– section 3\u00A0– the following is owed.')
    expect(letter.text).toMatch(/Crown interest to 24.July.2026 +€2\.99/)
    expect(letter.text).toMatch(/Fee of Act 12 +€15\.00/)

    const printed = accepted(await printAction(desk, { id: letter.id }))
    const page = wordsOf(await readPdf(printed.pdf))
    expect(page).toContain('Rassendyll Ltd Zenda 1 Park Lane')
    expect(page).toContain('Strelsau, 24 July 2026')
    expect(page).toContain('Roll 732829320')
    expect(page).toContain('Act 12 s. 3 : rate of the bank of Strelsau + 4 points')

    const said = [
      message,
      letter,
      desk.sent,
      page,
      await wordsOfPaper(desk, 'statement'),
      await drawClaim(desk, { about: 'RASSENDYLL' }),
      await explainCase(desk, { about: 'RASSENDYLL' }),
      await listActions(desk, { openOnly: false }),
      await listTexts(desk, { scenario: null }),
    ]
    expect(said.flatMap(each => frenchIn(textOf(each)))).toEqual([])

    await agree(desk, letter.id)
    await record(desk, 'pay 1200.00 H-1')
    expect(await wordsOfPaper(desk, 'receipt')).toContain(
      'Receipt of the realm, by Act 12 of the Diet, for Rassendyll Ltd.',
    )
    const report = await runDay(desk, { dryRun: false })
    expect(report).toMatchObject({ closed: [{ case: 'MOI/RASSENDYLL', reason: 'paid' }] })
  })

  test('what is lost is told as its law wants it', async () => {
    const desk = await start()
    await record(desk, 'irrecoverable H-1 "in exile"')
    const notice = await drawBadDebtNotice(desk, { debtor: 'RASSENDYLL', medium: 'text' })
    expect(notice).toMatchObject({ lines: [{ mention: 'Never paid: 1,000.00 and 200.00 (Act 15).' }] })
    expect(frenchIn(textOf(notice))).toEqual([])
  })

  test('a text of one’s own is judged by its law alone', async () => {
    const desk = await start()
    const set = (words: string) =>
      setTexts(desk, {
        files: [{ file: 'first.md', content: file(words) }],
        dryRun: false,
      })
    expect(await set('Or we shall think of the dungeon.')).toMatchObject({
      refused: 'texts-refused',
      problems: [{ about: { finding: { rule: 'majesty', article: 'Act 9', words: 'dungeon' } } }],
    })
    expect(await set('Or you go on our blacklist, and we call the bailiff.')).toMatchObject({
      texts: [{ name: 'first.email.en' }],
    })
  })
})

test('a story in the language of stories is lived by its law', () => {
  const story = parseStory(readFileSync(new URL('kings-day.txt', import.meta.url), 'utf8'))
  if ('problems' in story) throw new Error(JSON.stringify(story.problems))
  expect(replay(story, ruritania)).toMatchObject({ diff: [] })
})

test('every text that the country brings passes its own wording law', () => {
  const checked = checkShippedTexts(ruritania, ruritania.rates.rules.business.since)
  expect(checked.texts.filter(({ findings, unreadable }) => findings.length > 0 || unreadable)).toEqual([])
  // Two steps and three papers, to three kinds of debtor; papers of an agency too.
  expect(checked.texts.map(({ name }) => name)).toContain('crown last letter en business')
})

test('what is French is known when it is seen', () => {
  const { j7, j40 } = france.texts.steps.creditor.en
  expect(frenchIn(j7?.email?.body ?? '')).not.toEqual([])
  expect(frenchIn(j40?.letter?.body ?? '')).not.toEqual([])
  expect(frenchIn('Indemnité forfaitaire de recouvrement (40\u00A0€ par facture)')).not.toEqual([])
  expect(frenchIn('C. com. L441-10 II : taux BCE')).not.toEqual([])
})

/** Texts of law, sums and words that only France has, whatever the language. */
const MARKS = [
  /\b[LRD]\.? ?\d{3,4}-\d+/,
  /\bC\. (com|civ|conso)\b|\bCPCE?\b|\bCGI\b|\bCCP\b|\bloi n°/,
  /(?<![\d.,])40[\s\u00A0]?€|€40(?![\d.,]?\d)/,
  /\bSIREN\b|\bChorus\b|\bTVA\b|\bBODACC\b/,
  /\bFrance\b|\bFrench\b/,
  /[éèêàâçùûîôœ]/i,
  /\b(facture|relance|échéance|principal restant|recouvrement|retard|mise en demeure|objet|avoir)\b/i,
]

/** Every run of words of the texts of France, without what is merged in them. */
const SENTENCES = new Set(
  Object.values(france.texts.steps)
    .flatMap(byLanguage => Object.values(byLanguage))
    .flatMap(steps => Object.values(steps))
    .flatMap(media => Object.values(media))
    .concat(Object.values(france.texts.papers).flatMap(papers => Object.values(papers)))
    .flatMap(({ subject, body }) => [subject, body])
    .flatMap(text => text.split(/\{%.*?%\}|\{\{.*?\}\}|\*\*|\n\n/s))
    .map(spaced)
    .filter(sentence => sentence.length >= 20),
)

function frenchIn(text: string): string[] {
  const read = spaced(text)
  return [
    ...MARKS.flatMap(mark => mark.exec(read)?.[0] ?? []),
    ...[...SENTENCES].filter(sentence => read.includes(sentence)),
  ]
}

function spaced(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim()
}

function textOf(said: unknown): string {
  if (typeof said === 'string') return said
  return JSON.stringify(said, (_key, value) =>
    typeof value === 'bigint' ? String(value) : value,
  ).replaceAll('\\n', '\n')
}

function file(words: string): string {
  return `---\nstep: first\nchannel: email\nlanguage: en\nsubject: A word\n---\n\n${words}\n\n{{ invoices }}\n\n{{ payment }}\n`
}

async function run(desk: TestDesk, date: string): Promise<string[]> {
  desk.move(date)
  const report = accepted(await runDay(desk, { dryRun: false }))
  return report.actions.map(({ step, channel }) => `${step} ${channel}`)
}

async function shown(desk: TestDesk, step: string) {
  const { actions } = await listActions(desk, { openOnly: false })
  const id = actions.find(action => action.step === step)?.id ?? ''
  return accepted(await showMessage(desk, { id }))
}

async function agree(desk: TestDesk, id: string): Promise<void> {
  accepted(
    await actOnAction(desk, {
      id,
      verb: 'confirm',
      note: null,
      reason: null,
    }),
  )
}

async function record(desk: TestDesk, text: string): Promise<void> {
  accepted(await recordFact(desk, { text, debtor: 'RASSENDYLL' }))
}

async function wordsOfPaper(desk: TestDesk, kind: 'statement' | 'receipt'): Promise<string> {
  const printed = accepted(await printPaperOf(desk, { kind, about: 'RASSENDYLL' }))
  return wordsOf(await readPdf(printed.pdf))
}
