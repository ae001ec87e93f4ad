/** Notices of the BODACC, as its open-data service gives them (JSON) → what each judgment says, and of whom. */

import type { Procedure } from '../../domain/case/procedure.ts'
import type { Day } from '../../domain/date.ts'
import { readDate } from '../calendar-date.ts'
import { fold } from '../header-words.ts'
import { readSiren } from '../identifiers.ts'
import {
  asList,
  asObject,
  asText,
  type JsonObject,
  type JsonRecord,
  readJsonRecords,
} from '../json-records.ts'
import { error, type Problem, warning } from '../problem.ts'
import { decodeText } from '../text-encoding.ts'

/** `opening`: a judgment that opens a procedure. `other`: whatever else a court decides or a merchant publishes, for a person to read. */
export type NoticeKind = 'opening' | 'closing' | 'other'

export type Notice = {
  line: number
  id: string
  kind: NoticeKind
  /** Of an opening alone. */
  procedure: Procedure | null
  /** Null where a correction doesn't say when it was first published. */
  publishedOn: Day | null
  judgmentOn: Day | null
  siren: string[]
  name: string
  court: string
  family: string
  nature: string
  text: string
}

export type NoticeReading = { format: string; notices: Notice[]; problems: Problem[]; complete: boolean }

/** True of a text that holds notices, or that was meant to. */
export function isBodacc(text: string): boolean {
  return /^\s*[[{]/.test(text) && /"(dateparution|familleavis|jugement)"/.test(text)
}

export function readBodacc(bytes: Uint8Array, fileName: string): NoticeReading {
  const decoded = decodeText(bytes)
  if ('code' in decoded) return refused([decoded])
  const found = readJsonRecords(decoded.text)
  if (!isBodacc(decoded.text)) return refused([error(null, 'not-bodacc', { file: fileName })])
  if (found === null) return refused([error(null, 'bad-json', { kind: 'file', file: fileName })])
  const problems = [
    ...decoded.problems,
    ...found.faulty.map(({ line, why }) =>
      why === 'bad-json'
        ? error(line, why, { kind: 'notice', rank: line })
        : error(line, why, { rank: line }),
    ),
  ]
  const notices = found.records.flatMap(record => readNotice(record, problems) ?? [])
  return { format: 'bodacc', notices, problems, complete: true }
}

function readNotice({ line, record }: JsonRecord, problems: Problem[]): Notice | null {
  const id = asText(record.id)
  if (id === '') {
    problems.push(error(line, 'no-notice-id', { rank: line }))
    return null
  }
  const judgment = asObject(record.jugement)
  const [family, nature, text] = [judgment?.famille, judgment?.nature, judgment?.complementJugement].map(
    asText,
  )
  const told = fold([family, nature].join(' '))
  const procedure = procedureOf(told) ?? procedureOf(fold(text ?? ''))
  const judgmentOn = dateOf(judgment?.date)
  const publishedOn = firstPublishedOn(record)
  const kind = kindOf(record, told, procedure)
  if (kind === 'opening' && judgmentOn === null)
    problems.push(error(line, 'no-judgment-date', { notice: id }))
  if (kind === 'opening' && publishedOn === null)
    problems.push(warning(line, 'no-publication-date', { notice: id }))
  for (const field of ['jugement', 'listepersonnes'] as const)
    if (asText(record[field]) !== '' && asObject(record[field]) === null)
      problems.push(error(line, `bad-${field}`, { notice: id }))
  const people = peopleOf(record)
  return {
    line,
    id,
    kind,
    procedure: kind === 'opening' ? procedure : null,
    publishedOn,
    judgmentOn,
    siren: sirensOf(record, people, line, id, problems),
    name: nameOf(people[0]) || asText(record.commercant),
    court: asText(record.tribunal),
    family: family ?? '',
    nature: nature ?? '',
    text: text ?? '',
  }
}

/** A cancelled notice opens nothing, nor a conversion, nor a judgment whose procedure is not one that stops claims. */
function kindOf(record: JsonObject, told: string, procedure: Procedure | null): NoticeKind {
  const isCollective = fold(asText(record.familleavis)) === 'collective'
  if (!isCollective || /annulation/.test(fold(`${asText(record.typeavis)} ${asText(record.typeavis_lib)}`))) {
    return 'other'
  }
  if (/\bcloture\b/.test(told)) return 'closing'
  if (/\bconversion\b/.test(told)) return 'other'
  return /\bouverture\b/.test(told) && procedure !== null ? 'opening' : 'other'
}

function procedureOf(text: string): Procedure | null {
  if (/retablissement professionnel/.test(text)) return null
  if (/liquidation judiciaire/.test(text)) return 'liquidation'
  if (/redressement judiciaire/.test(text)) return 'receivership'
  return /sauvegarde/.test(text) ? 'safeguard' : null
}

/** The delay to declare runs from the first publication: a correction names the notice that it corrects. */
function firstPublishedOn(record: JsonObject): Day | null {
  const isCorrection = /rectificatif/.test(fold(`${asText(record.typeavis)} ${asText(record.typeavis_lib)}`))
  if (!isCorrection) return dateOf(record.dateparution)
  const before = asObject(record.parutionavisprecedent)
  return dateOf(before?.dateParution ?? before?.dateparution)
}

function peopleOf(record: JsonObject): JsonObject[] {
  const listed = asList(record.listepersonnes).map(asObject)
  return listed
    .flatMap(found => (found ? asList(found.personne ?? found) : []))
    .map(asObject)
    .filter(person => person !== null)
}

function nameOf(person: JsonObject | undefined): string {
  if (!person) return ''
  return asText(person.denomination) || [person.prenom, person.nom].map(asText).filter(Boolean).join(' ')
}

/** From the persons and from `registre`, which is a list, or one text with each number twice. */
function sirensOf(
  record: JsonObject,
  people: readonly JsonObject[],
  line: number,
  id: string,
  problems: Problem[],
): string[] {
  const registered = people.map(person => asObject(person.numeroImmatriculation)?.numeroIdentification)
  const facets = asList(record.registre).flatMap(value => asText(value).split(/[,;]/))
  const found = new Set<string>()
  const wrong = new Set<string>()
  for (const text of [...registered.map(asText), ...facets]) {
    if (text === '') continue
    const siren = readSiren(text)
    if ('value' in siren) found.add(siren.value)
    else wrong.add(text.replace(/\s/g, ''))
  }
  for (const text of wrong)
    problems.push(warning(line, 'bad-siren', { kind: 'notice', notice: id, text: text.slice(0, 40) }))
  return [...found]
}

function dateOf(value: unknown): Day | null {
  return readDate(asText(value), 'dmy')
}

function refused(problems: Problem[]): NoticeReading {
  return { format: 'bodacc', notices: [], problems, complete: false }
}
