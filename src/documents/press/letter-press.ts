import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Order, Printed } from './letter-worker.ts'
import { openTypesetter, type PrintedDocument, Unprintable } from './typesetter.ts'

/** Prints letters as PDF/A-3a, several at once. */
export type LetterPress = {
  /** The PDF of a letter. @throws Unprintable; the press goes on. */
  print(letter: PrintedDocument): Promise<Uint8Array>
  /** Ends its threads, once what was asked for is printed. */
  close(): Promise<void>
}

/** A press of as many threads; 0 prints in this one, for a letter or two. */
export function openLetterPress(threads: number): LetterPress {
  return threads === 0 ? pressInThisThread() : pressOfThreads(threads)
}

function pressInThisThread(): LetterPress {
  const typesetter = openTypesetter()
  return {
    async print(letter) {
      await setImmediate() // what Typst has finished with is freed between two events
      return typesetter.print(letter)
    },
    close: async () => {},
  }
}

type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiter> }
type Waiter = { resolve(pdf: Uint8Array): void; reject(error: Error): void }

/** Each letter goes to the thread that has the fewest to print; a thread that dies is replaced. */
function pressOfThreads(count: number): LetterPress {
  const threads: Thread[] = []
  const start = (place: number) => {
    threads[place] = startThread(() => start(place))
  }
  for (let place = 0; place < count; place++) start(place)
  const underWay = new Set<Promise<unknown>>()
  let orders = 0
  let isClosed = false
  return {
    print(letter) {
      if (isClosed) return Promise.reject(new Error('the letter press is closed'))
      const { worker, waiting } = threads.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a))
      const id = ++orders
      const printing = new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, letter } satisfies Order)
      })
      const forget = () => underWay.delete(printing)
      printing.then(forget, forget)
      underWay.add(printing)
      return printing
    },
    async close() {
      isClosed = true
      await Promise.allSettled(underWay)
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

/** The letters that a thread takes with it are each told why. */
function startThread(replace: () => void): Thread {
  const worker = new Worker(new URL('./letter-worker.js', import.meta.url))
  const waiting = new Map<number, Waiter>()
  worker.on('message', (printed: Printed) => {
    const waiter = waiting.get(printed.id)
    waiting.delete(printed.id)
    if ('pdf' in printed) waiter?.resolve(printed.pdf)
    else waiter?.reject(new Unprintable(printed.fault))
  })
  worker.on('error', cause => {
    replace()
    for (const { reject } of waiting.values())
      reject(new Error('a thread of the letter press has died', { cause }))
  })
  return { worker, waiting }
}
