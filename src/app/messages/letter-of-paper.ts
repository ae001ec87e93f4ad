import type { PrintedLetter } from '../../documents/letter.ts'
import type { PaperInput } from '../../documents/paper/paper-data.ts'
import { printPaper } from '../../documents/paper/print-paper.ts'
import { paymentReference } from '../../documents/text/tables.ts'
import { payeeOf } from '../../domain/claim/payee.ts'
import type { Day } from '../../domain/date.ts'
import { contactFor } from '../../domain/decide/reach.ts'
import { readCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { findOneCase } from '../find-case.ts'
import type { Refused } from '../refused.ts'
import { letterheadOf } from './find-letterhead.ts'
import { lettersAbout } from './first-letters.ts'
import { lackingPaper } from './lacking.ts'
import { loadParties } from './load-parties.ts'
import { addressee, partyInput } from './message-parties.ts'
import { planPaper, receiptPaper, statementPaper } from './paper-input.ts'
import type { Parties } from './parties.ts'
import { transferCode } from './transfer-code.ts'

export type PaperKind = PaperInput['kind']

/** A letter ready for the press, and what it is about. */
export type LetterOfPaper = { kind: PaperKind; case: string; debtor: string; letter: PrintedLetter }

/**
 * The plan agreed with a debtor, a receipt of its payments, or a statement of its account, as of a day. `about` may name an
 * invoice: a receipt is then for that one alone.
 */
export async function letterOfPaper(
  desk: Desk,
  { kind, about }: { kind: PaperKind; about: string },
): Promise<LetterOfPaper | Refused> {
  const parties = await desk.transaction(async tx => {
    const found = await findOneCase(tx, about)
    return 'refused' in found ? found : loadParties(tx, (await readCase(desk, tx, found.caseId)).stored, null)
  })
  if ('refused' in parties) return parties
  const { id, debtor } = parties.caseFile
  const particular = particularOf(desk, parties, kind, about, desk.today)
  if ('refused' in particular) return particular
  const agency = agencyInput(desk, parties)
  if ('missing' in agency) return lackingPaper(kind, agency)
  const contact = contactFor('letter', parties.caseFile.contacts, debtor.kind) ?? null
  const input: PaperInput = {
    today: desk.today,
    currency: parties.caseFile.currency,
    ...partyInput(parties),
    ...agency,
    contact: addressee(contact),
    noticeDays: parties.caseFile.settings.formalNoticeDays,
    ...particular,
  }
  const letterhead = await letterheadOf(desk, parties, input.agency !== undefined)
  const letter = printPaper(input, { letterhead, code: codeOf(input) }, desk.country)
  return 'missing' in letter ? lackingPaper(kind, letter) : { kind, case: id, debtor: debtor.name, letter }
}

function particularOf({ country }: Desk, { caseFile }: Parties, kind: PaperKind, about: string, date: Day) {
  const law = country.law({ region: caseFile.settings.region })
  switch (kind) {
    case 'plan-agreement':
      return planPaper(caseFile, date, law)
    case 'receipt':
      return receiptPaper(caseFile, about, date)
    case 'statement':
      return statementPaper(caseFile, date, law)
  }
}

/** An agency writes in its own name, and recalls the letters that it sent first (CPCE R124-4). */
function agencyInput(desk: Desk, parties: Parties) {
  const firstLetter = desk.country.scenarios.get(parties.caseFile.scenarioId)?.firstLetter
  return firstLetter === undefined ? {} : lettersAbout(parties, parties.agency, firstLetter)
}

/** Of a statement alone: a plan is paid in several sums. */
function codeOf(input: PaperInput) {
  const balance = input.kind === 'statement' ? input.lines.at(-1)?.balanceCents : undefined
  if (balance === undefined || input.kind !== 'statement') return null
  return transferCode({
    payee: payeeOf(input.payee, input.agency, input.creditor),
    amountCents: balance,
    reference: paymentReference(input),
    currency: input.currency,
  })
}
