/** The parts of facts that take more than a word, and the words that facts share: amounts, days, channels. */

import type { MilestoneKind } from '../case/milestone.ts'
import { INSTALMENTS_AT_MOST } from '../case/plan.ts'
import { PROCEDURES } from '../case/procedure.ts'
import { SUSPENSIONS, type Suspension } from '../case/recorded-hold.ts'
import { type Day, parseDay } from '../date.ts'
import type { Fact } from '../facts/fact.ts'
import { type Cents, parseAmount, sum } from '../money.ts'
import type { ChannelName } from '../scenario.ts'
import { unquoted } from './line-words.ts'

/** `F-1 1200.00 issued 2026-01-15 due 2026-02-13` or `… due 2026-02-13 600.00, 2026-03-13 600.00`. */
export function readInvoice(words: string[]): Fact | null {
  const [number, amount, issuedWord, issued, dueWord, ...rest] = words
  const [amountCents, issuedOn] = [positive(amount), date(issued)]
  if (!number || !amountCents || issuedOn === null || issuedWord !== 'issued' || dueWord !== 'due')
    return null
  if (rest.length === 1) {
    const dueOn = date(rest[0])
    if (dueOn === null) return null
    return {
      kind: 'invoice',
      invoice: { number, issuedOn, dues: [{ dueOn, amountCents }] },
    }
  }
  const dues = rest
    .join(' ')
    .split(',')
    .map(part => part.trim().split(/\s+/))
    .map(([on, share]) => ({ dueOn: date(on), amountCents: positive(share) }))
  const complete = dues.filter(
    (due): due is { dueOn: Day; amountCents: Cents } => due.dueOn !== null && due.amountCents !== null,
  )
  if (complete.length !== dues.length || sum(complete.map(due => due.amountCents)) !== amountCents)
    return null
  return { kind: 'invoice', invoice: { number, issuedOn, dues: complete } }
}

export function readCredit(words: string[]): Fact | null {
  const [number, amount, forWord, item] = words
  const amountCents = positive(amount)
  if (!number || !amountCents) return null
  if (words.length === 2) return { kind: 'credit', number, amountCents, forItem: null }
  return forWord === 'for' && item && words.length === 4
    ? { kind: 'credit', number, amountCents, forItem: item }
    : null
}

export function readPlan(words: string[]): Fact | null {
  const [count, times, amount, fromWord, from, rhythm, ...items] = words
  const [amountCents, start] = [positive(amount), date(from)]
  if (
    !/^[1-9]\d*$/.test(count ?? '') ||
    Number(count) > INSTALMENTS_AT_MOST ||
    times !== 'x' ||
    fromWord !== 'from' ||
    rhythm !== 'monthly'
  )
    return null
  return amountCents && start !== null
    ? { kind: 'plan', count: Number(count), amountCents, from: start, items }
    : null
}

export function readPause(words: string[]): Fact | null {
  if (words.length === 0) return { kind: 'pause', until: null }
  const until = date(words[1])
  return words[0] === 'until' && until !== null && words.length === 2 ? { kind: 'pause', until } : null
}

/** `REASON [ITEM…] [until D]`, the words as written: between quotes, `until` is an item. */
export function readSuspension(written: string[]): Fact | null {
  const [first = '', ...rest] = written
  const reason = unquoted(first)
  if (!isSuspension(reason)) return null
  if (rest.at(-2) !== 'until') return { kind: 'suspend', reason, items: rest.map(unquoted), until: null }
  const until = date(rest.at(-1))
  return until === null ? null : { kind: 'suspend', reason, items: rest.slice(0, -2).map(unquoted), until }
}

/** `[ITEM…] [on D] [by DOCUMENT]`, the words as written: between quotes, `on` and `by` are items. */
export function readMilestone(kind: MilestoneKind, written: string[]): Fact | null {
  const rest = [...written]
  const document = rest.at(-2) === 'by' ? unquoted(rest.splice(-2)[1] as string) : null
  if (rest.at(-2) !== 'on') return { kind, items: rest.map(unquoted), on: null, document }
  const on = date(rest.splice(-2)[1])
  return on === null ? null : { kind, items: rest.map(unquoted), on, document }
}

/**
 * `F-1 "parti sans laisser d'adresse"`, or `F-1 liquidation 2026-05-04`: a proof in words, or the day of the judgment. The words
 * as written: between quotes, `liquidation` is a proof.
 */
export function readIrrecoverable([first = '', ...written]: string[]): Fact | null {
  const [item, reason] = [unquoted(first), written.map(unquoted).join(' ')]
  if (item === '' || reason.trim() === '') return null
  if (written[0] !== 'liquidation') return { kind: 'irrecoverable', item, ground: reason }
  const on = date(written[1])
  return on !== null && written.length === 2 ? { kind: 'irrecoverable', item, ground: on } : null
}

/** `2026-11-18 published 2026-11-30 kind receivership`; what follows the judgment's day may be left out. */
export function readInsolvency([judgment, ...words]: string[]): Fact | null {
  const on = date(judgment)
  const publishedOn = words[0] === 'published' ? date(words[1]) : null
  const rest = publishedOn === null ? words : words.slice(2)
  const procedure = PROCEDURES.find(name => rest[0] === 'kind' && rest[1] === name) ?? null
  if (on === null || rest.length !== (procedure === null ? 0 : 2)) return null
  return { kind: 'insolvency', on, publishedOn, procedure }
}

export function isSuspension(text: string | undefined): text is Suspension {
  return (SUSPENSIONS as readonly (string | undefined)[]).includes(text)
}

export function positive(text: string | undefined): Cents | null {
  const amount = text === undefined ? null : parseAmount(text)
  return amount !== null && amount > 0n ? amount : null
}

export function date(text: string | undefined): Day | null {
  return text === undefined ? null : parseDay(text)
}

export function isChannel(text: string | undefined): text is Exclude<ChannelName, 'task'> {
  return ['email', 'sms', 'call', 'letter', 'registered-letter'].includes(text ?? '')
}
