/** Text as it can be compared: capitals, no accents, anything that is neither letter nor digit a space. */
export function foldText(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .normalize('NFD')
    .replace(/[^A-Z0-9\u0300-\u036F]+/g, ' ')
    .replace(/[\u0300-\u036F]/g, '')
    .trim()
}
