/**
 * Letters read back from their PDF by another program, and the JSON that their template gets. `GOLDEN_WRITE=1 npx vitest run
 * src/documents/letter.test.ts` rewrites `golden/letters/`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPdf, wordsOf } from '../../test/pdf.ts'
import { france } from '../countries/fr/country.ts'
import { drawUpClaim } from '../domain/claim/claim.ts'
import { addDays, day } from '../domain/date.ts'
import { standardTerms } from '../domain/interest/late-interest.ts'
import type { Language } from '../domain/language.ts'
import { cents, subtract } from '../domain/money.ts'
import { isRendered, renderMessage } from './email/message.ts'
import type { PrintedLetter } from './letter.ts'
import { NO_LETTERHEAD, type PictureFile } from './paper/letter-heading.ts'
import type { ShippedPaper } from './paper/paper-data.ts'
import { printMessage } from './paper/print-message.ts'
import { printPaper } from './paper/print-paper.ts'
import { openTypesetter } from './press/typesetter.ts'
import { sampleMessage } from './samples/sample-message.ts'
import { samplePaper, shippedPapers } from './samples/sample-paper.ts'
import { textsOf } from './text/edited-texts.ts'
import type { MessageInput } from './text/message-data.ts'

const typesetter = openTypesetter()
const print = (letter: PrintedLetter) => readPdf(typesetter.print(letter))
const code: PictureFile = {
  format: 'svg',
  bytes: new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>',
  ),
}

/** A formal notice with its claim, or the first letter of an agency. */
function messageInput(language: Language, agency: 'first-letter' | null = null) {
  const today = day('2026-03-25')
  const asked = agency
    ? ({ step: 'r1', stage: 'level-1', channel: 'letter' } as const)
    : ({ step: 'j40', stage: 'formal-notice', channel: 'registered-letter' } as const)
  const sample = sampleMessage({ ...asked, language, kind: 'business', agency }, today)
  const items = sample.items.map(({ invoice, issuedOn, dueOn, amountCents, balanceCents }) => ({
    invoice,
    issuedOn,
    dueOn,
    amountCents,
    movements: [
      { on: addDays(dueOn, 5), amountCents: subtract(amountCents, balanceCents), kind: 'payment' as const },
    ].filter(movement => movement.amountCents > 0n),
  }))
  const claim = drawUpClaim(items, { ...standardTerms('business', today), insolvencyOn: null }, france.rates)
  if ('unknownRate' in claim) throw new Error(claim.unknownRate)
  const { interestCents, indemnityCents } = claim.totals
  const input: MessageInput = { ...sample, totals: { ...sample.totals, interestCents, indemnityCents } }
  return { input, claim }
}

function letterOf(
  input: MessageInput,
  claim: Parameters<typeof printMessage>[2]['claim'] = null,
): PrintedLetter {
  const message = renderMessage(input, france, textsOf(france, input.agency ? 'agency' : 'amiable-b2b'))
  if (!isRendered(message)) throw new Error(`${message.missing}: ${message.detail}`)
  const letter = printMessage(message, input, { letterhead: NO_LETTERHEAD, code, claim }, france)
  if ('missing' in letter) throw new Error(`${letter.missing}: ${letter.detail}`)
  return letter
}

function paperOf(shipped: ShippedPaper): PrintedLetter {
  const letter = printPaper(samplePaper(shipped, true), { letterhead: NO_LETTERHEAD, code }, france)
  if ('missing' in letter) throw new Error(`${letter.missing}: ${letter.detail}`)
  return letter
}

