/** How long a text message is, as operators count it (3GPP TS 23.038): by characters of GSM-7, else by UTF-16 units. */

const GSM_7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Two characters each. */
const GSM_7_EXTENDED = new Set('^{}\\[~]|€\f')

/** `parts`: how many messages the operator charges for. */
export type SmsLength = { encoding: 'gsm-7' | 'ucs-2'; length: number; parts: number }

export function smsLength(text: string): SmsLength {
  const characters = [...text]
  const isGsm = characters.every(one => GSM_7.has(one) || GSM_7_EXTENDED.has(one))
  if (!isGsm) return { encoding: 'ucs-2', length: text.length, parts: partsOf(text.length, 70, 67) }
  const length = characters.reduce((sum, one) => sum + (GSM_7_EXTENDED.has(one) ? 2 : 1), 0)
  return { encoding: 'gsm-7', length, parts: partsOf(length, 160, 153) }
}

/** The same words in GSM-7 where they have a form in it: typographic quotes, dashes and spaces cost half the length. */
export function inGsm(text: string): string {
  return [...text.replace(/«\s*|\s*»/g, '"')]
    .map(one => (GSM_7.has(one) || GSM_7_EXTENDED.has(one) ? one : (PLAIN[one] ?? one)))
    .join('')
}

const PLAIN: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '\u202F': ' ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  ç: 'c',
  ê: 'e',
  ë: 'e',
  â: 'a',
  î: 'i',
  ï: 'i',
  ô: 'o',
  û: 'u',
  œ: 'oe',
  È: 'E',
  Ê: 'E',
  À: 'A',
}

function partsOf(length: number, alone: number, chained: number): number {
  return length <= alone ? 1 : Math.ceil(length / chained)
}
