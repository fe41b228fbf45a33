import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtFunctions } from '../../tests/support/functions.ts'
import { wantedFunctions } from '../deploy/wanted.ts'
import { functionNames } from './functions.ts'

/** Far from any node_modules but their own, as in WeChat's cloud, where nothing is installed. */
let elsewhere: string
beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'fengming-functions-'))
  cpSync(await builtFunctions(), elsewhere, { recursive: true })
})
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

describe.each(functionNames())('%s as it is uploaded', (name) => {
  const json = (...path: string[]) => JSON.parse(readFileSync(join(elsewhere, name, ...path), 'utf8'))

  it('is whole: it starts with what it brings', () => {
    const script = `
      const { main } = require('./index.js')
      const ours = Object.keys(require.cache).map((file) => file.slice(process.cwd().length + 1))
      console.log(JSON.stringify({ main: typeof main, ours }))`
    const { NODE_PATH: _, ...environment } = process.env
    const said = execFileSync(process.execPath, ['-e', script], {
      cwd: join(elsewhere, name),
      encoding: 'utf8',
      env: { ...environment, TENCENTCLOUD_RUNENV: 'SCF' },
    })
    const { main, ours } = JSON.parse(said.trim().split('\n').at(-1) ?? '')
    expect(main).toBe('function')
    expect(ours).toContain('node_modules/wx-server-sdk/index.js')
    expect(json('package.json').dependencies).toBeUndefined()
  })

  it('brings the wx-server-sdk of the lock file', () => {
    const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))
    expect(json('node_modules/wx-server-sdk/package.json').version).toBe(
      lock.packages['node_modules/wx-server-sdk'].version,
    )
  })

  it('fits into what a deployment can send', () => {
    const [wanted] = wantedFunctions(elsewhere, [name], '1.2.3')
    expect(wanted?.code.length).toBeGreaterThan(100_000)
  })
})
