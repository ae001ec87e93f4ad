import type { PictureFile } from '../documents/letter-heading.ts'
import type { Cents } from '../domain/money.ts'
import { epcPayload } from '../formats/epc-qr.ts'
import { qrSvg } from '../formats/qr-code.ts'

/** The QR code by which a sum is paid, as a picture; null where a SEPA transfer can't pay it. */
export function transferCode(
  payee: { name: string; iban?: string },
  amountCents: Cents,
  reference: string,
  currency: string,
): PictureFile | null {
  if (currency !== 'EUR' || payee.iban === undefined) return null
  const name = [...payee.name].slice(0, 70).join('')
  const drawn = epcPayload({ name, iban: payee.iban, amountCents, text: reference })
  return 'problem' in drawn ? null : { format: 'svg', bytes: new TextEncoder().encode(qrSvg(drawn.payload)) }
}
