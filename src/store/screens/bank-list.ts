import type { Tx } from '../database.ts'
import {
  type List,
  type Order,
  type PageAfter,
  type PageAt,
  type RowsAfter,
  type RowsAt,
  rowsAfter,
  rowsAt,
} from './page.ts'

/** A payment received that waits for a person, or was decided on, with what it is suggested or set against. */
export type ListedEntry = {
  entry: string
  bookedOn: string
  amountCents: bigint
  currency: string
  payer: string | null
  description: string
  status: 'matched' | 'suggested' | 'unmatched' | 'refused'
  score: number | null
  because: string[]
  shares: { case: string; item: string; amountCents: number }[]
}

export const ORDER_OF_ENTRIES: Order = { list: 'bank', keys: [{ name: 'number', type: 'bigint' }] }

/** Entries of money received by status, the oldest first. */
export async function entriesAfter(
  tx: Tx,
  statuses: readonly string[],
  page: PageAfter,
): Promise<RowsAfter<ListedEntry>> {
  return rowsAfter(tx, moneyReceived(tx, statuses), page)
}

export async function entriesAt(
  tx: Tx,
  statuses: readonly string[],
  page: PageAt,
): Promise<RowsAt<ListedEntry>> {
  return rowsAt(tx, moneyReceived(tx, statuses), page)
}

function moneyReceived(tx: Tx, statuses: readonly string[]): List {
  return {
    order: ORDER_OF_ENTRIES,
    among: `select e.number from bank_entry e
     where  e.organisation_id = $1 and e.status = any($2::text[]) and e.amount_cents > 0`,
    columns: ENTRY,
    joins: 'join bank_entry e on e.organisation_id = $1 and e.number = page.number',
    params: [tx.organisationId, statuses],
  }
}

const ENTRY = `'B-' || e.number as entry, e.booked_on::text as "bookedOn", e.amount_cents as "amountCents", e.currency,
            e.party_name as payer, e.description, e.status, e.score, e.because,
            coalesce((select json_agg(json_build_object('case', k.code || '/' || d.code, 'item', coalesce(i.name, n.number),
                                                        'amountCents', s.cents) order by s.place)
                      from   (select p.value->>'caseId' as case_id, (p.value->>'itemId')::integer as item_id,
                                     (p.value->>'amountCents')::bigint as cents, (p.value->>'isCredit')::boolean as is_credit,
                                     p.ordinality as place
                              from   jsonb_array_elements(e.suggestion) with ordinality as p) s
                      join   dunning_case c on c.organisation_id = $1 and c.case_id = s.case_id::uuid
                      join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
                      join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
                      left   join due_item i on i.organisation_id = $1 and i.case_id = c.case_id and i.id = s.item_id and not s.is_credit
                      left   join credit_note n on n.organisation_id = $1 and n.case_id = c.case_id and n.id = s.item_id and s.is_credit), '[]')
              as shares`
