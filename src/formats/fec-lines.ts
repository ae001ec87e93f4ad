/** The lines of a FEC, one by one: those of customers kept, the others only weighed against them. */
import type { Day } from '../domain/date.ts'
import { type Cents, cents, divideHalfUp } from '../domain/money.ts'
import { readAmount } from './amount.ts'
import { readDate } from './calendar-date.ts'
import { shown } from './debtor-fields.ts'
import type { Column, FecHeader } from './fec-header.ts'
import { type EntryTax, noTaxYet, taxOfLine, weighTax } from './fec-tax.ts'
import { error, type Problem, warning } from './format.ts'
import type { LedgerLine } from './ledger.ts'
import { readSide } from './ledger-side.ts'

export type FecLines = { customerLines: LedgerLine[]; problems: Problem[]; complete: boolean }

type Entry = { line: number; totalCents: bigint; sale: boolean; tax: EntryTax }
type Reader = {
  header: FecHeader
  entries: Map<string, Entry>
  dates: Map<string, Day | null>
  problems: Problem[]
  /** Lines met of each kind that is told once for the file. */
  retentions: number[]
  unnamed: number[]
  foreign: number[]
}
type Draft = Omit<LedgerLine, 'sale' | 'taxCents'> & { entry: Entry; pieceRef: string }

/** `complete: false` when a customer's line can't be read, since a balance would be wrong. */
export function readFecLines(lines: readonly string[], header: FecHeader): FecLines {
  const reader: Reader = {
    header,
    entries: new Map(),
    dates: new Map(),
    problems: [],
    retentions: [],
    unnamed: [],
    foreign: [],
  }
  const drafts: Draft[] = []
  for (let index = 1; index < lines.length; index += 1) {
    const cells = (lines[index] ?? '').split(header.separator)
    if (cells.every(text => text.trim() === '')) continue
    const draft = readLine(cells, index + 1, reader)
    if (draft !== null) drafts.push(draft)
  }
  return {
    customerLines: drafts.map(customerLine),
    problems: [...reader.problems, ...summaries(reader)],
    complete: !reader.problems.some(problem => problem.severity === 'error'),
  }
}

/** A sale in balance says how much of it is VAT; any other entry does not. */
function customerLine({ entry, pieceRef, ...line }: Draft): LedgerLine {
  const told = entry.sale && entry.totalCents === 0n
  const taxCents = told ? taxOfLine(entry.tax, pieceRef, line.amountCents) : null
  return { ...line, sale: entry.sale, taxCents }
}

/** A customer's line, or null: another account, a zero amount, or a line that can't be read. */
function readLine(cells: string[], line: number, reader: Reader): Draft | null {
  const { header, problems } = reader
  const at = (column: Column) => cell(cells, header, column)
  const account = at('comptenum')
  const fault = shapeFault(cells, line, header)
  if (fault) {
    problems.push(fault)
    return null
  }
  const ours = account.startsWith('411')
  const amountCents = readSigned(at, header)
  if (amountCents === null) {
    problems.push(badAmount(line, ours, header, at))
    return null
  }
  const entry = weigh(reader, at, account, amountCents, line)
  if (!ours || amountCents === 0n) return null
  if (isRetention(account, at('comptelib'))) {
    reader.retentions.push(line)
    return null
  }
  const issuedOn = issueDate(at, line, reader)
  if (issuedOn === null) return null
  if (at('compauxnum') === '' && isCollective(account, at('comptelib'))) reader.unnamed.push(line)
  if (!/^(EUR(OS?)?|€)?$/i.test(at('idevise'))) reader.foreign.push(line)
  const entryNumber = at('ecriturenum')
  return {
    line,
    customerCode: at('compauxnum') || account,
    customerName: at('compauxlib') || at('comptelib'),
    number: at('pieceref') || entryNumber || String(line),
    entryNumber: entryNumber || String(line),
    issuedOn,
    dueOn: null,
    amountCents,
    lettering: at('ecriturelet'),
    entry,
    pieceRef: at('pieceref'),
  }
}

function cell(cells: readonly string[], header: FecHeader, column: Column): string {
  const text = (cells[header.position[column]] ?? '').trim()
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1).trim() : text
}

