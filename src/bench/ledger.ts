import { addDays, day, formatDay } from '../domain/date.ts'
import { openDatabase, type Tx } from '../store/database.ts'
import { insertOrganisation, setSettings } from '../store/parties/organisations.ts'

/** A Tuesday past a 1 July, so that the law's rates have changed under many of the invoices. */
export const BENCH_DAY = day('2026-09-01')
export const BENCH_NOW = '2026-09-01T04:00:00.000Z'
export const BENCH_ORGANISATION = 'be000000-0000-4000-8000-000000000001'

/**
 * What the debtors' past holds. `none`: the first run over invoices 1 to 120 days overdue. `called`: reminded of
 * everything, then to be called; the call was not made and lapses today, invoices being 21 to 140 days overdue.
 */
export type History = 'none' | 'called'

export type Shape = {
  debtors: number
  invoicesPerDebtor: number
  /** Cases to look at today; the others come later. */
  dueCases: number
  history: History
}

/** Fills a migrated database with one creditor's ledger: amounts 50.00 to 5,049.00, nothing paid, one address each. */
export async function fillLedger(url: string, shape: Shape): Promise<void> {
  await using database = await openDatabase(url)
  await database.transaction(BENCH_ORGANISATION, async tx => {
    await insertOrganisation(tx, 'Banc')
    await setSettings(tx, { 'first-message': 'automatic' })
    await insertParties(tx, shape)
    await insertItems(tx, shape)
    if (shape.history === 'called') await insertPast(tx, shape)
  })
}

async function insertParties(tx: Tx, shape: Shape): Promise<void> {
  const { debtors, invoicesPerDebtor, dueCases, history } = shape
  await tx.query(
    `insert into creditor (organisation_id, creditor_id, code, name) values ($1, md5('creditor')::uuid, 'MOI', 'Banc')`,
    [tx.organisationId],
  )
  await tx.query(
    `insert into debtor (organisation_id, debtor_id, creditor_id, code, name, kind)
     select $1, md5('debtor ' || n)::uuid, md5('creditor')::uuid, 'C' || n, 'Client ' || n, 'business'
     from   generate_series(1, $2::int) n`,
    [tx.organisationId, debtors],
  )
  await tx.query(
    `insert into contact (organisation_id, debtor_id, position, role, name, email)
     select $1, md5('debtor ' || n)::uuid, 1, 'accounts-payable', 'Comptabilité', 'compta@c' || n || '.example'
     from   generate_series(1, $2::int) n`,
    [tx.organisationId, debtors],
  )
  const lastId = invoicesPerDebtor + (history === 'called' ? 2 : 0)
  await tx.query(
    `insert into dunning_case (organisation_id, case_id, number, creditor_id, debtor_id, currency, scenario_id, last_id,
                               next_look_on, journal_length, journal_hash)
     select $1, md5('case ' || n)::uuid, n, md5('creditor')::uuid, md5('debtor ' || n)::uuid, 'EUR', 'amiable-b2b', $3,
            $4::date + case when n % $5 = 0 then 0 else 30 end, 1, sha256(convert_to('import ' || n, 'UTF8'))
     from   generate_series(1, $2::int) n`,
    [tx.organisationId, debtors, lastId, formatDay(BENCH_DAY), Math.max(1, Math.floor(debtors / dueCases))],
  )
  await tx.query(
    `insert into journal (organisation_id, case_id, position, day, recorded_at, actor, kind, entry, hash)
     select $1, md5('case ' || n)::uuid, 1, $3::date, $3::timestamptz, 'banc', 'import', '{}',
            sha256(convert_to('import ' || n, 'UTF8'))
     from   generate_series(1, $2::int) n`,
    [tx.organisationId, debtors, formatDay(addDays(BENCH_DAY, -20))],
  )
}

/** Due days are spread evenly, and so are the invoices of one debtor: 7919 and 104729 are primes. */
async function insertItems(tx: Tx, { debtors, invoicesPerDebtor, history }: Shape): Promise<void> {
  const youngest = history === 'called' ? 21 : 1
  await tx.query(
    `insert into due_item (organisation_id, case_id, id, name, invoice, issued_on, due_on, due_assumed, amount_cents, round)
     select $1, md5('case ' || n)::uuid, i, number, number, due_on - 30, due_on, false, amount_cents, 1
     from   generate_series(1, $2::int) n, generate_series(1, $3::int) i,
     lateral (select (n - 1) * $3::int + i as place) p,
     lateral (select 'F-' || lpad(place::text, 8, '0') as number, $4::date - (place::bigint * 7919 % 120)::int as due_on,
                     5000 + place::bigint * 104729 % 499900 as amount_cents) x`,
    [tx.organisationId, debtors, invoicesPerDebtor, formatDay(addDays(BENCH_DAY, -youngest))],
  )
}

/** Reminded of everything on 20 August, to be called since the 24th. */
async function insertPast(tx: Tx, { debtors, invoicesPerDebtor }: Shape): Promise<void> {
  const remindedOn = formatDay(addDays(BENCH_DAY, -12))
  const calledOn = formatDay(addDays(BENCH_DAY, -8))
  await tx.query(
    `insert into action (organisation_id, case_id, id, step, stage, channel, mode, asked_on, item_ids, amount_cents, status,
                         ended_on, because)
     select $1, md5('case ' || n)::uuid, $3::int + a.place, a.step, 'level-1', a.channel, a.mode, a.asked_on,
            (select array_agg(i) from generate_series(1, $3::int) i), 100, a.status, a.ended_on, '[]'
     from   generate_series(1, $2::int) n,
            (values (1, 'j1', 'email', 'automatic', $4::date, 'done', $4::date),
                    (2, 'j4', 'call', 'manual', $5::date, 'open', null))
            as a(place, step, channel, mode, asked_on, status, ended_on)`,
    [tx.organisationId, debtors, invoicesPerDebtor, remindedOn, calledOn],
  )
  await tx.query(
    `insert into passed_step (organisation_id, case_id, item_id, step, round, how, passed_on, action_id)
     select $1, md5('case ' || n)::uuid, i, 'j1', 1, 'carried-out', $4::date, $3::int + 1
     from   generate_series(1, $2::int) n, generate_series(1, $3::int) i`,
    [tx.organisationId, debtors, invoicesPerDebtor, remindedOn],
  )
}
