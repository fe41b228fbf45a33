import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', '.cache/**', '.data/**'],
    // Two cores are what everybody has; vitest alone would leave one idle.
    maxWorkers: 2,
    // Tests that start a cloud or a browser say so themselves; a slow machine should not fail the others.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Refusals and injected faults are logged, as they should be; only those of a failing test are worth reading.
    silent: 'passed-only',
  },
  resolve: { extensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.mjs', '.js', '.json'] },
})
