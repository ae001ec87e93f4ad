import type { Cents } from '../money.ts'
import type { DueItem } from './invoice.ts'

/** An item and what is still owed on it. */
export type OpenItem = DueItem & { balanceCents: Cents }
