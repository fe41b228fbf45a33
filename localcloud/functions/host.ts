import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Caller, Calls } from './calls.ts'
import { Pool } from './pool.ts'

export interface HostOptions {
  /** A folder of function folders, each with an index.js. */
  functions: string
  env: Record<string, string>
  most: number
  milliseconds: number
  calls: Calls
  /** Where functions reach this cloud, known only when the server listens. */
  url: () => string
}

export class NoFunction extends Error {}

/** Runs the functions of a folder. */
export class Host {
  private readonly options: HostOptions
  private readonly pools = new Map<string, Pool>()

  constructor(options: HostOptions) {
    this.options = options
  }

  names(): string[] {
    return readdirSync(this.options.functions, { withFileTypes: true })
      .filter((entry) => existsSync(path.join(this.options.functions, entry.name, 'index.js')))
      .map(({ name }) => name)
      .sort()
  }

  /** Calls a function; the answer is what it returned, through JSON. Refuses unknown names. */
  async call(name: string, event: unknown, caller: Caller = {}, nested = false): Promise<unknown> {
    const { calls, milliseconds } = this.options
    const pool = this.pool(name)
    const call = calls.start(name, caller)
    try {
      const environment = calls.environment(call, this.options.url())
      const context = calls.context(call, environment, milliseconds)
      const text = await pool.run(
        { environment, event: JSON.stringify(calls.event(call, event ?? {})), context },
        nested,
      )
      return JSON.parse(text) as unknown
    } finally {
      calls.end(call)
    }
  }

  private pool(name: string): Pool {
    const known = this.pools.get(name)
    if (known) return known
    const folder = path.join(this.options.functions, name)
    if (!/^[\w-]+$/.test(name) || !existsSync(path.join(folder, 'index.js'))) {
      throw new NoFunction(`there is no function named ${name}`)
    }
    const { env, most, milliseconds } = this.options
    const pool = new Pool({ folder, modules: ownModules(), env, most, milliseconds })
    this.pools.set(name, pool)
    return pool
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }
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
