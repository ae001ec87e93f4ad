/** The rules of ARCHITECTURE.md that the catalogue of a migrated database can prove, for every table that will ever be added. */
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { forEachServer, freshDatabase } from './database.ts'
import { REFERENCE_TABLES } from './statements.ts'

/** Facts are appended to it for ever: it alone has triggers. */
const TABLES_WITH_TRIGGERS = ['journal', 'organisation_journal']

const POLICY = `(organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)`

const TENANT_TABLES = `
  with tenant as (select oid, relname, relacl, relrowsecurity, relforcerowsecurity
                  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                  and relname <> all ('{${REFERENCE_TABLES}}'))`

forEachServer(major => {
  const fresh = freshDatabase(major)

  /** The names that a query finds at fault. */
  const faults = async (sql: string) =>
    (await fresh.admin<{ fault: string }>(TENANT_TABLES + sql)).map(row => row.fault)

  describe('every table', () => {
    test('has an organisation, which is never null', async () => {
      const wrong = await faults(`
        select relname as fault from tenant left join pg_attribute a on attrelid = tenant.oid and attname = 'organisation_id'
        where a.atttypid is distinct from 'uuid'::regtype or not a.attnotnull`)
      expect(wrong).toEqual([])
    })

    test('is closed by row-level security, forced, with the one policy', async () => {
      const open = await faults(
        'select relname as fault from tenant where not relrowsecurity or not relforcerowsecurity',
      )
      expect(open).toEqual([])
      const policies = await fresh.admin(`${TENANT_TABLES}
        select relname, count(polname)::int as policies, bool_and(polpermissive) as permissive, min(polcmd::text) as command,
               bool_and(polroles = '{0}') as everyone, min(pg_get_expr(polqual, polrelid)) as using,
               coalesce(min(pg_get_expr(polwithcheck, polrelid)), min(pg_get_expr(polqual, polrelid))) as checked
        from tenant left join pg_policy on polrelid = tenant.oid group by relname`)
      for (const { relname, ...policy } of policies) {
        const standard = {
          policies: 1,
          permissive: true,
          command: '*',
          everyone: true,
          using: POLICY,
          checked: POLICY,
        }
        expect(policy, String(relname)).toEqual(standard)
      }
    })

    test('begins its keys and unique indexes with the organisation', async () => {
      const wrong = await faults(`
        select indexrelid::regclass::text as fault from tenant join pg_index on indrelid = tenant.oid
        left join pg_attribute a on a.attrelid = indrelid and a.attnum = indkey[0]
        where (indisunique or indisexclusion) and a.attname is distinct from 'organisation_id'`)
      expect(wrong).toEqual([])
      expect(
        await faults(`select relname as fault from tenant
        where not exists (select from pg_index where indrelid = tenant.oid and indisprimary)`),
      ).toEqual([])
    })

    test('refers to others by keys that begin with the organisation on both sides', async () => {
      const wrong = await faults(`
        select conname as fault from tenant join pg_constraint on conrelid = tenant.oid and contype = 'f'
        join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
        join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[1]
        where a.attname <> 'organisation_id' or b.attname <> 'organisation_id'
           or confrelid not in (select oid from tenant)`)
      expect(wrong).toEqual([])
    })

    test('has an index for each of these keys', async () => {
      const wrong = await faults(`
        select conname as fault from tenant join pg_constraint on conrelid = tenant.oid and contype = 'f'
        where not exists (
          select from pg_index where indrelid = conrelid and indpred is null
          and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey)`)
      expect(wrong).toEqual([])
    })

    test('has no key that changes rows elsewhere or waits until the commit', async () => {
      const wrong = await faults(`
        select conname as fault from tenant join pg_constraint on conrelid = tenant.oid
        where condeferrable or (contype = 'f' and (confdeltype in ('n', 'd') or confupdtype not in ('a', 'r')))`)
      expect(wrong).toEqual([])
    })

    test('grants to the table, never to a column, and to nobody at large', async () => {
      expect(
        await faults(`select relname || '.' || attname as fault from tenant join pg_attribute on attrelid = tenant.oid
        where attacl is not null`),
      ).toEqual([])
      expect(
        await faults(`select relname as fault from tenant, aclexplode(relacl) where grantee = 0`),
      ).toEqual([])
    })

    test('numbers rows by bigint identities only', async () => {
      const wrong = await faults(`
        select relname || '.' || attname as fault from tenant join pg_attribute a on attrelid = tenant.oid
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where (attidentity <> '' and atttypid <> 'int8'::regtype) or pg_get_expr(adbin, adrelid) like '%nextval(%'`)
      expect(wrong).toEqual([])
    })

    // Bits of tgtype: 1 for each row, 32 on truncate.
    test('has no trigger, but for the journal', async () => {
      const wrong = await fresh.admin<{ relname: string; plain: boolean }>(`${TENANT_TABLES}
        select relname, not tgdeferrable and (tgtype & (1 | 32)) <> 0 as plain from tenant join pg_trigger on tgrelid = tenant.oid
        where not tgisinternal`)
      expect(wrong.filter(({ relname, plain }) => !plain || !TABLES_WITH_TRIGGERS.includes(relname))).toEqual(
        [],
      )
    })
  })

  describe('a table of public facts', () => {
    test.each(REFERENCE_TABLES)(
      '%s names no organisation, has a key, and is never changed, only added to and taken from',
      async name => {
        const [table] = await fresh.admin(
          `select exists (select from pg_attribute where attrelid = c.oid and attname = 'organisation_id') as tenant,
                exists (select from pg_index where indrelid = c.oid and indisprimary) as keyed,
                exists (select from pg_constraint where conrelid = c.oid and contype = 'f') as refers,
                (select string_agg(privilege_type, ' ' order by privilege_type) from aclexplode(relacl)
                 where grantee = 'quittance_app'::regrole) as granted,
                exists (select from aclexplode(relacl) where grantee = 0) as public
         from pg_class c where oid = $1::regclass`,
          [name],
        )
        expect(table).toEqual({
          tenant: false,
          keyed: true,
          refers: false,
          granted: 'DELETE INSERT SELECT',
          public: false,
        })
      },
    )
  })

  test('the role of the program owns nothing, passes no wall and cannot log in', async () => {
    const [role] = await fresh.admin(`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin as strong,
             exists (select from pg_shdepend where refobjid = r.oid and deptype = 'o') as owner,
             exists (select from pg_auth_members where member = r.oid) as member,
             has_schema_privilege(r.oid, 'public', 'create') or has_schema_privilege(r.oid, 'app', 'create') as creates
      from pg_roles r where rolname = 'quittance_app'`)
    expect(role).toEqual({ strong: false, owner: false, member: false, creates: false })
  })

  test('functions run as whoever calls them, and views too', async () => {
    const definers = await fresh.admin(`select proname from pg_proc
      where pronamespace in ('public'::regnamespace, 'app'::regnamespace) and (prosecdef or proconfig is not null)`)
    expect(definers).toEqual([])
    const views =
      await fresh.admin(`select relname from pg_class where relnamespace in ('public'::regnamespace, 'app'::regnamespace)
      and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))`)
    expect(views).toEqual([])
  })
})

