/** Chance that can be had again: the same seed, the same numbers (mulberry32). */
export type Random = {
  chance(probability: number): boolean
  /** A whole number between these, both included. */
  between(least: number, most: number): number
  pick<T>(list: readonly [T, ...T[]]): T
}

export function randomFrom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    chance: probability => next() < probability,
    between,
    pick: list => list[between(0, list.length - 1)] ?? list[0],
  }
}

/** Chance that belongs to a thing by its name, whatever was drawn before. */
export function randomFor(seed: number, name: string): Random {
  let hash = seed | 0
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return randomFrom(hash)
}
