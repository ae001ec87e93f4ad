/** CAMT.053 and CAMT.054 in pieces → statements and their entries one by one, so that a file of any length fits in memory. */

import { messageOfElement, messageOfNamespace, otherMessage } from '../../containers/iso20022.ts'
import { type XmlElement, xmlReader } from '../../containers/xml-elements.ts'
import { error, type Problem, warning } from '../../problem.ts'
import type { StatementEntry, StatementHead } from '../statement.ts'
import { readEntry } from './camt-entry.ts'
import { type CamtPart, count, headOf, note, nothingYet, problemsOf } from './camt-statement.ts'

/**
 * `opened` comes before the entries of a statement, with what the file has said so far; `closed` after them, with everything.
 * `refused` is the last item: the file can't be taken whole, and what came before is worth nothing.
 */
export type CamtItem =
  | { kind: 'opened' | 'closed'; head: StatementHead }
  | { kind: 'entry'; entry: StatementEntry }
  | { kind: 'problem' | 'refused'; problem: Problem }

export function* camtItems(pieces: Iterable<string>): Generator<CamtItem> {
  const reader = camtReader()
  for (const piece of pieces) {
    yield* reader.write(piece)
    if (reader.isRefused()) return
  }
  yield* reader.close()
}

/** The same from a file or a network that gives its pieces in time. */
export async function* streamCamt(pieces: AsyncIterable<string>): AsyncGenerator<CamtItem> {
  const reader = camtReader()
  for await (const piece of pieces) {
    yield* reader.write(piece)
    if (reader.isRefused()) return
  }
  yield* reader.close()
}

/** A newer one is taken, and said: what is kept of an entry has stood at the same places since 08. */
const [FIRST_VERSION, LAST_VERSION] = [2, 12]

const STATEMENTS = ['Document/BkToCstmrStmt/Stmt', 'Document/BkToCstmrDbtCdtNtfctn/Ntfctn']
const PARTS: readonly (CamtPart | 'Ntry')[] = ['Acct', 'FrToDt', 'Bal', 'Ntry', 'Ntry/NtryDtls/TxDtls']

/** Paths of the parts wanted, and which part each is. */
const WANTED: ReadonlyMap<string, CamtPart | 'Ntry'> = new Map(
  STATEMENTS.flatMap(statement => PARTS.map(part => [`${statement}/${part}`, part] as const)),
)

function camtReader() {
  let items: CamtItem[] = []
  let current = nothingYet()
  let statements = 0
  let line = 0
  let refusal: Problem | null = null

  const open = () => {
    const head = headOf(current)
    items.push({ kind: 'opened', head })
    current.isOpened = true
    current.currency = head.currency
  }

  const takeEntry = (ntry: XmlElement) => {
    if (!current.isOpened) open()
    line += 1
    const { account, currency, transactions } = current
    const reading = readEntry(ntry, transactions, { line, account, currency })
    current.transactions = []
    count(current, reading)
    for (const problem of reading.problems) items.push(said(problem))
    for (const entry of reading.entries) items.push({ kind: 'entry', entry })
  }

  const closeStatement = () => {
    statements += 1
    if (!current.isOpened) open()
    const head = headOf(current)
    items.push(...problemsOf(current, head).map(said))
    items.push({ kind: 'closed', head })
    current = nothingYet()
  }

  const xml = xmlReader({
    root: 'Document',
    wanted: new Set(WANTED.keys()),
    starts: (path, namespace) => {
      const problem = unreadable(path, namespace)
      if (problem?.severity === 'error') refusal ??= problem
      else if (problem) items.push(said(problem))
    },
    ends: path => {
      if (STATEMENTS.includes(path)) closeStatement()
    },
    takes: (path, element) => {
      const part = WANTED.get(path)
      if (part === 'Ntry') takeEntry(element)
      else if (part) items.push(...note(current, part, element).map(said))
    },
  })

  const given = (): CamtItem[] => {
    const [found] = [items]
    items = []
    refusal ??= xml.problem()
    return refusal ? [{ kind: 'refused', problem: refusal }] : found
  }

  return {
    isRefused: () => refusal !== null,
    write: (piece: string): CamtItem[] => {
      xml.write(piece)
      return given()
    },
    close: (): CamtItem[] => {
      xml.close()
      if (statements === 0) refusal ??= xml.problem() ?? error(null, 'no-statement', { kind: 'camt' })
      return given()
    },
  }
}

function said(problem: Problem): CamtItem {
  return { kind: 'problem', problem }
}

/** A warning for a version newer than those known, an error for another message. */
function unreadable(path: string, namespace: string): Problem | null {
  if (path === 'Document') {
    const message = messageOfNamespace(namespace)
    return message && isCamtName(message.name) ? versionProblem(message.version) : null
  }
  const [root, element, deeper] = path.split('/')
  if (root !== 'Document' || element === undefined || deeper !== undefined) return null
  const name = messageOfElement(element)
  return name !== null && isCamtName(name) ? null : otherMessage(name ?? messageOfNamespace(namespace)?.name)
}

function isCamtName(name: string): boolean {
  return name === 'camt.053' || name === 'camt.054'
}

function versionProblem(version: number | null): Problem | null {
  if (version === null || (version >= FIRST_VERSION && version <= LAST_VERSION)) return null
  const number = String(version).padStart(2, '0')
  return version < FIRST_VERSION
    ? error(null, 'old-version', { version: number })
    : warning(null, 'new-version', { version: number })
}
