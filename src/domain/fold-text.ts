/** Text as it can be compared: capitals, no accents, anything that is neither letter nor digit a space. */
export function foldText(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}
