/** Why something was decided: a code for programs, and the parameters of its sentence. */
import { z } from 'zod'
import { HoldReason, ReasonCode, SkipCode } from './codes.ts'
import { Day } from './values.ts'

/** What a sentence names: days as ISO dates, amounts in cents. */
export const Params = z.record(z.string(), z.union([z.string(), z.number()]))

export const Reason = z.strictObject({ code: ReasonCode, params: Params })

/** Why an item is held: until a day, or until a person says otherwise; `cents` of it, or the whole of it. */
export const Hold = z.strictObject({
  code: HoldReason,
  params: z.strictObject({ until: Day.nullable(), cents: z.int().optional() }),
})

/** Why a step is left out. */
export const Skip = z.strictObject({ code: SkipCode, params: z.strictObject({ step: z.string() }) })
