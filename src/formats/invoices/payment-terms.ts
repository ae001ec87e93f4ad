import { type PaymentTerms, parseTerms } from '../../domain/law/terms.ts'
import { fold } from '../header-words.ts'

/** What many invoices put before their terms. */
const OPENING =
  /^(?:(?:paiement|reglement|payable|payment|zahlbar) )+(?:(?:a|sous|dans|within|in|innerhalb|von) )*(?=\d|fin|recep)/

/** Payment terms in the words of an invoice: `45 jours fin de mois le 10`. Null when they are not understood. */
export function readTerms(text: string): PaymentTerms | null {
  // A deposit, or instalments: more than one due date.
  if (text.includes('%')) return null
  const words = fold(text.slice(0, 80))
    .replace(/[^a-z\d-]+/g, ' ')
    .trim()
    .replace(OPENING, '')
  return parseTerms(words) ?? parseTerms(codeOf(words))
}

function codeOf(words: string): string {
  if (/^(a )?(reception|comptant|immediat)|due on receipt/.test(words)) return 'receipt'
  const [first, second, third] = words.match(/\d+/g) ?? []
  const endOfMonth = /fin (?:de |du )?mois|\bfdm\b|end of month|\beom\b/.exec(words)
  if (!endOfMonth) return second === undefined && /^(net )?\d/.test(words) ? `${first}d` : ''
  if (first === undefined) return 'eom'
  if (endOfMonth.index < words.indexOf(first)) return second === undefined ? `eom-${first}d` : ''
  if (second === undefined) return `${first}d-eom`
  return third === undefined && /\ble \d+$/.test(words) ? `${first}d-eom-${second}d` : ''
}
