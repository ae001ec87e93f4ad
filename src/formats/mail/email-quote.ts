/** Where a mail program begins to quote: lines that it writes itself, in the languages met. */

/** `On Mon, 2 Mar 2026 … wrote:`, `Le lun. 2 mars 2026 à 10:02, … a écrit :`; up to four lines, joined. */
const ATTRIBUTION =
  /(?:wrote|writes|a [eé]crit|[eé]crivait|[eé]crit|schrieb|ha scritto|escribi[oó]|schreef|skrev|escreveu|написал\(?а?\)?)(?: (?:le|on) .{1,60})?\s*:$/i
/** How its first line begins: a day, or who wrote. */
const ATTRIBUTION_START =
  /^(?:on|le|am|il|el|op|den|em)\s|^(?:\w{2,9}\.?,? )?\d{1,4}[./ -]|^["'<(]?\S+@\S|^(?:[\p{Lu}"'][\p{L}.'"-]* ){1,4}(?:<|\(|[\p{L} ]*(?:wrote|a [eé]crit))/iu
const SEPARATOR =
  /^[-_*=\s]{2,}(?:(?:original|forwarded) (?:message|email)|message (?:d['’]origine|original|transf[eé]r[eé]|initial)|(?:e-?mail|courriel) (?:d['’]origine|original|transf[eé]r[eé])|urspr[uü]ngliche nachricht|weitergeleitete nachricht|messaggio originale|mensaje original|d[eé]but du message (?:transf[eé]r[eé]|r[eé]exp[eé]di[eé]))[-_*=\s:]*$|^(?:d[eé]but du message (?:r[eé]exp[eé]di[eé]|transf[eé]r[eé])|begin forwarded message)\s*:$/i
const HEADERS: readonly (readonly [string, RegExp])[] = [
  ['from', /^(?:from|de|von|da|van|exp[eé]diteur)$/i],
  ['date', /^(?:sent|date|envoy[eé](?:e? le)?|gesendet|datum|inviato|data|enviado)$/i],
  ['to', /^(?:to|[àa]|pour|an|aan|para|destinataires?)$/i],
  ['copy', /^(?:cc|copie|kopie)$/i],
  ['subject', /^(?:subject|objet|sujet|betreff|oggetto|asunto|onderwerp)$/i],
]
const LONGEST_ATTRIBUTION = 4
const LONGEST_HEADERS = 6

/** How many lines the mail program's own words take at this place: 0 where it has none. */
export function quoteLinesAt(lines: readonly string[], at: number): number {
  const line = lines[at]?.trim() ?? ''
  if (line === '') return 0
  if (SEPARATOR.test(line) || isHeaderBlock(lines, at)) return 1
  return attributionLength(lines, at)
}

/** True of a quote that goes to the end of the message, whatever its lines begin with. */
export function isWholeQuote(lines: readonly string[], at: number): boolean {
  return SEPARATOR.test(lines[at]?.trim() ?? '') || isHeaderBlock(lines, at)
}

/** `De :` first, then at least two of `Envoyé :`, `À :`, `Objet :` in the lines below; one line may hold two of them. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (headerName(lines[at] ?? '') !== 'from') return false
  const names = new Set<string>()
  for (const line of lines.slice(at, at + LONGEST_HEADERS)) {
    const name = headerName(line)
    if (name !== null) names.add(name)
    if (/\b(?:objet|subject) ?:/i.test(line)) names.add('subject')
  }
  return names.size >= 3
}

function headerName(line: string): string | null {
  const name = /^[*>\s]*([\p{L} ]{1,14}?)\s?\*?\s?:\*?/u.exec(line.slice(0, 40))?.[1] ?? ''
  return HEADERS.find(([, said]) => said.test(name))?.[0] ?? null
}

function attributionLength(lines: readonly string[], at: number): number {
  if (!ATTRIBUTION_START.test(lines[at]?.trim() ?? '')) return 0
  let joined = ''
  for (let count = 1; count <= LONGEST_ATTRIBUTION; count += 1) {
    const line = lines[at + count - 1]?.trim() ?? ''
    if (line === '' || line.startsWith('>')) return 0
    joined = `${joined} ${line}`.trim()
    if (joined.length > 400) return 0
    if (isAttribution(joined)) return count
  }
  return 0
}

/** It tells when or who, by a digit or an address: « Voici ce qu'il a écrit : » tells neither. */
function isAttribution(text: string): boolean {
  return text.endsWith(':') && /\d|@/.test(text) && ATTRIBUTION.test(text)
}
