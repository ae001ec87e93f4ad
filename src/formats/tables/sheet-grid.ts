/** Rows and columns of Excel itself. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
const MOST_CELLS = 10_000_000

/**
 * Whether sheets stretch beyond what is held: a reader fills every gap, so that one cell at the far corner makes billions. `broken`
 * for places that Excel doesn't have.
 */
export function beyondGrid(sheets: readonly Uint8Array[]): 'too-large' | 'broken' | null {
  let cells = 0
  for (const sheet of sheets) {
    const size = gridSize(Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength).toString('latin1'))
    if (size === null) return 'broken'
    cells += size
    if (cells > MOST_CELLS) return 'too-large'
  }
  return null
}

function gridSize(xml: string): number | null {
  // The library would keep the rows of one, or of both, according to how fast it reads.
  if ((xml.match(/<(?:\w+:)?sheetData[\s/>]/g) ?? []).length > 1) return null
  let [rows, columns] = [0, 0]
  for (const [, letters = '', digits = '', end] of xml.matchAll(
    /["'\s]r\s*=\s*["']\s*([A-Za-z]*)(\d*)([^\d])/g,
  )) {
    if (end !== '"' && end !== "'") return null
    const [row, column] = [Number(digits), columnNumber(letters)]
    if (row > LAST_ROW || column > LAST_COLUMN) return null
    if (row > rows) rows = row
    if (column > columns) columns = column
  }
  return rows * Math.max(columns, 1)
}

function columnNumber(letters: string): number {
  if (letters.length > 3) return LAST_COLUMN + 1
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
