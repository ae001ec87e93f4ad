/** Entries → a fichier des écritures comptables (LPF art. A47 A-1): 18 columns, tabs, decimal commas, AAAAMMJJ. */
import { type Day, formatDay } from '../../domain/date.ts'
import { type Cents, formatAmount, sum, ZERO } from '../../domain/money.ts'

export const FEC_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const

export type FecEncoding = 'utf-8' | 'iso-8859-15'

/** An entry of a journal, in euros; its lines balance. */
export type FecEntry = {
  journal: { code: string; label: string }
  number: string
  on: Day
  piece: { ref: string; on: Day }
  label: string
  validatedOn: Day
  lines: readonly FecLine[]
}

/** Debit positive, credit negative. A label of its own replaces the entry's; lines of one account under one code add up to zero. */
export type FecLine = {
  account: { number: string; label: string }
  auxiliary: { number: string; label: string } | null
  amountCents: Cents
  label?: string
  clearing?: { code: string; on: Day } | null
}

/** Throws on an entry that doesn't balance: no such file may ever be written. */
export function writeFec(entries: readonly FecEntry[]): string {
  const lines = entries.flatMap(entry => {
    const left = sum(entry.lines.map(line => line.amountCents))
    if (left !== 0n) throw new Error(`entry ${entry.number} is out of balance by ${formatAmount(left)}`)
    return entry.lines.map(line => cells(entry, line).map(clean).join('\t'))
  })
  return [FEC_COLUMNS.join('\t'), ...lines].map(line => `${line}\r\n`).join('')
}

/** `123456789FEC20261231.txt`: SIREN, then the last day covered. */
export function fecName(siren: string | null, until: Day): string {
  return `${siren ?? 'SIREN'}FEC${compact(until)}.txt`
}

/** ISO 8859-15 holds French; a letter that it lacks becomes its nearest, else a question mark. */
export function encodeFec(text: string, encoding: FecEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  return Uint8Array.from(text.normalize('NFC'), letter => latin9(letter) ?? latin9(nearest(letter)) ?? 0x3f)
}

function cells(entry: FecEntry, { account, auxiliary, amountCents, label, clearing }: FecLine): string[] {
  const [debit, credit] = amountCents > 0n ? [amountCents, ZERO] : [ZERO, -amountCents as Cents]
  return [
    entry.journal.code,
    entry.journal.label,
    entry.number,
    compact(entry.on),
    account.number,
    account.label,
    auxiliary?.number ?? '',
    auxiliary?.label ?? '',
    entry.piece.ref,
    compact(entry.piece.on),
    label ?? entry.label,
    comma(debit),
    comma(credit),
    clearing?.code ?? '',
    clearing ? compact(clearing.on) : '',
    compact(entry.validatedOn),
    '',
    '',
  ]
}

/** No separator, no quote, no line break and no invisible character inside a text: any reader finds 18 columns. */
function clean(text: string): string {
  return text
    .replace(/["|]|\p{C}|\p{Zl}|\p{Zp}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

function compact(day: Day): string {
  return formatDay(day).replaceAll('-', '')
}

function comma(amount: Cents): string {
  return formatAmount(amount).replace('.', ',')
}

const LATIN_9 = new Map(
  Object.entries({ '€': 0xa4, Š: 0xa6, š: 0xa8, Ž: 0xb4, ž: 0xb8, Œ: 0xbc, œ: 0xbd, Ÿ: 0xbe }),
)
const NOT_LATIN_9 = new Set('¤¦¨´¸¼½¾')
const NEAREST = new Map(
  Object.entries({ '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '…': '.' }),
)

function latin9(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0x100
  return LATIN_9.get(letter) ?? (code < 0x100 && !NOT_LATIN_9.has(letter) ? code : undefined)
}

function nearest(letter: string): string {
  return NEAREST.get(letter) ?? letter.normalize('NFD').charAt(0)
}
