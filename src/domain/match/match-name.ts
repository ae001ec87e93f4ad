/** Which debtor a payer's name is like: accents, order, legal forms and cuts count little, rare words count more. */
import { foldText } from '../fold-text.ts'
import { wordsBeginning } from '../sorted-words.ts'

/** Debtors by the words of their names; built once for a whole statement. */
export type NameIndex = {
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** Words in alphabetical order, for the beginnings that a bank cut. */
  readonly sorted: readonly string[]
  readonly wordsOf: readonly (readonly string[])[]
  /** Legal forms and small words, which tell two names apart only when nothing else does. */
  readonly formsOf: readonly (readonly string[])[]
}

/**
 * A debtor whose name is like a text. `found`: how much of the name stands in the text, from 0 to 1; `explained`: how much of
 * the text is that name, 1 where the text is more than a name; `words` and `forms` that agree; `bearers`: how many debtors bear
 * the rarest of those words.
 */
export type SimilarName = {
  readonly debtor: number
  readonly found: number
  readonly explained: number
  readonly words: number
  readonly forms: number
  readonly bearers: number
}

const FORMS = new Set(
  (
    'SARL SAS SASU SA EURL EI EIRL SCI SCP SCOP SELARL SELAS SNC GIE GAEC EARL STE SOCIETE ETS ETABLISSEMENTS ENTREPRISE ' +
    'GROUPE CABINET ASSOCIATION M MR MME MLLE MONSIEUR MADAME ET DE DU DES LA LE LES L D AU AUX THE AND OF LTD GMBH BV'
  ).split(' '),
)
const SHORTEST_CUT = 4
const MOST_ENDINGS = 20
const MOST_CANDIDATES = 300

/** `names[n]` is the name of debtor n. */
export function indexNames(names: readonly string[]): NameIndex {
  const byWord = new Map<string, number[]>()
  const read = names.map(wordsIn)
  for (const [debtor, { words }] of read.entries()) {
    for (const word of words) {
      const known = byWord.get(word)
      if (known) known.push(debtor)
      else byWord.set(word, [debtor])
    }
  }
  return {
    byWord,
    sorted: [...byWord.keys()].sort(),
    wordsOf: read.map(({ words }) => words),
    formsOf: read.map(({ forms }) => forms),
  }
}

/** The debtors half of whose name or more is in this text, the most like first. `isName`: the text is a name alone. */
export function findLikeNames(text: string, isName: boolean, index: NameIndex): SimilarName[] {
  const { words, forms } = wordsIn(text)
  const writtenAs = new Map<string, string>()
  for (const written of words) for (const word of wordsLike(written, index)) writtenAs.set(word, written)
  const all = words.reduce((total, word) => total + weightOf(word, index), 0)
  const likes: SimilarName[] = []
  for (const debtor of candidatesOf([...writtenAs.keys()], index)) {
    const like = likeName(debtor, writtenAs, index)
    if (like.found < 0.5) continue
    const explained = isName ? shareOf(like.explained, all) : 1
    const agreeing = (index.formsOf[debtor] ?? []).filter(form => forms.includes(form)).length
    likes.push({ ...like, explained, forms: agreeing })
  }
  return likes.sort(
    (a, b) => likenessOf(b) - likenessOf(a) || b.words - a.words || b.forms - a.forms || a.debtor - b.debtor,
  )
}

/** How much of a debtor's name and of a text is the same: 1 when they have the same words. */
export function likenessOf({ found, explained }: SimilarName): number {
  return (found * (1 + explained)) / 2
}

export function isAsLike(a: SimilarName, b: SimilarName): boolean {
  return likenessOf(a) === likenessOf(b) && a.words === b.words && a.forms === b.forms
}

/** Words that tell, and legal forms, of a name or a label. */
function wordsIn(text: string): { words: string[]; forms: string[] } {
  const all = [...new Set(foldText(text).split(' ').filter(Boolean))]
  const words = all.filter(word => !FORMS.has(word))
  return words.length > 0 ? { words, forms: all.filter(word => FORMS.has(word)) } : { words: all, forms: [] }
}

/** Debtors by the rarest of these words, and by others while they are few; by two words where even the rarest is common. */
function candidatesOf(words: readonly string[], { byWord, wordsOf }: NameIndex): Iterable<number> {
  const lists = words.map(word => ({ word, debtors: byWord.get(word) ?? [] }))
  const [rarest, second] = lists.sort((a, b) => a.debtors.length - b.debtors.length)
  if (!rarest) return []
  if (rarest.debtors.length > MOST_CANDIDATES) {
    return second ? rarest.debtors.filter(debtor => wordsOf[debtor]?.includes(second.word)) : []
  }
  const candidates = new Set<number>()
  for (const { debtors } of lists) {
    if (candidates.size + debtors.length > MOST_CANDIDATES) break
    for (const debtor of debtors) candidates.add(debtor)
  }
  return candidates
}

/** What weighs of the text is in `explained`, not yet as a share of it. */
function likeName(debtor: number, writtenAs: ReadonlyMap<string, string>, index: NameIndex): SimilarName {
  let [all, found, explained, count] = [0, 0, 0, 0]
  let bearers = Number.POSITIVE_INFINITY
  for (const word of index.wordsOf[debtor] ?? []) {
    const written = writtenAs.get(word)
    all += weightOf(word, index)
    if (written === undefined) continue
    found += weightOf(word, index)
    explained += weightOf(written, index)
    bearers = Math.min(bearers, index.byWord.get(word)?.length ?? 0)
    count++
  }
  return { debtor, found: shareOf(found, all), explained, words: count, forms: 0, bearers }
}

/** The word itself where a name has it; else those that a bank may have cut there. */
function wordsLike(written: string, { byWord, sorted }: NameIndex): readonly string[] {
  if (byWord.has(written)) return [written]
  if (written.length < SHORTEST_CUT || /\d/.test(written)) return []
  return wordsBeginning(written, sorted, MOST_ENDINGS) ?? []
}

/** The fewer bear a word, the more it tells. */
function weightOf(word: string, { byWord }: NameIndex): number {
  return 1 / Math.log2(2 + (byWord.get(word)?.length ?? 0))
}

/** Sums of the same weights in another order are the same share. */
function shareOf(part: number, all: number): number {
  return all === 0 ? 0 : Math.min(1, Math.round((part / all) * 1000) / 1000)
}
