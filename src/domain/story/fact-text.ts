import { PROCEDURES } from '../case/procedure.ts'
import { SUSPENSIONS } from '../case/recorded-hold.ts'
import type { Fact } from '../facts/fact.ts'
import { parseAmount } from '../money.ts'
import {
  date,
  isChannel,
  isSuspension,
  positive,
  readCredit,
  readInsolvency,
  readInvoice,
  readIrrecoverable,
  readMilestone,
  readPause,
  readPlan,
  readSuspension,
} from './fact-parts.ts'
import { splitWords, writtenWords } from './line-words.ts'

/** A text that is not a fact: of an unknown kind, or not in the form of its kind. */
export type FactProblem =
  | { problem: 'unknown-kind'; params: { word: string; known: readonly string[] } }
  | { problem: 'wrong-form'; params: { text: string; form: string } }

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
  bank: 'bank D',
  acknowledgement: 'acknowledgement [ITEM…] [on D] [by DOCUMENT]',
  'legal-action': 'legal-action [ITEM…] [on D] [by DOCUMENT]',
  'declared-to-insurer': 'declared-to-insurer [ITEM…] [on D] [by DOCUMENT]',
  payable: 'payable AMOUNT',
  assigned: 'assigned FACTOR IBAN [ITEM…]',
  reassigned: 'reassigned [ITEM…]',
  insolvency: `insolvency D [published D] [kind ${PROCEDURES.join('|')}]`,
  'insolvency-closed': 'insolvency-closed D',
  declared: 'declared D',
  'over-indebtedness': 'over-indebtedness D',
  performed: 'performed INVOICE D',
  bounce: 'bounce CHANNEL',
  reply: 'reply',
  read: 'read',
  fail: 'fail STEP',
  undone: 'undone STEP',
  done: 'done STEP',
  confirm: 'confirm STEP',
  approve: 'approve STEP',
  refuse: 'refuse STEP',
  'call-back': 'call-back STEP on D',
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
  waive: 'waive interest|indemnity AMOUNT ITEM',
  'claim-costs': 'claim-costs AMOUNT ITEM "DOCUMENT"',
  judgment: 'judgment D',
}

export const FACT_KINDS = Object.keys(FORMS) as Fact['kind'][]

/** Reads one fact, such as `pay 400.00 F-1`. Words with spaces stand between double quotes. `factText` writes it. */
export function parseFact(text: string): Fact | FactProblem {
  const [written, words] = [writtenWords(text), splitWords(text)]
  const kind = words[0] as Fact['kind'] | undefined
  if (kind === undefined || !Object.hasOwn(FORMS, kind)) {
    return { problem: 'unknown-kind', params: { word: words[0] ?? '', known: FACT_KINDS } }
  }
  const fact = readFact(kind, words.slice(1), written.slice(1))
  return fact ?? { problem: 'wrong-form', params: { text: text.trim(), form: FORMS[kind] } }
}

/** Its form alone: whoever records it checks its key too. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/

/** `written`: the same words with their quotes, for what may be a name or a word of the language's own. */
function readFact(kind: Fact['kind'], words: string[], written: string[]): Fact | null {
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
      return readSuspension(written)
    case 'release':
      return isSuspension(first) && words.length === 1 ? { kind, reason: first } : null
    case 'direct-debit': {
      const on = date(third)
      return first && second === 'on' && on !== null && words.length === 3 ? { kind, item: first, on } : null
    }
    case 'insolvency':
      return readInsolvency(words)
    case 'performed': {
      const on = date(second)
      return first && on !== null && words.length === 2 ? { kind, invoice: first, on } : null
    }
    case 'insolvency-closed':
    case 'declared':
    case 'over-indebtedness':
    case 'bank':
    case 'judgment':
    case 'presented': {
      const on = date(first)
      return on !== null && words.length === 1 ? { kind, on } : null
    }
    case 'acknowledgement':
    case 'legal-action':
    case 'declared-to-insurer':
      return readMilestone(kind, written)
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
    case 'call-back': {
      const on = date(third)
      return first && second === 'on' && on !== null && words.length === 3 ? { kind, step: first, on } : null
    }
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
      return readIrrecoverable(written)
    case 'settle':
    case 'doubtful':
    case 'write-off':
      return first && words.length === 1 ? { kind, item: first } : null
    case 'waive': {
      const amountCents = positive(second)
      const isKnown = first === 'interest' || first === 'indemnity'
      return isKnown && amountCents && third && words.length === 3
        ? { kind, of: first, amountCents, item: third }
        : null
    }
    case 'claim-costs': {
      const amountCents = positive(first)
      return amountCents && second && third?.trim() && words.length === 3
        ? { kind, amountCents, item: second, document: third }
        : null
    }
  }
}
