// Runs before anything is installed, so it may use nothing but Node itself.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const oldestNode = [20, 11]
const project = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Installs the dependencies when they are missing or older than the lock file; ends the process when it can't. */
export async function setUp() {
  if (!isNewEnough(process.versions.node)) {
    fail(`Fengming needs Node ${oldestNode.join('.')} or newer, and this is ${process.versions.node}.`)
  }
  if (isInstalled(project)) return
  process.stderr.write('Installing the dependencies with npm (a minute or two, once) …\n')
  if ((await npm(['ci', '--no-fund', '--no-audit', '--loglevel=error'])) !== 0) {
    fail(
      'npm could not install the dependencies (it says why above): check the network, then run this again.',
    )
  }
  writeStamp(project)
}

export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

/** The stamp answers at once; without it (after somebody's own `npm install`) npm's own record is compared. */
export function isInstalled(folder) {
  const stamp = stampFile(folder)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(folder)) return true
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  if (!holdsAll(readJson(join(folder, 'package-lock.json')), readJson(record))) return false
  writeStamp(folder)
  return true
}

/** Optional packages may be absent: npm leaves out those made for other systems. */
function holdsAll(lock, record) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = record.packages[path]
    if (!found) return Boolean(wanted.optional || wanted.devOptional)
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/** Runs npm and answers its exit code. npm is a script: started by Node itself it needs no shell; only a bare npm on Windows does. */
export function npm(args, folder = project) {
  const script = process.env.npm_execpath
  const byNode = script?.endsWith('npm-cli.js') && existsSync(script)
  const [command, all] = byNode ? [process.execPath, [script, ...args]] : ['npm', args]
  const shell = !byNode && process.platform === 'win32'
  // What npm says goes to standard error: standard output may belong to a command with --json.
  return new Promise((resolve) => {
    const child = spawn(command, all, { cwd: folder, stdio: ['ignore', 2, 2], shell })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function lockHash(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
}

function writeStamp(folder) {
  writeFileSync(stampFile(folder), lockHash(folder))
}

function stampFile(folder) {
  return join(folder, 'node_modules', '.fengming-lock')
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
