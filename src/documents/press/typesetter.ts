import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedLetter } from '../letter.ts'
import type { PostingList } from '../paper/posting-list.ts'
import { type ArchivalParts, archivalParts, archived } from './archival.ts'

/** What keeps a document from being printed: its title, to whom it goes, and what is wrong. */
export type PrintFault = { readonly letter: string; readonly to: string } & (
  | { readonly kind: 'characters'; readonly characters: readonly string[] }
  | { readonly kind: 'address' }
  | { readonly kind: 'failure'; readonly reason: string }
)

export class Unprintable extends Error {
  readonly fault: PrintFault
  constructor(fault: PrintFault) {
    super(`${fault.letter}: ${fault.kind}`)
    this.fault = fault
  }
}

/** A letter, or the list of those to post. */
export type PrintedDocument = PrintedLetter | PostingList

/** Turns letters into PDF/A-3a and PDF/UA-1 in this thread, one after the other: 20 ms or so once the first is done. */
export type Typesetter = {
  /** @throws Unprintable */
  print(document: PrintedDocument): Uint8Array
}

/** Typst sees its templates, the fonts and the data of one document: no other file, no network. */
export function openTypesetter(): Typesetter {
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: fonts() }] })
  let printed = 0
  let parts: ArchivalParts | undefined
  return {
    print(document) {
      const pictures: string[] = []
      const shadow = (bytes: Uint8Array) => {
        const name = path.join(TEMPLATES, `picture-${pictures.length}`)
        compiler.mapShadow(name, Buffer.from(bytes))
        pictures.push(name)
        return path.basename(name)
      }
      const template = 'rows' in document ? 'posting-list.typ' : 'letter.typ'
      try {
        const inputs = { data: JSON.stringify(printable(document, shadow)) }
        const compiled = compiler.compile({ mainFilePath: path.join(TEMPLATES, template), inputs })
        if (!compiled.result)
          throw unprintable(document, JSON.stringify(compiled.takeError()?.shortDiagnostics))
        parts ??= archivalParts(compiler.pdf(compiled.result, { pdfStandard: 'a-3a' }))
        return archived(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }), parts)
      } catch (error) {
        throw error instanceof Unprintable ? error : unprintable(document, String(error))
      } finally {
        for (const name of pictures) compiler.unmapShadow(name)
        if (++printed % LETTERS_BETWEEN_SWEEPS === 0) compiler.evictCache(SWEEPS_KEPT)
      }
    },
  }
}

/** Where the templates stand, in a checkout and in an installed package. */
const TEMPLATES = fileURLToPath(new URL('../../../src/documents/letter', import.meta.url))

/** What Typst remembers of letters past is given back: memory stays level however many are printed. */
const LETTERS_BETWEEN_SWEEPS = 10
const SWEEPS_KEPT = 2

/** Source Sans 3 (OFL): regular, italic, semibold. */
function fonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return ['400Regular', '400Regular_Italic', '600SemiBold'].map(face =>
    readFileSync(resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`)),
  )
}

/**
 * Control characters and pictographs say nothing on paper, and the font has none; a word longer than any column may be
 * broken; bytes become the name of a file.
 */
function printable(value: unknown, shadow: (bytes: Uint8Array) => string): unknown {
  if (typeof value === 'string') return value.replace(UNPRINTED, '').replace(ENDLESS, broken)
  if (value instanceof Uint8Array) return shadow(value)
  if (Array.isArray(value)) return value.map(inner => printable(inner, shadow))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner, shadow)]))
}

const UNPRINTED =
  /\p{Cc}|\p{Co}|\p{Cn}|\uFEFF|\uFE0F|\u200D|(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu

const ENDLESS = /\S{40,}/g
const broken = (word: string) => word.replace(/.{20}(?=.)/gu, `$&\u200B`)

function unprintable(printed: PrintedDocument, reason: string): Unprintable {
  const about = { letter: printed.title, to: 'rows' in printed ? '' : (printed.addressee[0] ?? '') }
  const unknown = [...reason.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g)].map(
    match => match[1] ?? '',
  )
  if (unknown.length > 0)
    return new Unprintable({ ...about, kind: 'characters', characters: [...new Set(unknown)].slice(0, 10) })
  if (reason.includes('address-too-long')) return new Unprintable({ ...about, kind: 'address' })
  return new Unprintable({ ...about, kind: 'failure', reason: reason.slice(0, 500) })
}
