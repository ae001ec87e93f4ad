import { lookAgain } from '../../domain/case/case.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import type { DebtorKind, DebtorStatus } from '../../domain/debtor.ts'
import { type Identifier, readSirenOrSiret, readVat, sirenOfVat } from '../../formats/identifiers.ts'
import type { Tx } from '../../store/database.ts'
import {
  casesOfDebtor,
  findDebtors,
  moveUnbegunCases,
  type StoredDebtor,
  updateDebtor,
} from '../../store/parties/debtors.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { closeCase, openCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'

/** Absent stays as it was; `none` empties a number or a status. */
export type ChangeDebtor = {
  debtor: string
  name?: string | undefined
  kind?: DebtorKind | undefined
  status?: DebtorStatus | 'none' | undefined
  /** How an association or a co-ownership counts; a consumer until somebody says otherwise. */
  actsAs?: 'business' | 'consumer' | undefined
  siren?: string | undefined
  vat?: string | undefined
  /** Where letters reach it, on one line. */
  address?: string | undefined
  /** The day on which it agreed to electronic registered mail (CPCE L100). */
  electronicMailConsent?: Day | undefined
}

/** `debtor` is `CREDITOR/DEBTOR` codes, `cases` how many there are: one for each currency. */
export type ChangedDebtor = Omit<StoredDebtor, 'debtorId' | 'id'> & {
  debtor: string
  cases: number
  nextLookOn: string | null
}

/** Writes who a debtor is, in the journal of each of its cases; they are looked at again at the next run. */
export async function changeDebtor(desk: Desk, input: ChangeDebtor): Promise<ChangedDebtor | Refused> {
  return desk.transaction(async tx => {
    await lockOrganisation(tx)
    const known = await findOneDebtor(tx, input.debtor)
    if ('refused' in known) return known
    const changed = withChanges(known, input)
    if ('refused' in changed) return changed
    const { debtorId, id, ...told } = changed
    const cases = await casesOfDebtor(tx, debtorId)
    const answer = { debtor: id, ...told, cases: cases.length }
    const changes = differences(known, changed)
    if (Object.keys(changes).length === 0) return { ...answer, nextLookOn: null }
    await updateDebtor(tx, changed)
    if (known.kind !== changed.kind) {
      const { scenarioFor } = desk.country
      await moveUnbegunCases(tx, debtorId, scenarioFor(known.kind), scenarioFor(changed.kind))
    }
    for (const { caseId } of cases) await noteInCase(desk, tx, caseId, changes)
    return { ...answer, nextLookOn: formatDay(desk.today) }
  })
}

async function noteInCase(
  desk: Desk,
  tx: Tx,
  caseId: string,
  changes: Record<string, string | null>,
): Promise<void> {
  const opened = await openCase(desk, tx, caseId)
  const { caseFile } = opened.stored
  const after = caseFile.closed ? caseFile : lookAgain(caseFile, desk.today)
  await closeCase(desk, tx, opened, after, { kind: 'person', entry: { debtor: changes } })
}

async function findOneDebtor(tx: Tx, text: string): Promise<StoredDebtor | Refused> {
  const found = await findDebtors(tx, text)
  const [first, second] = found
  if (!first) return refuse('unknown-debtor', { kind: 'debtor', text })
  if (!second) return first
  return refuse('ambiguous-debtor', { kind: 'debtor', text, debtors: found.map(({ id }) => id) })
}

function withChanges(known: StoredDebtor, input: ChangeDebtor): StoredDebtor | Refused {
  const vat = identifier(input.vat, known.vat, readVat)
  if (isFaulty(vat)) return refuse('bad-vat', { vat: input.vat ?? '', fault: vat.problem })
  const own = identifier(input.siren, known.siren, readSirenOrSiret)
  if (isFaulty(own))
    return refuse('bad-siren', { kind: 'siren-or-siret', siren: input.siren ?? '', fault: own.problem })
  const status = input.status === undefined ? known.status : input.status === 'none' ? null : input.status
  const kind = kindOf(known, input, status)
  if (typeof kind !== 'string') return kind
  const siren = own ?? (input.siren === undefined ? sirenOfVat(vat) : null)
  const address = input.address === 'none' ? null : (input.address?.trim() ?? known.address)
  const electronicMailConsentOn =
    input.electronicMailConsent === undefined
      ? known.electronicMailConsentOn
      : formatDay(input.electronicMailConsent)
  const name = input.name ?? known.name
  return { ...known, name, kind, status, siren, vat, address, electronicMailConsentOn }
}

/** An association or a co-ownership counts as its flag says, cautiously as a consumer while nobody has set it. */
function kindOf(known: StoredDebtor, input: ChangeDebtor, status: DebtorStatus | null): DebtorKind | Refused {
  if (status === null) {
    if (input.actsAs === undefined) return input.kind ?? known.kind

    return refuse('no-status')
  }
  if (input.kind !== undefined) return refuse('status-settles-kind')
  return input.actsAs ?? (status === known.status ? known.kind : 'consumer')
}

type Faulty = Exclude<Identifier, { value: string }>

function identifier(
  given: string | undefined,
  known: string | null,
  read: (text: string) => Identifier,
): string | null | Faulty {
  if (given === undefined) return known
  if (given === 'none') return null
  const found = read(given)
  return 'value' in found ? found.value : found
}

function isFaulty(found: string | null | Faulty): found is Faulty {
  return found !== null && typeof found === 'object'
}

function differences(known: StoredDebtor, changed: StoredDebtor): Record<string, string | null> {
  const keys = ['name', 'kind', 'status', 'siren', 'vat', 'address', 'electronicMailConsentOn'] as const
  return Object.fromEntries(keys.filter(key => known[key] !== changed[key]).map(key => [key, changed[key]]))
}
