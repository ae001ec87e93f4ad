import { z } from 'zod'
import { Day, Instant, Place } from './parts/values.ts'

/** Who changed what of the organisation, when, from what to what. `entry` null: erased on the day that `erasedAt` says. */
export const Changes = z.strictObject({
  changes: z.array(
    z.strictObject({
      position: Place,
      day: Day,
      recordedAt: Instant,
      actor: z.string(),
      kind: z.string(),
      entry: z.record(z.string(), z.unknown()).nullable(),
      erasedAt: Instant.nullable(),
    }),
  ),
})

const Position = z.strictObject({ journal: z.string(), position: Place })

/** `journal`: `organisation`, or the case whose journal it is. */
export const CheckedJournals = z.strictObject({
  journals: z.int(),
  lines: z.int(),
  erased: z.array(Position),
  faults: z.array(Position.extend({ fault: z.enum(['missing-line', 'changed-line', 'changed-entry']) })),
})
