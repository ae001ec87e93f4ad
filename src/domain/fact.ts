import { type Day, parseDay } from './date.ts'
import { SUSPENSIONS, type Suspension } from './hold.ts'
import type { Invoice } from './invoice.ts'
import type { MilestoneKind } from './milestone.ts'
import { type Cents, parseAmount, sum } from './money.ts'
import type { ChannelName } from './scenario.ts'

/** Something that happened, in the words of the story language (docs/stories.md). Items are named, not numbered. */
export type Fact =
  | { kind: 'invoice'; invoice: Invoice }
  | { kind: 'credit'; number: string; amountCents: Cents; forItem: string | null }
  | { kind: 'pay'; amountCents: Cents; items: string[] }
  | { kind: 'unpay'; amountCents: Cents; item: string }
  | { kind: 'promise'; amountCents: Cents; by: Day; items: string[] }
  | { kind: 'dispute'; item: string; amountCents: Cents; reason: string }
  | { kind: 'settle'; item: string }
  | { kind: 'plan'; count: number; amountCents: Cents; from: Day; items: string[] }
  | { kind: 'pause'; until: Day | null }
  | { kind: 'resume' }
  | { kind: 'suspend'; reason: Suspension; items: string[]; until: Day | null }
  | { kind: 'release'; reason: Suspension }
  | { kind: 'direct-debit'; item: string; on: Day }
  | { kind: MilestoneKind; items: string[]; on: Day | null; document: string | null }
  | { kind: 'payable'; amountCents: Cents }
  | { kind: 'assigned'; payee: string; iban: string; items: string[] }
  | { kind: 'reassigned'; items: string[] }
  | { kind: 'insolvency'; on: Day }
  | { kind: 'bank'; on: Day }
  | { kind: 'bounce'; channel: ChannelName }
  | { kind: 'reply' }
  | { kind: 'read' }
  | { kind: 'fail' | 'undone' | 'done' | 'confirm' | 'approve' | 'refuse'; step: string }
  | { kind: 'skip'; step: string; items: string[] }
  | { kind: 'presented'; on: Day }
  | { kind: 'down'; until: Day }
  | { kind: 'already'; step: string; on: Day; item: string }
  | { kind: 'due'; item: string; on: Day }
  | { kind: 'write-off'; item: string }
  | { kind: 'tax'; item: string; taxCents: Cents }
  | { kind: 'doubtful'; item: string }
  | { kind: 'impair'; item: string; percent: number }
  | { kind: 'irrecoverable'; item: string; ground: string | Day }

/** A text that is not a fact: what is wrong, and how it is written. */
export type FactProblem = { problem: string }

const FORMS: Record<Fact['kind'], string> = {
  invoice: 'invoice N AMOUNT issued D due D  |  invoice N AMOUNT issued D due D AMOUNT, D AMOUNT',
  credit: 'credit N AMOUNT [for ITEM]',
  pay: 'pay AMOUNT [ITEM…]',
  unpay: 'unpay AMOUNT ITEM',
  promise: 'promise AMOUNT by D [ITEM…]',
  dispute: 'dispute ITEM AMOUNT REASON',
  settle: 'settle ITEM',
  plan: 'plan N x AMOUNT from D monthly [ITEM…]',
  pause: 'pause until D',
  resume: 'resume',
  suspend: `suspend ${SUSPENSIONS.join('|')} [ITEM…] [until D]`,
  release: `release ${SUSPENSIONS.join('|')}`,
  'direct-debit': 'direct-debit ITEM on D',
  insolvency: 'insolvency D',
  bank: 'bank D',
  acknowledgement: 'acknowledgement [ITEM…] [on D] [by DOCUMENT]',
  'legal-action': 'legal-action [ITEM…] [on D] [by DOCUMENT]',
  'declared-to-insurer': 'declared-to-insurer [ITEM…] [on D] [by DOCUMENT]',
  payable: 'payable AMOUNT',
  assigned: 'assigned FACTOR IBAN [ITEM…]',
  reassigned: 'reassigned [ITEM…]',
  bounce: 'bounce CHANNEL',
  reply: 'reply',
  read: 'read',
  fail: 'fail STEP',
  undone: 'undone STEP',
  done: 'done STEP',
  confirm: 'confirm STEP',
  approve: 'approve STEP',
  refuse: 'refuse STEP',
  skip: 'skip STEP [ITEM…]',
  presented: 'presented D',
  down: 'down until D',
  already: 'already STEP D ITEM',
  due: 'due ITEM D',
  'write-off': 'write-off ITEM',
  tax: 'tax ITEM AMOUNT',
  doubtful: 'doubtful ITEM',
  impair: 'impair ITEM PERCENT',
  irrecoverable: 'irrecoverable ITEM "REASON"  |  irrecoverable ITEM liquidation D',
}

