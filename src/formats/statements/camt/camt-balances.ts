/** The balances of a camt statement (Bal) → its opening and closing balance. */
import type { Day } from '../../../domain/date.ts'
import type { Cents } from '../../../domain/money.ts'
import { elementAt, textAt, type XmlElement } from '../../containers/xml-elements.ts'
import { type Problem, warning } from '../../problem.ts'
import { isoAmount, readIsoAmount, readIsoDate, readSign } from './camt-values.ts'

export type CamtBalance = { code: string; amountCents: Cents; currency: string | null; on: Day | null }

export type OpeningAndClosing = { opening: CamtBalance | null; closing: CamtBalance | null }

export function readBalance(bal: XmlElement, account: string | null): CamtBalance | Problem {
  const code = textAt(bal, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(bal, 'Tp', 'CdOrPrtry', 'Prtry') ?? ''
  const amount = isoAmount(elementAt(bal, 'Amt'))
  const cents = readIsoAmount(amount?.text ?? '')
  const sign = readSign(textAt(bal, 'CdtDbtInd'))
  if (typeof cents !== 'bigint' || sign === null) {
    const fault = typeof cents === 'bigint' ? 'no-side' : cents
    return warning(null, 'bad-balance', { balance: code, account, fault })
  }
  const on = readIsoDate(textAt(bal, 'Dt', 'Dt') ?? textAt(bal, 'Dt', 'DtTm') ?? '')
  return { code, amountCents: (cents * sign) as Cents, currency: amount?.currency ?? null, on }
}

/**
 * Booked balances alone. A statement in pages has interim ones (ITBD) in place of the missing end: the first opens it, the last
 * closes it, and a single one beside no other balance closes it.
 */
export function openingAndClosing(
  balances: readonly CamtBalance[],
  currency: string | null,
): OpeningAndClosing {
  const coded = (code: string) => balances.filter(balance => balance.code === code)
  const best = (code: string) =>
    coded(code).find(balance => balance.currency === currency) ?? coded(code)[0] ?? null
  const interim = coded('ITBD')
  const closing = best('CLBD') ?? interim.at(-1) ?? null
  const [first] = interim
  const opening = best('OPBD') ?? best('PRCD') ?? (first && first !== closing ? first : null)
  return { opening, closing }
}
