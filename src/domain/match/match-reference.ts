/** Invoice numbers in what a bank wrote: however spaced, glued, without zeros, abbreviated or cut. */
import { foldText } from '../fold-text.ts'
import { wordsBeginning } from '../sorted-words.ts'

/** Where the numbers of items can be found; built once for a whole statement. */
export type ReferenceIndex = {
  /** `F2026041`: as written, nothing between. */
  readonly byCompact: ReadonlyMap<string, readonly number[]>
  /** `F 2026 41`: letters and digits apart, years apart, no leading zeros. */
  readonly byShape: ReadonlyMap<string, readonly number[]>
  /** `2026 41` and `2026041`: the digits alone, five at least. */
  readonly byDigits: ReadonlyMap<string, readonly number[]>
  /** Compact numbers in alphabetical order, for the beginnings that a bank cut. */
  readonly sorted: readonly string[]
  readonly runsOf: readonly (readonly string[])[]
}

/** How much a number proves by itself: `strong` is seldom there by chance, `faint` is often. */
export type ReferenceStrength = 'strong' | 'plain' | 'faint'

/** A number found in a label, and the items that bear it: several creditors', or several due dates. */
export type Reference = { readonly items: readonly number[]; readonly strength: ReferenceStrength }

/** `abbreviated`: the 42 of « F2026-041/42 ». `cut`: what the label's end may be the beginning of. */
export type ReferencesRead = {
  readonly exact: readonly Reference[]
  readonly abbreviated: readonly number[]
  readonly cut: readonly number[]
}

const LONGEST_NUMBER = 30
const MOST_RUNS = 8
const FEWEST_DIGITS = 5
const LONGEST_RANGE = 30
const MOST_CUT = 40
/** Banks cut what doesn't fit: a shorter label ends where its writer ended it. */
const SHORTEST_CUT_LABEL = 27

/** 12/03/2026, « DU 12 03 26 »: no number of an invoice. */
const DATES =
  /(?<![\d/.-])[0-3]?\d([/.-])[01]?\d\1(20)?\d\d(?![/.-]?\d)|(?<=\b(DU|LE|AU) )[0-3]\d[ /.-]?[01]\d[ /.-]?(20)?\d\d\b/gi

const WORDS_BEFORE = /^(FACTURES?|FACT?|FA|FC|AVOIRS?|AV|NO?|NUM|REF|MOTIF|REGLEMENT|RGT)?$/

/** `numbers[n]` are the numbers of item n: the invoice's, and any other reference under which it may be paid. */
export function indexReferences(numbers: readonly (readonly string[])[]): ReferenceIndex {
  const byCompact = new Map<string, number[]>()
  const byShape = new Map<string, number[]>()
  const byDigits = new Map<string, number[]>()
  for (const [item, ours] of numbers.entries()) {
    for (const number of ours) {
      const runs = runsIn(number)
      const compact = runs.join('')
      const digits = runs.filter(isDigits).join('')
      if (digits === '' || compact.length < 3) continue
      note(byCompact, compact, item)
      note(byShape, shapeOf(runs), item)
      if (digits.length < FEWEST_DIGITS) continue
      note(byDigits, shapeOf(runs.filter(isDigits)), item)
      note(byDigits, withoutZeros(digits), item)
    }
  }
  const runsOf = numbers.map(([number]) => runsIn(number ?? ''))
  return { byCompact, byShape, byDigits, sorted: [...byCompact.keys()].sort(), runsOf }
}

/** From left to right, the longest number first; a run of digits is never taken apart, but for a year at its head. */
export function findReferences(label: string, index: ReferenceIndex): ReferencesRead {
  const runs = runsIn(label.replace(DATES, ' '))
  const exact: Reference[] = []
  const abbreviated = new Set<number>()
  let last: Reference | null = null
  for (let at = 0; at < runs.length; ) {
    const found = longestAt(runs, at, index)
    if (found) {
      last = found.reference
      exact.push(last)
      at += found.length
      continue
    }
    if (last !== null) for (const item of completed(last, runs, at, index)) abbreviated.add(item)
    at++
  }
  const cut = label.trim().length >= SHORTEST_CUT_LABEL ? cutAtEnd(runs, index) : []
  return { exact, abbreviated: [...abbreviated], cut }
}

/** `F-2026 032` → F, 2026, 032: so that a number is found wherever it is glued. */
function runsIn(text: string): string[] {
  return foldText(text).match(/[A-Z]+|\d+/g) ?? []
}

function shapeOf(runs: readonly string[]): string {
  return runs.map(shapeOfRun).join(' ')
}

function shapeOfRun(run: string): string {
  if (!isDigits(run)) return run
  const year = run.length > 4 && /^20[1-4]\d/.test(run) ? run.slice(0, 4) : null
  return year === null ? withoutZeros(run) : `${year} ${withoutZeros(run.slice(4))}`
}

