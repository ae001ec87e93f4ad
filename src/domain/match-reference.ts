/** Invoice numbers in what a bank wrote: however spaced, glued, abbreviated or cut. */
import { foldText } from './fold-text.ts'

/** Where the numbers of open items can be found; built once for a whole statement. */
export type ReferenceIndex = {
  readonly byNumber: ReadonlyMap<string, readonly number[]>
  readonly byDigits: ReadonlyMap<string, readonly number[]>
  /** Numbers in alphabetical order, for the beginnings that a bank cut. */
  readonly sorted: readonly string[]
}

/**
 * Items that a label names. `exact`: one list for each number found, several items where several creditors' invoices
 * share it. `abbreviated`: the 42 of « F2026-041/42 ». `cut`: the one number that the label's end may begin.
 */
export type FoundReferences = {
  readonly exact: readonly (readonly number[])[]
  readonly abbreviated: readonly number[]
  readonly cut: readonly number[]
  /** A number of few digits proves little by itself. */
  readonly isStrong: boolean
}

const LONGEST_NUMBER = 25
const MOST_RUNS = 8
/** Banks cut what doesn't fit: a label shorter than that ends where its writer ended it. */
const SHORTEST_CUT_LABEL = 27

/** `numbers[n]` is the number of item n. */
export function indexReferences(numbers: readonly string[]): ReferenceIndex {
  const byNumber = new Map<string, number[]>()
  const byDigits = new Map<string, number[]>()
  for (const [item, number] of numbers.entries()) {
    const compact = runsOf(number).join('')
    if (!/\d/.test(compact) || compact.length < 3) continue
    push(byNumber, compact, item)
    const digits = compact.replace(/\D/g, '')
    if (digits.length >= 5) push(byDigits, withoutZeros(digits), item)
  }
  return { byNumber, byDigits, sorted: [...byNumber.keys()].sort() }
}

/** Longest first from left to right; a run of digits is never taken apart. */
export function findReferences(label: string, index: ReferenceIndex): FoundReferences {
  const runs = runsOf(label)
  const exact: (readonly number[])[] = []
  const abbreviated: number[] = []
  let isStrong = true
  let last: string | null = null
  for (let at = 0; at < runs.length; ) {
    const found = longestAt(runs, at, index)
    if (found) {
      exact.push(found.items)
      isStrong = isStrong && found.isStrong
      last = found.text
      at += found.length
      continue
    }
    if (last !== null) abbreviated.push(...completed(last, runs[at] as string, index))
    at++
  }
  const cut = exact.length === 0 && label.length >= SHORTEST_CUT_LABEL ? cutAtEnd(runs, index) : []
  return { exact, abbreviated, cut, isStrong: isStrong && exact.length > 0 }
}

/** `F-2026 032` → F, 2026, 032: letters and digits apart, so that a number is found wherever it is glued. */
function runsOf(text: string): string[] {
  return foldText(text).match(/[A-Z]+|\d+/g) ?? []
}

function longestAt(runs: readonly string[], at: number, { byNumber, byDigits }: ReferenceIndex) {
  let text = ''
  let found: { items: readonly number[]; text: string; length: number; isStrong: boolean } | null = null
  for (let length = 1; length <= MOST_RUNS && at + length <= runs.length; length++) {
    text += runs[at + length - 1]
    if (text.length > LONGEST_NUMBER) break
    const byWhole = byNumber.get(text)
    const items = byWhole ?? (/^\d{5,}$/.test(text) ? byDigits.get(withoutZeros(text)) : undefined)
    if (items) found = { items, text, length, isStrong: isStrongText(text, byWhole !== undefined) }
  }
  return found
}

/** Six digits, or letters and four of them: a date or a client's number is seldom like that by chance. */
function isStrongText(text: string, isWhole: boolean): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= 6 || (isWhole && digits >= 4 && digits < text.length)
}

/** The numbers that differ from the last one named only by their last digits. */
function completed(last: string, run: string, { byNumber }: ReferenceIndex): readonly number[] {
  if (!/^\d{1,4}$/.test(run) || run.length >= last.length) return []
  return byNumber.get(last.slice(0, -run.length) + run) ?? []
}

/** The items whose number the label's end begins, when they all bear one number. */
function cutAtEnd(runs: readonly string[], { byNumber, sorted }: ReferenceIndex): readonly number[] {
  for (let length = Math.min(MOST_RUNS, runs.length); length >= 1; length--) {
    const start = runs.slice(-length).join('')
    if (start.length < 5 || start.length > LONGEST_NUMBER || start.replace(/\D/g, '').length < 3) continue
    const at = lowerBound(sorted, start)
    const number = sorted[at]
    if (number === undefined || !number.startsWith(start) || number === start) continue
    if (sorted[at + 1]?.startsWith(start)) return []
    return byNumber.get(number) ?? []
  }
  return []
}

function lowerBound(sorted: readonly string[], value: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < value) low = middle + 1
    else high = middle
  }
  return low
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

function push(map: Map<string, number[]>, key: string, item: number): void {
  const known = map.get(key)
  if (known) known.push(item)
  else map.set(key, [item])
}
