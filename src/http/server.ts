import Fastify from 'fastify'
import type { App } from '../app/app.ts'
import { listActions } from '../app/day/list-actions.ts'
import { openDesk } from '../app/desk.ts'
import { checkHealth } from '../app/setup/check-health.ts'
import { ROLES } from '../domain/access/permission.ts'
import { HEALTH } from '../words/health.ts'
import { languageOf } from '../words/language.ts'
import { actionsPage } from './actions-page.ts'

const LOOPBACK = '127.0.0.1'

/** Serves on this machine alone, until users and sessions exist: health, the work list as JSON and as a page. */
export async function serveHttp(
  app: App,
  organisationId: string,
  port: number,
): Promise<{ address: string; stop(): Promise<void> }> {
  const reader = () =>
    openDesk(app, { organisationId, actor: { kind: 'person', name: 'web' }, permissions: ROLES.reader })
  const server = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 64 * 1024 })
  server.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    reply.header('cache-control', 'no-store')
  })
  // A page of another site must not reach this one by a name that resolves to this machine.
  server.addHook('onRequest', async (request, reply) => {
    const { hostname } = request
    if (hostname !== LOOPBACK && hostname !== 'localhost')
      await reply.code(403).send({ error: { code: 'wrong-host' } })
  })
  server.get('/health', async (request, reply) => {
    const language = languageOf(request.headers['accept-language'])
    const { checks } = await checkHealth(await reader(), HEALTH[language])
    return reply.send({ ok: true, checks })
  })
  server.get('/api/actions', async request => {
    const { open } = request.query as { open?: string }
    return listActions(await reader(), { openOnly: open !== undefined && open !== 'false' })
  })
  server.get('/', async (request, reply) => {
    const { actions } = await listActions(await reader(), { openOnly: false })
    const language = languageOf(request.headers['accept-language'])
    return reply
      .type('text/html; charset=utf-8')
      .header('vary', 'accept-language')
      .send(actionsPage(actions, language))
  })
  const address = await server.listen({ host: LOOPBACK, port })
  return { address, stop: () => server.close() }
}
