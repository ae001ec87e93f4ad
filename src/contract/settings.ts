import { z } from 'zod'

/** A setting in its own text, as `quittance setting` takes it. */
export const ChangeSetting = z.strictObject({ name: z.string(), value: z.string() })

/** Those that differ from their first value. */
export const Settings = z.strictObject({ settings: z.record(z.string(), z.string()) })
