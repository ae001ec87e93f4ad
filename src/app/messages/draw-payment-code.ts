import { type Case, isOverdue, openItems } from '../../domain/case/case.ts'
import { accountCreditCents } from '../../domain/case/credit.ts'
import { NOT_TO_BE_PAID } from '../../domain/case/held.ts'
import { disputedCents, holdsInForce } from '../../domain/case/hold.ts'
import { byDueDate } from '../../domain/case/invoice.ts'
import type { OpenItem } from '../../domain/case/open-item.ts'
import { factorOf, payeeOf } from '../../domain/claim/payee.ts'
import { isForOthers } from '../../domain/law/country.ts'
import { atLeastZero, type Cents, subtract, sum } from '../../domain/money.ts'
import { agencyFrom } from '../../domain/organisation/agency.ts'
import { epcPayload } from '../../formats/out/epc-qr.ts'
import { findCreditors } from '../../store/parties/creditors.ts'
import type { PaymentCodeFault } from '../../words/problems/payment-code.ts'
import { readCases } from '../change-cases.ts'
import { type Desk, organisationOf } from '../desk.ts'
import { findOneCase } from '../find-case.ts'
import { type Refused, refuse } from '../refused.ts'

export type PaymentCode = {
  case: string
  debtor: string
  payee: string
  iban: string
  amountCents: Cents
  reference: string
  /** The text that the QR code holds (EPC069-12). */
  payload: string
}

export type DrawPaymentCode = { about: string }

/**
 * What a payer scans to settle an invoice, or the account: what is overdue (all that is open when nothing is), net of disputes and, for the
 * account, of its credits. Paid to whom the messages say: factor, agency or creditor.
 */
export async function drawPaymentCode(
  desk: Desk,
  { about }: DrawPaymentCode,
): Promise<PaymentCode | Refused> {
  const found = await desk.transaction(async tx => {
    const one = await findOneCase(tx, about)
    if ('refused' in one) return one
    const { organisation } = await organisationOf(tx)
    const [stored] = await readCases(tx, [one.caseId])
    if (!stored) throw new Error(`no case ${one.caseId}`)
    const creditors = await findCreditors(tx)
    const creditor = creditors.find(({ creditorId }) => creditorId === stored.creditorId)
    return { caseFile: stored.caseFile, creditor, agency: agencyFrom(organisation.settings) }
  })
  if ('refused' in found) return found
  const { caseFile, creditor, agency } = found
  if (caseFile.currency !== 'EUR') return refuse('qr-not-in-euros', { case: caseFile.id })
  const asked = itemsAsked(desk, caseFile, about)
  if ('refused' in asked) return asked
  const writer = isForOthers(desk.country, caseFile.scenarioId) ? agency : null
  const payee = creditor && payeeOf(factorOf(asked.items), writer, creditor)
  if (!payee?.iban) return refuse('iban-missing')
  const reference = referenceOf(asked.items, caseFile)
  const drawn = transferPayload(payee.name, payee.iban, asked.amountCents, reference)
  if ('problem' in drawn) return refuse(drawn.problem)
  const { amountCents } = asked
  const { name, payload } = drawn
  const { id, debtor } = caseFile
  return { case: id, debtor: debtor.name, payee: name, iban: payee.iban, amountCents, reference, payload }
}

/** The name is cut where the code holds no more of it: banks pay by the IBAN. */
export function transferPayload(
  payee: string,
  iban: string,
  amountCents: Cents,
  text: string,
): { name: string; payload: string } | { problem: PaymentCodeFault } {
  const name = [...payee].slice(0, 70).join('')
  const drawn = epcPayload({ name, iban, amountCents, text })
  return 'problem' in drawn ? drawn : { name, ...drawn }
}

function itemsAsked(
  desk: Desk,
  caseFile: Case,
  about: string,
): { items: OpenItem[]; amountCents: Cents } | Refused {
  const open = openItems(caseFile).sort(byDueDate)
  const holds = holdsInForce(
    caseFile,
    open,
    desk.today,
    desk.country.law({ region: caseFile.settings.region }),
  )
  const stopped = new Set(
    holds.filter(({ reason }) => NOT_TO_BE_PAID.includes(reason)).flatMap(({ itemIds }) => itemIds),
  )
  const isNamed = (item: { invoice: string; name: string }) => item.invoice === about || item.name === about
  const hasName = caseFile.items.some(isNamed)
  const free = open.filter(item => !stopped.has(item.id) && (!hasName || isNamed(item)))
  const overdue = free.filter(item => isOverdue(item, desk.today))
  const items = (hasName || overdue.length === 0 ? free : overdue).filter(
    item => item.payeeIban === free[0]?.payeeIban,
  )
  const owed = sum(items.map(item => subtract(item.balanceCents, disputedCents(caseFile, item))))
  const amountCents = hasName ? owed : atLeastZero(subtract(owed, accountCreditCents(caseFile)))
  return amountCents === 0n ? refuse('nothing-to-pay', { about }) : { items, amountCents }
}

/** The invoices, or the account where they are too many to be named. */
function referenceOf(items: readonly OpenItem[], caseFile: Case): string {
  const invoices = [...new Set(items.map(item => item.invoice))].join(', ')
  return invoices.length <= 140 ? invoices : caseFile.debtor.code
}
