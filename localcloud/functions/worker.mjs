/**
 * One worker thread of one cloud function: loads it as Node does on WeChat Cloud (CommonJS, sloppy mode)
 * and runs one call at a time. Plain JavaScript, because worker threads know nothing of tsx or vitest.
 */
import { existsSync, readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

const { folder, modules } = workerData
process.env.NODE_PATH = [folder, ...modules].join(path.delimiter)
Module._initPaths()
process.cwd = () => folder

/** A function's own files are CommonJS unless its own package.json says otherwise, whatever lies above its folder. */
const loadScript = Module._extensions['.js']
let isModule = false
Module._extensions['.js'] = (module, file) => {
  const own = file.startsWith(folder + path.sep) && !file.includes(`${path.sep}node_modules${path.sep}`)
  if (own && !isModule) module._compile(readFileSync(file, 'utf8'), file)
  else loadScript(module, file)
}

function readDescription() {
  const file = path.join(folder, 'package.json')
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  } catch (error) {
    throw new SyntaxError(`package.json: ${error.message}`)
  }
}

const require = createRequire(path.join(folder, 'index.js'))
let main
let lastKeys = []

function load() {
  isModule = readDescription().type === 'module'
  const exported = require('./index.js')
  if (typeof exported.main !== 'function') throw new TypeError('index.js exports no function named main')
  main = exported.main
}

/** getWXContext reads the process environment, which each worker has a copy of. */
function setEnvironment(environment) {
  for (const key of lastKeys) delete process.env[key]
  lastKeys = Object.keys(environment)
  Object.assign(process.env, environment)
}

function run(event, context) {
  if (main.length < 3) return main(event, context)
  return new Promise((resolve, reject) => {
    const answer = main(event, context, (error, value) => (error ? reject(error) : resolve(value)))
    if (answer && typeof answer.then === 'function') answer.then(resolve, reject)
  })
}

parentPort.on('message', async ({ environment, event, context }) => {
  setEnvironment(environment)
  try {
    if (!main) load()
    parentPort.postMessage({ started: true })
    const value = await run(JSON.parse(event), context)
    parentPort.postMessage({ text: JSON.stringify(value) ?? 'null' })
  } catch (error) {
    const known = error !== null && typeof error === 'object'
    parentPort.postMessage({
      failure: {
        message: known ? String(error.message ?? error.errMsg ?? 'unknown error') : String(error),
        stack: known && typeof error.stack === 'string' ? error.stack : undefined,
        code: known ? (error.errCode ?? error.code) : undefined,
        loaded: main !== undefined,
      },
    })
  }
})