describe('migrations contain nothing that a cluster refuses', async () => {
  const folder = new URL('../src/store/migrations/', import.meta.url)
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql'))
  const forbidden = [
    /\brestrictive\b/,
    /\bmerge\s+into\b/,
    /\bcreate\s+(or\s+replace\s+)?rule\b/,
    /\bset\s+statistics\b/,
    /\bgrant\s+\w+\s*\([^)]*\)\s+on\b/,
    /\bset_config\s*\(/,
    /\b(big|small)?serial\b/,
    /\badd\s+(?!constraint\b)(column\s+)?\w+[^,;]*\b(generated\s+\w+\s+as\s+identity|unique|primary\s+key)\b/,
    /\bmaterialized\s+view\b/,
    /\bdeferrable\b(?<!not\s+deferrable)/,
  ]
  test.each(names)('%s', async name => {
    const sql = (await readFile(new URL(name, folder), 'utf8')).toLowerCase().replace(/--[^\n]*/g, '')
    expect(forbidden.filter(pattern => pattern.test(sql))).toEqual([])
    const triggers = sql.search(/\b(create|drop)\s+(or\s+replace\s+)?trigger\b/)
    if (triggers >= 0) expect(sql.slice(0, triggers)).toContain('set local citus.enable_unsafe_triggers')
  })
})
