import { markdownTokens, type Prose } from './markdown.ts'

/**
 * The parts of a message that aren't prose: table of invoices, claim, means of payment. A text names a block; each
 * rendering (HTML, plain text, paper) draws it in its own way.
 */
export type BlockName = 'invoices' | 'claim' | 'payment' | 'others'

/**
 * Places of a letter that mean something on paper alone. `opening`: what stands above (both parties, date, subject) has
 * places of its own there. `signing`: room to sign over the lines that follow.
 */
export type MarkName = 'opening' | 'signing'

/** What a block is while the text goes through Liquid and Markdown: characters that no value can contain. */
export function placeOf(name: string): string {
  return `\uE000${name}\uE001`
}

export const BLOCKS: Readonly<Record<BlockName, string>> = {
  invoices: placeOf('invoices'),
  claim: placeOf('claim'),
  payment: placeOf('payment'),
  others: placeOf('others'),
}

export const MARKS: Readonly<Record<MarkName, string>> = {
  opening: placeOf('opening'),
  signing: placeOf('signing'),
}

export function isBlock(value: unknown): value is string {
  return typeof value === 'string' && /^\uE000[a-z]+\uE001$/.test(value)
}

/** `Name`: the blocks that a text of its kind may name. Prose is read once, for every rendering. */
export type Part<Name extends string = BlockName> =
  | { readonly prose: Prose }
  | { readonly block: Name }
  | { readonly mark: MarkName }

export function hasClaim(parts: readonly Part[]): boolean {
  return parts.some(part => 'block' in part && part.block === 'claim')
}

/** A filled text cut at its blocks and marks, in order. */
export function splitAtBlocks<Name extends string = BlockName>(text: string): Part<Name>[] {
  return text.split(/\uE000(\w+)\uE001/).flatMap((piece, index): Part<Name>[] => {
    if (index % 2 === 0) return piece.trim() === '' ? [] : [{ prose: markdownTokens(piece) }]
    return [piece in MARKS ? { mark: piece as MarkName } : { block: piece as Name }]
  })
}
