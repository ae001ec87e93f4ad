import type { DecimalMark } from '../amount.ts'
import type { DateOrder } from '../calendar-date.ts'
import type { Field } from './column-synonyms.ts'

/** A null column is one that the user wants left alone; in an answer every field is a header of the file. */
export type Mapping = {
  columns: Partial<Record<Field, string | null>>
  dateOrder: DateOrder
  decimal: DecimalMark | null
}

/** What a user gives: whatever is absent is guessed. */
export type MappingChoice = {
  [Key in keyof Mapping]?: Mapping[Key] | undefined
}
