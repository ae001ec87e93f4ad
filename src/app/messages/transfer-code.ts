import type { PictureFile } from '../../documents/paper/letter-heading.ts'
import type { Payee } from '../../domain/claim/payee.ts'
import type { Cents } from '../../domain/money.ts'
import { qrSvg } from '../../formats/out/qr-code.ts'
import { transferPayload } from './draw-payment-code.ts'

/** To whom, how much, and under which words. */
export type Transfer = {
  payee: Payee
  amountCents: Cents
  reference: string
  currency: string
}

/** The QR code by which a sum is paid, as a picture; null where a SEPA transfer can't pay it. */
export function transferCode(transfer: Transfer): PictureFile | null {
  const payload = codeOf(transfer)
  return payload === null ? null : { format: 'svg', bytes: new TextEncoder().encode(qrSvg(payload)) }
}

/** What that code holds. */
export function codeOf({ payee, amountCents, reference, currency }: Transfer): string | null {
  if (currency !== 'EUR' || !payee.iban) return null
  const drawn = transferPayload(payee.name, payee.iban, amountCents, reference)
  return 'problem' in drawn ? null : drawn.payload
}
