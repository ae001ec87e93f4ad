import { type Day, formatDay } from '../../domain/date.ts'
import type { RateBook } from '../../domain/interest/rate.ts'
import type { Tx } from '../database.ts'
import { claimLaw } from './claim-law.ts'

/** Three amounts that add up to the total; interest and indemnity are those not waived. Null where a rate lacks. */
export type CaseClaim = {
  caseId: string
  /** Open items, less credits not set against any. */
  principalCents: bigint
  interestCents: bigint | null
  indemnityCents: bigint
  totalCents: bigint | null
  /** The name of the rate that is not known. */
  unknownRate: string | null
}

/** A case as a list names it. */
export type ClaimedCase = { caseId: string; case: string; debtor: string; currency: string }

/** At most `limit` cases after the one given, in the order of their keys. */
export async function claimedCases(tx: Tx, after: string, limit: number): Promise<ClaimedCase[]> {
  return tx.query<ClaimedCase>(
    `select c.case_id as "caseId", k.code || '/' || d.code as case, d.name as debtor, c.currency
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  c.organisation_id = $1 and c.case_id > $2
     order  by c.case_id
     limit  $3`,
    [tx.organisationId, after, limit],
  )
}

/**
 * What the accounts of some cases come to on a day: the claim of `domain/claim/case-claim.ts` in one statement, rounded as it is,
 * segment by segment. Cases of creditors who take interest first or capitalise it are left out: what a payment does to
 * interest there depends on the days before.
 */
export async function caseClaims(
  tx: Tx,
  caseIds: readonly string[],
  until: Day,
  rates: RateBook,
): Promise<CaseClaim[]> {
  return tx.query<CaseClaim>(CASE_CLAIMS, [
    tx.organisationId,
    caseIds,
    formatDay(until),
    ...claimLaw(rates, until),
  ])
}

const isLeap = (year: string) => `(${year} % 4 = 0 and (${year} % 100 <> 0 or ${year} % 400 = 0))`
const yearOf = (day: string) => `extract(year from ${day})::integer`

/** What is given up of an item, the last first taken back by what came in of it since: as far as the sum never falls again. */
const WRITE_OFFS_LEFT = `
             select 'write-off', allocated_on, least(amount_cents, lowest_after - before)
             from  (select w.*, min(reached) over (order by id rows between current row and unbounded following) as lowest_after,
                           reached - amount_cents as before
                    from  (select a.id, a.allocated_on, a.amount_cents, sum(a.amount_cents) over (order by a.id) as reached
                           from   allocation a
                           where  a.organisation_id = $1 and a.case_id = i.case_id and a.item_id = i.id
                             and  a.source = 'write-off') w) given
             where  amount_cents > 0 and lowest_after > before`

