import { type Day, formatDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'

/** `matched`: recorded as a payment. `refused`: a person said that no customer paid it. `outgoing`: money that left. */
export type BankEntryStatus = 'matched' | 'suggested' | 'unmatched' | 'refused' | 'outgoing' | 'return'

/** What is set against one item; negative for a credit note, whose id it then is. */
export type StoredShare = { caseId: string; itemId: number; amountCents: number; isCredit: boolean }

/** A movement of an account as it is kept. */
export type BankEntry = {
  entryId: string
  number: number
  creditorId: string
  account: string
  bookedOn: Day
  valueOn: Day | null
  amountCents: bigint
  currency: string
  partyName: string | null
  partyIban: string | null
  reference: string | null
  endToEndId: string | null
  description: string
  returnReason: string | null
  fingerprint: string
  status: BankEntryStatus
  score: number | null
  because: readonly string[]
  suggestion: readonly StoredShare[] | null
}

export type NewBankEntry = Omit<BankEntry, 'number'>

const COLUMNS = `entry_id as "entryId", number, creditor_id as "creditorId", account, booked_on - date '1970-01-01' as "bookedOn",
  value_on - date '1970-01-01' as "valueOn", amount_cents as "amountCents", currency, party_name as "partyName",
  party_iban as "partyIban", reference, end_to_end_id as "endToEndId", description, return_reason as "returnReason", fingerprint,
  status, score, because, suggestion`

/** Writes entries that are not known yet, numbered after the last; returns those written. The organisation must be locked. */
export async function insertBankEntries(tx: Tx, entries: readonly NewBankEntry[]): Promise<BankEntry[]> {
  if (entries.length === 0) return []
  const rows = await tx.query<BankEntry>(
    `insert into bank_entry (organisation_id, entry_id, number, creditor_id, account, booked_on, value_on, amount_cents, currency,
                             party_name, party_iban, reference, end_to_end_id, description, return_reason, fingerprint, status)
     select $1, r.entry_id, n.last + row_number() over (order by r.place), r.creditor_id, r.account, r.booked_on, r.value_on,
            r.amount_cents, r.currency, r.party_name, r.party_iban, r.reference, r.end_to_end_id, r.description, r.return_reason,
            r.fingerprint, r.status
     from   jsonb_to_recordset($2::jsonb) as r(place integer, entry_id uuid, creditor_id uuid, account text, booked_on date, value_on date,
              amount_cents bigint, currency text, party_name text, party_iban text, reference text, end_to_end_id text,
              description text, return_reason text, fingerprint text, status text)
     cross  join (select coalesce(max(number), 0) as last from bank_entry where organisation_id = $1) n
     on conflict (organisation_id, creditor_id, fingerprint) do nothing
     returning ${COLUMNS}`,
    [
      tx.organisationId,
      JSON.stringify(
        entries.map((entry, place) => ({
          place,
          entry_id: entry.entryId,
          creditor_id: entry.creditorId,
          account: entry.account,
          booked_on: formatDay(entry.bookedOn),
          value_on: entry.valueOn === null ? null : formatDay(entry.valueOn),
          amount_cents: String(entry.amountCents),
          currency: entry.currency,
          party_name: entry.partyName,
          party_iban: entry.partyIban,
          reference: entry.reference,
          end_to_end_id: entry.endToEndId,
          description: entry.description,
          return_reason: entry.returnReason,
          fingerprint: entry.fingerprint,
          status: entry.status,
        })),
      ),
    ],
  )
  return rows.sort((a, b) => a.number - b.number)
}

/** What is known of movements of these amounts, booked between two days. */
export async function entriesOfAmounts(
  tx: Tx,
  creditorId: string,
  amounts: readonly bigint[],
  from: Day,
  to: Day,
): Promise<BankEntry[]> {
  return tx.query<BankEntry>(
    `select ${COLUMNS} from bank_entry
     where  organisation_id = $1 and creditor_id = $2 and booked_on between $3::date and $4::date
       and  amount_cents = any($5::bigint[])
     order  by number`,
    [tx.organisationId, creditorId, formatDay(from), formatDay(to), amounts.map(String)],
  )
}

/** What became of entries: a match, a suggestion, or a person's word. */
export type EntryOutcome = Pick<BankEntry, 'entryId' | 'status' | 'score' | 'because' | 'suggestion'>

export async function writeOutcomes(tx: Tx, outcomes: readonly EntryOutcome[]): Promise<void> {
  if (outcomes.length === 0) return
  await tx.query(
    `update bank_entry e set status = r.status, score = r.score, because = r.because, suggestion = r.suggestion
     from   jsonb_to_recordset($2::jsonb) as r(entry_id uuid, status text, score integer, because text[], suggestion jsonb)
     where  e.organisation_id = $1 and e.entry_id = r.entry_id`,
    [
      tx.organisationId,
      JSON.stringify(outcomes.map(({ entryId, ...outcome }) => ({ entry_id: entryId, ...outcome }))),
    ],
  )
}

/** Who decided on an entry, and when. */
export async function noteDecision(tx: Tx, entryId: string, actor: string, on: Day): Promise<void> {
  await tx.query(
    'update bank_entry set decided_by = $3, decided_on = $4 where organisation_id = $1 and entry_id = $2',
    [tx.organisationId, entryId, actor, formatDay(on)],
  )
}

export async function bankEntryByNumber(tx: Tx, number: number): Promise<BankEntry | null> {
  const [row] = await tx.query<BankEntry>(
    `select ${COLUMNS} from bank_entry where organisation_id = $1 and number = $2 for update`,
    [tx.organisationId, number],
  )
  return row ?? null
}

/** The matched entry whose money a return most likely brings back: same amount, same account or end-to-end id, the newest. */
export async function entryReturnedBy(tx: Tx, entry: BankEntry): Promise<BankEntry | null> {
  const [row] = await tx.query<BankEntry>(
    `select ${COLUMNS} from bank_entry
     where  organisation_id = $1 and creditor_id = $2 and status = 'matched' and currency = $3 and amount_cents = $4
       and  booked_on <= $5::date and booked_on >= $5::date - 400
       and  (end_to_end_id = $6 or party_iban = $7 or (reference is not null and reference = $8))
     order  by (end_to_end_id = $6) desc nulls last, booked_on desc, number desc
     limit  1`,
    [
      tx.organisationId,
      entry.creditorId,
      entry.currency,
      String(-entry.amountCents),
      formatDay(entry.bookedOn),
      entry.endToEndId,
      entry.partyIban,
      entry.reference,
    ],
  )
  return row ?? null
}

/** Ids of the cases that an entry's money was recorded in. */
export async function casesPaidBy(tx: Tx, entryId: string): Promise<string[]> {
  const rows = await tx.query<{ caseId: string }>(
    'select distinct case_id as "caseId" from payment where organisation_id = $1 and entry = $2',
    [tx.organisationId, entryId],
  )
  return rows.map(({ caseId }) => caseId)
}

/** Notes accounts from which debtors have paid. */
export async function learnIbans(tx: Tx, known: readonly { caseId: string; iban: string }[]): Promise<void> {
  if (known.length === 0) return
  await tx.query(
    `insert into debtor_iban (organisation_id, debtor_id, iban)
     select distinct $1::uuid, c.debtor_id, r.iban
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, iban text)
     join   dunning_case c on c.organisation_id = $1 and c.case_id = r.case_id
     on conflict (organisation_id, debtor_id, iban) do nothing`,
    [tx.organisationId, JSON.stringify(known.map(({ caseId, iban }) => ({ case_id: caseId, iban })))],
  )
}

/** Payments of a creditor that a person or the books recorded and that no bank entry answers to yet. */
export type RecordedPayment = {
  caseId: string
  paymentId: number
  receivedOn: Day
  amountCents: bigint
  currency: string
  name: string
  ibans: readonly string[]
  /** Numbers of the invoices that it was set against. */
  numbers: readonly string[]
}

export async function paymentsWithoutEntry(
  tx: Tx,
  creditorId: string,
  amounts: readonly bigint[],
  from: Day,
  to: Day,
): Promise<RecordedPayment[]> {
  return tx.query<RecordedPayment>(
    `select p.case_id as "caseId", p.id as "paymentId", p.received_on - date '1970-01-01' as "receivedOn", p.amount_cents as "amountCents",
            c.currency, d.name,
            array(select b.iban from debtor_iban b where b.organisation_id = $1 and b.debtor_id = d.debtor_id) as ibans,
            array(select distinct i.invoice from allocation a
                  join due_item i on i.organisation_id = $1 and i.case_id = a.case_id and i.id = a.item_id
                  where a.organisation_id = $1 and a.case_id = p.case_id and a.source = 'payment' and a.source_id = p.id) as numbers
     from   payment p
     join   dunning_case c on c.organisation_id = $1 and c.case_id = p.case_id and c.creditor_id = $2
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  p.organisation_id = $1 and p.entry is null and p.amount_cents = any($3::bigint[])
       and  p.received_on between $4::date and $5::date
     order  by p.received_on, p.case_id, p.id`,
    [tx.organisationId, creditorId, amounts.map(String), formatDay(from), formatDay(to)],
  )
}
