import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from './build/app.ts'
import { findChromium } from './chromium.mjs'

const project = fileURLToPath(new URL('..', import.meta.url))
const bin = (name: string) => join(project, 'node_modules', name)
const filters = process.argv.slice(2)

function run(script: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { cwd: project, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} failed`))))
  })
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const started = Date.now()
  console.log(`— ${name}`)
  await work()
  console.log(`— ${name}: ${Math.round((Date.now() - started) / 1000)} s`)
}

const vitest = () => run(bin('vitest/vitest.mjs'), ['run', ...filters])
try {
  // With filters, as in `npm test -- domain`, only those tests run.
  if (filters.length > 0) await vitest()
  else {
    await timed('browser', findChromium)
    await timed('style', () => run(bin('@biomejs/biome/bin/biome'), ['check', '.']))
    await timed('types', () => run(bin('typescript/bin/tsc'), ['--noEmit']))
    await timed('builds', () => Promise.all([buildApp('h5'), buildApp('weapp')]))
    await timed('tests', vitest)
  }
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
