/** Which column of a table holds what: guessed from its header, shown to the user, saved and given back. */
import { type Field, SYNONYMS } from './column-synonyms.ts'
import { error, type Mapping, type MappingChoice, type Problem } from './format.ts'
import { canonical, denies, isTelling } from './header-words.ts'

export const FIELDS = Object.keys(SYNONYMS) as Field[]

/** Each field takes the column whose header says it best; no column serves two fields. */
export function guessColumns(
  headers: readonly string[],
  choice: MappingChoice['columns'] = {},
): Partial<Record<Field, string>> {
  const columns = chosenColumns(headers, choice)
  const taken = new Set(Object.values(columns))
  const matches = [...new Set(headers)].flatMap(header => fieldsOf(header))
  for (const { field, header } of matches.sort((a, b) => b.score - a.score)) {
    if (field in choice || field in columns || taken.has(header)) continue
    columns[field] = header
    taken.add(header)
  }
  return columns
}

/** The header of the file that a saved name means, in whatever case or accents. */
export function findHeader(headers: readonly string[], name: string): string | undefined {
  return (
    headers.find(header => header === name) ?? headers.find(header => canonical(header) === canonical(name))
  )
}

/** A saved mapping, as JSON. */
export function readMapping(json: string): MappingChoice | Problem {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return badMapping("ce n'est pas du JSON")
  }
  if (!isRecord(value)) return badMapping('un objet JSON est attendu')
  const { columns = {}, dateOrder, decimal } = value
  if (!isRecord(columns)) return badMapping('« columns » doit être un objet')
  const unknown = Object.keys(columns).filter(field => !isField(field))
  if (unknown.length > 0)
    return badMapping(`champs inconnus ${unknown.join(', ')} ; champs possibles : ${FIELDS.join(', ')}`)
  if (!Object.values(columns).every(name => name === null || typeof name === 'string')) {
    return badMapping('chaque champ de « columns » doit être un titre de colonne ou null')
  }
  if (dateOrder !== undefined && dateOrder !== 'dmy' && dateOrder !== 'mdy') {
    return badMapping('« dateOrder » doit être "dmy" ou "mdy"')
  }
  if (decimal !== undefined && decimal !== null && decimal !== ',' && decimal !== '.') {
    return badMapping('« decimal » doit être "," ou "."')
  }
  return { columns: columns as Mapping['columns'], dateOrder, decimal }
}

function badMapping(why: string): Problem {
  return error(null, 'bad-mapping', `La correspondance des colonnes est inutilisable : ${why}.`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isField(name: string): name is Field {
  return (FIELDS as string[]).includes(name)
}

function chosenColumns(headers: readonly string[], choice: NonNullable<MappingChoice['columns']>) {
  const columns: Partial<Record<Field, string>> = {}
  for (const field of FIELDS) {
    const name = choice[field]
    const header = name ? findHeader(headers, name) : undefined
    if (header !== undefined) columns[field] = header
  }
  return columns
}

type Synonym = { field: Field; rank: number; compact: string; words: string[] }

const KNOWN: Synonym[] = Object.entries(SYNONYMS).flatMap(([field, synonyms]) =>
  synonyms.map((synonym, rank) => {
    const words = canonical(synonym).split(' ')
    return { field: field as Field, rank, compact: words.join(''), words }
  }),
)
const BY_NAME = groupBy(KNOWN, synonym => synonym.compact)
const BY_FIRST_WORD = groupBy(
  KNOWN.filter(({ words }) => words.length > 1 || words.some(isTelling)),
  ({ words }) => words[0] ?? '',
)

/** An equal name beats one that contains the words, more words beat fewer; then the more telling synonym. */
function fieldsOf(header: string): { field: Field; header: string; score: number }[] {
  const words = canonical(header).split(' ')
  const compact = words.join('')
  const same = compact.includes('?') ? withLostLetters(compact) : (BY_NAME.get(compact) ?? [])
  const within = words
    .flatMap(word => BY_FIRST_WORD.get(word) ?? [])
    .filter(synonym => synonym.words.every(word => words.includes(word)) && !denies(words, synonym.words))
  return [
    ...same.map(({ field, rank }) => ({ field, header, score: 2000 - rank })),
    ...within.map(({ field, rank, words }) => ({ field, header, score: 100 * words.length - rank })),
  ]
}

/** `pi?ce`: each mark stands for a letter or two lost on the way. With many, nothing can be told. */
function withLostLetters(compact: string): Synonym[] {
  const parts = compact.split(/\?+/)
  if (parts.length > 4 || parts.join('').length < 3) return []
  const pattern = new RegExp(`^${parts.join('.{0,2}')}$`)
  return KNOWN.filter(synonym => pattern.test(synonym.compact))
}

function groupBy(synonyms: readonly Synonym[], key: (synonym: Synonym) => string): Map<string, Synonym[]> {
  const groups = new Map<string, Synonym[]>()
  for (const synonym of synonyms) groups.set(key(synonym), [...(groups.get(key(synonym)) ?? []), synonym])
  return groups
}
