import { z } from 'zod'

/** What whoever runs the program should know; what is not `ok` says what to do. */
export const Health = z.strictObject({
  checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})
