/** The lines of a FEC, one by one: those of customers kept, the others only weighed against them. */
import type { Day } from '../../../domain/date.ts'
import { type Cents, cents, divideHalfUp } from '../../../domain/money.ts'
import { readAmount } from '../../amount.ts'
import { readDate } from '../../calendar-date.ts'
import { error, type Problem, warning } from '../../problem.ts'
import { type ProblemList, problemList } from '../../problem-list.ts'
import { shown } from '../../shown.ts'
import { type DebtorPlaces, debtorPlaces, type RowPlace, TOO_MANY_ROWS } from '../../tables/debtor-places.ts'
import { eachLine, type TextSource, textsAgain } from '../../text-source.ts'
import type { LedgerLine } from '../ledger.ts'
import { readSide } from '../ledger-side.ts'
import type { Column, FecHeader } from './fec-header.ts'
import { fecSummaries, type LinesMet } from './fec-summaries.ts'
import { type EntryTax, noTaxYet, partBefore, taxOfLine, weighTax } from './fec-tax.ts'

/** A FEC read once: every line weighed, those of customers found again by their place. */
export type FecLines = {
  /** Lines of whole customers, batch by batch. */
  batches(): Iterable<LedgerLine[]>
  customerLines: number
  problems: Problem[]
  /** False when a customer's line can't be read, since a balance would be wrong. */
  complete: boolean
}

type Entry = { line: number; totalCents: bigint; sale: boolean; tax: EntryTax | null }
type Reader = {
  header: FecHeader
  /** Columns that a line must have. */
  needed: number
  entries: Map<string, Entry>
  dates: Map<string, Day | null>
  problems: ProblemList
  /** Of each customer's line: its entry, and the part of its piece that comes before it. */
  places: DebtorPlaces
  entryOf: Entry[]
  partsBefore: bigint[]
  met: LinesMet
}

export function readFecLines(text: TextSource, header: FecHeader): FecLines {
  const reader: Reader = {
    header,
    needed: Math.max(...Object.values(header.position).slice(0, -1)) + 1,
    entries: new Map(),
    dates: new Map(),
    problems: problemList(),
    places: debtorPlaces(),
    entryOf: [],
    partsBefore: [],
    met: { retentions: [], unnamed: [], foreign: [] },
  }
  let line = 0
  const fault = eachLine(text, (content, from, to) => {
    line += 1
    if (line > 1 && content.trim() !== '') weighLine(content, { line, from, to }, reader)
    return line < TOO_MANY_ROWS.rows
  })
  if (line >= TOO_MANY_ROWS.rows) reader.problems.push(TOO_MANY_ROWS.problem)
  if (fault) reader.problems.push(fault)
  const problems = [...reader.problems.asTold(), ...fecSummaries(reader.entries.values(), reader.met)]
  return {
    batches: () => customerBatches(text, reader),
    customerLines: reader.places.count(),
    problems,
    complete: !problems.some(problem => problem.severity === 'error'),
  }
}

function* customerBatches(text: TextSource, reader: Reader): Generator<LedgerLine[]> {
  const { header, places } = reader
  for (const batch of places.batches()) {
    const lines: LedgerLine[] = []
    textsAgain(text, batch, (content, place) => {
      const { index, line } = batch[place] as (typeof batch)[number]
      const read = cellReader(content.split(header.separator), header)
      lines.push(customerLine(read, line, index, reader))
    })
    yield lines
  }
}

/** A sale in balance says how much of it is VAT; any other entry does not. */
function customerLine(at: CellReader, line: number, index: number, reader: Reader): LedgerLine {
  const entry = reader.entryOf[index] as Entry
  const amountCents = readSigned(at, reader.header) as Cents
  const told = entry.sale && entry.totalCents === 0n && entry.tax !== null
  const before = reader.partsBefore[index] ?? 0n
  const entryNumber = at('ecriturenum')
  return {
    line,
    customerCode: customerCode(at),
    customerName: at('compauxlib') || at('comptelib'),
    number: at('pieceref') || entryNumber || String(line),
    entryNumber: entryNumber || String(line),
    issuedOn: (dayOf(at('piecedate'), reader) ?? dayOf(at('ecrituredate'), reader)) as Day,
    dueOn: null,
    amountCents,
    clearing: at('ecriturelet'),
    sale: entry.sale,
    taxCents: told && entry.tax !== null ? taxOfLine(entry.tax, at('pieceref'), amountCents, before) : null,
  }
}

/** Takes a line into account, and notes where it stands when it is a customer's. */
function weighLine(content: string, place: RowPlace, reader: Reader): void {
  const { header, problems } = reader
  const cells = content.split(header.separator)
  if (cells.every(text => text.trim() === '')) return
  const { line } = place
  const at = cellReader(cells, header)
  const fault = shapeFault(cells, line, reader)
  if (fault) {
    problems.push(fault)
    return
  }
  const account = at('comptenum')
  const ours = account.startsWith('411')
  const amountCents = readSigned(at, header)
  if (amountCents === null) {
    problems.push(badAmount(line, ours, header, at))
    return
  }
  const entry = weigh(reader, at, account, amountCents, line)
  if (!ours || amountCents === 0n) return
  if (isRetention(account, at('comptelib'))) {
    reader.met.retentions.push(line)
    return
  }
  if (issueDate(at, line, reader) === null) return
  if (at('compauxnum') === '' && isCollective(account, at('comptelib'))) reader.met.unnamed.push(line)
  if (!/^(EUR(OS?)?|€)?$/i.test(at('idevise'))) reader.met.foreign.push(line)
  reader.places.add(customerCode(at), place)
  reader.entryOf.push(entry)
  reader.partsBefore.push(entry.tax === null ? 0n : partBefore(entry.tax, at('pieceref'), amountCents))
}

