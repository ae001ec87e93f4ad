import { type ClaimWarning, floorWarning } from '../../domain/claim/claim-warning.ts'
import { semesterStart } from '../../domain/interest/rate.ts'
import { type CreditorTerms, STANDARD_CREDITOR_TERMS } from '../../domain/organisation/creditor-terms.ts'
import { isPaymentLink } from '../../domain/organisation/payment-link.ts'
import { EMAIL } from '../../formats/email-address.ts'
import { readIban, readSiren } from '../../formats/identifiers.ts'
import { lookAgainAtAll } from '../../store/case/case-looks.ts'
import { readCreditorTerms, writeCreditorTerms } from '../../store/parties/creditor-terms.ts'
import {
  type Creditor,
  findCreditors,
  insertCreditor,
  updateCreditor,
} from '../../store/parties/creditors.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import type { Desk } from '../desk.ts'
import { changesBetween, noteChange } from '../note-change.ts'
import { type Refused, refuse } from '../refused.ts'

/** What messages say of a creditor, and how it counts what it is owed. Absent stays as it was. */
export type ChangeCreditor = ChangeTerms & {
  code: string
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  iban?: string | undefined
  address?: string | undefined
  siren?: string | undefined
  signature?: string | undefined
  /** Empty: the creditor's name again, its own address again, no link any more. */
  senderName?: string | undefined
  replyTo?: string | undefined
  paymentLink?: string | undefined
}

/** A rate in basis points, null to go back to the law's; its clause is shown in the claim. */
type ChangeTerms = {
  contractRateBps?: number | null | undefined
  contractClause?: string | undefined
  imputation?: CreditorTerms['appropriation'] | undefined
  basis?: CreditorTerms['basis'] | undefined
  capitalisation?: boolean | undefined
}

/** `warnings`: what the contract's rate calls for this semester (C. com. L441-10 II). */
export type ShownCreditor = Creditor & {
  contractRateBps: number | null
  contractClause: string | null
  imputation: CreditorTerms['appropriation']
  basis: CreditorTerms['basis']
  capitalisation: boolean
  warnings: readonly ClaimWarning[]
}

export async function listCreditors(desk: Desk): Promise<{ creditors: ShownCreditor[] }> {
  return desk.transaction(async tx => {
    const terms = await readCreditorTerms(tx)
    return {
      creditors: (await findCreditors(tx)).map(creditor =>
        shown(desk, creditor, terms.get(creditor.creditorId) ?? STANDARD_CREDITOR_TERMS),
      ),
    }
  })
}

/** Writes a creditor's details, and makes the creditor when the code is new. */
export async function changeCreditor(desk: Desk, input: ChangeCreditor): Promise<ShownCreditor | Refused> {
  const unreadable = [input.email, input.replyTo || undefined].find(
    address => address !== undefined && !EMAIL.test(address),
  )
  if (unreadable !== undefined) return refuse('bad-email', { email: unreadable })
  if (input.paymentLink && !isPaymentLink(input.paymentLink))
    return refuse('bad-payment-link', { link: input.paymentLink })
  const read = input.iban === undefined ? undefined : readIban(input.iban)
  if (read && 'problem' in read) return refuse('bad-iban', { iban: input.iban ?? '', fault: read.problem })
  const siren = input.siren === undefined ? undefined : readSiren(input.siren)
  if (siren && 'problem' in siren)
    return refuse('bad-siren', { kind: 'siren', siren: input.siren ?? '', fault: siren.problem })
  return desk.transaction(async tx => {
    await lockOrganisation(tx)
    const known = (await findCreditors(tx)).find(creditor => creditor.code === input.code)
    const details = {
      code: input.code,
      name: input.name ?? known?.name ?? input.code,
      email: input.email ?? known?.email ?? null,
      phone: input.phone ?? known?.phone ?? null,
      iban: read?.value ?? known?.iban ?? null,
      address: input.address ?? known?.address ?? null,
      siren: siren?.value ?? known?.siren ?? null,
      signatory: input.signature ?? known?.signatory ?? null,
      senderName: (input.senderName ?? known?.senderName) || null,
      replyTo: (input.replyTo ?? known?.replyTo) || null,
      paymentLink: (input.paymentLink ?? known?.paymentLink) || null,
    }
    const before = (known && (await readCreditorTerms(tx)).get(known.creditorId)) ?? STANDARD_CREDITOR_TERMS
    const terms = changedTerms(before, input)
    if ('refused' in terms) return terms
    const creditor = known ? { creditorId: known.creditorId, ...details } : await insertCreditor(tx, details)
    await writeCreditorTerms(tx, creditor.creditorId, terms)
    const changes = changesBetween({ ...known, ...before }, { ...creditor, ...terms })
    if (changes) await noteChange(desk, tx, 'creditor', { creditor: input.code, changes })
    if (known) {
      await updateCreditor(tx, creditor)
      await lookAgainAtAll(tx, desk.today)
    }
    return shown(desk, creditor, terms)
  })
}

function changedTerms(before: CreditorTerms, change: ChangeTerms): CreditorTerms | Refused {
  const { contractRateBps = before.contractRate?.rateBps ?? null } = change
  const source = (change.contractClause ?? before.contractRate?.source ?? '').trim()
  const lacksClause = contractRateBps !== null && source === ''
  const lacksRate = contractRateBps === null && change.contractClause !== undefined
  if (lacksClause || lacksRate) return refuse('rate-without-clause')
  return {
    contractRate: contractRateBps === null ? null : { rateBps: contractRateBps, source },
    appropriation: change.imputation ?? before.appropriation,
    basis: change.basis ?? before.basis,
    capitalisation: change.capitalisation ?? before.capitalisation,
  }
}

function shown(desk: Desk, creditor: Creditor, terms: CreditorTerms): ShownCreditor {
  const { contractRate, appropriation: imputation, basis, capitalisation } = terms
  const semester = semesterStart(desk.today)
  const warning = contractRate && floorWarning(contractRate.rateBps, semester, desk.country.rates)
  return {
    ...creditor,
    contractRateBps: contractRate?.rateBps ?? null,
    contractClause: contractRate?.source ?? null,
    imputation,
    basis,
    capitalisation,
    warnings: warning ? [warning] : [],
  }
}