export const FACT_KINDS = Object.keys(FORMS) as Fact['kind'][]

/** Reads one fact, such as `pay 400.00 F-1`. Words with spaces stand between double quotes. */
export function parseFact(text: string): Fact | FactProblem {
  const words = splitWords(text)
  const kind = words[0] as Fact['kind'] | undefined
  if (kind === undefined || !Object.hasOwn(FORMS, kind)) {
    return { problem: `fait inconnu « ${words[0] ?? ''} » ; faits connus : ${FACT_KINDS.join(', ')}` }
  }
  const fact = readFact(kind, words.slice(1))
  return fact ?? { problem: `« ${text.trim()} » ne se lit pas ; forme attendue : ${FORMS[kind]}` }
}

/** Its form alone: whoever records it checks its key too. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/

/** Splits on spaces, keeping what stands between double quotes together. */
export function splitWords(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? (match[2] as string))
}

function readFact(kind: Fact['kind'], words: string[]): Fact | null {
  const [first, second, third, fourth] = words
  switch (kind) {
    case 'invoice':
      return readInvoice(words)
    case 'credit':
      return readCredit(words)
    case 'pay': {
      const amountCents = positive(first)
      return amountCents && { kind, amountCents, items: words.slice(1) }
    }
    case 'unpay': {
      const amountCents = positive(first)
      return amountCents && second && words.length === 2 ? { kind, amountCents, item: second } : null
    }
    case 'promise': {
      const [amountCents, by] = [positive(first), date(third)]
      return amountCents && second === 'by' && by !== null
        ? { kind, amountCents, by, items: words.slice(3) }
        : null
    }
    case 'dispute': {
      const amountCents = positive(second)
      return first && amountCents
        ? { kind, item: first, amountCents, reason: words.slice(2).join(' ') || 'other' }
        : null
    }
    case 'plan':
      return readPlan(words)
    case 'pause':
      return readPause(words)
    case 'suspend':
      return readSuspension(words)
    case 'release':
      return isSuspension(first) && words.length === 1 ? { kind, reason: first } : null
    case 'direct-debit': {
      const on = date(third)
      return first && second === 'on' && on !== null && words.length === 3 ? { kind, item: first, on } : null
    }
    case 'insolvency':
    case 'bank':
    case 'presented': {
      const on = date(first)
      return on !== null && words.length === 1 ? { kind, on } : null
    }
    case 'acknowledgement':
    case 'legal-action':
    case 'declared-to-insurer':
      return readMilestone(kind, words)
    case 'assigned':
      return first && second && IBAN.test(second)
        ? { kind, payee: first, iban: second, items: words.slice(2) }
        : null
    case 'reassigned':
      return { kind, items: words }
    case 'payable': {
      const amountCents = first === undefined ? null : parseAmount(first)
      return amountCents !== null && amountCents >= 0n && words.length === 1 ? { kind, amountCents } : null
    }
    case 'down': {
      const until = date(second)
      return first === 'until' && until !== null && words.length === 2 ? { kind, until } : null
    }
    case 'bounce':
      return isChannel(first) && words.length === 1 ? { kind, channel: first } : null
    case 'resume':
    case 'reply':
    case 'read':
      return words.length === 0 ? { kind } : null
    case 'fail':
    case 'undone':
    case 'done':
    case 'confirm':
    case 'approve':
    case 'refuse':
      return first && words.length === 1 ? { kind, step: first } : null
    case 'skip':
      return first ? { kind, step: first, items: words.slice(1) } : null
    case 'already': {
      const on = date(second)
      return first && on !== null && third && fourth === undefined
        ? { kind, step: first, on, item: third }
        : null
    }
    case 'due': {
      const on = date(second)
      return first && on !== null && words.length === 2 ? { kind, item: first, on } : null
    }
    case 'tax': {
      const taxCents = second === undefined ? null : parseAmount(second)
      return first && taxCents !== null && taxCents >= 0n && words.length === 2
        ? { kind, item: first, taxCents }
        : null
    }
    case 'impair':
      return first && /^(100|\d{1,2})%?$/.test(second ?? '') && words.length === 2
        ? { kind, item: first, percent: Number.parseInt(second as string, 10) }
        : null
    case 'irrecoverable':
      return readIrrecoverable(words)
    case 'settle':
    case 'doubtful':
    case 'write-off':
      return first && words.length === 1 ? { kind, item: first } : null
  }
}

