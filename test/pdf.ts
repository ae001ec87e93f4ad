import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text where a PDF has it, in millimetres from the top left corner of its page: baseline, left and right ends. */
export type PlacedText = {
  page: number
  text: string
  left: number
  right: number
  baseline: number
  /** Size of the font. */
  height: number
}

const MILLIMETRES = 25.4 / 72

export type ReadPdf = {
  pages: number
  title: string
  language: string
  texts: PlacedText[]
  metadata: string
}

/** What a PDF says and where, read by another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const texts: PlacedText[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [, , , top = 0] = page.view
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , height, left, bottom] = item.transform as number[]
      const at = (points = 0) => points * MILLIMETRES
      texts.push({
        page: number,
        text: item.str,
        left: at(left),
        right: at((left ?? 0) + item.width),
        baseline: at(top - (bottom ?? 0)),
        height: at(height),
      })
    }
  }
  const { Title: title = '', Language: language = '' } = info as Record<string, string>
  const read = { pages: pdf.numPages, title, language, texts, metadata: metadata?.getRaw() ?? '' }
  await task.destroy()
  return read
}

/** The words of a page, or of all, as one line. */
export function wordsOf({ texts }: ReadPdf, page?: number): string {
  return texts
    .filter(text => page === undefined || text.page === page)
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\s\u00A0]+/g, ' ')
}
