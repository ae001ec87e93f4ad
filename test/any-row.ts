/** A row that a table accepts, found by trying: values fit the types of the columns, then the checks that refuse them. */
import pg from 'pg'

type Column = { name: string; type: string; base: string; required: boolean; labels: string[] | null }

export async function insertAnyRow(
  client: pg.Client,
  table: string,
  organisationId: string,
): Promise<Record<string, unknown>> {
  const columns = await columnsOf(client, table)
  const checks = await checksOf(client, table)
  const candidates = new Map(columns.map(column => [column.name, candidatesFor(column, checks)]))
  const row: Record<string, unknown> = Object.fromEntries(
    columns.map(({ name }) => [name, candidates.get(name)?.[0] ?? null]),
  )
  row.organisation_id = organisationId
  const random = generator()
  for (let tries = 0; tries < 5000; tries++) {
    const refusedBy = await insert(client, table, row)
    if (!refusedBy) return row
    const involved = columns.filter(
      ({ name }) => checks.get(refusedBy)?.columns.includes(name) && name !== 'organisation_id',
    )
    for (const { name } of involved) {
      const values = candidates.get(name) ?? [null]
      row[name] = values[Math.floor(random() * values.length)]
    }
  }
  throw new Error(`no row found that ${table} accepts; last tried: ${JSON.stringify(row)}`)
}

/** The name of the check that refuses it, or null. */
async function insert(
  client: pg.Client,
  table: string,
  row: Record<string, unknown>,
): Promise<string | null> {
  const names = Object.keys(row)
  const values = names.map((_, at) => `$${at + 1}`).join(', ')
  try {
    await client.query(`insert into ${table} (${names.join(', ')}) values (${values})`, Object.values(row))
    return null
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23514' && error.constraint)
      return error.constraint
    throw error
  }
}

/** Those to be given: without a default, and neither generated nor numbered by the database. */
async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query(
    `select attname as name, format_type(atttypid, null) as type, attnotnull as required,
            format_type(coalesce(nullif(typbasetype, 0), t.oid), null) as base,
            (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = t.oid) as labels
     from pg_attribute join pg_type t on t.oid = atttypid
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
       and (attname = 'organisation_id' or not atthasdef)`,
    [table],
  )
  return rows
}

type Check = { columns: string[]; definition: string }

async function checksOf(client: pg.Client, table: string): Promise<Map<string, Check>> {
  const { rows } = await client.query<{ conname: string } & Check>(
    `select conname, pg_get_constraintdef(c.oid) as definition,
            array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns
     from pg_constraint c where conrelid = $1::regclass and contype = 'c'`,
    [table],
  )
  return new Map(rows.map(({ conname, columns, definition }) => [conname, { columns, definition }]))
}

function candidatesFor(column: Column, checks: Map<string, Check>): unknown[] {
  const definitions = [...checks.values()]
    .filter(({ columns }) => columns.includes(column.name))
    .map(check => check.definition)
  const fitting = column.labels ?? ofType(column.base, definitions.join('\n'))
  return column.required ? fitting : [null, ...fitting]
}

function ofType(type: string, checks: string): unknown[] {
  if (type.endsWith('[]')) return ['{}', ...ofType(type.slice(0, -2), checks).map(value => `{"${value}"}`)]
  if (type === 'text' || type.startsWith('character'))
    return [...literals(checks), 'x', 'EUR', 'FR', '123456789', 'a@b.fr', '0'.repeat(64)]
  if (/^(smallint|integer|bigint|numeric|real|double precision)$/.test(type))
    return [1, 0, 100, ...numbers(checks)]
  if (type === 'date') return ['2026-03-03', '2026-04-03', '2025-01-01']
  if (type.startsWith('timestamp'))
    return ['2026-03-03T08:00:00Z', '2026-04-03T08:00:00Z', '2025-01-01T00:00:00Z']
  if (type.startsWith('time')) return ['08:00', '18:00']
  if (type === 'uuid') return ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
  if (type === 'boolean') return [false, true]
  if (type === 'json' || type === 'jsonb') return ['{}', '[]', '[1]', '"x"']
  if (type === 'bytea') return [Buffer.alloc(32), Buffer.alloc(1), Buffer.alloc(0)]
  if (type === 'interval') return ['1 day']
  throw new Error(`no value known for the type ${type}: add one here`)
}

const literals = (checks: string) =>
  [...checks.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, text = '']) => text.replaceAll("''", "'"))

const numbers = (checks: string) => [...checks.matchAll(/\b\d{1,9}\b/g)].map(([text]) => Number(text))

/** Always the same sequence, so that a failure comes back. */
function generator(): () => number {
  let state = 42
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
