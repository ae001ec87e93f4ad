import { addDays, type Day } from '../date.ts'
import type { KnownRate } from './rate.ts'

/** What recording a rate would do: `new`, `unchanged` when every day of it is known already, or what it contradicts. */
export type RateRecording = 'new' | 'unchanged' | { readonly contradicts: KnownRate }

/** `contradicts` is the first known rate that differs from the added one on a day of both. */
export function recordingOf(known: readonly KnownRate[], added: KnownRate): RateRecording {
  const met = known
    .filter(each => each.series === added.series && each.from <= added.until && added.from <= each.until)
    .sort((a, b) => a.from - b.from)
  const contradicts = met.find(each => each.rateBps !== added.rateBps)
  if (contradicts) return { contradicts }
  return knownThrough(met, added.from) >= added.until ? 'unchanged' : 'new'
}

/** The last day known without a gap from a day on; the eve of that day when it isn't known itself. `known` is oldest first. */
function knownThrough(known: readonly KnownRate[], from: Day): Day {
  return known.reduce(
    (through, each) => (each.from <= addDays(through, 1) && each.until > through ? each.until : through),
    addDays(from, -1),
  )
}
