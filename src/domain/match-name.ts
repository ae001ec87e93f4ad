/** Which debtor a payer's name is like: accents, order, legal forms and cuts count little, rare words count more. */
import { foldText } from './fold-text.ts'
import { wordsBeginning } from './sorted-words.ts'

/** Debtors by the words of their names; built once for a whole statement. */
export type NameIndex = {
  readonly wordsOf: readonly (readonly string[])[]
  /** Legal forms and small words, which tell two names apart only when nothing else does. */
  readonly formsOf: readonly (readonly string[])[]
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** Words in alphabetical order, for the beginnings that a bank cut. */
  readonly sorted: readonly string[]
}

/**
 * A debtor whose name is like a text. `found`: how much of the name stands in the text, from 0 to 1; `explained`: how much of
 * the text is that name (1 where the text is more than a name); `words`: how many words agree; `forms`: legal forms too.
 */
export type LikeName = {
  readonly debtor: number
  readonly found: number
  readonly explained: number
  readonly words: number
  readonly forms: number
}

const FORMS = new Set(
  (
    'SARL SAS SASU SA EURL EI EIRL SCI SCP SCOP SELARL SELAS SNC GIE GAEC EARL STE SOCIETE ETS ETABLISSEMENTS ENTREPRISE ' +
    'GROUPE CABINET ASSOCIATION M MR MME MLLE MONSIEUR MADAME ET DE DU DES LA LE LES L D AU AUX THE AND OF LTD GMBH BV'
  ).split(' '),
)
/** Debtors that one word may name; a commoner one needs a second. */
const MOST_DEBTORS = 300
const SHORTEST_CUT = 4
const MOST_ENDINGS = 20

/** `names[n]` is the name of debtor n. */
export function indexNames(names: readonly string[]): NameIndex {
  const wordsOf: string[][] = []
  const formsOf: string[][] = []
  const byWord = new Map<string, number[]>()
  for (const [debtor, name] of names.entries()) {
    const { words, forms } = wordsIn(name)
    wordsOf.push(words)
    formsOf.push(forms)
    for (const word of words) {
      const known = byWord.get(word)
      if (known) known.push(debtor)
      else byWord.set(word, [debtor])
    }
  }
  return { wordsOf, formsOf, byWord, sorted: [...byWord.keys()].sort() }
}

/** The debtors whose name is half found in this text or more, the most like first. `isName`: the text is a name alone. */
export function findLikeNames(text: string, isName: boolean, index: NameIndex): LikeName[] {
  const { words, forms } = wordsIn(text)
  const likes = candidatesOf(words, index).map(debtor => likeName(index, debtor, words, forms, isName))
  return likes
    .filter(({ found }) => found >= 0.5)
    .sort(
      (a, b) =>
        likenessOf(b) - likenessOf(a) || b.words - a.words || b.forms - a.forms || a.debtor - b.debtor,
    )
}

/** How much of a debtor's name and of a text is the same: 1 when they have the same words. */
export function likenessOf({ found, explained }: LikeName): number {
  return (found * (1 + explained)) / 2
}

export function isAsLike(a: LikeName, b: LikeName): boolean {
  return likenessOf(a) === likenessOf(b) && a.words === b.words && a.forms === b.forms
}

/** How alike one debtor's name is to a text, without looking for others. */
export function likeName(
  index: NameIndex,
  debtor: number,
  words: readonly string[],
  forms: readonly string[],
  isName: boolean,
): LikeName {
  const theirs = index.wordsOf[debtor] ?? []
  let [all, found, count] = [0, 0, 0]
  const used = new Set<string>()
  for (const word of theirs) {
    const weight = weightOf(word, index)
    all += weight
    const same = words.find(written => isSameWord(word, written))
    if (same === undefined) continue
    used.add(same)
    found += weight
    count++
  }
  return {
    debtor,
    found: all === 0 ? 0 : found / all,
    explained: isName ? shareOf(words, used, index) : 1,
    words: count,
    forms: (index.formsOf[debtor] ?? []).filter(form => forms.includes(form)).length,
  }
}

/** Words that tell, and legal forms, of a name or a label. */
export function wordsIn(text: string): { words: string[]; forms: string[] } {
  const all = [...new Set(foldText(text).split(' ').filter(Boolean))]
  const words = all.filter(word => !FORMS.has(word))
  return words.length > 0 ? { words, forms: all.filter(word => FORMS.has(word)) } : { words: all, forms: [] }
}

/** Debtors by each word rare enough; where none is, those that bear the two rarest. */
function candidatesOf(words: readonly string[], index: NameIndex): number[] {
  const lists = words
    .flatMap(word => (index.byWord.has(word) ? [word] : endingsOf(word, index)))
    .map(word => index.byWord.get(word) ?? [])
    .sort((a, b) => a.length - b.length)
  const rare = lists.filter(list => list.length <= MOST_DEBTORS)
  const [first, second] = lists
  if (rare.length > 0 || !first || !second) return [...new Set(rare.flat())]
  const others = new Set(second)
  return first.filter(debtor => others.has(debtor)).slice(0, MOST_DEBTORS)
}

/** The words that a bank may have cut there. */
function endingsOf(start: string, { sorted }: NameIndex): string[] {
  if (start.length < SHORTEST_CUT || /\d/.test(start)) return []
  return wordsBeginning(start, sorted, MOST_ENDINGS) ?? []
}

function isSameWord(theirs: string, written: string): boolean {
  if (theirs === written) return true
  return written.length >= SHORTEST_CUT && theirs.startsWith(written) && !/\d/.test(written)
}

function weightOf(word: string, index: NameIndex): number {
  return 1 / Math.log2(2 + (index.byWord.get(word)?.length ?? 0))
}

function shareOf(words: readonly string[], used: ReadonlySet<string>, index: NameIndex): number {
  let [all, found] = [0, 0]
  for (const word of words) {
    const weight = weightOf(word, index)
    all += weight
    if (used.has(word)) found += weight
  }
  return all === 0 ? 0 : found / all
}
