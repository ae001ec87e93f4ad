/** Which ISO 20022 message an XML text holds, from its namespace or its elements. */
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

/** A message that is no statement, told by its name. */
export function otherMessage(name: string | undefined): Problem {
  return error(
    null,
    'unsupported-message',
    name === undefined ? { kind: 'unnamed' } : { kind: 'named', name },
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
