import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forEachServer, serverUrl, withDatabase } from '../../test/database.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

let folder: URL

beforeEach(async () => {
  folder = pathToFileURL(`${await mkdtemp(path.join(os.tmpdir(), 'quittance-migrations-'))}/`)
  await write(
    '0001_start.sql',
    '-- start\ncreate schema app; create table app.migration (name text primary key, checksum text)',
  )
})

afterEach(() => rm(folder, { recursive: true }))

forEachServer(major => {
  const server = serverUrl(major)
  const postgres = withDatabase(server, 'postgres')

  test('two processes at once apply each file once', () =>
    inEmptyDatabase(async url => {
      const results = await Promise.all([migrate(url), migrate(url), migrate(url)])
      const [applied = []] = results.filter(names => names.length > 0)
      expect(applied[0]).toBe('0001_foundation.sql')
      expect(results.flat()).toEqual(applied)
      expect(await migrate(url)).toEqual([])
    }))

  test('two databases of one server at once share the roles', () =>
    inEmptyDatabase(one =>
      inEmptyDatabase(async two => {
        const results = await Promise.all([migrate(one), migrate(two)])
        expect(results[0]).toEqual(results[1])
      }),
    ))

  test('a changed file is refused, so is a file that is gone, and a file that fails leaves nothing', () =>
    inEmptyDatabase(async url => {
      await write('0002_table.sql', '-- why\ncreate table a (id int)')
      await migrate(url, { folder })
      await write('0003_broken.sql', '-- why\ncreate table b (id int); select 1 / 0')
      await expect(migrate(url, { folder })).rejects.toThrow(
        '0003_broken.sql could not be applied: division by zero',
      )
      await write('0003_broken.sql', '-- why\r\ncreate table b (id int)')
      expect(await migrate(url, { folder })).toEqual(['0003_broken.sql'])
      await write('0003_broken.sql', '-- why\ncreate table b (id int)')
      expect(await migrate(url, { folder }), 'the ends of lines do not count').toEqual([])
      await write('0002_table.sql', '-- why\ncreate table a (id bigint)')
      await expect(migrate(url, { folder })).rejects.toThrow('0002_table.sql was changed')
      await rm(new URL('0003_broken.sql', folder))
      await expect(migrate(url, { folder })).rejects.toThrow(/was changed|older than the database/)
    }))

  test('a name without a number, a gap, or no reason is refused', async () => {
    await write('0003_gap.sql', '-- why\n')
    await expect(migrate(server, { folder })).rejects.toThrow('0003_gap.sql')
    await rm(new URL('0003_gap.sql', folder))
    await write('0002_mute.sql', 'select 1')
    await expect(migrate(server, { folder })).rejects.toThrow('first line')
  })

  test('a user without rights learns what an administrator has to run', async () => {
    const login = `plain_${process.pid}_${major}`
    await asAdmin(postgres, `create role ${login} login password 'x'`)
    await inEmptyDatabase(async (url, name) => {
      await asAdmin(postgres, `alter database ${name} owner to ${login}`)
      const theirs = new URL(url)
      theirs.username = login
      theirs.password = 'x'
      await expect(migrate(theirs.href)).rejects.toThrow(
        `grant quittance_app, quittance_scheduler to ${login};`,
      )
      await asAdmin(postgres, `grant quittance_app, quittance_scheduler to ${login}`)
      await migrate(theirs.href)
      await using database = await openDatabase(theirs.href)
      const rows = await database.maintenance(tx => tx.query('select name from organisation'))
      expect(rows).toEqual([])
      await database.transaction(crypto.randomUUID(), tx =>
        tx.query('insert into organisation (organisation_id, name) values ($1, $2)', [
          tx.organisationId,
          'A',
        ]),
      )
    })
    await asAdmin(postgres, `drop role ${login}`)
  })

  async function inEmptyDatabase(work: (url: string, name: string) => Promise<void>): Promise<void> {
    const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`
    await asAdmin(postgres, `create database ${name}`)
    await work(withDatabase(server, name), name).finally(() =>
      asAdmin(postgres, `drop database ${name} with (force)`),
    )
  }
})

async function write(name: string, sql: string): Promise<void> {
  await writeFile(new URL(name, folder), sql)
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
