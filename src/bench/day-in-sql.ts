import { formatDay } from '../domain/date.ts'
import { openDatabase } from '../store/database.ts'
import { BENCH_DAY, BENCH_NOW, BENCH_ORGANISATION, type History } from './ledger.ts'
import { secondsOf } from './stopwatch.ts'

/**
 * The limit: the day as one set-based statement that writes the very rows, hashes included, that the program writes
 * for such a ledger, through the same wall and indexes. It knows one step, one channel and no exception. Returns how
 * long it took.
 */
export async function dayInSql(url: string, history: History): Promise<number> {
  await using database = await openDatabase(url)
  const [step, plannedAfter] = history === 'none' ? ['j1', 1] : ['j7', 7]
  return await secondsOf(() =>
    database.transaction(BENCH_ORGANISATION, tx =>
      tx.query(history === 'none' ? FIRST_DAY : DAY_AFTER_CALLS, [
        tx.organisationId,
        formatDay(BENCH_DAY),
        BENCH_NOW,
        step,
        plannedAfter,
        BENCH_NOW,
      ]),
    ),
  )
}

/** A line's hash, of the one before and of what `seal` chains of a line. */
const hashOf = (previous: string, position: string, contentHash = 'content_hash') =>
  `sha256(${previous} || convert_to(
             '{"actor":"run","content":"' || encode(${contentHash}, 'hex') || '","day":"' || $2 || '","kind":"decision","position":'
             || (${position}) || ',"recorded_at":"' || $6::text || '"}', 'UTF8'))`

const DECIDED = `
  due as materialized (
    select case_id, last_id, journal_length, journal_hash
    from   dunning_case
    where  organisation_id = $1 and next_look_on <= $2::date
    for    update),
  paid as (
    select case_id, item_id, sum(amount_cents) as cents from allocation where organisation_id = $1 group by case_id, item_id),
  decided as materialized (
    select d.case_id, d.last_id + 1 as action_id, d.journal_length, d.journal_hash,
           array_agg(i.id order by i.due_on, i.name) as item_ids,
           sum(i.amount_cents - coalesce(p.cents, 0)) as amount_cents,
           string_agg(i.name, ' ' order by i.due_on, i.name) as names,
           (array_agg(i.name order by i.due_on, i.name))[1] as leader,
           min(i.due_on) as oldest_due_on, count(*) as items
    from   due d
    join   due_item i on i.organisation_id = $1 and i.case_id = d.case_id
    left   join paid p on p.case_id = i.case_id and p.item_id = i.id
    where  i.due_on < $2::date and i.amount_cents > coalesce(p.cents, 0)
    group  by d.case_id, d.last_id, d.journal_length, d.journal_hash),
  acted as (
    insert into action (organisation_id, case_id, id, step, stage, channel, mode, asked_on, item_ids, amount_cents, status,
                        because)
    select $1, case_id, action_id, $4, 'level-1', 'email', 'automatic', $2::date, item_ids, amount_cents, 'planned',
           jsonb_build_array(
             jsonb_build_object('code', 'overdue', 'params', jsonb_build_object('item', leader, 'days', $2::date - oldest_due_on)),
             jsonb_build_object('code', 'step-due', 'params',
                                jsonb_build_object('step', $4::text, 'plannedOn', oldest_due_on + $5::int)))
           || case when items > 1
              then jsonb_build_array(jsonb_build_object('code', 'account-grouped', 'params', jsonb_build_object('items', items)))
              else '[]' end
    from   decided),
  queued as (
    insert into message (organisation_id, case_id, action_id, channel, status, queued_at, not_before)
    select $1, case_id, action_id, 'email', 'queued', $3::timestamptz, $3::timestamptz from decided),
  told as materialized (
    select case_id, journal_length + 1 as position, 'act ' || $4 || ' email ' || names as text, codes, salt, content_hash,
           ${hashOf('journal_hash', 'journal_length + 1')} as hash
    from   decided,
    lateral (select '["overdue","step-due"' || case when items > 1 then ',"account-grouped"' else '' end || ']' as codes) c,
    lateral (select uuid_send(gen_random_uuid()) as salt where case_id is not null) s,
    lateral (select sha256(salt || convert_to(
               '{"because":' || codes || ',"text":"act ' || $4 || ' email ' || names || '"}', 'UTF8')) as content_hash) h)`

const WRITTEN_DOWN = (told: string) => `
  written as (
    insert into journal (organisation_id, case_id, position, day, recorded_at, actor, kind, entry, salt, content_hash, hash)
    select $1, case_id, position, $2::date, $3::timestamptz, 'run', 'decision',
           jsonb_build_object('text', text, 'because', codes::jsonb), salt, content_hash, hash
    from   ${told})
  update dunning_case c
  set    last_id = d.action_id, next_look_on = $2::date + 1, journal_length = t.position, journal_hash = t.hash
  from   decided d join (select distinct on (case_id) * from ${told} order by case_id, position desc) t using (case_id)
  where  c.organisation_id = $1 and c.case_id = d.case_id`

const FIRST_DAY = `with ${DECIDED}, ${WRITTEN_DOWN('told')}`

/** The call that nobody made lapses: each of its items passes the step, and the next message goes. */
const DAY_AFTER_CALLS = `with ${DECIDED},
  lapsed as (
    update action a set status = 'lapsed', ended_on = $2::date
    from   due d
    where  a.organisation_id = $1 and a.case_id = d.case_id and a.status = 'open'),
  passed as (
    insert into passed_step (organisation_id, case_id, item_id, step, round, how, passed_on)
    select $1, a.case_id, i.id, a.step, i.round, 'lapsed', $2::date
    from   action a
    join   due d using (case_id)
    join   due_item i on i.organisation_id = $1 and i.case_id = a.case_id and i.id = any(a.item_ids)
    where  a.organisation_id = $1 and a.status = 'open'),
  told_after as (
    select t.case_id, t.position + 1 as position, 'lapse j4 ' || d.names as text, '[]' as codes, s.salt, h.content_hash,
           ${hashOf('t.hash', 't.position + 1', 'h.content_hash')} as hash
    from   told t join decided d using (case_id),
    lateral (select uuid_send(gen_random_uuid()) as salt where t.case_id is not null) s,
    lateral (select sha256(s.salt || convert_to('{"because":[],"text":"lapse j4 ' || d.names || '"}', 'UTF8')) as content_hash) h),
  told_all as materialized (select * from told union all select * from told_after), ${WRITTEN_DOWN('told_all')}`
