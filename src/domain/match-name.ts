/** Which debtor a payer's name is like: legal forms, accents, order and cuts don't count, rare words count more. */
import { foldText } from './fold-text.ts'

/** Debtors by the words of their names; built once for a whole statement. */
export type NameIndex = {
  readonly wordsOf: readonly (readonly string[])[]
  readonly byWord: ReadonlyMap<string, readonly number[]>
}

/** A debtor, how much of its name is found, from 0 to 1, and in how many words. */
export type LikeName = { readonly debtor: number; readonly likeness: number; readonly words: number }

const FORMS = new Set(
  (
    'SARL SAS SASU SA EURL EI EIRL SCI SCP SCOP SELARL SNC GIE STE SOCIETE ETS ETABLISSEMENTS ENTREPRISE GROUPE CABINET ' +
    'ASSOCIATION M MR MME MLLE MONSIEUR MADAME ET DE DU DES LA LE LES L D AU AUX THE AND OF LTD GMBH BV'
  ).split(' '),
)
/** A word borne by more debtors than that finds none. */
const COMMON = 400
const SHORTEST_CUT_WORD = 4

/** `names[n]` is the name of debtor n. */
export function indexNames(names: readonly string[]): NameIndex {
  const wordsOf = names.map(significantWords)
  const byWord = new Map<string, number[]>()
  for (const [debtor, words] of wordsOf.entries()) {
    for (const word of words) {
      const known = byWord.get(word)
      if (known) known.push(debtor)
      else byWord.set(word, [debtor])
    }
  }
  return { wordsOf, byWord }
}

/** The debtors whose name is like this text, the most like first: every word of theirs that counts stands in it. */
export function findLikeNames(text: string, index: NameIndex): LikeName[] {
  const words = significantWords(text)
  const candidates = new Set<number>()
  for (const word of words) {
    const debtors = index.byWord.get(word)
    if (debtors && debtors.length <= COMMON) for (const debtor of debtors) candidates.add(debtor)
  }
  return [...candidates]
    .map(debtor => likeName(index, debtor, words))
    .filter(({ likeness }) => likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness || b.words - a.words || a.debtor - b.debtor)
}

/** The share of a debtor's words, rare ones first, that stand in the text, whole or cut. */
function likeName(index: NameIndex, debtor: number, words: readonly string[]): LikeName {
  let [all, found, count] = [0, 0, 0]
  for (const word of index.wordsOf[debtor] ?? []) {
    const weight = 1 / Math.log2(2 + (index.byWord.get(word)?.length ?? 1))
    all += weight
    if (!words.some(other => isSameWord(word, other))) continue
    found += weight
    count++
  }
  return { debtor, likeness: all === 0 ? 0 : found / all, words: count }
}

function isSameWord(theirs: string, written: string): boolean {
  return theirs === written || (written.length >= SHORTEST_CUT_WORD && theirs.startsWith(written))
}

function significantWords(text: string): string[] {
  const words = foldText(text).split(' ').filter(Boolean)
  const telling = words.filter(word => !FORMS.has(word))
  return [...new Set(telling.length > 0 ? telling : words)]
}
