import { describe, expect, test } from 'vitest'
import { checkStatement, REFERENCE_TABLES, statementChecker, tenantTables } from './statements.ts'

const tables = new Set(['invoice', 'payment', 'debtor'])
const broken = (sql: string) => checkStatement(sql, { tables })

describe('a statement that names the organisation for each table', () => {
  test.each([
    'select 1',
    'select * from invoice where organisation_id = $1',
    'select * from public.invoice i where i.organisation_id = $1::uuid and i.invoice_id = any($2)',
    `select * from invoice i join payment p on p.organisation_id = i.organisation_id and p.invoice_id = i.invoice_id
     where i.organisation_id = $1`,
    'select * from invoice join payment using (organisation_id, invoice_id) where invoice.organisation_id = $1',
    'insert into invoice (organisation_id, number) values ($1, $2) on conflict (organisation_id, number) do nothing',
    `insert into invoice (organisation_id, number) select $1, n from unnest($2::text[]) as t (n) returning number`,
    `insert into invoice as i (organisation_id, number) values ($1, $2)
     on conflict (organisation_id, number) do update set number = excluded.number`,
    'update invoice set paid_on = $3 where organisation_id = $1 and invoice_id = $2',
    `update invoice i set paid_on = v.day from unnest($2::uuid[], $3::date[]) as v (id, day)
     where i.organisation_id = $1 and i.invoice_id = v.id`,
    `with due as (select * from invoice where organisation_id = $1 for update skip locked)
     select due.*, (select sum(amount_cents) from payment p where p.organisation_id = $1 and p.invoice_id = due.invoice_id) from due`,
    'delete from payment p using invoice i where p.organisation_id = $1 and i.organisation_id = p.organisation_id',
    `select '-- from invoice', "number" from debtor /* join payment */ where organisation_id = $1 -- from invoice`,
    'select extract(year from $1::date), organisation_id from unnest($1::uuid[]) as t (organisation_id)',
  ])('%s', sql => expect(broken(sql)).toEqual([]))
})

describe('a statement that a cluster refuses', () => {
  test.each([
    ['select * from invoice', /organisation_id is a condition 0 times for 1/],
    ['select organisation_id from invoice where number = $1', /0 times/],
    ['select * from invoice i, payment p where i.organisation_id = $1', /1 times for 2 tenant tables/],
    ['select (select count(*) from payment) from invoice where organisation_id = $1', /1 times for 2/],
    ['select * from invoice i join payment p on p.organisation_id = i.organisation_id', /2 times for 2/],
    ['delete from invoice where invoice_id = $1', /0 times/],
    [
      'insert into invoice (organisation_id, number) select $1, n from unnest($2::text[]) as t (n)',
      /without returning/,
    ],
    [`update invoice set paid_at = now() where organisation_id = $1`, /now in an update/],
    [
      `update invoice set next = next + interval '7 days' where organisation_id = $1`,
      /interval in an update/,
    ],
    [
      `insert into invoice (organisation_id) values ($1) on conflict (organisation_id) do update set at = clock_timestamp()`,
      /clock_timestamp in an update/,
    ],
    [`select set_config('app.organisation', $1, true)`, /set_config/],
    ['select app.set_organisation($1), 1', /not alone/],
    ['copy invoice (number) from stdin', /COPY/],
    ['merge into invoice i using payment p on true when matched then delete', /MERGE/],
  ])('%s', (sql, rule) => expect(broken(sql).join('; ')).toMatch(rule))
})

test('the organisation comes first in a transaction, once; the scheduler needs none', () => {
  const check = statementChecker(tables)
  const send = (transaction: number, ...statements: string[]) => {
    for (const sql of statements) check({ sql, transaction })
  }
  const begin = 'begin; set local role quittance_app'
  const set = 'select app.set_organisation($1)'
  const read = 'select * from invoice where organisation_id = $1'
  expect(() => send(1, begin, set, read, 'commit')).not.toThrow()
  expect(() => send(2, begin, read)).toThrow('before app.set_organisation')
  expect(() => send(3, begin, set, set)).toThrow('not first')
  expect(() =>
    send(4, 'begin; set local role quittance_scheduler', 'select organisation_id from invoice'),
  ).not.toThrow()
})

test('the tables are those of the migrations', () => {
  expect(tenantTables()).toContain('organisation')
  expect(tenantTables()).not.toContain('migration')
  for (const name of REFERENCE_TABLES) expect(tenantTables()).not.toContain(name)
})
