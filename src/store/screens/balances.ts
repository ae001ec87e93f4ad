import { type Day, formatDay } from '../../domain/date.ts'
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

export type DebtorBalance = {
  code: string
  name: string
  creditor: string
  currency: string
  openCents: bigint
  overdueCents: bigint
  items: { invoice: string; dueOn: string | null; balanceCents: number }[]
}

export const ORDER_OF_BALANCES: Order = {
  list: 'balances',
  keys: [
    { name: 'open_cents', type: 'bigint', down: true },
    { name: 'code', type: 'text' },
    { name: 'case_id', type: 'uuid' },
  ],
}

/**
 * What each debtor owes on a day: items less allocations, less money and credit notes not yet set against an item. The largest
 * first; debtors who owe nothing and are owed nothing are left out. Each page adds up the whole.
 */
export async function balancesAfter(tx: Tx, today: Day, page: PageAfter): Promise<RowsAfter<DebtorBalance>> {
  return rowsAfter(tx, debtorBalances(tx, today), page)
}

export async function balancesAt(tx: Tx, today: Day, page: PageAt): Promise<RowsAt<DebtorBalance>> {
  return rowsAt(tx, debtorBalances(tx, today), page)
}

function debtorBalances(tx: Tx, today: Day): List {
  return {
    order: ORDER_OF_BALANCES,
    among: BALANCES,
    columns: `page.code, page.name, page.creditor, page.currency, page.open_cents as "openCents",
            page.overdue_cents as "overdueCents", page.items`,
    joins: '',
    params: [tx.organisationId, formatDay(today)],
  }
}

const BALANCES = `with open_item as materialized (
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
     select d.code, d.name, k.code as creditor, c.currency, c.case_id,
            coalesce(o.open_cents, 0) - coalesce(r.cents, 0) as open_cents,
            coalesce(o.overdue_cents, 0) as overdue_cents,
            coalesce(o.items, '[]') as items
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     left   join owed o on o.case_id = c.case_id
     left   join received r on r.case_id = c.case_id
     where  c.organisation_id = $1 and coalesce(o.open_cents, 0) - coalesce(r.cents, 0) <> 0`
