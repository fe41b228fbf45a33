import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'cloud-options-'))
writeFileSync(join(folder, 'bad.json'), '{')
writeFileSync(join(folder, 'list.json'), '[]')
const functions = ['--functions', folder]

test.concurrent.each([
  ['cloud', [...functions, '--port', 'abc'], /the port must be a whole number/],
  ['cloud', [...functions, '--host', 'nowhere.invalid'], /is no address of this machine/],
  ['cloud', [...functions, '--indexes', join(folder, 'none.json')], /--indexes .* can't be read: ENOENT/],
  ['cloud', [...functions, '--indexes', join(folder, 'bad.json')], /--indexes .* can't be read: .*JSON/],
  ['cloud', [...functions, '--indexes', join(folder, 'list.json')], /must hold a JSON object/],
  ['cloud', [...functions, '--bad'], /Unknown option '--bad'. There are: --functions, /],
  ['start', ['--bad'], /Unknown option '--bad'. There are: --fresh, --port, --data/],
  ['demo', ['extra'], /Unexpected argument 'extra'. There are: --appeals, --json/],
])('%s %j is answered with a sentence', { timeout: 60_000 }, async (script, args, sentence) => {
  const { code, err } = await run(`scripts/${script}.ts`, args)
  expect(code).toBe(1)
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

function run(script: string, args: string[]): Promise<{ code: number; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', script, ...args], (_error, _out, err) =>
      resolve({ code: child.exitCode ?? 0, err }),
    )
  })
}
