// Finds the browser that tests and screenshots use. Plain Node, so that it can run before anything else.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Enough to run without a display, as root, and without calls to the browser's maker. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const variables = ['FENGMING_CHROMIUM', 'CHROME_BIN']
// Chromium without its windows does the same in two thirds of the time.
const commands = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'microsoft-edge',
]

/** The path of a Chromium that can show Chinese; installs Debian's when it may, else says what to do. */
export async function findChromium() {
  const path = namedByVariable() ?? installedChromium() ?? (await installChromium())
  await ensureChineseFont()
  return path
}

export function namedByVariable(environment = process.env) {
  const variable = variables.find((name) => environment[name])
  if (!variable) return undefined
  const path = environment[variable]
  if (existsSync(path)) return path
  throw new Error(`${variable} names ${path}, where there is no browser: correct it or unset it.`)
}

export function installedChromium(environment = process.env, platform = process.platform) {
  return [...onPath(environment, platform), ...knownPlaces(environment, platform)].find((path) =>
    existsSync(path),
  )
}

function onPath(environment, platform) {
  const ending = platform === 'win32' ? '.exe' : ''
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(Boolean)
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + ending)))
}

function knownPlaces(environment, platform) {
  if (platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge']
    const roots = ['/Applications', join(environment.HOME ?? '', 'Applications')]
    return roots.flatMap((root) => names.map((name) => join(root, `${name}.app/Contents/MacOS/${name}`)))
  }
  if (platform === 'win32') {
    const roots = [environment.LOCALAPPDATA, environment.PROGRAMFILES, environment['PROGRAMFILES(X86)']]
    const names = [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return roots.filter(Boolean).flatMap((root) => names.map((name) => join(root, name)))
  }
  return []
}

async function installChromium() {
  const advice = 'install Chromium or Chrome, or set FENGMING_CHROMIUM to the path of one.'
  if (!mayInstall()) throw new Error(`No Chromium was found: ${advice}`)
  // Older distributions have no package of the first name.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    await installPackages('Chromium and a Chinese font', [name, 'fonts-noto-cjk', 'fontconfig'])
    const path = installedChromium()
    if (path) return path
  }
  throw new Error(`Debian's package chromium could not be installed: ${advice}`)
}

async function ensureChineseFont() {
  if (process.platform !== 'linux' || hasChineseFont()) return
  if (mayInstall()) await installPackages('a Chinese font', ['fonts-noto-cjk', 'fontconfig'])
  if (!hasChineseFont()) {
    process.stderr.write(
      'No Chinese font was found, so screenshots will show boxes: install fonts-noto-cjk.\n',
    )
  }
}

function hasChineseFont() {
  const answer = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return answer.status === 0 && answer.stdout.trim() !== ''
}

function mayInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false
  return existsSync('/etc/os-release') && /\b(debian|ubuntu)\b/.test(readFileSync('/etc/os-release', 'utf8'))
}

async function installPackages(what, packages) {
  process.stderr.write(`Installing ${what} with apt-get (a minute or two, once) …\n`)
  await aptGet(['update', '-q'])
  await aptGet(['install', '-y', '-q', '--no-install-recommends', ...packages])
}

function aptGet(args) {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn('apt-get', args, { stdio: ['ignore', 2, 2], env })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
