import { type Day, formatDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'

export type DebtorBalance = {
  code: string
  name: string
  creditor: string
  currency: string
  openCents: bigint
  overdueCents: bigint
  items: { invoice: string; dueOn: string | null; balanceCents: number }[]
}

/**
 * What each debtor owes on a day: items less allocations, less money and credit notes not yet set against an item.
 * Debtors who owe nothing and are owed nothing are left out.
 */
export async function debtorBalances(tx: Tx, today: Day): Promise<DebtorBalance[]> {
  return tx.query<DebtorBalance>(
    `with open_item as materialized (
       select i.case_id, i.name, i.due_on, i.amount_cents - coalesce(sum(a.amount_cents), 0)::bigint as balance_cents
       from   due_item i
       left   join allocation a on a.organisation_id = $1 and a.case_id = i.case_id and a.item_id = i.id
       where  i.organisation_id = $1
       group  by i.case_id, i.id, i.name, i.due_on, i.amount_cents
       having i.amount_cents - coalesce(sum(a.amount_cents), 0) > 0
     ), owed as materialized (
       select case_id, sum(balance_cents)::bigint as open_cents,
              coalesce(sum(balance_cents) filter (where due_on < $2), 0)::bigint as overdue_cents,
              json_agg(json_build_object('invoice', name, 'dueOn', due_on, 'balanceCents', balance_cents)
                       order by due_on nulls last, name) as items
       from   open_item group by case_id
     ), received as materialized (
       select case_id, sum(cents)::bigint as cents
       from  (select p.case_id, p.amount_cents - p.used_cents - coalesce((
                       select sum((r->>'amountCents')::bigint) from jsonb_array_elements(p.rejections) r), 0) as cents
              from   payment p where p.organisation_id = $1
              union  all
              select n.case_id, n.amount_cents - n.used_cents from credit_note n where n.organisation_id = $1
              union  all
              select a.case_id, -a.amount_cents from allocation a
              where  a.organisation_id = $1 and a.source <> 'write-off') movement
       group by case_id
     )
     select d.code, d.name, k.code as creditor, c.currency,
            coalesce(o.open_cents, 0) - coalesce(r.cents, 0) as "openCents",
            coalesce(o.overdue_cents, 0) as "overdueCents",
            coalesce(o.items, '[]') as items
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     left   join owed o on o.case_id = c.case_id
     left   join received r on r.case_id = c.case_id
     where  c.organisation_id = $1 and coalesce(o.open_cents, 0) - coalesce(r.cents, 0) <> 0
     order  by "openCents" desc, d.code`,
    [tx.organisationId, formatDay(today)],
  )
}
