// npm ci refuses a lock file without the optional packages for other systems, and a registry mirror that doesn't
// carry them makes npm leave them out. Run this after every change of dependencies: it adds what is missing, by name,
// version and system, so that the lock file serves every machine.
import { readFileSync, writeFileSync } from 'node:fs'

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]
/** A counter of downloads that a kit asks for: package.json pins it to a version that doesn't exist, for no system. */
const unwanted = '@jmfe/npm-usage-stats-tool'
/** What napi and Rust call the processors and systems that Node names otherwise. */
const aliases = { armv7: 'arm', wasm: 'wasm32', arm: 'arm', windows: 'win32', wasi: 'wasm32' }

/** Adds the optional packages that a lock file names and doesn't hold; returns how many. */
export function complete(lock) {
  let added = 0
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages))
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (path === '' || holds(lock, path, name)) continue
      const place = lock.packages[`node_modules/${name}`]
        ? `${path}/node_modules/${name}`
        : `node_modules/${name}`
      lock.packages[place] = {
        version: range.replace(/^[\^~]/, ''),
        ...(name === unwanted ? { version: '0.0.0', os: ['none'] } : madeFor(name)),
        optional: true,
      }
      added += 1
    }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  return added
}

/** As Node resolves: in the package's own folder, then in each folder above. */
function holds(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

function madeFor(name) {
  const words = name.split(/[/\-.]/).map((word) => aliases[word] ?? word)
  const cpu = words.find((word) => processors.includes(word) || word.startsWith('arm'))
  const os = words.find((word) => systems.includes(word))
  return {
    ...(cpu && { cpu: [processors.includes(cpu) ? cpu : 'arm'] }),
    ...(os && { os: [os] }),
    ...(words.some((word) => word.startsWith('musl')) && { libc: ['musl'] }),
  }
}

if (process.argv[1]?.endsWith('complete-lock.mjs')) {
  const file = new URL('../package-lock.json', import.meta.url)
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = complete(lock)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${added} optional packages for other systems were added to package-lock.json`)
}
