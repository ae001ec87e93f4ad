/** How fast messages may go to the mailboxes of one domain: a place in its line, minute by minute. */
export type Pace = {
  /** The instant from which a message may go, now or later; the place is then taken. In milliseconds. */
  place(domain: string, now: number): number
}

const MINUTE = 60_000

/** Never more than `perMinute` to one domain within any minute, those sent before included. */
export function paceOf(perMinute: number, sent: readonly { domain: string; at: number }[]): Pace {
  const places = new Map<string, number[]>()
  const take = (domain: string, at: number) => {
    const taken = places.get(domain) ?? []
    taken.push(at)
    places.set(domain, taken.slice(-perMinute))
  }
  for (const { domain, at } of [...sent].sort((a, b) => a.at - b.at)) take(domain, at)
  return {
    place(domain, now) {
      const taken = places.get(domain) ?? []
      const first = taken[taken.length - perMinute]
      const at = first === undefined ? now : Math.max(now, first + MINUTE)
      take(domain, at)
      return at
    },
  }
}
