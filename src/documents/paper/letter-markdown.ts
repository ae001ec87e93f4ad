import type { Token } from 'markdown-it'
import type { Inline, LetterBlock } from '../letter.ts'
import type { Prose } from '../markdown.ts'

/** A text in Markdown as the blocks of a letter. Links keep their words and show their address, as on any paper. */
export function proseToBlocks(tokens: Prose): LetterBlock[] {
  const blocks: LetterBlock[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const end = token.nesting === 1 ? closing(tokens, index) : index
    const block = blockOf(token, tokens.slice(index + 1, end))
    if (block) blocks.push(block)
    index = end
  }
  return blocks
}

function blockOf(token: Token, inside: readonly Token[]): LetterBlock | null {
  switch (token.type) {
    case 'paragraph_open':
      return { kind: 'paragraph', inline: inlineOf(inside[0]) }
    case 'heading_open':
      return { kind: 'heading', inline: inlineOf(inside[0]) }
    case 'bullet_list_open':
      return { kind: 'list', start: null, items: itemsOf(inside) }
    case 'ordered_list_open':
      return { kind: 'list', start: Number(token.attrGet('start') ?? 1), items: itemsOf(inside) }
    case 'blockquote_open':
      return { kind: 'quote', body: proseToBlocks(inside) }
    case 'hr':
      return { kind: 'rule' }
    case 'fence':
    case 'code_block':
      return { kind: 'paragraph', inline: plain(token.content.trimEnd()) }
    default:
      return null
  }
}

function itemsOf(tokens: readonly Token[]): LetterBlock[][] {
  const items: LetterBlock[][] = []
  for (let index = 0; index < tokens.length; index++) {
    const end = closing(tokens, index)
    items.push(proseToBlocks(tokens.slice(index + 1, end)))
    index = end
  }
  return items
}

/** Where what opens at `start` closes: back at the same level. */
function closing(tokens: readonly Token[], start: number): number {
  const level = tokens[start]?.level
  return tokens.findIndex((token, index) => index > start && token.nesting === -1 && token.level === level)
}

function inlineOf(token: Token | undefined): Inline[] {
  const parts: Inline[] = []
  const style = { strong: 0, em: 0 }
  let href = ''
  const add = (text: string) =>
    parts.push({ kind: 'text', text, strong: style.strong > 0, emphasis: style.em > 0 })
  for (const child of token?.children ?? []) {
    const { type, nesting } = child
    if (type.startsWith('strong')) style.strong += nesting
    else if (type.startsWith('em_')) style.em += nesting
    else if (type === 'hardbreak') parts.push({ kind: 'break' })
    else if (type === 'softbreak') add(' ')
    else if (type === 'link_open') href = String(child.attrGet('href') ?? '')
    else if (type === 'link_close') add(` (${href})`)
    else if (child.content !== '') add(child.content)
  }
  return parts
}

/** One piece of text, its lines kept. */
export function plain(text: string): Inline[] {
  return text.split('\n').flatMap((line, index): Inline[] => {
    const words: Inline = { kind: 'text', text: line, strong: false, emphasis: false }
    return index === 0 ? [words] : [{ kind: 'break' }, words]
  })
}
