import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { type Database, openDatabase } from '../src/store/database.ts'
import { statementChecker } from './statements.ts'

export type FreshDatabase = {
  readonly url: string
  /** Every statement sent through it is checked against the rules for Citus. */
  readonly database: Database
  /** As superuser, past the wall. */
  admin<R extends object = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<R[]>
}

/** Runs a suite on each installed version of PostgreSQL. */
export function forEachServer(suite: (major: number) => void): void {
  for (const { major } of inject('servers')) describe(`PostgreSQL ${major}`, () => suite(major))
}

/** A migrated database for the surrounding file or suite; to be called while tests are collected, used while they run. */
export function freshDatabase(major?: number): FreshDatabase {
  const template = new URL(serverUrl(major))
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = withDatabase(template, name)
  let open: { database: Database; client: pg.Client } | null = null
  const opened = () => {
    if (!open) throw new Error('the database is there while tests and hooks run, not before')
    return open
  }

  beforeAll(async () => {
    await asAdmin(template, `create database ${name} template ${template.pathname.slice(1)}`)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    open = { client, database: await openDatabase(url, { onStatement: statementChecker() }) }
  })

  afterAll(async () => {
    await open?.database[Symbol.asyncDispose]()
    await open?.client.end()
    await asAdmin(template, `drop database if exists ${name} with (force)`)
  })

  return {
    url,
    get database() {
      return opened().database
    },
    admin: async (sql, params) => (await opened().client.query(sql, params)).rows,
  }
}

export function serverUrl(major?: number): string {
  const servers = inject('servers')
  const found = servers.find(server => major === undefined || server.major === major)
  if (!found) throw new Error(`no server of version ${major}`)
  return found.url
}

export function withDatabase(url: string | URL, name: string): string {
  const other = new URL(url)
  other.pathname = name
  return other.href
}

async function asAdmin(server: URL, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