const letters: readonly (readonly [string, PrintedLetter])[] = [
  ...(['fr', 'en'] as const).flatMap(language => {
    const notice = messageInput(language)
    const first = messageInput(language, 'first-letter')
    return [
      [`notice.${language}`, letterOf(notice.input, notice.claim)],
      [`agency-first-letter.${language}`, letterOf(first.input, first.claim)],
    ] as const
  }),
  ...shippedPapers(france.texts)
    .filter(({ kind, isAgency }) => (isAgency ? kind === 'consumer' : kind === 'business'))
    .map(shipped => {
      const { isAgency, paper, language } = shipped
      return [`${isAgency ? 'agency-' : ''}${paper}.${language}`, paperOf(shipped)] as const
    }),
]

test.each(letters)('%s: the data of the template, and the words of the PDF', async (name, letter) => {
  const file = new URL(`./golden/letters/${name}.expected.json`, import.meta.url)
  const json = `${JSON.stringify(letter, (_key, value) => (value instanceof Uint8Array ? `${value.length} bytes` : value), 2)}\n`
  if (process.env.GOLDEN_WRITE) {
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, json)
  }
  expect(json).toBe(readFileSync(file, 'utf8'))
  const read = await print(letter)
  const said = wordsOf(read).replace(/[\s\u00AD-]+/g, '')
  const words = [
    letter.subject,
    letter.placeAndDate,
    ...letter.addressee,
    ...textsIn(letter.body),
    ...letter.annexes.flatMap(({ body }) => textsIn(body)),
  ]
  for (const text of words) expect(said).toContain(text.replace(/[\s\u00A0-]+/g, ''))
  expect(read).toMatchObject({ title: letter.title, language: letter.language })
  expect(wordsOf(read, read.pages)).toContain(`${read.pages}/${read.pages}`)
})

/** The words of paragraphs, cells, sums and means of payment, each on one line. */
function textsIn(body: PrintedLetter['body']): string[] {
  return body.flatMap(block => {
    switch (block.kind) {
      case 'table':
        return [
          ...block.rows.flatMap(row => row.cells.map(({ text }) => text)),
          ...block.sums.map(({ amount }) => amount),
        ]
      case 'sums':
        return block.sums.flatMap(({ label, amount }) => [label, amount])
      case 'payment':
        return block.lines.map(({ value }) => value)
      case 'paragraph':
        return block.inline.flatMap(part => (part.kind === 'text' ? part.text : []))
      default:
        return []
    }
  })
}

/** Of a sheet folded in three that slides in a DL envelope: what every position shows of both windows, and what any shows. */
const ALWAYS_SHOWN = { left: 100, right: 190, top: 55, bottom: 79 }
const EVER_SHOWN = { left: 90, right: 200, top: 34, bottom: 90 }

test.each(letters)('%s: the window of the envelope shows the address, whole and alone', async (_, letter) => {
  const { texts } = await print(letter)
  const first = texts.filter(({ page }) => page === 1)
  const address = first.filter(({ left, baseline }) => left > 105 && baseline < 85)
  expect(address.map(({ text }) => text).join(' ')).toBe(letter.addressee.join(' '))
  expect(address[0]?.left).toBeCloseTo(110, 1)
  for (const { left, right, baseline, height } of address) {
    expect(left).toBeGreaterThanOrEqual(ALWAYS_SHOWN.left)
    expect(right).toBeLessThanOrEqual(ALWAYS_SHOWN.right)
    expect(baseline - 0.75 * height).toBeGreaterThanOrEqual(ALWAYS_SHOWN.top)
    expect(baseline + height / 4).toBeLessThanOrEqual(ALWAYS_SHOWN.bottom)
  }
  const others = first.filter(
    text =>
      !address.includes(text) &&
      text.right > EVER_SHOWN.left &&
      text.left < EVER_SHOWN.right &&
      text.baseline > EVER_SHOWN.top &&
      text.baseline - text.height < EVER_SHOWN.bottom,
  )
  expect(others).toEqual([])
})

