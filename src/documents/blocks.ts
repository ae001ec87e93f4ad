/**
 * The parts of a message that aren't prose: table of invoices, claim, means of payment. A text names a block; each
 * rendering (HTML, plain text) draws it in its own way.
 */
export type BlockName = 'invoices' | 'claim' | 'payment' | 'others'

/** What a block is while the text goes through Liquid and Markdown: characters that no value can contain. */
export const BLOCKS: Readonly<Record<BlockName, string>> = {
  invoices: '\uE000invoices\uE001',
  claim: '\uE000claim\uE001',
  payment: '\uE000payment\uE001',
  others: '\uE000others\uE001',
}

export function isBlock(value: unknown): value is string {
  return typeof value === 'string' && /^\uE000(invoices|claim|payment|others)\uE001$/.test(value)
}

export type Part = { readonly markdown: string } | { readonly block: BlockName }

export function hasClaim(parts: readonly Part[]): boolean {
  return parts.some(part => 'block' in part && part.block === 'claim')
}

/** A filled text cut at its blocks, in order. */
export function splitAtBlocks(text: string): Part[] {
  return text
    .split(/\uE000(\w+)\uE001/)
    .map((piece, index): Part => (index % 2 === 1 ? { block: piece as BlockName } : { markdown: piece }))
    .filter(part => 'block' in part || part.markdown.trim() !== '')
}
