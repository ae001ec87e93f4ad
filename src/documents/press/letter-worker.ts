/** A thread of the letter press: takes letters, answers with their PDF. */
import { parentPort } from 'node:worker_threads'
import { openTypesetter, type PrintedDocument, type PrintFault, Unprintable } from './typesetter.ts'

export type Order = { readonly id: number; readonly letter: PrintedDocument }
export type Printed =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly fault: PrintFault }

const typesetter = openTypesetter()

parentPort?.on('message', ({ id, letter }: Order) => {
  parentPort?.postMessage(printed(id, letter))
})

function printed(id: number, letter: PrintedDocument): Printed {
  try {
    return { id, pdf: typesetter.print(letter) }
  } catch (error) {
    if (error instanceof Unprintable) return { id, fault: error.fault }
    throw error
  }
}
