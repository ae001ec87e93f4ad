/** Which column of a table holds what, guessed from its header: the same guess for any list of fields and their synonyms. */
import { canonical, denies, isTelling } from '../header-words.ts'

/** What a user says: a header for a field, or null for a field to leave alone. */
export type ColumnChoice<Field extends string> = Partial<Record<Field, string | null>>

export type GuessColumns<Field extends string> = (
  headers: readonly string[],
  choice?: ColumnChoice<Field>,
) => Partial<Record<Field, string>>

/** Each field takes the column whose header says it best; no column serves two fields. */
export function columnGuesser<Field extends string>(
  synonyms: Readonly<Record<Field, readonly string[]>>,
): GuessColumns<Field> {
  const fields = Object.keys(synonyms) as Field[]
  const fieldsOf = headerReader(synonyms)
  return (headers, choice = {}) => {
    const columns = chosenColumns(fields, headers, choice)
    const taken = new Set(Object.values(columns))
    const matches = [...new Set(headers)].flatMap(header => fieldsOf(header))
    for (const { field, header } of matches.sort((a, b) => b.score - a.score)) {
      if (field in choice || field in columns || taken.has(header)) continue
      columns[field] = header
      taken.add(header)
    }
    return columns
  }
}

/** The header of the file that a saved name means, in whatever case or accents. */
export function findHeader(headers: readonly string[], name: string): string | undefined {
  return (
    headers.find(header => header === name) ?? headers.find(header => canonical(header) === canonical(name))
  )
}

function chosenColumns<Field extends string>(
  fields: readonly Field[],
  headers: readonly string[],
  choice: ColumnChoice<Field>,
) {
  const columns: Partial<Record<Field, string>> = {}
  for (const field of fields) {
    const name = choice[field]
    const header = name ? findHeader(headers, name) : undefined
    if (header !== undefined) columns[field] = header
  }
  return columns
}

type Synonym<Field> = { field: Field; rank: number; compact: string; words: string[] }

/** An equal name beats one that contains the words, more words beat fewer; then the more telling synonym. */
function headerReader<Field extends string>(synonyms: Readonly<Record<Field, readonly string[]>>) {
  const known = (Object.entries(synonyms) as [Field, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name, rank) => {
      const words = canonical(name).split(' ')
      return { field, rank, compact: words.join(''), words }
    }),
  )
  const byName = groupBy(known, synonym => synonym.compact)
  const byFirstWord = groupBy(
    known.filter(({ words }) => words.length > 1 || words.some(isTelling)),
    ({ words }) => words[0] ?? '',
  )
  return (header: string): { field: Field; header: string; score: number }[] => {
    const words = canonical(header).split(' ')
    const compact = words.join('')
    const same = compact.includes('?') ? withLostLetters(known, compact) : (byName.get(compact) ?? [])
    const within = words
      .flatMap(word => byFirstWord.get(word) ?? [])
      .filter(synonym => synonym.words.every(word => words.includes(word)) && !denies(words, synonym.words))
    return [
      ...same.map(({ field, rank }) => ({ field, header, score: 2000 - rank })),
      ...within.map(({ field, rank, words }) => ({ field, header, score: 100 * words.length - rank })),
    ]
  }
}

/** `pi?ce`: each mark stands for a letter or two lost on the way. With many, nothing can be told. */
function withLostLetters<Field>(known: readonly Synonym<Field>[], compact: string): Synonym<Field>[] {
  const parts = compact.split(/\?+/)
  if (parts.length > 4 || parts.join('').length < 3) return []
  const pattern = new RegExp(`^${parts.join('.{0,2}')}$`)
  return known.filter(synonym => pattern.test(synonym.compact))
}

function groupBy<Field>(synonyms: readonly Synonym<Field>[], key: (synonym: Synonym<Field>) => string) {
  const groups = new Map<string, Synonym<Field>[]>()
  for (const synonym of synonyms) groups.set(key(synonym), [...(groups.get(key(synonym)) ?? []), synonym])
  return groups
}
