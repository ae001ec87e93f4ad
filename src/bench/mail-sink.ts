import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A mail server that takes everything and keeps nothing, in a thread of its own so that it costs the sender little. */
export type MailSink = { url: string; close(): Promise<number> }

/** `close` answers how many messages were taken. */
export async function openMailSink(): Promise<MailSink> {
  const worker = new Worker(`(${serve})()`, { eval: true })
  const [port] = await once(worker, 'message')
  return {
    url: `smtp://127.0.0.1:${port}`,
    async close() {
      const counted = once(worker, 'message')
      worker.postMessage('count')
      const [count] = await counted
      await worker.terminate()
      return count
    },
  }
}

/** Run from its own text, so it names nothing outside itself. Whoever sends waits for each answer: no pipelining. */
function serve(): void {
  const { createServer } = process.getBuiltinModule('node:net')
  const { parentPort } = process.getBuiltinModule('node:worker_threads')
  const [data, end] = [Buffer.from('DATA\r\n'), Buffer.from('\r\n.\r\n')]
  let count = 0
  const server = createServer({ noDelay: true }, socket => {
    let body = false
    let last = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.write('220 sink\r\n')
    socket.on('data', chunk => {
      if (!body) {
        body = chunk.equals(data)
        socket.write(body ? '354 go on\r\n' : '250 yes\r\n')
        return
      }
      last = Buffer.concat([last, chunk.subarray(-end.length)]).subarray(-end.length)
      if (!last.equals(end)) return
      body = false
      last = Buffer.alloc(0)
      count++
      socket.write('250 taken\r\n')
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    parentPort?.postMessage(typeof address === 'object' ? address?.port : null)
  })
  parentPort?.on('message', () => parentPort.postMessage(count))
}
