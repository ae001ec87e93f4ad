import { createHash } from 'node:crypto'
import { addWorkingDays, nextContactDay } from '../../domain/calendar.ts'
import type { HoldReason } from '../../domain/case/held.ts'
import { type DueInstalment, dueInstalments } from '../../domain/case/instalment.ts'
import { type Day, formatDay, laterOf } from '../../domain/date.ts'
import { type Cents, sum } from '../../domain/money.ts'
import { readBic, readCreditorIdentifier } from '../../formats/identifiers.ts'
import type { Mandate } from '../../formats/mandate.ts'
import { type DirectDebit, type PainVersion, writePain008 } from '../../formats/out/pain008.ts'
import { readMandates } from '../../formats/registers/mandates.ts'
import type { StoredCase } from '../../store/case/cases.ts'
import { caseIdsAfter, FIRST_CASE_ID } from '../../store/case/creditor-cases.ts'
import type { Tx } from '../../store/database.ts'
import { type Creditor, findCreditors } from '../../store/parties/creditors.ts'
import { readCases } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { findOneCase } from '../find-case.ts'
import { type Refused, refuse } from '../refused.ts'
import { creditorOf } from './export-bad-debts.ts'

export type ExportPain008 = {
  /** Debtors whose plans are meant; empty for all. */
  debtors: readonly string[]
  today: Day
  /** Instalments due by that day. */
  until: Day
  creditor: string | null
  /** SEPA creditor identifier (ICS). */
  identifier: string
  bic: string | null
  mandates: Uint8Array
  version: PainVersion
  /** Banking days between today and the first collection. */
  leadDays: number
}

export type ExportedPain008 = {
  version: PainVersion
  messageId: string | null
  debits: {
    case: string
    debtor: string
    endToEndId: string
    dueOn: string
    collectionOn: string
    amountCents: Cents
    mandate: string
    sequence: string
  }[]
  totals: { count: number; amountCents: Cents }
  /** Plans of which nothing is debited although something is due, and why. */
  leftOut: { case: string; reason: HoldReason }[]
  /** The message; null when there is nothing to debit. */
  content: string | null
}

type Due = { stored: StoredCase; instalment: DueInstalment; mandate: Mandate | null }

const CASES_AT_ONCE = 500

/**
 * The instalments of payment plans that fall due by a day, as SEPA direct debits for the creditor's bank. Refused whole where a
 * mandate or an identifier is missing or wrong. Writes nothing: the same export twice is the same message, which a bank takes once.
 */
export async function exportPain008(desk: Desk, input: ExportPain008): Promise<ExportedPain008 | Refused> {
  const identifier = readCreditorIdentifier(input.identifier)
  if ('problem' in identifier)
    return refuse('bad-ics', { identifier: input.identifier, fault: identifier.problem })
  const bic = input.bic === null ? { value: null } : readBic(input.bic)
  if ('problem' in bic) return refuse('bad-bic', { bic: input.bic ?? '', fault: bic.problem })
  const { mandates, problems } = readMandates(input.mandates)
  if (problems.length > 0) return refuse('bad-mandates', { problems })
  const found = await desk.transaction(tx => dueOf(desk, tx, input, mandates))
  if ('refused' in found) return found
  const { creditor, due, leftOut } = found
  const refusal = unfit(due)
  if (refusal) return refusal
  const earliest = addWorkingDays(desk.country.bankingDays, input.today, input.leadDays)
  const debits = due.flatMap(({ stored, instalment, mandate }) =>
    mandate ? [debitOf(desk, stored, instalment, mandate, earliest)] : [],
  )
  const early = debits.find(({ mandate, collectionOn }) => mandate.signedOn > collectionOn)
  if (early)
    return refuse('mandate-too-late', {
      mandate: early.mandate.reference,
      signedOn: formatDay(early.mandate.signedOn),
      collectionOn: formatDay(early.collectionOn),
    })
  const messageId = debits.length === 0 ? null : messageIdOf(input, identifier.value, debits)
  const party = {
    name: creditor.name,
    iban: creditor.iban ?? '',
    bic: bic.value,
    identifier: identifier.value,
  }
  const { version } = input
  return {
    version,
    messageId,
    debits: debits.map((debit, index) => shown(debit, due[index] as Due)),
    totals: { count: debits.length, amountCents: sum(debits.map(debit => debit.amountCents)) },
    leftOut,
    content:
      messageId && writePain008({ version, messageId, createdAt: desk.now(), creditor: party, debits }),
  }
}

