import { Parser } from 'htmlparser2'

/** Not shown, whatever they hold. Not `head`: its end may be left out, and then it would hide the message. */
const HIDDEN = new Set(['style', 'script', 'title', 'template', 'xml'])
const OWN_LINE = new Set(['p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'pre', 'hr'])
/** Nobody writes so deep; what comes after is left out, since reading it could take for ever. */
const DEEPEST = 1000
const MOST_QUOTES = 20

/** HTML of a message → the text that a person sees; what is quoted (`blockquote`) comes with `> ` before each line. */
export function htmlText(html: string): string {
  let text = ''
  let isLineStart = true
  let isAfterSpace = true
  let depth = 0
  let hidden = 0
  let quotes = 0
  const startLine = () => {
    text += `\n${'> '.repeat(Math.min(quotes, MOST_QUOTES))}`
    isLineStart = true
    isAfterSpace = true
  }
  const ownLine = () => {
    if (!isLineStart) startLine()
  }
  const say = (words: string) => {
    if (words === '') return
    text += words
    isLineStart = false
    isAfterSpace = /\s$/.test(words)
  }
  const parser = new Parser({
    onopentag(name) {
      if (++depth > DEEPEST) parser.pause()
      if (HIDDEN.has(name)) hidden++
      else if (name === 'br') startLine()
      else if (name === 'td') say(' ')
      else if (OWN_LINE.has(name)) ownLine()
      if (name !== 'blockquote') return
      quotes++
      startLine()
    },
    ontext(words) {
      if (hidden === 0) say(onOneLine(words, isAfterSpace))
    },
    onclosetag(name) {
      depth--
      if (HIDDEN.has(name)) hidden--
      else if (OWN_LINE.has(name)) ownLine()
      if (name === 'blockquote') quotes--
      if (name === 'blockquote' || name === 'p') startLine()
    },
  })
  parser.end(html)
  return tidy(text)
}

/** White space of the source is one space, and none after another; a no-break space holds. */
function onOneLine(words: string, afterSpace: boolean): string {
  const line = words.replace(/[ \t\r\n]+/g, ' ')
  return afterSpace ? line.replace(/^ /, '') : line
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
