import { defineConfig } from 'vitest/config'

/** The sentences and tables about the core, for mutation testing. Without the properties: they are slow
 * and random, and a score must not depend on luck. */
export default defineConfig({
  test: { include: ['test/core/**/*.test.ts'], exclude: ['test/core/**/properties.test.ts'] },
})
