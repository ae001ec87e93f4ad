/** A process that ends without having left the server does so on its way out. */

type Leave = () => Promise<void>

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const present = new Set<Leave>()

/** Returns `leave`, made to run once only. */
export function leaveAtExit(leave: Leave): Leave {
  let leaving: Promise<void> | null = null
  const once = () => {
    leaving ??= leave().finally(() => forget(once))
    return leaving
  }
  if (present.size === 0) listen()
  present.add(once)
  return once
}

function forget(leave: Leave): void {
  present.delete(leave)
  if (present.size > 0) return
  process.off('beforeExit', leaveAll)
  for (const signal of SIGNALS) process.off(signal, onSignal)
}

function listen(): void {
  process.on('beforeExit', leaveAll)
  for (const signal of SIGNALS) process.on(signal, onSignal)
}

/** Where the program listens too, it has its own way to end, which leaves the server at its close. */
async function onSignal(signal: NodeJS.Signals): Promise<void> {
  if (process.listenerCount(signal) > 1) return
  await leaveAll()
  process.kill(process.pid, signal)
}

async function leaveAll(): Promise<void> {
  await Promise.allSettled([...present].map(leave => leave()))
}
