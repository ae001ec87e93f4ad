import { defineConfig } from 'vitest/config'

/** Without a database: readers need none. */
export default defineConfig({
  test: { include: ['test/fuzz/fuzz.test.ts'] },
})
