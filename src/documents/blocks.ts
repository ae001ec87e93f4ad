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
export const BLOCKS: Readonly<Record<BlockName, string>> = {
  invoices: '\uE000invoices\uE001',
  claim: '\uE000claim\uE001',
  payment: '\uE000payment\uE001',
  others: '\uE000others\uE001',
}

export const MARKS: Readonly<Record<MarkName, string>> = {
  opening: '\uE000opening\uE001',
  signing: '\uE000signing\uE001',
}

export function isBlock(value: unknown): value is string {
  return typeof value === 'string' && /^\uE000[a-z]+\uE001$/.test(value)
}

/** `Name`: the blocks that a text of its kind may name. */
export type Part<Name extends string = BlockName> =
  | { readonly markdown: string }
  | { readonly block: Name }
  | { readonly mark: MarkName }

export function hasClaim(parts: readonly Part[]): boolean {
  return parts.some(part => 'block' in part && part.block === 'claim')
}

/** A filled text cut at its blocks and marks, in order. */
export function splitAtBlocks<Name extends string = BlockName>(text: string): Part<Name>[] {
  return text
    .split(/\uE000(\w+)\uE001/)
    .map((piece, index): Part<Name> => {
      if (index % 2 === 0) return { markdown: piece }
      return piece in MARKS ? { mark: piece as MarkName } : { block: piece as Name }
    })
    .filter(part => !('markdown' in part) || part.markdown.trim() !== '')
}