async function dueOf(
  desk: Desk,
  tx: Tx,
  input: ExportPain008,
  mandates: readonly Mandate[],
): Promise<{ creditor: Creditor; due: Due[]; leftOut: ExportedPain008['leftOut'] } | Refused> {
  const creditorId = await creditorOf(tx, input.creditor)
  if (typeof creditorId === 'object' && creditorId !== null) return creditorId
  const creditors = await findCreditors(tx)
  const creditor =
    creditorId === null ? creditors[0] : creditors.find(known => known.creditorId === creditorId)
  if (!creditor?.iban) return refuse('iban-missing')
  const asked = await casesAsked(tx, input.debtors)
  if ('refused' in asked) return asked
  const due: Due[] = []
  const leftOut: ExportedPain008['leftOut'] = []
  for (let after: string | undefined = FIRST_CASE_ID; after !== undefined; ) {
    const ids: string[] = await caseIdsAfter(tx, creditor.creditorId, after, CASES_AT_ONCE)
    const wanted = ids.filter(id => asked.ids.length === 0 || asked.ids.includes(id))
    for (const stored of await readCases(tx, wanted)) {
      const { caseFile } = stored
      if (caseFile.currency !== 'EUR') continue
      const law = desk.country.law({ region: caseFile.settings.region })
      const mandate =
        mandates.find(({ debtor }) => debtor === caseFile.debtor.code || debtor === caseFile.id) ?? null
      for (const each of dueInstalments(caseFile, input.until, input.today, law))
        if ('reason' in each) leftOut.push({ case: caseFile.id, reason: each.reason })
        else due.push({ stored, instalment: each, mandate })
    }
    after = ids.at(-1)
  }
  due.sort((a, b) => a.instalment.dueOn - b.instalment.dueOn || a.stored.number - b.stored.number)
  return { creditor, due, leftOut }
}

async function casesAsked(tx: Tx, debtors: readonly string[]): Promise<{ ids: string[] } | Refused> {
  const ids: string[] = []
  for (const debtor of debtors) {
    const one = await findOneCase(tx, debtor)
    if ('refused' in one) return one
    ids.push(one.caseId)
  }
  return { ids }
}

/** Whose mandate is missing, or can't be used so. */
function unfit(due: readonly Due[]): Refused | null {
  const without = [...new Set(due.flatMap(({ stored, mandate }) => (mandate ? [] : [stored.caseFile.id])))]
  if (without.length > 0) return refuse('mandate-missing', { cases: without })
  for (const { stored, mandate } of due) {
    const uses = due.filter(other => other.mandate === mandate).length
    if (mandate?.sequence === 'OOFF' && uses > 1)
      return refuse('mandate-used-twice', { mandate: mandate.reference, uses })
    if (mandate?.scheme === 'B2B' && stored.caseFile.debtor.kind === 'consumer')
      return refuse('mandate-of-a-business', { mandate: mandate.reference, case: stored.caseFile.id })
  }
  return null
}

function debitOf(
  desk: Desk,
  { number, caseFile }: StoredCase,
  { planId, rank, dueOn, amountCents }: DueInstalment,
  mandate: Mandate,
  earliest: Day,
): DirectDebit {
  const plan = caseFile.plans.find(({ id }) => id === planId)
  const invoices = caseFile.items.filter(({ id }) => plan?.itemIds.includes(id)).map(({ invoice }) => invoice)
  return {
    endToEndId: `${number}-P${planId}-${rank}`,
    amountCents,
    collectionOn: nextContactDay(desk.country.bankingDays, laterOf(dueOn, earliest)),
    debtor: caseFile.debtor.name,
    mandate,
    text: `Echeance ${rank}/${plan?.instalments.length} ${[...new Set(invoices)].join(' ')}`,
  }
}

/** The same debits make the same message, whenever it is written again that day. */
function messageIdOf(input: ExportPain008, identifier: string, debits: readonly DirectDebit[]): string {
  const content = debits.map(debit => [
    debit.endToEndId,
    String(debit.amountCents),
    debit.collectionOn,
    debit.mandate.iban,
    debit.mandate.reference,
  ])
  const digest = createHash('sha256')
    .update(JSON.stringify([identifier, content]))
    .digest('hex')
  return `QT${formatDay(input.today).replaceAll('-', '')}-${digest.slice(0, 16)}`
}

function shown(debit: DirectDebit, { stored, instalment }: Due): ExportedPain008['debits'][number] {
  return {
    case: stored.caseFile.id,
    debtor: debit.debtor,
    endToEndId: debit.endToEndId,
    dueOn: formatDay(instalment.dueOn),
    collectionOn: formatDay(debit.collectionOn),
    amountCents: debit.amountCents,
    mandate: debit.mandate.reference,
    sequence: debit.mandate.sequence,
  }
}
