import { type Day, formatDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'

/** An open item, what is left of a credit note (negative), or a settled item (zero), with the debtor who owes or holds it. */
export type LedgerItem = {
  caseId: string
  itemId: number
  isCredit: boolean
  /** The number that a payer would write. */
  number: string
  dueOn: Day | null
  balanceCents: bigint
  currency: string
}

/** A case as money is matched to it; one debtor has one for each currency. */
export type LedgerCase = {
  caseId: string
  case: string
  name: string
  currency: string
  ibans: readonly string[]
}

/** All that money of a creditor may pay, and what has been settled since a day: it may be paid twice. The oldest due date first. */
export async function matchLedger(
  tx: Tx,
  creditorId: string,
  settledSince: Day,
): Promise<{ items: LedgerItem[]; cases: LedgerCase[] }> {
  const items = await tx.query<LedgerItem>(
    `select "caseId", "itemId", "isCredit", number, due_on - date '1970-01-01' as "dueOn", cents::bigint as "balanceCents", currency
     from  (select c.case_id as "caseId", i.id as "itemId", false as "isCredit", i.invoice as number, i.due_on, c.currency,
                   i.amount_cents - coalesce(sum(a.amount_cents), 0) as cents
            from   dunning_case c
            join   due_item i on i.organisation_id = $1 and i.case_id = c.case_id
            left   join allocation a on a.organisation_id = $1 and a.case_id = i.case_id and a.item_id = i.id
            where  c.organisation_id = $1 and c.creditor_id = $2
            group  by c.case_id, c.currency, i.id, i.invoice, i.due_on, i.amount_cents
            having i.amount_cents > coalesce(sum(a.amount_cents), 0)
                or (i.amount_cents = sum(a.amount_cents) and max(a.allocated_on) >= $3::date)
            union  all
            select c.case_id, n.id, true, n.number, n.issued_on, c.currency,
                   n.used_cents - n.amount_cents + coalesce(sum(a.amount_cents), 0)
            from   dunning_case c
            join   credit_note n on n.organisation_id = $1 and n.case_id = c.case_id
            left   join allocation a on a.organisation_id = $1 and a.case_id = n.case_id and a.source = 'credit-note' and a.source_id = n.id
            where  c.organisation_id = $1 and c.creditor_id = $2
            group  by c.case_id, c.currency, n.id, n.number, n.issued_on, n.amount_cents, n.used_cents
            having n.amount_cents - n.used_cents > coalesce(sum(a.amount_cents), 0)) payable
     order  by due_on nulls last, number, "itemId"`,
    [tx.organisationId, creditorId, formatDay(settledSince)],
  )
  const cases = await tx.query<LedgerCase>(
    `select c.case_id as "caseId", k.code || '/' || d.code as case, d.name, c.currency,
            coalesce(array_agg(b.iban) filter (where b.iban is not null), '{}') as ibans
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     left   join debtor_iban b on b.organisation_id = $1 and b.debtor_id = c.debtor_id
     where  c.organisation_id = $1 and c.creditor_id = $2
     group  by c.case_id, k.code, d.code, d.name, c.currency
     order  by c.case_id`,
    [tx.organisationId, creditorId],
  )
  return { items, cases }
}
