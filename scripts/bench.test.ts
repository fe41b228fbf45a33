import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'fengming-bench-'))
part(
  'fast',
  `console.log('working'); return [{ part: 'fast', name: 'tap', value: quick ? 1 : 2, unit: 'ms' }]`,
)
part('slow', `return [{ part: 'slow', name: 'tap', value: 9, unit: 'ms', limit: 5, holds: false }]`)
writeFileSync(join(folder, 'measure.ts'), '')
writeFileSync(join(folder, 'fast.test.ts'), '')

test('--json prints one array and nothing else', async () => {
  const { code, out, err } = await bench('fast', '--json')
  expect(JSON.parse(out)).toEqual([{ part: 'fast', name: 'tap', value: 2, unit: 'ms' }])
  expect(err).toContain('working')
  expect(code).toBe(0)
})

test('--quick reaches the part; people get a table', async () => {
  const { out } = await bench('fast', '--quick')
  expect(out).toMatch(/^name +value +unit/)
  expect(out).toMatch(/^tap +1 +ms$/m)
})

test('a broken promise is the exit code', async () => {
  const { code, out } = await bench('slow', '--json')
  expect(JSON.parse(out)).toHaveLength(1)
  expect(code).toBe(1)
})

test.each([
  [[], 'Name one part: npm run bench -- <part> [--quick] [--json], where part is fast, slow.\n'],
  [
    ['../slow'],
    'There is no part "../slow": npm run bench -- <part> [--quick] [--json], where part is fast, slow.\n',
  ],
  [
    ['measure'],
    'There is no part "measure": npm run bench -- <part> [--quick] [--json], where part is fast, slow.\n',
  ],
])('%j gets the list of parts', async (args, sentence) => {
  expect(await bench(...args)).toEqual({ code: 1, out: '', err: sentence })
})

function part(name: string, body: string): void {
  writeFileSync(
    join(folder, `${name}.ts`),
    `export async function run({ quick }: { quick: boolean }) { ${body} }`,
  )
}

function bench(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, FENGMING_BENCH_PARTS: folder }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/bench.ts', ...args],
      { env },
      (_error, out, err) => resolve({ code: child.exitCode ?? 1, out, err }),
    )
  })
}