/** Row by row: what belongs to an item or an invoice is looked up beside it, so that the work grows with the page alone. */
const CASE_CLAIMS = `
  with rule as materialized (
    select * from unnest($4::text[], $5::text[], $6::boolean[], $7::boolean[], $8::integer[], $9::bigint[], $10::date[])
      as r(kind, article, from_notice, by_semester, surcharge_months, indemnity_cents, indemnity_since)
  ), rate as materialized (
    select * from unnest($11::text[], $12::date[], $13::date[], $14::boolean[], $15::integer[], $16::text[])
      as r(kind, starts_on, ends_on, surcharged, rate_bps, unknown)
  ), terms as materialized (
    select c.case_id, r.*, k.basis, case d.kind when 'business' then k.contract_rate_bps end as contract_bps,
           (select min(h.from_on) from hold h
            where  h.organisation_id = $1 and h.case_id = c.case_id and h.reason = 'insolvency') as insolvency_on,
           ((select max(f.counts_on) from claim_fact f
             where  f.organisation_id = $1 and f.case_id = c.case_id and f.kind = 'judgment')
            + make_interval(months => r.surcharge_months))::date + 1 as surcharged_from
    from   dunning_case c
    join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
    join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
    join   rule r on r.kind = d.kind
    where  c.organisation_id = $1 and c.case_id = any($2::uuid[])
      and  k.imputation = 'principal-first' and not (k.capitalisation and d.kind = 'business')
  ), item as materialized (
    select t.*, i.invoice, i.issued_on, i.due_on, i.amount_cents, m.sources, m.days, m.cents,
           least($3::date, stop.stopped_on - 1) as until_day,
           case when t.from_notice
                then (select greatest(i.due_on, min(n.ended_on)) + 1 from action n
                      where  n.organisation_id = $1 and n.case_id = i.case_id and n.stage = 'formal-notice'
                        and  n.status = 'done' and i.id = any(n.item_ids)
                      having min(n.ended_on) is not null)
                else i.due_on + 1 end as first_day
    from   terms t
    join   due_item i on i.organisation_id = $1 and i.case_id = t.case_id
    cross  join lateral (
      select min(h.from_on) filter (where h.from_on <= $3::date) as stopped_on from hold h
      where  h.organisation_id = $1 and h.case_id = i.case_id and h.reason = 'insolvency'
        and  case when h.item_ids is null then coalesce(i.performed_on, i.issued_on) < h.from_on else i.id = any(h.item_ids) end) stop
    cross  join lateral (
      select array_agg(source) as sources, array_agg(on_day) as days, array_agg(cents) as cents,
             coalesce(sum(cents), 0) as total_cents
      from  (select a.source, coalesce(p.received_on, n.issued_on, min(a.allocated_on)) as on_day, sum(a.amount_cents) as cents
             from   allocation a
             left   join payment p on p.organisation_id = $1 and p.case_id = i.case_id and p.id = a.source_id and a.source = 'payment'
             left   join credit_note n on n.organisation_id = $1 and n.case_id = i.case_id and n.id = a.source_id
                         and a.source = 'credit-note'
             where  a.organisation_id = $1 and a.case_id = i.case_id and a.item_id = i.id and a.source <> 'write-off'
             group  by a.source, a.source_id, p.received_on, n.issued_on
             having sum(a.amount_cents) > 0
             union  all
             ${WRITE_OFFS_LEFT}) movement) m
    where  i.issued_on <= $3::date and i.due_on is not null and i.amount_cents > m.total_cents
  ), counted as materialized (
    select i.case_id, i.invoice, i.indemnity_cents, n.unknown_rate, n.interest_cents, i.amount_cents - m.until_today as open_cents,
           $3::date > i.due_on and i.issued_on >= i.indemnity_since and i.amount_cents > m.on_time
             and (i.insolvency_on is null or i.insolvency_on > i.due_on) as owes_indemnity
    from   item i
    cross  join lateral (
      select coalesce(sum(c) filter (where d <= $3::date), 0) as until_today,
             coalesce(sum(c) filter (where s = 'payment' and d <= i.due_on or s = 'credit-note' and d <= $3::date), 0) as on_time
      from   unnest(i.sources, i.days, i.cents) as u(s, d, c)) m
    cross  join lateral (
      select min(coalesce(r.unknown, i.article)) filter (where coalesce(i.contract_bps, r.rate_bps) is null) as unknown_rate,
             sum(div(2 * base_cents * coalesce(i.contract_bps, r.rate_bps) * days + 10000 * year_days, 20000 * year_days))
               as interest_cents
      from  (select from_day, coalesce(lead(from_day) over (order by from_day), i.until_day + 1) - from_day as days,
                    case when i.basis = 'actual' and ${isLeap(yearOf('from_day'))} then 366 else 365 end as year_days,
                    i.amount_cents - (select coalesce(sum(c), 0) from unnest(i.sources, i.days, i.cents) as u(s, d, c)
                                      where case s when 'payment' then d + 1 else d end <= from_day) as base_cents
             from  (select i.first_day as from_day
                    union
                    select case s when 'payment' then d + 1 else d end from unnest(i.sources, i.days) as u(s, d)
                    union
                    select r.starts_on from rate r where i.by_semester and i.contract_bps is null and r.kind = i.kind
                    union
                    select i.surcharged_from where i.contract_bps is null
                    union
                    select make_date(y, 1, 1) from generate_series(${yearOf('i.first_day')} + 1, ${yearOf('i.until_day')}) y
                    where  i.basis = 'actual' and ${isLeap('y')} <> ${isLeap('(y - 1)')}) cut
             where  from_day between i.first_day and i.until_day) segment
      left   join rate r on r.kind = i.kind and i.contract_bps is null
             and r.surcharged = (i.surcharged_from <= from_day is true)
             and case when i.by_semester then from_day else i.first_day end between r.starts_on and r.ends_on
      where  base_cents > 0) n
  ), invoiced as materialized (
    select case_id, invoice, sum(open_cents) as open_cents, min(unknown_rate) as unknown_rate,
           coalesce(sum(interest_cents), 0) as interest_cents,
           case when bool_or(owes_indemnity) then max(indemnity_cents) end as indemnity_cents
    from   counted group by case_id, invoice
  ), claimed as materialized (
    select v.case_id, sum(v.open_cents) as open_cents, min(v.unknown_rate) as unknown_rate,
           sum(greatest(v.interest_cents - f.waived_interest, 0)) as interest_cents,
           sum(greatest(greatest(v.indemnity_cents, f.costs) - f.waived_indemnity, 0)) filter (where v.indemnity_cents is not null)
             as indemnity_cents
    from   invoiced v
    cross  join lateral (
      select coalesce(sum(f.amount_cents) filter (where f.kind = 'costs'), 0) as costs,
             coalesce(sum(f.amount_cents) filter (where f.kind = 'waived-interest'), 0) as waived_interest,
             coalesce(sum(f.amount_cents) filter (where f.kind = 'waived-indemnity'), 0) as waived_indemnity
      from   claim_fact f
      where  f.organisation_id = $1 and f.case_id = v.case_id and f.invoice = v.invoice and f.counts_on <= $3::date) f
    group  by v.case_id
  )
  select t.case_id as "caseId",
         (coalesce(c.open_cents, 0) - r.cents)::bigint as "principalCents",
         case when c.unknown_rate is null then coalesce(c.interest_cents, 0)::bigint end as "interestCents",
         coalesce(c.indemnity_cents, 0)::bigint as "indemnityCents",
         case when c.unknown_rate is null
              then (coalesce(c.open_cents, 0) - r.cents + coalesce(c.interest_cents, 0) + coalesce(c.indemnity_cents, 0))::bigint
              end as "totalCents",
         c.unknown_rate as "unknownRate"
  from   terms t
  left   join claimed c on c.case_id = t.case_id
  cross  join lateral (
    select coalesce(sum(left_cents), 0) as cents
    from  (select p.amount_cents - p.used_cents
                  - coalesce((select sum((r->>'amountCents')::bigint) from jsonb_array_elements(p.rejections) r), 0)
                  - coalesce((select sum(a.amount_cents) from allocation a
                              where  a.organisation_id = $1 and a.case_id = t.case_id and a.source = 'payment'
                                and  a.source_id = p.id), 0) as left_cents
           from   payment p
           where  p.organisation_id = $1 and p.case_id = t.case_id and p.received_on <= $3::date
           union  all
           select n.amount_cents - n.used_cents
                  - coalesce((select sum(a.amount_cents) from allocation a
                              where  a.organisation_id = $1 and a.case_id = t.case_id and a.source = 'credit-note'
                                and  a.source_id = n.id), 0)
           from   credit_note n
           where  n.organisation_id = $1 and n.case_id = t.case_id and n.issued_on <= $3::date) credit
    where  left_cents > 0) r
  order  by t.case_id`
