import { z } from 'zod'

/** What the law forbids in a text, or asks of it; `line` is null for what is missing. */
export const Finding = z.strictObject({
  rule: z.string(),
  article: z.string(),
  severity: z.enum(['error', 'warning']),
  words: z.string(),
  part: z.enum(['subject', 'body']),
  line: z.int().positive().nullable(),
})
