/** A file of tracking numbers, from the post's site or typed by hand → one line of news per letter. */

import type { Day } from '../../domain/date.ts'
import type { PostalStatus } from '../../domain/facts/posting.ts'
import { foldText } from '../../domain/fold-text.ts'
import { readDate } from '../calendar-date.ts'
import { error, type Problem } from '../problem.ts'
import { readTable, type TableRow } from '../tables/csv-table.ts'
import { namedColumns } from '../tables/named-columns.ts'
import { decodeText } from '../text-encoding.ts'

/** `action` is the letter's number on the list, `12-3`; without it, the tracking number must be known already. */
export type TrackingRow = {
  line: number
  action: string | null
  trackingNumber: string | null
  on: Day | null
  status: PostalStatus
}

export type TrackingReading = { rows: TrackingRow[]; problems: Problem[]; complete: boolean }

type Field = 'action' | 'number' | 'date' | 'status'

const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  action: ['ACTION', 'REFERENCE', 'REF', 'VOTRE REFERENCE', 'REFERENCE INTERNE', 'LETTRE', 'ID'],
  number: ['NUMERO DE SUIVI', 'N DE SUIVI', 'NUMERO', 'SUIVI', 'TRACKING', 'NUMBER', 'TRACKING NUMBER'],
  date: ['DATE', 'DATE DU STATUT', 'DATE DE PRESENTATION'],
  status: ['STATUT', 'ETAT', 'STATUS', 'EVENEMENT'],
}

/** Words of the post and of people; the first that stands in the cell wins. */
const STATUS_WORDS: readonly (readonly [RegExp, PostalStatus])[] = [
  [/WRONG ADDRESS|NPAI|INCONNU|ADRESSE (INCORRECTE|INCOMPLETE|ERRONEE)|HABITE PAS|DEMENAGE/, 'wrong-address'],
  [/UNCLAIMED|NON RECLAME/, 'unclaimed'],
  [/REFUSE/, 'refused'],
  [/RETURN|RETOUR/, 'returned'],
  [/RECEIVED|DISTRIBUE|REMIS|LIVRE|RECU/, 'received'],
  [/PRESENT|AVISE|GUICHET|BUREAU DE POSTE|ATTENTE DE RETRAIT/, 'presented'],
  [/POST|DEPOS|ENVOYE|EXPEDIE|PRIS EN CHARGE|^$/, 'posted'],
]

const { fieldOf, sense } = namedColumns(HEADERS, 'tracking')

export function readTracking(bytes: Uint8Array): TrackingReading {
  const decoded = decodeText(bytes)
  if ('code' in decoded) return { rows: [], problems: [decoded], complete: false }
  const table = readTable(decoded.text, sense)
  if ('code' in table) return { rows: [], problems: [table], complete: false }
  const fields = table.headers.map(fieldOf)
  if (!fields.includes('action') && !fields.includes('number')) {
    return { rows: [], problems: [error(null, 'missing-columns')], complete: false }
  }
  const rows: TrackingRow[] = []
  const problems: Problem[] = []
  for (const row of table.rows) {
    const read = rowOf(row, fields)
    if (read === null) continue
    if ('code' in read) problems.push(read)
    else rows.push(read)
  }
  return { rows, problems, complete: true }
}

function rowOf({ line, cells }: TableRow, fields: readonly (Field | null)[]): TrackingRow | Problem | null {
  const cell = (field: Field) => cells[fields.indexOf(field)]?.trim() ?? ''
  if (cells.every(text => text.trim() === '')) return null
  const [action, trackingNumber, date] = [cell('action'), cell('number').replace(/\s+/g, ''), cell('date')]
  if (action === '' && trackingNumber === '') return error(line, 'no-letter')
  if (trackingNumber !== '' && !/^[A-Z0-9]{5,40}$/i.test(trackingNumber))
    return error(line, 'bad-tracking-number', { text: trackingNumber })
  const on = date === '' ? null : readDate(date, 'dmy')
  if (date !== '' && on === null) return error(line, 'bad-date', { kind: 'tracking', text: date })
  const said = cell('status')
  const status = STATUS_WORDS.find(([words]) => words.test(foldText(said)))?.[1]
  if (!status) return error(line, 'unknown-status', { text: said })
  return { line, action: action || null, trackingNumber: trackingNumber.toUpperCase() || null, on, status }
}