function longestAt(runs: readonly string[], at: number, index: ReferenceIndex) {
  let [compact, shape, onlyDigits, isWhole] = ['', '', true, false]
  let found: { reference: Reference; length: number } | null = null
  for (let length = 1; length <= MOST_RUNS && at + length <= runs.length; length++) {
    const run = runs[at + length - 1] as string
    compact += run
    if (compact.length > LONGEST_NUMBER) break
    shape = length === 1 ? shapeOfRun(run) : `${shape} ${shapeOfRun(run)}`
    onlyDigits &&= isDigits(run)
    const whole = index.byCompact.get(compact) ?? index.byShape.get(shape)
    if (whole) {
      const items = isDigits(runs[at] as string) ? whole : [...whole, ...withoutWord(runs, at, length, index)]
      found = { reference: { items, strength: strengthOf(compact) }, length }
      isWhole = true
    } else if (onlyDigits && !isWhole) {
      const joined = length === 1 ? index.byDigits.get(withoutZeros(compact)) : undefined
      const items = index.byDigits.get(shape) ?? joined
      if (items && compact.length >= FEWEST_DIGITS)
        found = { reference: byLetters(items, runs[at - 1] ?? '', index), length }
    }
  }
  return found
}

/** « FAC 2026/123 » is FAC2026123, or 2026/123 after a word. */
function withoutWord(
  runs: readonly string[],
  at: number,
  length: number,
  { byShape }: ReferenceIndex,
): readonly number[] {
  return length < 3 ? [] : (byShape.get(shapeOf(runs.slice(at + 1, at + length))) ?? [])
}

/** Letters and four digits, or six digits that are no date, are seldom there by chance. */
function strengthOf(compact: string): ReferenceStrength {
  const digits = compact.replace(/\D/g, '').length
  if (digits < compact.length ? digits >= 4 : digits >= 6 && !isDate(compact)) return 'strong'
  return digits >= FEWEST_DIGITS ? 'plain' : 'faint'
}

function isDate(digits: string): boolean {
  return /^(20[1-4]\d(0\d|1[0-2])[0-3]\d|[0-3]\d(0\d|1[0-2])(20)?[1-4]\d|[1-4]\d(0\d|1[0-2])[0-3]\d)$/.test(
    digits,
  )
}

/** « FACTURE 2026-032 » is F-2026-032 rather than AV-2026-032: the letters written before decide, where they can. */
function byLetters(items: readonly number[], letters: string, { runsOf }: ReferenceIndex): Reference {
  const agree = items.filter(item => {
    const theirs = runsOf[item]?.[0] ?? ''
    if (isDigits(theirs) || theirs === '') return false
    const isGlued = letters.endsWith(theirs) && WORDS_BEFORE.test(letters.slice(0, -theirs.length))
    return isGlued || (letters.startsWith(theirs) && WORDS_BEFORE.test(letters))
  })
  return agree.length > 0 ? { items: agree, strength: 'strong' } : { items, strength: 'plain' }
}

/** The numbers that differ from the last one named only by their last digits, or that stand between the two. */
function completed(last: Reference, runs: readonly string[], at: number, index: ReferenceIndex): number[] {
  const run = runs[at] as string
  if (!isDigits(run) || run.length > 5 || /^20[1-4]\d$/.test(run)) return []
  const found: number[] = []
  for (const item of last.items.slice(0, 3)) {
    const theirs = index.runsOf[item] ?? []
    const compact = theirs.join('')
    if (run.length < compact.length) {
      found.push(...(index.byCompact.get(compact.slice(0, -run.length) + run) ?? []))
    }
    const pieces = shapeOf(theirs).split(' ')
    const stem = pieces.slice(0, -1).join(' ')
    const to = Number(run)
    const first = Number(pieces.at(-1))
    const isRange = /^(A|AU|TO)$/.test(runs[at - 1] ?? '') && to > first && to - first <= LONGEST_RANGE
    for (let number = isRange ? first + 1 : to; number <= to; number++) {
      found.push(...(index.byShape.get(stem === '' ? String(number) : `${stem} ${number}`) ?? []))
    }
  }
  return found.filter(item => !last.items.includes(item))
}

/** The items whose number the label's end begins; none when that says too little. */
function cutAtEnd(runs: readonly string[], { byCompact, sorted }: ReferenceIndex): readonly number[] {
  for (let length = Math.min(MOST_RUNS, runs.length); length >= 1; length--) {
    const start = runs.slice(-length).join('')
    if (start.length < 4 || start.length > LONGEST_NUMBER || start.replace(/\D/g, '').length < 3) continue
    const numbers = wordsBeginning(start, sorted, MOST_CUT)
    if (numbers === null) return []
    const found = numbers.filter(number => number !== start).flatMap(number => byCompact.get(number) ?? [])
    if (found.length > 0) return found
  }
  return []
}

function isDigits(run: string): boolean {
  return run <= '9~'
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

function note(map: Map<string, number[]>, key: string, item: number): void {
  const known = map.get(key)
  if (!known) map.set(key, [item])
  else if (known.at(-1) !== item) known.push(item)
}
