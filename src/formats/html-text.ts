/** HTML of a message → the text that a person sees; what is quoted comes with `> ` before each line. */

/** Not shown, whatever they hold. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(style|script|head|title)\b[^<>]{0,4000}>[\s\S]*?(?:<\/\1\s*>|$)/gi
const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^<>]{0,4000}>/gi
const BREAKS = new Set(['p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'pre', 'hr'])

export function htmlText(html: string): string {
  let text = ''
  let from = 0
  let quotes = 0
  const shown = html.replace(HIDDEN, '').replace(/<o:p>|<\/o:p>/gi, '')
  const add = (piece: string) => {
    text += piece
  }
  const newLine = () => {
    if (text !== '' && !/\n(?:> )*$/.test(text)) add(`\n${'> '.repeat(quotes)}`)
  }
  for (const { 0: tag, 1: closing, 2: name = '', index } of shown.matchAll(TAG)) {
    add(words(shown.slice(from, index), /\s$/.test(text)))
    from = index + tag.length
    const element = name.toLowerCase()
    if (element === 'br') add(`\n${'> '.repeat(quotes)}`)
    else if (element === 'blockquote') {
      quotes = Math.min(Math.max(quotes + (closing ? -1 : 1), 0), 20)
      add(`\n${'> '.repeat(quotes)}`)
    } else if (element === 'td' && !closing) add(' ')
    else if (BREAKS.has(element)) {
      newLine()
      if (element === 'p' && closing) add(`\n${'> '.repeat(quotes)}`)
    }
  }
  add(words(shown.slice(from), /\s$/.test(text)))
  return text
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** White space of the source is one space, and none after another. */
function words(source: string, afterSpace: boolean): string {
  const text = decodeEntities(source.replace(/[ \t\r\n]+/g, ' '))
  return afterSpace ? text.replace(/^ /, '') : text
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d?));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** HTML 4, 24.2 and 24.3: those of European letters, money and typography. */
const ENTITIES = new Map(
  (
    'nbsp \u00a0|amp &|lt <|gt >|quot "|apos \'|agrave à|acirc â|aacute á|auml ä|ccedil ç|eacute é|egrave è|ecirc ê|euml ë|' +
    'icirc î|iuml ï|iacute í|ocirc ô|ouml ö|oacute ó|oelig œ|aelig æ|ugrave ù|ucirc û|uuml ü|uacute ú|ntilde ñ|yuml ÿ|' +
    'Agrave À|Acirc Â|Auml Ä|Ccedil Ç|Eacute É|Egrave È|Ecirc Ê|Euml Ë|Icirc Î|Iuml Ï|Ocirc Ô|Ouml Ö|OElig Œ|AElig Æ|Ugrave Ù|' +
    'Ucirc Û|Uuml Ü|szlig ß|euro €|pound £|laquo «|raquo »|lsquo ‘|rsquo ’|ldquo “|rdquo ”|hellip …|ndash –|mdash —|deg °|' +
    'bull •|middot ·|copy ©|reg ®|times ×|sect §|thinsp \u2009|ensp \u2002|emsp \u2003|zwnj \u200c|shy \u00ad'
  )
    .split('|')
    .map(entry => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)] as const),
)
