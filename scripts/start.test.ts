import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const data = mkdtempSync(join(tmpdir(), 'fengming-start-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** Starts as a person does, takes Ctrl-C once it is ready; what it said and how it ended. */
function start(): Promise<{ said: string; code: number | null }> {
  const script = join(import.meta.dirname, 'start.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text
        if (said.includes('Ctrl-C ends everything')) child.kill('SIGINT')
      })
    child.on('error', reject)
    child.on('exit', (code) => resolve({ said, code }))
  })
}

it('starts with a city, its people and a code for the first administrator; and again with what is there', async () => {
  const first = await start()
  expect(first.code, first.said).toBe(0)
  expect(first.said).toContain('loaded Shenyang: 2977 organisations')
  expect(first.said).toMatch(/单位头一回开通\)：[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  expect(first.said).toContain('?as=preview-administrator')
  const second = await start()
  expect(second.code, second.said).toBe(0)
  expect(second.said).toContain('Ready')
  expect(second.said).not.toMatch(/loaded Shenyang|设置码/)
}, 240_000)
