/** The words of an alphabetical list that begin like that; null when there are more than `most`. */
export function wordsBeginning(start: string, sorted: readonly string[], most: number): string[] | null {
  const found: string[] = []
  for (let at = firstAtLeast(sorted, start); sorted[at]?.startsWith(start); at++) {
    if (found.length === most) return null
    found.push(sorted[at] as string)
  }
  return found
}

function firstAtLeast(sorted: readonly string[], value: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < value) low = middle + 1
    else high = middle
  }
  return low
}
