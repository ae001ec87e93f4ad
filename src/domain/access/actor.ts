/** Who acts: named in every line of a journal. */
export type Actor =
  | { readonly kind: 'person'; readonly name: string }
  /** A program with a key of the organisation's. */
  | { readonly kind: 'key'; readonly name: string }
  /** Quittance itself: a part of it that acts without being asked. */
  | { readonly kind: 'program'; readonly name: ProgramActor }
  /** Who prints and posts letters, or carries text messages, in our place. */
  | { readonly kind: 'provider'; readonly name: string }
  /** A debtor, on a page of its own. */
  | { readonly kind: 'debtor'; readonly code: string }

export type ProgramActor = (typeof PROGRAM_ACTORS)[number]
export const PROGRAM_ACTORS = ['run', 'deliver', 'post', 'inbox', 'demo'] as const

/** As a journal names it. A person's name stands as it is, hence `isPersonName`. */
export function actorText(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
    case 'program':
    case 'provider':
      return actor.name
    case 'key':
      return `key:${actor.name}`
    case 'debtor':
      return `debtor:${actor.code}`
  }
}

/** A name that a journal can't take for a program, a key or a debtor; at most 100 characters, on one line. */
export function isPersonName(text: string): boolean {
  const isProgram = (PROGRAM_ACTORS as readonly string[]).includes(text)
  return /^[^\p{Cc}\s:][^\p{Cc}:]{0,99}$/u.test(text) && !isProgram
}
