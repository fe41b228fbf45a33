// Every npm script starts here: it installs what is missing, then runs scripts/<name>.ts. Needs no dependency itself.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setUp } from './setup.mjs'

const [name, ...rest] = process.argv.slice(2)
await setUp()
const script = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
const child = spawn(process.execPath, ['--import', 'tsx', script, ...rest], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit',
})
// Ctrl-C reaches the child too: it ends by itself, and this process with it.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
