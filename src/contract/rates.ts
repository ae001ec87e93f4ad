/** Rates of the ECB and of the law: those that the program brings, and those that a person recorded. */
import { z } from 'zod'
import { RateSeries, RateStatus } from './parts/codes.ts'
import { BasisPoints, Count, Day, Instant } from './parts/values.ts'

export const ListedRates = z.strictObject({
  series: z.array(
    z.strictObject({
      code: RateSeries,
      knownUntil: Day,
      rates: z.array(
        z.strictObject({
          from: Day,
          until: Day,
          rateBps: BasisPoints,
          status: RateStatus,
          sources: z.array(z.string()),
          recordedBy: z.string().nullable(),
          recordedAt: Instant.nullable(),
        }),
      ),
    }),
  ),
})

/** Taken together or not at all. */
export const RecordRates = z.strictObject({
  rates: z.array(z.strictObject({ series: RateSeries, from: Day, until: Day, rateBps: BasisPoints })),
  source: z.string(),
})

/** None recorded: all of them were known. */
export const RecordedRates = z.strictObject({ recorded: Count, knownUntil: Day })

export const RemoveRates = z.strictObject({ series: z.array(RateSeries), from: Day })

export const RemovedRates = z.strictObject({ removed: Count })
