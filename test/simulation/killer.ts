import type { Random } from '../../src/bench/random.ts'

/** What a dead program does: nothing more. */
class Killed extends Error {}

/**
 * Kills the program between two statements: from then on none reaches the database, neither commit nor rollback, until
 * somebody starts it again.
 */
export type Killer = {
  onStatement(): void
  /** Does the work, perhaps killed on the way and started again, until it has ended alive. */
  survive<T>(random: Random, probability: number, work: () => Promise<T>): Promise<T>
  readonly deaths: number
}

const LONGEST_LIFE = 40

export function killer(): Killer {
  let left = Infinity
  let deaths = 0
  const isDead = () => left <= 0
  return {
    onStatement() {
      left--
      if (isDead()) throw new Killed('killed between two statements')
    },
    async survive(random, probability, work) {
      for (;;) {
        left = random.chance(probability) ? random.between(1, LONGEST_LIFE) : Infinity
        const ended = await work().then(
          value => ({ value }),
          (error: unknown) => ({ error }),
        )
        const died = isDead()
        left = Infinity
        if (died) deaths++
        else if ('error' in ended) throw ended.error
        else return ended.value
      }
    },
    get deaths() {
      return deaths
    },
  }
}
