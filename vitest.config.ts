import { defineConfig } from 'vitest/config'
import type { Platform } from './scripts/build/app.ts'

/** Journeys that run on the compiled mini-program too, unchanged: what the product is for, from end to end. */
const onBoth = ['appeal', 'group', 'handling', 'points', 'volunteer']

/** What only the compiled mini-program has. */
const weappAlone = ['pages', 'privacy', 'weak'].map((name) => `tests/weapp/${name}.test.ts`)

const never = ['**/node_modules/**', 'dist/**', '.cache/**', '.data/**']

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the app in the browser: what the preview shows, or what WeChat gets. */
    platform: Platform
  }
}

export default defineConfig({
  test: {
    // Two cores are what everybody has; vitest alone would leave one idle.
    maxWorkers: 2,
    // Refusals and injected faults are logged, as they should be; only those of a failing test are worth reading.
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: {
          name: 'h5',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, ...weappAlone],
          provide: { platform: 'h5' },
        },
      },
      {
        extends: true,
        test: {
          name: 'weapp',
          include: [...weappAlone, ...onBoth.map((name) => `tests/journeys/${name}.test.ts`)],
          provide: { platform: 'weapp' },
        },
      },
    ],
    exclude: never,
    // Tests that start a cloud or a browser say so themselves; a slow machine should not fail the others.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
  resolve: { extensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.mjs', '.js', '.json'] },
})
