import type { Failure, Receipt } from './channel.ts'

/** A company that sends text messages; two phases, as a channel's `send`. */
export type TextProvider = {
  readonly id: string
  send(text: TextMessage, options: { beforeHandover: () => Promise<boolean> }): Promise<Receipt | Failure>
}

/** `to` is a mobile number, `+33612345678`. `reference` names it at the provider: the action, `12-3`. */
export type TextMessage = { readonly to: string; readonly text: string; readonly reference: string }
