/**
 * French non-breaking spaces: before `: ; ? ! » €` and after `«`. Only the words of a template change, never what
 * stands in a Liquid tag, so texts are written and edited with ordinary spaces.
 */
export function frenchSpaces(template: string): string {
  return template
    .split(/(\{%.*?%\}|\{\{.*?\}\})/s)
    .map((part, index) => (index % 2 === 1 ? part : bindSpaces(part)))
    .join('')
}

function bindSpaces(words: string): string {
  return words.replace(/ (?=[:;?!»€])/g, NO_BREAK).replace(/« /g, `«${NO_BREAK}`)
}

const NO_BREAK = '\u00A0'
