import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    globalSetup: 'test/support/built.ts',
    // Much of a story is waiting: three files at a time fill two cores. None leaves anything behind in its process, and
    // most of what isolation costs is Bolt, loaded anew for each file.
    isolate: false,
    maxWorkers: 3,
    testTimeout: 20_000,
    maxConcurrency: 3,
    hookTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**', 'commands/**', 'db/**'] },
  },
})
