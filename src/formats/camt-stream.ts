/** CAMT.053 and CAMT.054 in pieces → statements and their entries one by one, so that a file of any length fits in memory. */
import type { Day } from '../domain/date.ts'
import type { Cents } from '../domain/money.ts'
import { type CamtBalance, openingAndClosing, readBalance } from './camt-balances.ts'
import { readEntry } from './camt-entry.ts'
import { bareIban, type CamtTransaction, readTransaction } from './camt-transaction.ts'
import { readIsoDate } from './camt-values.ts'
import { error, type Problem, warning } from './format.ts'
import { messageOfElement, messageOfNamespace, otherMessage } from './iso20022.ts'
import { balanceProblemsOf, type StatementEntry, type StatementHead } from './statement.ts'
import { textAt, type XmlElement, xmlReader } from './xml-elements.ts'

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

const STATEMENTS = ['Document/BkToCstmrStmt/Stmt', 'Document/BkToCstmrDbtCdtNtfctn/Ntfctn'] as const
const PARTS = ['Acct', 'FrToDt', 'Bal', 'Ntry', 'Ntry/NtryDtls/TxDtls'] as const

/** Paths of the parts wanted, and which part each is. */
const WANTED: ReadonlyMap<string, (typeof PARTS)[number]> = new Map(
  STATEMENTS.flatMap(statement => PARTS.map(part => [`${statement}/${part}`, part] as const)),
)

type Progress = {
  account: string | null
  accountCurrency: string | null
  from: Day | null
  to: Day | null
  balances: CamtBalance[]
  isOpened: boolean
  /** Settled once the entries begin. */
  currency: string | null
  movedCents: bigint
  pending: number
  foreign: number
  transactions: CamtTransaction[]
}

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
    items.push(
      ...reading.problems.map(problem => ({ kind: 'problem' as const, problem })),
      ...reading.entries.map(entry => ({ kind: 'entry' as const, entry })),
    )
  }

  const closeStatement = () => {
    statements += 1
    if (!current.isOpened) open()
    const head = headOf(current)
    items.push(...problemsOf(current, head).map(problem => ({ kind: 'problem' as const, problem })))
    items.push({ kind: 'closed', head })
    current = nothingYet()
  }

  const xml = xmlReader({
    root: 'Document',
    wanted: new Set(WANTED.keys()),
    starts: (path, namespace) => {
      const problem = unreadable(path, namespace)
      if (problem?.severity === 'error') refusal ??= problem
      else if (problem) items.push({ kind: 'problem', problem })
    },
    ends: path => void (STATEMENTS.some(statement => statement === path) && closeStatement()),
    takes: (path, element) => {
      const part = WANTED.get(path)
      if (part === 'Ntry') takeEntry(element)
      else if (part) items.push(...note(current, part, element))
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
      if (statements === 0) refusal ??= xml.problem() ?? noStatement()
      return given()
    },
  }
}

function nothingYet(): Progress {
  return {
    account: null,
    accountCurrency: null,
    from: null,
    to: null,
    balances: [],
    isOpened: false,
    currency: null,
    movedCents: 0n,
    pending: 0,
    foreign: 0,
    transactions: [],
  }
}

/** What a part tells of the statement under way. */
function note(
  current: Progress,
  part: Exclude<(typeof PARTS)[number], 'Ntry'>,
  element: XmlElement,
): CamtItem[] {
  switch (part) {
    case 'Acct': {
      const iban = textAt(element, 'Id', 'IBAN')
      current.account = iban === null ? textAt(element, 'Id', 'Othr', 'Id') : bareIban(iban)
      current.accountCurrency = textAt(element, 'Ccy')
      return []
    }
    case 'FrToDt':
      current.from = readIsoDate(textAt(element, 'FrDtTm') ?? textAt(element, 'FrDt') ?? '')
      current.to = readIsoDate(textAt(element, 'ToDtTm') ?? textAt(element, 'ToDt') ?? '')
      return []
    case 'Bal': {
      const balance = readBalance(element, current.account)
      if ('severity' in balance) return [{ kind: 'problem', problem: balance }]
      current.balances.push(balance)
      return []
    }
    default:
      current.transactions.push(readTransaction(element))
      return []
  }
}

function count(current: Progress, reading: ReturnType<typeof readEntry>): void {
  if (reading.isPending) current.pending += 1
  const { currency } = current
  for (const entry of reading.entries) current.movedCents += entry.amountCents
  const [first] = reading.entries
  if (first && currency !== null && first.currency !== currency) current.foreign += 1
}

/** The account's, else that of its booked balances. */
function currencyOf({ accountCurrency, balances }: Progress): string | null {
  const { opening, closing } = openingAndClosing(balances, accountCurrency)
  return accountCurrency ?? opening?.currency ?? closing?.currency ?? null
}

function headOf(current: Progress): StatementHead {
  const currency = currencyOf(current)
  const { opening, closing } = openingAndClosing(current.balances, currency)
  return {
    account: current.account,
    currency,
    from: current.from ?? (opening?.code === 'OPBD' ? opening.on : null),
    to: current.to ?? closing?.on ?? null,
    openingCents: opening?.amountCents ?? null,
    closingCents: closing?.amountCents ?? null,
  }
}

/** What a person should know of a statement once it is whole. */
function problemsOf(current: Progress, head: StatementHead): Problem[] {
  const where = head.account === null ? 'Relevé sans compte' : `Compte ${head.account}`
  const problems: Problem[] = []
  const say = (code: string, words: string) => problems.push(warning(null, code, `${where} : ${words}`))
  if (head.account === null) say('no-account', 'le fichier ne dit pas de quel compte il s’agit.')
  if (current.pending > 0)
    say('pending-left-out', `${current.pending} écriture(s) en attente ou pour information, non prise(s).`)
  if (current.foreign > 0)
    say('other-currency', `${current.foreign} écriture(s) dans une autre devise que ${head.currency}.`)
  const { opening, closing } = openingAndClosing(current.balances, head.currency)
  const others = [opening, closing].filter(balance => balance && balance.currency !== head.currency)
  if (others.length > 0)
    say('other-currency-balance', `un solde est dans une autre devise que ${head.currency}, non vérifié.`)
  const areComparable = current.foreign === 0 && others.length === 0
  return areComparable ? [...problems, ...balanceProblemsOf(head, current.movedCents as Cents)] : problems
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
    ? error(
        null,
        'old-version',
        `La version ${number} de ce message n’est pas prise en charge : demandez à la banque la 02 ou une plus récente.`,
      )
    : warning(
        null,
        'new-version',
        `La version ${number} est plus récente que celles qui sont connues (02 à 12) : vérifiez le premier import.`,
      )
}

function noStatement(): Problem {
  return error(
    null,
    'no-statement',
    'Le fichier ne contient aucun relevé : prenez-le à nouveau auprès de la banque.',
  )
}
