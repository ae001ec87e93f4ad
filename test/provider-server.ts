/** A provider's server on this machine: it answers as told, and remembers what it was asked. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { method: string; path: string; headers: IncomingMessage['headers']; body: string }
/** `hang` never answers, `drop` ends the connection, the rest is an answer. */
export type Reply = 'hang' | 'drop' | { status?: number; json?: unknown; bytes?: Uint8Array; type?: string }

export type ProviderServer = {
  readonly url: string
  readonly asked: Asked[]
  close(): Promise<void>
}

export async function providerServer(reply: (asked: Asked) => Reply): Promise<ProviderServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const one = { method, path: url, headers, body: Buffer.concat(chunks).toString('latin1') }
    asked.push(one)
    const answer = reply(one)
    if (answer === 'hang') return
    if (answer === 'drop') return request.socket.destroy()
    const { status = 200, json, bytes, type = 'application/json' } = answer
    response.writeHead(status, { 'content-type': type })
    response.end(bytes ?? JSON.stringify(json ?? {}))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
