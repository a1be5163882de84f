import { defineConfig } from 'vitest/config'

/** Only the tests of the core: what mutation testing runs again and again. */
export default defineConfig({ test: { include: ['test/core/**/*.test.ts'] } })
