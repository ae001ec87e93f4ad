/** What leaves by e-mail and text message, and the switch that holds it back. */
import { z } from 'zod'
import { Channel, Language } from './parts/codes.ts'
import { ActionId, CaseReference, Count, Day, Place } from './parts/values.ts'

export const SwitchSending = z.strictObject({ sending: z.boolean() })

export const Sending = z.strictObject({ sending: z.boolean() })

export const Deliver = z.strictObject({ max: Place.nullable() })

const outcomes = { sent: Count, failed: Count, uncertain: Count }

/** `quietUntil`: the hour in France before which the law lets nothing leave, `2026-11-30 08:00`. */
export const Delivered = z.strictObject({
  ...outcomes,
  cancelled: Count,
  remaining: Count,
  paced: Count,
  sending: z.boolean(),
  quietUntil: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
    .nullable(),
  note: z.string(),
  blocked: z.array(
    z.strictObject({
      id: ActionId,
      case: CaseReference,
      step: z.string(),
      missing: z.string(),
      detail: z.string(),
    }),
  ),
})

export const SentTexts = z.strictObject({
  provider: z.string(),
  ...outcomes,
  later: Count,
  leftOut: z.array(
    z.strictObject({ id: ActionId, case: CaseReference, debtor: z.string(), detail: z.string() }),
  ),
})

export const SendInvoice = z.strictObject({ number: z.string(), debtor: z.string().optional() })

export const QueuedInvoice = z.strictObject({
  id: ActionId,
  case: CaseReference,
  recipient: z.string(),
  sending: z.boolean(),
})

/** To one's own address. */
export const SendTest = z.strictObject({
  debtor: z.string(),
  step: z.string(),
  on: Day,
  channel: Channel.nullable(),
  language: Language.nullable(),
  address: z.string(),
})

export const TestSent = z.strictObject({
  case: CaseReference,
  step: z.string(),
  to: z.string(),
  subject: z.string(),
  response: z.string(),
  note: z.string(),
})
