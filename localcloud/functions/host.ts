import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refused } from '../refused.ts'
import type { Call, Caller, Calls } from './calls.ts'
import { FunctionError, Pool, type PoolOptions } from './pool.ts'

export interface HostOptions {
  /** A folder of function folders, each with an index.js. */
  functions: string
  env: Record<string, string>
  most: number
  milliseconds: number
  calls: Calls
  now: () => Date
  said: PoolOptions['said']
  /** Where functions reach this cloud, known only when the server listens. */
  url: () => string
}

export class NoFunction extends Refused {
  constructor(message: string) {
    super(404, message)
  }
}

export interface Answer {
  /** What the function returned, through JSON. */
  value: unknown
  call: Call
}

/** A function's files are looked at for changes at most this often. */
const LOOK_MILLISECONDS = 300

interface Running {
  pool: Pool
  /** State of the function's files when the pool was made. */
  state: string
  looked: number
}

/** Runs the functions of a folder; a changed function is loaded anew at its next call. */
export class Host {
  private readonly options: HostOptions
  private readonly running = new Map<string, Running>()

  constructor(options: HostOptions) {
    this.options = options
  }

  names(): string[] {
    return readdirSync(this.options.functions, { withFileTypes: true })
      .filter((entry) => existsSync(path.join(this.options.functions, entry.name, 'index.js')))
      .map(({ name }) => name)
      .sort()
  }

  /** Calls a function. Refuses unknown names; a `FunctionError` knows its call. */
  async call(name: string, event: unknown, caller: Caller = {}, nested = false): Promise<Answer> {
    const { calls, milliseconds } = this.options
    const pool = this.pool(name)
    const call = calls.start(name, caller)
    const began = performance.now()
    try {
      const environment = calls.environment(call, this.options.url())
      const context = calls.context(call, environment, milliseconds)
      const job = { environment, event: JSON.stringify(calls.event(call, event ?? {})), context }
      const text = await pool.run(job, nested, (kill) => {
        call.kill = kill
      })
      calls.end(call, performance.now() - began)
      return { value: JSON.parse(text) as unknown, call }
    } catch (error) {
      calls.end(call, performance.now() - began, error)
      if (error instanceof FunctionError) error.call = call
      throw error
    }
  }

  /** Runs a function as its timer would; refuses a function whose config.json declares no such timer. */
  async trigger(name: string, wanted?: string, caller: Caller = {}): Promise<Answer> {
    this.pool(name)
    const timers = triggersOf(path.join(this.options.functions, name)).filter(({ type }) => type === 'timer')
    const timer = wanted === undefined ? timers[0] : timers.find((trigger) => trigger.name === wanted)
    if (!timer)
      throw new NoFunction(`${name} declares no timer${wanted ? ` named ${wanted}` : ''} in its config.json`)
    const event = {
      Type: 'Timer',
      TriggerName: timer.name,
      Time: this.options.now().toISOString(),
      Message: '',
    }
    return this.call(name, event, { ...caller, source: 'wx_trigger' })
  }

  private pool(name: string): Pool {
    const link = path.join(this.options.functions, name)
    if (!/^[\w-]+$/.test(name) || !existsSync(path.join(link, 'index.js'))) {
      throw new NoFunction(`there is no function named ${name}`)
    }
    const known = this.running.get(name)
    if (known && Date.now() - known.looked < LOOK_MILLISECONDS) return known.pool
    // Node names files by where they really lie.
    const folder = realpathSync(link)
    const state = stateOf(folder)
    if (known?.state === state) {
      known.looked = Date.now()
      return known.pool
    }
    void known?.pool.close()
    const { env, most, milliseconds, said } = this.options
    const pool = new Pool({ folder, modules: ownModules(), env, most, milliseconds, said })
    this.running.set(name, { pool, state, looked: Date.now() })
    return pool
  }

  async close(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ pool }) => pool.close(true)))
  }
}

interface Trigger {
  name: string
  type: string
}

function triggersOf(folder: string): Trigger[] {
  const file = path.join(folder, 'config.json')
  if (!existsSync(file)) return []
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { triggers?: Trigger[] }).triggers ?? []
  } catch (error) {
    throw new Error(`config.json of ${path.basename(folder)}: ${(error as Error).message}`)
  }
}

/** What changes when a file in a folder does, in its node_modules too: times and sizes of all. */
function stateOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) return `${entry.name}/${stateOf(file)}`
      const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {}
      return `${entry.name} ${mtimeMs} ${size}`
    })
    .join('\n')
}

/** Where wx-server-sdk lies that comes with us, for functions without node_modules of their own. */
function ownModules(): string[] {
  try {
    const found = createRequire(import.meta.url).resolve('wx-server-sdk/package.json')
    return [path.resolve(found, '../..')]
  } catch {
    return []
  }
}
