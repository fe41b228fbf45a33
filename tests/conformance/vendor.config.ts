import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const require = createRequire(import.meta.url)
const sdk = path.dirname(require.resolve('@cloudbase/node-sdk/package.json'))

/** Runs the vendor's own tests (fetched by vendor.ts) with the SDK that wx-server-sdk brings. */
export default defineConfig({
  root: here('../../.cache/conformance/package'),
  resolve: {
    alias: [
      { find: /^(\.\.\/)+(src|lib)\/index$/, replacement: here('./sdk.ts') },
      { find: /^(\.\.\/)+(src|lib)\/const\/code$/, replacement: path.join(sdk, 'dist/const/code.js') },
      { find: /^(\.\.\/)+config\.local$/, replacement: here('./settings.ts') },
      { find: 'power-assert', replacement: 'node:assert' },
      { find: /^bson$/, replacement: here('./bson.ts') },
    ],
  },
  plugins: [
    {
      // The tests were written for TypeScript's CommonJS, where a namespace can be called.
      name: 'call-namespaces',
      enforce: 'pre',
      transform: (code) => code.replace(/import \* as assert from/, 'import assert from'),
    },
  ],
  test: {
    // The vendor left an `only` in; vitest refuses those when it runs in CI.
    allowOnly: true,
    globals: true,
    include: ['test/database/**/*.vendor.ts', 'test/storage/downloadFile.vendor.ts'],
    testTimeout: 60_000,
    fileParallelism: false,
    isolate: false,
    reporters: ['json'],
    cache: false,
  },
})
