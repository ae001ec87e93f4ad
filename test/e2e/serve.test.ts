/** The program that stays: what it answers, whom it refuses, and that Ctrl-C leaves nothing running. */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  commandLine,
  describe as describeAnswer,
  isAlive,
  postmasterPid,
  removeFolder,
  type Started,
  temporaryFolder,
} from '../command-line.ts'

type Answered = { status: number; type: string; body: string }

describe.each([
  ['serve', ['serve', '--port', '0']],
  ['demo --serve', ['demo', '--serve', '--port', '0', '--date', '2026-02-16']],
])('%s', (name, command) => {
  let folder: string
  let program: Started
  let address: URL

  beforeAll(async () => {
    folder = await temporaryFolder()
    program = commandLine({ data: folder }).start(...command)
    const [, url = ''] = await program.said(/(http:\/\/127\.0\.0\.1:\d+)/)
    address = new URL(url)
  })
  afterAll(async () => {
    await program?.kill()
    await removeFolder(folder)
  })

  test('/health says what doctor says', async () => {
    const { status, body } = await get('/health')
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ ok: true, checks: expect.any(Array) })
  })

  test('/api/actions is the work list', async () => {
    const { status, body } = await get('/api/actions')
    expect(status).toBe(200)
    const { actions } = JSON.parse(body)
    if (name === 'serve') expect(actions).toEqual([])
    else expect(actions.length).toBeGreaterThan(12)
    const open = JSON.parse((await get('/api/actions?open')).body).actions
    expect(open.length).toBeLessThanOrEqual(actions.length)
  })

  test('the page is whole, and shows the work list', async () => {
    const { status, type, body } = await get('/')
    expect(status).toBe(200)
    expect(type).toContain('text/html')
    expect(body).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i)
    expect(body).toContain(name === 'serve' ? 'Aucune action' : '<tbody>')
    expect(body).not.toMatch(/undefined|\[object/)
    expect(body).toContain('<html lang="fr">')
    const english = await get('/', address.host, 'en-GB,en;q=0.9')
    expect(english.body).toContain('<html lang="en">')
    expect(english.body).toContain(name === 'serve' ? 'No action' : 'To deal with')
    expect(english.body).not.toMatch(/undefined|\[object/)
  })

  test('what is not there is a 404, and a foreign Host header is refused', async () => {
    expect((await get('/absent')).status).toBe(404)
    for (const path of ['/', '/health', '/api/actions', '/absent']) {
      for (const host of ['evil.example', `evil.example:${address.port}`, '127.0.0.1.evil.example']) {
        const { status, body } = await get(path, host)
        expect(status, `${path} by ${host}`).toBe(403)
        expect(body).not.toContain('<tbody>')
      }
    }
    expect((await get('/health', `localhost:${address.port}`)).status).toBe(200)
  })

  test('SIGINT stops the server and its database, exit code 0', async () => {
    const database = await postmasterPid(folder)
    expect(database).not.toBeNull()
    program.process.kill('SIGINT')
    const answer = await program.ended
    expect(answer.code, describeAnswer(answer)).toBe(0)
    expect(isAlive(database ?? 0)).toBe(false)
    expect(await postmasterPid(folder)).toBeNull()
    await expect(get('/health')).rejects.toThrow(/ECONNREFUSED/)
  })

  function get(path: string, host = address.host, language = ''): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, address),
        { headers: { host, 'accept-language': language }, agent: false },
        response => {
          let body = ''
          response.setEncoding('utf8').on('data', text => {
            body += text
          })
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
          )
        },
      )
      sent.on('error', reject).end()
    })
  }
})
