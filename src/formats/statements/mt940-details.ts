/**
 * Field :86: of an MT940, in its three dialects: German (`166?00…?20…?32…`, with SEPA keys `EREF+` `SVWZ+`), slashed
 * (`/EREF/…/REMI/…`, Dutch and many French banks), or plain text. `:NS:` is an older German one.
 */
import type { SwiftField } from './mt940-fields.ts'
import { returnedByLabel } from './returned-labels.ts'
import { given, givenIban, givenReference, joined, squeezed } from './statement-text.ts'

export type Details = {
  name: string | null
  iban: string | null
  reference: string | null
  endToEndId: string | null
  description: string
  /** Said by a code of the format. */
  cameBack: boolean
  reason: string | null
  labelled: { reason: string | null } | null
}

const NONE: Details = {
  name: null,
  iban: null,
  reference: null,
  endToEndId: null,
  description: '',
  cameBack: false,
  reason: null,
  labelled: null,
}
/** A purpose is cut into pieces of 27 characters; a shorter piece ended by itself. */
const PIECE = 27
/** Kinds of transaction of Die Deutsche Kreditwirtschaft that are returns: of a debit (108, 109, 181, 184), of a transfer (159). */
const GERMAN_RETURNS = new Set(['108', '109', '159', '181', '184'])
const SEPA_KEY = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|IBAN|BIC|MTLG)[+:]/
const SLASHED =
  /\/(TRTP|EREF|PREF|KREF|MARF|MREF|CSID|CRED|CNTP|REMI|RTRN|RREF|BENM|ORDP|NAME|ISDT|PURP|ULTB|ULTC|ULTD|UCRD|UDTR|IBAN|ACCT|BIC|ADDR|ID|TRCD|CHGS|OCMT|EXCH|SUM)(?=\/)/

export function mt940Details(fields: readonly SwiftField[]): Details {
  const all = fields.map(field => (field.tag === 'NS' ? olderGerman(field) : detailsOf(field.lines)))
  const details = all.reduce(
    (sum, next) => ({
      name: sum.name ?? next.name,
      iban: sum.iban ?? next.iban,
      reference: sum.reference ?? next.reference,
      endToEndId: sum.endToEndId ?? next.endToEndId,
      description: joined([sum.description, next.description]),
      cameBack: sum.cameBack || next.cameBack,
      reason: sum.reason ?? next.reason,
      labelled: null,
    }),
    NONE,
  )
  return { ...details, labelled: returnedByLabel(details.description) }
}

function detailsOf(lines: readonly string[]): Details {
  const text = lines.join('')
  if (/^\s*\d{3}[?>@]\d\d/.test(text)) return german(text.trimStart())
  if (/^\s*\/[A-Z]{2,4}\//.test(text)) return slashed(text.trimStart())
  return plain(lines.join(' '))
}

function plain(text: string): Details {
  const keys = sepaKeys(text)
  return {
    ...NONE,
    description: squeezed(text),
    iban: givenIban(keys.get('IBAN')),
    endToEndId: givenReference(keys.get('EREF')),
  }
}

/** ?00 kind, ?20–29 and ?60–63 purpose, ?30 bank, ?31 account, ?32–33 name, ?34 why it came back, ?38 IBAN. */
function german(text: string): Details {
  const [kind = '', ...pieces] = text.split(text.charAt(3))
  const parts = new Map<string, string>()
  for (const piece of pieces)
    parts.set(piece.slice(0, 2), `${parts.get(piece.slice(0, 2)) ?? ''}${piece.slice(2)}`)
  const purpose = [...parts].filter(([code]) => /^(2\d|6[0-3])$/.test(code)).map(([, part]) => part)
  const words = purpose.reduce((all, part) => `${all}${part}${part.length < PIECE ? ' ' : ''}`, '')
  const keys = sepaKeys(words)
  const name = given(`${parts.get('32') ?? ''}${parts.get('33') ?? ''}`)
  return {
    ...NONE,
    name,
    iban: givenIban(parts.get('31')) ?? givenIban(parts.get('38')) ?? givenIban(keys.get('IBAN')),
    endToEndId: givenReference(keys.get('EREF')),
    description: joined([parts.get('00'), words, name, `${parts.get('70') ?? ''}${parts.get('71') ?? ''}`]),
    cameBack: GERMAN_RETURNS.has(kind),
    reason: GERMAN_RETURNS.has(kind) ? joined([parts.get('34'), keys.get('MTLG')]) || null : null,
  }
}

/** Keys and values in turn; the counterparty is `/CNTP/account/BIC/name/city/`, or `/BENM//NAME/` and `/ORDP//NAME/`. */
function slashed(text: string): Details {
  const parts = text.split(SLASHED)
  const values = new Map<string, string>()
  for (let at = 1; at < parts.length; at += 2) {
    const key = parts[at] ?? ''
    values.set(key, values.get(key) ?? (parts[at + 1] ?? '').replace(/^\/+|\/+$/g, ''))
  }
  const [account, , name] = (values.get('CNTP') ?? '').split('/')
  const words = [...values.values()]
    .flatMap(value => value.split('/'))
    .filter(word => !/^(USTD|STRD|CUR)$/.test(word))
  return {
    ...NONE,
    name: given(name) ?? given(values.get('NAME')),
    iban: givenIban(account) ?? givenIban(values.get('IBAN')) ?? givenIban(values.get('ACCT')?.split('/')[0]),
    reference: givenReference(/^STRD\/(?:[A-Z]{3,4}\/)?(.+)$/.exec(values.get('REMI') ?? '')?.[1]),
    endToEndId: givenReference(values.get('EREF')),
    description: joined(words),
    cameBack: values.has('RTRN'),
    reason: given(values.get('RTRN')),
  }
}

/** Two digits before each line: 01–14 purpose, 15 name, 16 more of it, 17 kind. */
function olderGerman({ lines }: SwiftField): Details {
  const parts = lines.map(line => ({ code: line.slice(0, 2), text: line.slice(2) }))
  return {
    ...NONE,
    name: given(parts.find(({ code }) => code === '15')?.text),
    description: joined(parts.map(({ text }) => text)),
  }
}

function sepaKeys(text: string): Map<string, string> {
  const parts = text.split(SEPA_KEY)
  const keys = new Map<string, string>()
  for (let at = 1; at < parts.length; at += 2) {
    const key = parts[at] ?? ''
    if (!keys.has(key)) keys.set(key, (parts[at + 1] ?? '').trim())
  }
  return keys
}
