import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../test/database.ts'
import { DatabaseOutage, openDatabase, sqlState, type Tx } from './database.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)

  describe('transaction', () => {
    test('shows an organisation its own rows only, and forgets it at the end', async () => {
      const [ours, theirs] = [await addOrganisation('Ours'), await addOrganisation('Theirs')]
      const seen = await fresh.database.transaction(ours, tx => names(tx, [ours, theirs]))
      expect(seen).toEqual(['Ours'])
      const again = await fresh.database.transaction(theirs, tx => names(tx, [ours, theirs]))
      expect(again).toEqual(['Theirs'])
    })

    test('writes nothing when the work throws', async () => {
      const ours = await addOrganisation('Before')
      const failing = fresh.database.transaction(ours, async tx => {
        await tx.query('update organisation set name = $2 where organisation_id = $1', [ours, 'After'])
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await fresh.database.transaction(ours, tx => names(tx, [ours]))).toEqual(['Before'])
    })

    test('gives errors of PostgreSQL with their state, and the connection back', async () => {
      const ours = await addOrganisation('Ours')
      for (let round = 0; round < 12; round++) {
        const error = await addOrganisation('Again', ours).catch(error => error)
        expect(sqlState(error)).toBe('23505')
      }
    })

    test('refuses to commit past an error that was swallowed', async () => {
      const swallowing = fresh.database.transaction(randomUUID(), async tx => {
        await tx.query('select 1 / 0').catch(() => {})
      })
      await expect(swallowing).rejects.toThrow('swallowed')
    })

    test('refuses a query after its end', async () => {
      let kept: Tx | null = null
      await fresh.database.transaction(randomUUID(), async tx => {
        kept = tx
      })
      await expect((kept as unknown as Tx).query('select 1')).rejects.toThrow('an await is missing')
    })

    test('gives values that lose nothing', async () => {
      const [row] = await fresh.database.transaction(randomUUID(), tx =>
        tx.query(`
          select 9007199254740993::int8 as big, '2026-03-29'::date as day, 12.30::numeric as exact, null::int8 as nothing,
                 '2026-03-03 08:00:00.123456+01'::timestamptz as instant, '2026-03-03 08:00:00+00'::timestamptz as round,
                 array[1, null]::int8[] as bigs, array['2026-03-29']::date[] as days, '{"a": 1}'::jsonb as json, 3 as small`),
      )
      expect(row).toEqual({
        big: 9007199254740993n,
        day: '2026-03-29',
        exact: '12.30',
        nothing: null,
        instant: '2026-03-03T07:00:00.123456Z',
        round: '2026-03-03T08:00:00Z',
        bigs: [1n, null],
        days: ['2026-03-29'],
        json: { a: 1 },
        small: 3,
      })
    })
  })

  test('maintenance sees every organisation and changes none', async () => {
    const [ours, theirs] = [await addOrganisation('Ours'), await addOrganisation('Theirs')]
    const rows = await fresh.database.maintenance(tx =>
      tx.query<{ organisation_id: string }>('select organisation_id from organisation'),
    )
    expect(rows.map(row => row.organisation_id)).toEqual(expect.arrayContaining([ours, theirs]))
    const writing = fresh.database.maintenance(tx => tx.query('delete from organisation'))
    await expect(writing).rejects.toMatchObject({ code: '42501' })
  })

  test('a lock is held by one at a time', async () => {
    const release = await fresh.database.tryLock('run-day')
    expect(release).not.toBeNull()
    expect(await fresh.database.tryLock('run-day')).toBeNull()
    const other = await fresh.database.tryLock('deliver')
    await release?.()
    const again = await fresh.database.tryLock('run-day')
    expect(again).not.toBeNull()
    await Promise.all([again?.(), other?.()])
  })

  test('a connection cut in the middle is an outage, and the next transaction works', async () => {
    const cut = fresh.database.transaction(randomUUID(), async tx => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
      await fresh.admin('select pg_terminate_backend($1)', [row?.pid])
      await tx.query('select 1')
    })
    await expect(cut).rejects.toBeInstanceOf(DatabaseOutage)
    expect(await fresh.database.transaction(randomUUID(), tx => tx.query('select 1 as one'))).toEqual([
      { one: 1 },
    ])
  })

  async function addOrganisation(name: string, id: string = randomUUID()): Promise<string> {
    await fresh.database.transaction(id, tx =>
      tx.query('insert into organisation (organisation_id, name) values ($1, $2)', [id, name]),
    )
    return id
  }

  // Reads past the organisation of the transaction on purpose: the wall has to hold by itself.
  async function names(tx: Tx, ids: string[]): Promise<string[]> {
    const rows = await Promise.all(
      ids.map(id =>
        tx.query<{ name: string }>('select name from organisation where organisation_id = $1', [id]),
      ),
    )
    return rows.flat().map(row => row.name)
  }
})

test('a database that does not answer is an outage with its cause', async () => {
  const opening = openDatabase('postgresql://quittance:x@127.0.0.1:1/quittance')
  await expect(opening).rejects.toBeInstanceOf(DatabaseOutage)
  await expect(opening).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
})