function customerCode(at: CellReader): string {
  return at('compauxnum') || at('comptenum')
}

type CellReader = (column: Column) => string

function cellReader(cells: readonly string[], header: FecHeader): CellReader {
  return column => cell(cells, header, column)
}

function cell(cells: readonly string[], header: FecHeader, column: Column): string {
  const text = (cells[header.position[column]] ?? '').trim()
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1).trim() : text
}

/** Trailing empty columns may be absent or too many; a separator inside a text shifts all the rest. */
function shapeFault(cells: readonly string[], line: number, { header, needed }: Reader): Problem | null {
  const surplus = cells.slice(header.columns).some(text => text.trim() !== '')
  if (cells.length >= needed && !surplus) return null
  const cut = cells.length <= header.position.comptenum + 1
  const ours = cut || cells.some(text => text.trim().startsWith('411'))
  const tell = ours ? error : warning
  return tell(line, 'fec-columns', { cells: cells.length, columns: header.columns, ours })
}

function readSigned(at: CellReader, header: FecHeader): Cents | null {
  if (header.position.debit >= 0 && header.position.credit >= 0) {
    const debit = readLedgerAmount(at('debit'))
    const credit = readLedgerAmount(at('credit'))
    return debit === null || credit === null ? null : cents(debit - credit)
  }
  const amount = readLedgerAmount(at('montant'))
  if (amount === 0n) return cents(0n)
  const side = readSide(at('sens'))
  return amount === null || side === null ? null : cents(amount * side)
}

/** No thousands separator in a FEC: a lone comma or point is always the decimal one. The sign is first or last. */
function readLedgerAmount(text: string): bigint | null {
  if (text === '' || text === '0') return 0n
  const match = /^([+-]?)(\d{0,16})(?:[.,](\d{0,16}))?([+-]?)$/.exec(text)
  if (!match) return readAmount(text, null)
  const [, before = '', units = '', decimals = '', after = ''] = match
  if ((before && after) || (units === '' && decimals === '')) return null
  const digits = BigInt(units + decimals.padEnd(2, '0'))
  const value = decimals.length > 2 ? divideHalfUp(digits, 10n ** BigInt(decimals.length - 2)) : digits
  return before === '-' || after === '-' ? -value : value
}

function weigh(reader: Reader, at: CellReader, account: string, amountCents: Cents, line: number): Entry {
  const number = at('ecriturenum') || `${at('ecrituredate')} ${at('pieceref')}`
  const key = `${at('journalcode')}\0${number}`
  let entry = reader.entries.get(key)
  if (!entry) {
    entry = { line, totalCents: 0n, sale: false, tax: null }
    reader.entries.set(key, entry)
  }
  entry.totalCents += amountCents
  if (account.startsWith('70')) entry.sale = true
  if (account.startsWith('411') || account.startsWith('445')) {
    entry.tax ??= noTaxYet()
    weighTax(entry.tax, account, at('pieceref'), amountCents)
  }
  return entry
}

/** 4117 « retenues de garantie » of the plan comptable, unless a firm numbers its customers 4117…: not due yet. */
function isRetention(account: string, label: string): boolean {
  return account.startsWith('4117') && (/^41170*$/.test(account) || /retenue|garantie/i.test(label))
}

/** An account of all customers, unlike the `411DUPONT` of firms that do without auxiliary accounts. */
function isCollective(account: string, label: string): boolean {
  return /^411\d?0*$/.test(account) || /^(collectif )?clients?( divers| collectif)?$/i.test(label)
}

function issueDate(at: CellReader, line: number, reader: Reader): Day | null {
  const piece = at('piecedate')
  const found = dayOf(piece, reader)
  if (found !== null) return found
  const entryDate = dayOf(at('ecrituredate'), reader)
  if (entryDate === null) {
    reader.problems.push(
      error(line, 'bad-date', { kind: 'fec-both', piece: shown(piece), entry: shown(at('ecrituredate')) }),
    )
  } else if (/[1-9]/.test(piece)) {
    reader.problems.push(warning(line, 'bad-date', { kind: 'fec-piece', piece: shown(piece) }))
  }
  return entryDate
}

function dayOf(text: string, reader: Reader): Day | null {
  const known = reader.dates.get(text)
  if (known !== undefined) return known
  const found = readDate(text, 'dmy')
  if (text.length < 13) reader.dates.set(text, found)
  return found
}

function badAmount(line: number, ours: boolean, header: FecHeader, at: CellReader): Problem {
  const columns: Column[] = header.position.debit >= 0 ? ['debit', 'credit'] : ['montant', 'sens']
  const texts = columns.map(column => shown(at(column)))
  const tell = ours ? error : warning
  return tell(line, 'bad-amount', { kind: 'fec', texts })
}
