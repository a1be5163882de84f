import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    testTimeout: 20_000,
    maxConcurrency: 3,
    hookTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**', 'commands/**', 'db/**'] },
  },
})
