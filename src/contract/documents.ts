/** The PDF of an invoice or a credit note. */
import { z } from 'zod'
import { Problem } from './parts/refusal.ts'
import { CaseReference, Count } from './parts/values.ts'

/** The files come beside it, each under the number of its invoice. */
export const KeepDocuments = z.strictObject({ debtor: z.string().optional(), dryRun: z.boolean() })

/** A file that was not kept has no case, and a problem. */
export const KeptDocuments = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      number: z.string(),
      case: CaseReference.nullable(),
      outcome: z.enum(['kept', 'unchanged', 'refused']),
      problems: z.array(Problem),
    }),
  ),
})

export const ShowDocument = z.strictObject({ number: z.string(), debtor: z.string().optional() })

/** The PDF itself comes beside it. */
export const ShownDocument = z.strictObject({
  number: z.string(),
  case: CaseReference,
  size: Count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