/** Trailing empty columns may be absent or too many; a separator inside a text shifts all the rest. */
function shapeFault(cells: readonly string[], line: number, header: FecHeader): Problem | null {
  const needed = Math.max(...Object.values(header.position).slice(0, -1)) + 1
  const surplus = cells.slice(header.columns).some(text => text.trim() !== '')
  if (cells.length >= needed && !surplus) return null
  const message = `La ligne a ${cells.length} colonnes au lieu de ${header.columns} : elle est coupée, ou un texte contient le séparateur.`
  const cut = cells.length <= header.position.comptenum + 1
  const ours = cut || cells.some(text => text.trim().startsWith('411'))
  return ours
    ? error(
        line,
        'fec-columns',
        `${message} Le fichier ne peut pas être repris tant qu'elle n'est pas corrigée.`,
      )
    : warning(line, 'fec-columns', message)
}

function readSigned(at: (column: Column) => string, header: FecHeader): Cents | null {
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

function weigh(
  reader: Reader,
  at: (column: Column) => string,
  account: string,
  amountCents: Cents,
  line: number,
): Entry {
  const number = at('ecriturenum') || `${at('ecrituredate')} ${at('pieceref')}`
  const key = `${at('journalcode')}\0${number}`
  let entry = reader.entries.get(key)
  if (!entry) {
    entry = { line, totalCents: 0n, sale: false, tax: noTaxYet() }
    reader.entries.set(key, entry)
  }
  entry.totalCents += amountCents
  if (account.startsWith('70')) entry.sale = true
  weighTax(entry.tax, account, at('pieceref'), amountCents)
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

function issueDate(at: (column: Column) => string, line: number, reader: Reader): Day | null {
  const piece = at('piecedate')
  const found = dayOf(piece, reader)
  if (found !== null) return found
  const entryDate = dayOf(at('ecrituredate'), reader)
  if (entryDate === null) {
    reader.problems.push(
      error(
        line,
        'bad-date',
        `Ni la date de pièce « ${shown(piece)} » ni la date d'écriture « ${shown(at('ecrituredate'))} » n'existent (attendu AAAAMMJJ).`,
      ),
    )
  } else if (/[1-9]/.test(piece)) {
    reader.problems.push(
      warning(
        line,
        'bad-date',
        `La date de pièce « ${shown(piece)} » n'existe pas : la date d'écriture est prise à sa place.`,
      ),
    )
  }
  return entryDate
}

function dayOf(text: string, reader: Reader): Day | null {
  const known = reader.dates.get(text)
  if (known !== undefined) return known
  const found = readDate(text, 'dmy')
  reader.dates.set(text, found)
  return found
}

function badAmount(line: number, ours: boolean, header: FecHeader, at: (column: Column) => string): Problem {
  const columns: Column[] = header.position.debit >= 0 ? ['debit', 'credit'] : ['montant', 'sens']
  const message = `Montant illisible : ${columns.map(column => `« ${shown(at(column))} »`).join(' et ')}.`
  return ours ? error(line, 'bad-amount', message) : warning(line, 'bad-amount', message)
}

function summaries(reader: Reader): Problem[] {
  const unbalanced = [...reader.entries.values()].filter(entry => entry.totalCents !== 0n)
  return [
    once(
      unbalanced.map(entry => entry.line),
      'fec-unbalanced-entries',
      "écriture(s) n'ont pas un débit égal au crédit : le fichier est peut-être un extrait",
    ),
    once(
      reader.retentions,
      'fec-retentions',
      'ligne(s) de retenue de garantie (compte 4117) ne sont pas reprises',
    ),
    once(
      reader.unnamed,
      'fec-no-auxiliary',
      "ligne(s) 411 n'ont pas de compte auxiliaire : le compte général tient lieu de client, vérifiez qu'il n'en réunit pas plusieurs",
    ),
    once(
      reader.foreign,
      'fec-foreign-currency',
      'ligne(s) 411 sont en devise : leur contre-valeur en euros est reprise',
    ),
  ].filter(problem => problem !== null)
}

function once(lines: readonly number[], code: string, words: string): Problem | null {
  const [first] = lines
  if (first === undefined) return null
  const where = lines.slice(0, 5).join(', ')
  return warning(first, code, `${lines.length} ${words} (ligne ${where}${lines.length > 5 ? '…' : ''}).`)
}
