import { formatDay } from '../date.ts'
import type { Fact, StatedInvoice } from '../facts/fact.ts'
import { formatAmount, sum } from '../money.ts'
import { quoted } from './line-words.ts'

/** A fact as a story tells it, such as `pay 400.00 F-1`: `parseFact` reads the same fact back. */
export function factText(fact: Fact): string {
  return [fact.kind, ...wordsAfterKind(fact)].join(' ')
}

function wordsAfterKind(fact: Fact): string[] {
  switch (fact.kind) {
    case 'invoice':
      return invoiceWords(fact.invoice)
    case 'credit': {
      const forItem = fact.forItem === null ? [] : ['for', quoted(fact.forItem)]
      return [quoted(fact.number), formatAmount(fact.amountCents), ...forItem]
    }
    case 'pay':
      return [formatAmount(fact.amountCents), ...names(fact.items)]
    case 'unpay':
      return [formatAmount(fact.amountCents), quoted(fact.item)]
    case 'promise':
      return [formatAmount(fact.amountCents), 'by', formatDay(fact.by), ...names(fact.items)]
    case 'dispute':
      return [quoted(fact.item), formatAmount(fact.amountCents), quoted(fact.reason)]
    case 'plan': {
      const { count, amountCents, from, items } = fact
      return [
        String(count),
        'x',
        formatAmount(amountCents),
        'from',
        formatDay(from),
        'monthly',
        ...names(items),
      ]
    }
    case 'pause':
      return fact.until === null ? [] : ['until', formatDay(fact.until)]
    case 'suspend': {
      const until = fact.until === null ? [] : ['until', formatDay(fact.until)]
      return [fact.reason, ...names(fact.items), ...until]
    }
    case 'release':
      return [fact.reason]
    case 'acknowledgement':
    case 'legal-action':
    case 'declared-to-insurer': {
      const on = fact.on === null ? [] : ['on', formatDay(fact.on)]
      const by = fact.document === null ? [] : ['by', quoted(fact.document)]
      return [...names(fact.items), ...on, ...by]
    }
    case 'payable':
      return [formatAmount(fact.amountCents)]
    case 'assigned':
      return [quoted(fact.payee), fact.iban, ...names(fact.items)]
    case 'reassigned':
      return names(fact.items)
    case 'insolvency': {
      const published = fact.publishedOn === null ? [] : ['published', formatDay(fact.publishedOn)]
      const kind = fact.procedure === null ? [] : ['kind', fact.procedure]
      return [formatDay(fact.on), ...published, ...kind]
    }
    case 'insolvency-closed':
    case 'declared':
    case 'over-indebtedness':
    case 'bank':
    case 'judgment':
    case 'presented':
      return [formatDay(fact.on)]
    case 'performed':
      return [quoted(fact.invoice), formatDay(fact.on)]
    case 'bounce':
      return [fact.channel]
    case 'resume':
    case 'reply':
    case 'read':
      return []
    case 'fail':
    case 'undone':
    case 'done':
    case 'confirm':
    case 'approve':
    case 'refuse':
      return [quoted(fact.step)]
    case 'call-back':
      return [quoted(fact.step), 'on', formatDay(fact.on)]
    case 'skip':
      return [quoted(fact.step), ...names(fact.items)]
    case 'down':
      return ['until', formatDay(fact.until)]
    case 'already':
      return [quoted(fact.step), formatDay(fact.on), quoted(fact.item)]
    case 'direct-debit':
      return [quoted(fact.item), 'on', formatDay(fact.on)]
    case 'due':
      return [quoted(fact.item), formatDay(fact.on)]
    case 'settle':
    case 'doubtful':
    case 'write-off':
      return [quoted(fact.item)]
    case 'tax':
      return [quoted(fact.item), formatAmount(fact.taxCents)]
    case 'impair':
      return [quoted(fact.item), String(fact.percent)]
    case 'irrecoverable': {
      const { item, ground } = fact
      return [
        quoted(item),
        ...(typeof ground === 'string' ? [quoted(ground)] : ['liquidation', formatDay(ground)]),
      ]
    }
    case 'waive':
      return [fact.of, formatAmount(fact.amountCents), quoted(fact.item)]
    case 'claim-costs':
      return [formatAmount(fact.amountCents), quoted(fact.item), quoted(fact.document)]
  }
}

function invoiceWords({ number, issuedOn, dues }: StatedInvoice): string[] {
  const amountCents = sum(dues.map(due => due.amountCents))
  const shares = dues.map(due => `${formatDay(due.dueOn)} ${formatAmount(due.amountCents)}`).join(', ')
  const [only, second] = dues
  const due = only && !second ? formatDay(only.dueOn) : shares
  return [quoted(number), formatAmount(amountCents), 'issued', formatDay(issuedOn), 'due', due]
}

function names(items: readonly string[]): string[] {
  return items.map(quoted)
}
