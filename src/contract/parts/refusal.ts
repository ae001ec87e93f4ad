import { z } from 'zod'

/** Kebab case: `unknown-debtor`. */
const Code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** What the sentence of a code names. */
const Named = z.record(z.string(), z.unknown())

/** A sentence for a person. */
const Sentence = z.string().regex(/\S/)

/** What was asked is not done, and why: a code for programs, a sentence for people. */
export const Refusal = z.strictObject({
  error: z.strictObject({ code: Code, message: Sentence, params: Named.optional() }),
})

/** What is wrong with a line of a file, or with the whole of it. An error is left out; a warning is taken, to be looked at. */
export const Problem = z.strictObject({
  line: z.int().positive().nullable(),
  code: Code,
  params: Named,
  severity: z.enum(['error', 'warning']),
  message: Sentence,
})
