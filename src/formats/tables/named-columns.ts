import { foldText } from '../../domain/fold-text.ts'
import type { TableKind } from '../../words/problems/table.ts'
import type { HeaderSense } from './csv-table.ts'

/** Which field a header names, by exact names in whatever case and accents; null when it names none. */
export type NamedColumns<Field extends string> = {
  fieldOf(header: string): Field | null
  sense: HeaderSense
}

/** For tables made for us, where a guess would do harm. */
export function namedColumns<Field extends string>(
  names: Readonly<Record<Field, readonly string[]>>,
  table: TableKind,
): NamedColumns<Field> {
  const fields = new Map(
    (Object.entries(names) as [Field, readonly string[]][]).flatMap(([field, known]) =>
      known.map(name => [foldText(name), field] as const),
    ),
  )
  const fieldOf = (header: string) => fields.get(foldText(header)) ?? null
  return {
    fieldOf,
    sense: { known: headers => headers.filter(header => fieldOf(header) !== null).length, table },
  }
}
