/** Which ISO 20022 message an XML text holds, and what people call it. */
import { error, type Problem } from '../problem.ts'

/** `name` such as `camt.053`; the version is null where the namespace doesn't give it. */
export type IsoMessage = { name: string; version: number | null }

/** The namespace of its Document says so, else the first element under it. A header around it is passed over. */
export function isoMessage(text: string): IsoMessage | null {
  const head = text.slice(0, HEAD_LENGTH)
  if (!/^\s*</.test(head)) return null
  const named = messageOfNamespace(/<(?:[\w.-]+:)?Document\b[^>]*/.exec(head)?.[0] ?? '')
  if (named) return named
  for (const [, element] of head.matchAll(/<(?:[\w.-]+:)?(\w+)[\s>/]/g)) {
    const name = messageOfElement(element as string)
    if (name !== null) return { name, version: null }
  }
  return null
}

export function messageOfNamespace(namespace: string): IsoMessage | null {
  const named = /\b([a-z]{4}\.\d{3})\.\d{3}\.(\d{2})(?!\d)/.exec(namespace)
  return named ? { name: named[1] as string, version: Number(named[2]) } : null
}

export function messageOfElement(element: string): string | null {
  return MESSAGE_ELEMENTS.get(element) ?? null
}

/** What a bank or an accountant calls the message, with its name. */
function isoWords(name: string): string {
  const words = MESSAGE_WORDS[name] ?? MESSAGE_WORDS[name.slice(0, 4)] ?? 'message ISO 20022'
  return `${words} (${name})`
}

/** A message that is no statement, told by its name. */
export function otherMessage(name: string | undefined): Problem {
  return error(
    null,
    'unsupported-message',
    name === undefined
      ? 'Ce fichier XML n’est pas un relevé bancaire : demandez à la banque un relevé camt.053 ou un avis camt.054.'
      : `Ce fichier est un ${isoWords(name)} : demandez à la banque un relevé camt.053 ou un avis camt.054.`,
  )
}

const HEAD_LENGTH = 20_000

const MESSAGE_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['BkToCstmrStmt', 'camt.053'],
  ['BkToCstmrDbtCdtNtfctn', 'camt.054'],
  ['BkToCstmrAcctRpt', 'camt.052'],
  ['CstmrCdtTrfInitn', 'pain.001'],
  ['CstmrPmtStsRpt', 'pain.002'],
  ['CstmrDrctDbtInitn', 'pain.008'],
])

const MESSAGE_WORDS: Readonly<Record<string, string>> = {
  'camt.052': 'compte rendu intrajournalier, qui n’est pas définitif',
  'camt.053': 'relevé de compte',
  'camt.054': 'avis de débit et de crédit',
  'pain.001': 'ordre de virement',
  'pain.002': 'compte rendu d’exécution d’ordres',
  'pain.007': 'annulation de prélèvements',
  'pain.008': 'ordre de prélèvement',
  pain: 'message d’ordre de paiement',
  pacs: 'message entre banques',
  camt: 'message de gestion de trésorerie',
}
