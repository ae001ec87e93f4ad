import MarkdownIt, { type Token } from 'markdown-it'

/** Texts hold no HTML and no pictures; a link shows its address in plain text. */
const markdown = new MarkdownIt('commonmark', { html: false }).disable(['image', 'html_block', 'html_inline'])

/** A text in Markdown as it was read. */
export type Prose = readonly Token[]

export function markdownTokens(source: string): Prose {
  return markdown.parse(source, {})
}

export function proseToHtml(prose: Prose): string {
  return markdown.renderer.render([...prose], markdown.options, {})
}

/** The same text for a reader without HTML: wrapped, lists kept, emphasis dropped. */
export function proseToText(prose: Prose): string {
  const paragraphs: string[] = []
  const lists: { next: number | null }[] = []
  let marker = ''
  for (const token of prose) {
    if (token.type === 'ordered_list_open') lists.push({ next: Number(token.attrGet('start') ?? 1) })
    else if (token.type === 'bullet_list_open') lists.push({ next: null })
    else if (token.type.endsWith('_list_close')) lists.pop()
    else if (token.type === 'list_item_open') marker = nextMarker(lists.at(-1))
    else if (token.type === 'hr') paragraphs.push('---')
    else if (token.type === 'inline' || token.type === 'fence' || token.type === 'code_block') {
      const indent = '  '.repeat(Math.max(0, lists.length - 1))
      const text = wrap(inlineText(token), `${indent}${marker}`, `${indent}${' '.repeat(marker.length)}`)
      if (marker !== '' && isListItem(paragraphs.at(-1))) paragraphs.push(`${paragraphs.pop()}\n${text}`)
      else paragraphs.push(text)
      marker = ''
    }
  }
  return paragraphs.join('\n\n')
}

function nextMarker(list: { next: number | null } | undefined): string {
  if (!list || list.next === null) return '- '
  return `${list.next++}. `
}

function isListItem(paragraph: string | undefined): boolean {
  return /^ *(-|\d+\.) /.test(paragraph ?? '')
}

function inlineText(token: Token): string {
  if (!token.children) return token.content
  let text = ''
  let href = ''
  for (const child of token.children) {
    if (child.type === 'hardbreak') text += '\n'
    else if (child.type === 'softbreak') text += ' '
    else if (child.type === 'link_open') href = String(child.attrGet('href') ?? '')
    else if (child.type === 'link_close') text += ` <${href}>`
    else text += child.content
  }
  return text
}

const WIDTH = 76

/** Breaks at ordinary spaces only: a no-break space holds. */
function wrap(text: string, first: string, rest: string): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/ +/).filter(word => word !== '')) {
      if (line !== '' && line.length + 1 + word.length > WIDTH - rest.length) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`).join('\n')
}
