/** A day's letters → one PDF: sheets that list them, with a box to tick and room for the tracking number, then each letter. */
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib'

/** `kind` is what the letter is, `registered` the mention of a registered one or nothing. */
export type SheetLine = {
  number: string
  debtor: string
  address: string
  kind: string
  registered: string
}

export type SheetWords = {
  title: string
  /** Headings of the columns, in their order: number, debtor and address, letter, tracking number. */
  headings: readonly [string, string, string, string]
  /** `page 1 of 3`. */
  page(number: number, count: number): string
}

export type SheetLetter = SheetLine & { pdf: Uint8Array }

/** A4 in points. */
const [WIDTH, HEIGHT] = [595.28, 841.89]
const MARGIN = 40
const ROW = 34
const FIRST_ROW = HEIGHT - 120
const ROWS = Math.floor((FIRST_ROW - MARGIN - 20) / ROW)
/** Left edges: box, number, debtor, letter, tracking number. */
const COLUMNS = [MARGIN, MARGIN + 22, MARGIN + 72, MARGIN + 300, MARGIN + 395] as const
const INK = rgb(0.1, 0.1, 0.1)
const FAINT = rgb(0.45, 0.45, 0.45)

/**
 * @param on ISO date of the sheet; the same letters on the same date have the same bytes.
 * @throws Error when a letter is not a PDF that can be read.
 */
export async function bindLetters(
  letters: readonly SheetLetter[],
  words: SheetWords,
  on: string,
): Promise<Uint8Array> {
  const bound = await PDFDocument.create()
  const date = new Date(`${on}T00:00:00Z`)
  bound.setTitle(words.title)
  bound.setCreationDate(date)
  bound.setModificationDate(date)
  const fonts = {
    plain: await bound.embedFont(StandardFonts.Helvetica),
    strong: await bound.embedFont(StandardFonts.HelveticaBold),
  }
  const count = Math.ceil(letters.length / ROWS)
  for (let sheet = 0; sheet < count; sheet++) {
    const page = bound.addPage([WIDTH, HEIGHT])
    drawHead(page, fonts, words, words.page(sheet + 1, count))
    for (const [row, line] of letters.slice(sheet * ROWS, (sheet + 1) * ROWS).entries()) {
      drawLine(page, fonts, line, FIRST_ROW - row * ROW)
    }
  }
  for (const { pdf } of letters) {
    const letter = await PDFDocument.load(pdf, { updateMetadata: false })
    for (const page of await bound.copyPages(letter, letter.getPageIndices())) bound.addPage(page)
  }
  return bound.save()
}

type Fonts = { plain: PDFFont; strong: PDFFont }

function drawHead(page: PDFPage, { plain, strong }: Fonts, { title, headings }: SheetWords, foot: string) {
  write(page, strong, title, MARGIN, HEIGHT - 60, 14, WIDTH - 2 * MARGIN)
  const y = FIRST_ROW + 22
  for (const [index, heading] of headings.entries()) {
    write(page, plain, heading, COLUMNS[index + 1] as number, y, 8, 180, FAINT)
  }
  write(page, plain, foot, MARGIN, 24, 8, 200, FAINT)
}

function drawLine(page: PDFPage, { plain, strong }: Fonts, line: SheetLine, y: number) {
  const [box, number, debtor, letter, tracking] = COLUMNS
  page.drawRectangle({ x: box, y: y - 4, width: 11, height: 11, borderWidth: 0.8, borderColor: INK })
  write(page, plain, line.number, number, y, 9, 46)
  write(page, strong, line.debtor, debtor, y, 9, letter - debtor - 8)
  write(page, plain, line.address, debtor, y - 11, 8, letter - debtor - 8, FAINT)
  write(page, plain, line.kind, letter, y, 9, tracking - letter - 8)
  write(page, plain, line.registered, letter, y - 11, 8, tracking - letter - 8, FAINT)
  const right = WIDTH - MARGIN
  page.drawLine({ start: { x: tracking, y: y - 6 }, end: { x: right, y: y - 6 }, thickness: 0.5, color: INK })
  page.drawLine({
    start: { x: MARGIN, y: y - 17 },
    end: { x: right, y: y - 17 },
    thickness: 0.25,
    color: FAINT,
  })
}

/** Cut to the width, and without what the font can't draw. */
function write(
  page: PDFPage,
  font: PDFFont,
  text: string,
  x: number,
  y: number,
  size: number,
  width: number,
  color = INK,
) {
  const known = new Set(font.getCharacterSet())
  const clean = [...text.replace(/[\s\u00A0\u202F]+/g, ' ')].map(character =>
    known.has(character.codePointAt(0) ?? 0) ? character : '?',
  )
  const fits = (length: number) =>
    font.widthOfTextAtSize(`${clean.slice(0, length).join('')}…`, size) <= width
  let shown = clean.join('')
  if (font.widthOfTextAtSize(shown, size) > width) {
    let length = clean.length
    while (length > 0 && !fits(length)) length--
    shown = `${clean.slice(0, length).join('').trimEnd()}…`
  }
  page.drawText(shown, { x, y, size, font, color })
}
