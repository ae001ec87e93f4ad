import { type Day, formatDay } from '../../domain/date.ts'
import type { RateBook } from '../../domain/rate.ts'
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
 * What the accounts of some cases come to on a day: the claim of `domain/case-claim.ts` in one statement, rounded as it is,
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
  ), allocated as materialized (
    select a.case_id, a.item_id, sum(a.amount_cents) as cents
    from   allocation a where a.organisation_id = $1 and a.case_id = any($2::uuid[])
    group  by a.case_id, a.item_id
  ), item as materialized (
    select i.case_id, i.id, i.invoice, i.issued_on, i.due_on, i.amount_cents,
           (t.insolvency_on <= $3::date and i.issued_on < t.insolvency_on) is true as insolvent,
           case when t.from_notice
                then (select greatest(i.due_on, min(n.ended_on)) + 1 from action n
                      where  n.organisation_id = $1 and n.case_id = i.case_id and n.stage = 'formal-notice'
                        and  n.status = 'done' and i.id = any(n.item_ids)
                      having min(n.ended_on) is not null)
                else i.due_on + 1 end as first_day
    from   terms t
    join   due_item i on i.organisation_id = $1 and i.case_id = t.case_id
    left   join allocated a on a.case_id = i.case_id and a.item_id = i.id
    where  i.issued_on <= $3::date and i.due_on is not null and i.amount_cents > coalesce(a.cents, 0)
  ), movement as materialized (
    select a.case_id, a.item_id, a.source, coalesce(p.received_on, n.issued_on, min(a.allocated_on)) as on_day,
           sum(a.amount_cents) as cents
    from   allocation a
    left   join payment p on p.organisation_id = $1 and p.case_id = a.case_id and p.id = a.source_id and a.source = 'payment'
    left   join credit_note n on n.organisation_id = $1 and n.case_id = a.case_id and n.id = a.source_id and a.source = 'credit-note'
    where  a.organisation_id = $1 and a.case_id = any($2::uuid[])
    group  by a.case_id, a.item_id, a.source, a.source_id, p.received_on, n.issued_on,
              case a.source when 'write-off' then a.id end
    having sum(a.amount_cents) > 0
  ), effect as materialized (
    select case_id, item_id, cents, case source when 'payment' then on_day + 1 else on_day end as from_day from movement
  ), counted as materialized (
    select i.*, case when i.insolvent then t.insolvency_on - 1 else $3::date end as until_day
    from   item i join terms t on t.case_id = i.case_id
  ), cut as materialized (
    select case_id, id, first_day as from_day from counted where first_day <= until_day
    union
    select i.case_id, i.id, e.from_day
    from   counted i join effect e on e.case_id = i.case_id and e.item_id = i.id
    where  e.from_day > i.first_day and e.from_day <= i.until_day
    union
    select i.case_id, i.id, r.starts_on
    from   counted i join terms t on t.case_id = i.case_id join rate r on r.kind = t.kind
    where  t.by_semester and t.contract_bps is null and r.starts_on > i.first_day and r.starts_on <= i.until_day
    union
    select i.case_id, i.id, t.surcharged_from
    from   counted i join terms t on t.case_id = i.case_id
    where  t.contract_bps is null and t.surcharged_from > i.first_day and t.surcharged_from <= i.until_day
    union
    select i.case_id, i.id, make_date(y, 1, 1)
    from   counted i join terms t on t.case_id = i.case_id,
           generate_series(${yearOf('i.first_day')} + 1, ${yearOf('i.until_day')}) y
    where  t.basis = 'actual' and ${isLeap('y')} <> ${isLeap('(y - 1)')}
  ), stretch as materialized (
    select case_id, id, from_day, lead(from_day) over (partition by case_id, id order by from_day) as next_day from cut
  ), based as materialized (
    select s.case_id, s.id, s.from_day, s.next_day, coalesce(sum(e.cents), 0) as reduced_cents
    from   stretch s left join effect e on e.case_id = s.case_id and e.item_id = s.id and e.from_day <= s.from_day
    group  by s.case_id, s.id, s.from_day, s.next_day
  ), segment as materialized (
    select i.case_id, i.invoice, i.amount_cents - b.reduced_cents as base_cents,
           coalesce(b.next_day, i.until_day + 1) - b.from_day as days,
           case when t.basis = 'actual' and ${isLeap(yearOf('b.from_day'))} then 366 else 365 end as year_days,
           coalesce(t.contract_bps, r.rate_bps) as rate_bps, coalesce(r.unknown, t.article) as rate_name
    from   based b
    join   counted i on i.case_id = b.case_id and i.id = b.id
    join   terms t on t.case_id = b.case_id
    left   join rate r on r.kind = t.kind and t.contract_bps is null
           and r.surcharged = (t.surcharged_from <= b.from_day is true)
           and case when t.by_semester then b.from_day else i.first_day end between r.starts_on and r.ends_on
    where  i.amount_cents > b.reduced_cents
  ), interest as materialized (
    select case_id, invoice, min(rate_name) filter (where rate_bps is null) as unknown_rate,
           sum(div(2 * base_cents * rate_bps * days + 10000 * year_days, 20000 * year_days)) as cents
    from   segment group by case_id, invoice
  ), standing as materialized (
    select i.case_id, i.invoice, i.due_on,
           i.amount_cents - coalesce(sum(m.cents) filter (where m.on_day <= $3::date), 0) as open_cents,
           $3::date > i.due_on and i.issued_on >= t.indemnity_since
             and (t.insolvency_on is null or t.insolvency_on > least($3::date, i.due_on))
             and i.amount_cents > coalesce(sum(m.cents) filter (where m.source = 'payment' and m.on_day <= i.due_on
                                                                or m.source = 'credit-note' and m.on_day <= $3::date), 0)
             as owes_indemnity, t.indemnity_cents
    from   item i
    join   terms t on t.case_id = i.case_id
    left   join movement m on m.case_id = i.case_id and m.item_id = i.id
    group  by i.case_id, i.id, i.invoice, i.issued_on, i.due_on, i.amount_cents, t.insolvency_on, t.indemnity_since,
              t.indemnity_cents
  ), recorded as materialized (
    select f.case_id, f.invoice, sum(f.amount_cents) filter (where f.kind = 'costs') as costs_cents,
           sum(f.amount_cents) filter (where f.kind = 'waived-interest') as waived_interest_cents,
           sum(f.amount_cents) filter (where f.kind = 'waived-indemnity') as waived_indemnity_cents
    from   claim_fact f
    where  f.organisation_id = $1 and f.case_id = any($2::uuid[]) and f.invoice is not null and f.counts_on <= $3::date
    group  by f.case_id, f.invoice
  ), invoiced as materialized (
    select s.case_id, s.invoice, sum(s.open_cents) as open_cents,
           case when bool_or(s.owes_indemnity) then greatest(max(s.indemnity_cents), max(r.costs_cents)) else 0 end as indemnity_cents,
           coalesce(max(r.waived_interest_cents), 0) as waived_interest_cents,
           coalesce(max(r.waived_indemnity_cents), 0) as waived_indemnity_cents
    from   standing s left join recorded r on r.case_id = s.case_id and r.invoice = s.invoice
    group  by s.case_id, s.invoice
  ), claimed as materialized (
    select v.case_id, sum(v.open_cents) as open_cents, min(n.unknown_rate) as unknown_rate,
           sum(greatest(coalesce(n.cents, 0) - v.waived_interest_cents, 0)) as interest_cents,
           sum(greatest(v.indemnity_cents - v.waived_indemnity_cents, 0)) as indemnity_cents
    from   invoiced v left join interest n on n.case_id = v.case_id and n.invoice = v.invoice
    group  by v.case_id
  ), used as materialized (
    select a.case_id, a.source, a.source_id, sum(a.amount_cents) as cents
    from   allocation a
    where  a.organisation_id = $1 and a.case_id = any($2::uuid[]) and a.source <> 'write-off'
    group  by a.case_id, a.source, a.source_id
  ), credited as materialized (
    select case_id, sum(cents) as cents
    from  (select p.case_id, p.amount_cents - p.used_cents - coalesce(u.cents, 0) - coalesce((
                    select sum((r->>'amountCents')::bigint) from jsonb_array_elements(p.rejections) r), 0) as cents
           from   payment p
           left   join used u on u.case_id = p.case_id and u.source = 'payment' and u.source_id = p.id
           where  p.organisation_id = $1 and p.case_id = any($2::uuid[]) and p.received_on <= $3::date
           union  all
           select n.case_id, n.amount_cents - n.used_cents - coalesce(u.cents, 0)
           from   credit_note n
           left   join used u on u.case_id = n.case_id and u.source = 'credit-note' and u.source_id = n.id
           where  n.organisation_id = $1 and n.case_id = any($2::uuid[]) and n.issued_on <= $3::date) credit
    where  cents > 0 group by case_id
  )
  select t.case_id as "caseId",
         (coalesce(c.open_cents, 0) - coalesce(r.cents, 0))::bigint as "principalCents",
         case when c.unknown_rate is null then coalesce(c.interest_cents, 0)::bigint end as "interestCents",
         coalesce(c.indemnity_cents, 0)::bigint as "indemnityCents",
         case when c.unknown_rate is null
              then (coalesce(c.open_cents, 0) - coalesce(r.cents, 0) + coalesce(c.interest_cents, 0)
                    + coalesce(c.indemnity_cents, 0))::bigint end as "totalCents",
         c.unknown_rate as "unknownRate"
  from   terms t
  left   join claimed c on c.case_id = t.case_id
  left   join credited r on r.case_id = t.case_id
  order  by t.case_id`