/** `F-1 1200.00 issued 2026-01-15 due 2026-02-13` or `… due 2026-02-13 600.00, 2026-03-13 600.00`. */
function readInvoice(words: string[]): Fact | null {
  const [number, amount, issuedWord, issued, dueWord, ...rest] = words
  const [amountCents, issuedOn] = [positive(amount), date(issued)]
  if (!number || !amountCents || issuedOn === null || issuedWord !== 'issued' || dueWord !== 'due')
    return null
  if (rest.length === 1) {
    const dueOn = date(rest[0])
    if (dueOn === null) return null
    return {
      kind: 'invoice',
      invoice: { number, issuedOn, taxCents: null, dues: [{ dueOn, amountCents, assumed: false }] },
    }
  }
  const dues = rest
    .join(' ')
    .split(',')
    .map(part => part.trim().split(/\s+/))
    .map(([on, share]) => ({ dueOn: date(on), amountCents: positive(share), assumed: false }))
  const complete = dues.filter(
    (due): due is { dueOn: Day; amountCents: Cents; assumed: false } =>
      due.dueOn !== null && due.amountCents !== null,
  )
  if (complete.length !== dues.length || sum(complete.map(due => due.amountCents)) !== amountCents)
    return null
  return { kind: 'invoice', invoice: { number, issuedOn, taxCents: null, dues: complete } }
}

function readCredit(words: string[]): Fact | null {
  const [number, amount, forWord, item] = words
  const amountCents = positive(amount)
  if (!number || !amountCents) return null
  if (words.length === 2) return { kind: 'credit', number, amountCents, forItem: null }
  return forWord === 'for' && item && words.length === 4
    ? { kind: 'credit', number, amountCents, forItem: item }
    : null
}

function readPlan(words: string[]): Fact | null {
  const [count, times, amount, fromWord, from, rhythm, ...items] = words
  const [amountCents, start] = [positive(amount), date(from)]
  if (!/^[1-9]\d{0,2}$/.test(count ?? '') || times !== 'x' || fromWord !== 'from' || rhythm !== 'monthly')
    return null
  return amountCents && start !== null
    ? { kind: 'plan', count: Number(count), amountCents, from: start, items }
    : null
}

function readPause(words: string[]): Fact | null {
  if (words.length === 0) return { kind: 'pause', until: null }
  const until = date(words[1])
  return words[0] === 'until' && until !== null && words.length === 2 ? { kind: 'pause', until } : null
}

function readSuspension(words: string[]): Fact | null {
  const [reason, ...rest] = words
  if (!isSuspension(reason)) return null
  if (rest.at(-2) !== 'until') return { kind: 'suspend', reason, items: rest, until: null }
  const until = date(rest.at(-1))
  return until === null ? null : { kind: 'suspend', reason, items: rest.slice(0, -2), until }
}

/** `[ITEM…] [on D] [by DOCUMENT]` */
function readMilestone(kind: MilestoneKind, words: string[]): Fact | null {
  const rest = [...words]
  const document = rest.at(-2) === 'by' ? (rest.splice(-2)[1] ?? null) : null
  if (rest.at(-2) !== 'on') return { kind, items: rest, on: null, document }
  const on = date(rest.splice(-2)[1])
  return on === null ? null : { kind, items: rest, on, document }
}

/** `F-1 "parti sans laisser d'adresse"`, or `F-1 liquidation 2026-05-04`: a proof in words, or the day of the judgment. */
function readIrrecoverable([item, ...words]: string[]): Fact | null {
  const reason = words.join(' ').trim()
  if (!item || reason === '') return null
  if (words[0] !== 'liquidation') return { kind: 'irrecoverable', item, ground: reason }
  const on = date(words[1])
  return on !== null && words.length === 2 ? { kind: 'irrecoverable', item, ground: on } : null
}

function isSuspension(text: string | undefined): text is Suspension {
  return (SUSPENSIONS as readonly (string | undefined)[]).includes(text)
}

function positive(text: string | undefined): Cents | null {
  const amount = text === undefined ? null : parseAmount(text)
  return amount !== null && amount > 0n ? amount : null
}

function date(text: string | undefined): Day | null {
  return text === undefined ? null : parseDay(text)
}

function isChannel(text: string | undefined): text is ChannelName {
  return ['email', 'sms', 'call', 'letter', 'registered-letter'].includes(text ?? '')
}
