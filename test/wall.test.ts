/** The wall between organisations, tried on every table of the catalogue with rows made up from its columns and checks. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAnyRow } from './any-row.ts'
import { forEachServer, freshDatabase } from './database.ts'
import { REFERENCE_TABLES, tenantTables } from './statements.ts'

const [OURS, THEIRS] = [randomUUID(), randomUUID()]
const REFUSED = '42501'
/** By a trigger, before the wall is reached. */
const RAISED = 'P0001'

forEachServer(major => {
  const fresh = freshDatabase(major)
  let admin: pg.Client
  let program: pg.Client

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: fresh.url })
    program = new pg.Client({ connectionString: fresh.url })
    await Promise.all([admin.connect(), program.connect()])
    await admin.query('set session_replication_role = replica') // neither foreign keys nor triggers
  })

  afterAll(() => Promise.all([admin.end(), program.end()]))

  test('all tables are tried', async () => {
    const rows = await fresh.admin<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = 'public'`,
    )
    expect(rows.map(row => row.tablename).sort()).toEqual([...tenantTables(), ...REFERENCE_TABLES].sort())
  })

  test.each([...tenantTables()].sort())('%s', async table => {
    await insertAnyRow(admin, table, OURS)
    const row = await insertAnyRow(admin, table, THEIRS)
    const theirs = () =>
      admin.query(`select * from ${table} where organisation_id = $1`, [THEIRS]).then(({ rows }) => rows)
    const before = await theirs()
    expect(before).toHaveLength(1)

    expect(await attempt(`select * from ${table} where organisation_id = $1`, [THEIRS])).toBeOneOf([
      0,
      REFUSED,
    ])
    expect(await attempt(`select * from ${table}`)).toBeOneOf([1, REFUSED])
    expect(
      await attempt(`update ${table} set organisation_id = $1 where organisation_id = $2`, [OURS, THEIRS]),
    ).toBeOneOf([0, REFUSED])
    expect(
      await attempt(`update ${table} set organisation_id = $2 where organisation_id = $1`, [OURS, THEIRS]),
    ).not.toBe(1)
    expect(await attempt(`delete from ${table} where organisation_id = $1`, [THEIRS])).toBeOneOf([0, REFUSED])
    expect(await attempt(`truncate ${table}`)).toBe(REFUSED)
    const names = Object.keys(row)
    const insert = `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`
    expect(await attempt(insert, Object.values(row))).toBeOneOf([REFUSED, RAISED])
    expect(await attempt(`select * from ${table}`, [], null), 'without an organisation').toBeOneOf([
      0,
      REFUSED,
    ])
    expect(await theirs()).toEqual(before)
  })

  /** As the program, for our organisation: how many rows it reached, or the state of the refusal. Nothing stays. */
  async function attempt(
    sql: string,
    params: unknown[] = [],
    organisation: string | null = OURS,
  ): Promise<number | string> {
    try {
      await program.query('begin; set local role quittance_app')
      if (organisation) await program.query('select app.set_organisation($1)', [organisation])
      return (await program.query(sql, params)).rowCount ?? 0
    } catch (error) {
      return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error)
    } finally {
      await program.query('rollback')
    }
  }
})