test('an address of six long lines fits the same window, smaller', async () => {
  const { input } = messageInput('fr')
  const letter = {
    ...letterOf(input),
    addressee: [
      'Société des Transports Départementaux',
      'À l’attention du service comptabilité',
      'Bâtiment B, troisième étage, porte 12',
      'Zone industrielle des Grands Prés',
      '1234 avenue du Général-de-Gaulle',
      '97133 SAINT-BARTHÉLEMY CEDEX',
    ],
  }
  const { texts } = await print(letter)
  const last = texts.find(({ text, page }) => page === 1 && text.includes('BARTHÉLEMY'))
  expect((last?.baseline ?? 99) + (last?.height ?? 99) / 4).toBeLessThanOrEqual(ALWAYS_SHOWN.bottom)
})

test('a table of eighty invoices runs over three pages: its header comes back, its total is carried', async () => {
  const { input } = messageInput('fr')
  const [, first] = input.items
  if (!first) throw new Error('the sample has lost its items')
  const items = Array.from({ length: 80 }, (_, index) => {
    const name = `F-${String(index + 1).padStart(3, '0')}`
    return { ...first, invoice: name, name, amountCents: cents(10_000), balanceCents: cents(10_000) }
  })
  const askedCents = subtract(cents(80 * 10_000), input.totals.creditCents)
  const read = await print(letterOf({ ...input, items, totals: { ...input.totals, askedCents } }))
  const rowsOf = (page: number) =>
    wordsOf(read, page)
      .match(/F-\d{3}(?= )/g)
      ?.filter(name => !wordsOf(read, page).includes(`${name},`)) ?? []
  let before = 0
  for (const page of [1, 2, 3]) {
    const words = wordsOf(read, page)
    expect(words).toContain('Facture Émise le Échéance Retard Reste dû')
    const amount = (count: number) => `${(count * 100).toLocaleString('fr').replace(/\s/g, ' ')},00 €`
    if (before > 0) expect(words).toContain(`Report ${amount(before)}`)
    before += new Set(rowsOf(page)).size
    if (page < 3) expect(words).toContain(`À reporter ${amount(before)}`)
    else expect(words).not.toContain('À reporter')
  }
  expect(before).toBe(80)
  expect(wordsOf(read, 3)).toContain('Total des factures 8 000,00 €')
})

test('what people write is printed as they wrote it, never read as Typst', async () => {
  const hostile = '#read("/etc/passwd") $x^2$ \\ *gras* _it_ ] } #panic() <label> @ref `code` //fin = titre'
  const { input } = messageInput('fr')
  const words = 'Anticonstitutionnellement'.repeat(8)
  const letter = letterOf({
    ...input,
    creditor: { ...input.creditor, name: hostile, signatory: `\u0007${hostile}\u0000` },
    debtor: { ...input.debtor, name: 'Żółć #let x = 1 Ελλάς Київ' },
    items: input.items.map(item => ({ ...item, name: `${item.name} ${words} 😀` })),
  })
  const read = await print(letter)
  const said = wordsOf(read)
  expect(said.replace(/\s/g, '')).toContain(hostile.replace(/\s/g, ''))
  expect(said).toContain('Żółć #let x = 1 Ελλάς Київ')
  expect(said).not.toContain('root:')
  expect(said.replace(/[\s\u200B-]/g, '')).toContain(words)
})

test.each(letters)(
  '%s: archival and accessible at once, both enforced by the compiler',
  async (_name, letter) => {
    // The first letter of a typesetter is compiled as PDF/A-3a and as PDF/UA-1.
    const { metadata } = await readPdf(openTypesetter().print(letter))
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
  },
)

test('a claim that does not come to what its letter asks is not printed', () => {
  const { input, claim } = messageInput('fr')
  const message = renderMessage(input, france, textsOf(france, 'amiable-b2b'))
  if (!isRendered(message)) throw new Error(message.detail)
  const more = { ...claim, totals: { ...claim.totals, totalCents: cents(1) } }
  expect(
    printMessage(message, input, { letterhead: NO_LETTERHEAD, code, claim: more }, france),
  ).toMatchObject({
    missing: 'claim',
  })
})
