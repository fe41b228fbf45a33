import { randomUUID } from 'node:crypto'
import type { Meter } from '../engine/engine.ts'
import type { Fault } from '../wire/faults.ts'

/** Who calls, and what WeChat would add. */
export interface Caller {
  openid?: string
  unionid?: string
  /** What set the function off: wx_client, wx_trigger, or a chain like wx_client,scf. */
  source?: string
  /** Open data that WeChat's back end would put in place of a CloudID: event field → data. */
  openData?: Record<string, unknown>
  /** Address by which the caller reaches this cloud, for links to files. */
  origin?: string
  /** What shall go wrong, for tests. */
  faults?: Fault[]
}

/** What one call has cost: counts over all its wire requests, and over the calls of functions that it made. */
export interface CallMeter extends Meter {
  /** Its own wire requests by action. */
  requests: Record<string, number>
  /** Their actions, in the order in which they came. */
  order: string[]
  /** Bytes of requests and answers on the wire. */
  bytes: number
  /** Answers that were a transaction conflict: what is retried. */
  conflicts: number
  /** Milliseconds spent in the engine, storage and openapi. */
  engineMilliseconds: number
  milliseconds: number
}

/** Adds what a called function cost; the time spent waiting for it, which is in `milliseconds`, was not the engine's. */
export function addMeter(meter: CallMeter, called: CallMeter): void {
  meter.bytes += called.bytes
  meter.examined += called.examined
  meter.returned += called.returned
  meter.indexes.push(...called.indexes.filter((index) => !meter.indexes.includes(index)))
  meter.conflicts += called.conflicts
  meter.engineMilliseconds += called.engineMilliseconds - called.milliseconds
}

/** One run of a function, known to the wire by the id in the address it is given. */
export interface Call {
  id: string
  functionName: string
  caller: Caller & { source: string }
  started: Date
  meter: CallMeter
  /** Wire requests so far. */
  requests: number
  /** Ends the worker that runs it, as a crash would. */
  kill: () => void
  error?: string
}

/** The last calls, kept for the data browser. */
const MOST_RECENT = 200

export class Calls {
  readonly recent: Call[] = []
  private readonly running = new Map<string, Call>()
  private readonly appid: string
  private readonly env: string
  private readonly now: () => Date

  constructor(options: { appid: string; env: string; now: () => Date }) {
    this.appid = options.appid
    this.env = options.env
    this.now = options.now
  }

  start(functionName: string, caller: Caller): Call {
    const source = caller.source ?? 'wx_client'
    const meter: CallMeter = {
      requests: {},
      order: [],
      bytes: 0,
      examined: 0,
      returned: 0,
      indexes: [],
      conflicts: 0,
      engineMilliseconds: 0,
      milliseconds: 0,
    }
    const call: Call = {
      id: randomUUID(),
      functionName,
      caller: { ...caller, source },
      started: this.now(),
      meter,
      requests: 0,
      kill: () => {},
    }
    this.running.set(call.id, call)
    return call
  }

  get(id: string | null): Call | undefined {
    return id === null ? undefined : this.running.get(id)
  }

  end(call: Call, milliseconds: number, error?: unknown): void {
    call.meter.milliseconds = milliseconds
    if (error !== undefined) call.error = error instanceof Error ? error.message : String(error)
    this.running.delete(call.id)
    this.recent.push(call)
    if (this.recent.length > MOST_RECENT) this.recent.shift()
  }

  /** What WeChat adds to the event of a call from a phone, and the open data in place of CloudIDs. */
  event(call: Call, event: unknown): unknown {
    const { openid, openData, source } = call.caller
    if (typeof event !== 'object' || event === null || Array.isArray(event)) return event
    const filled: Record<string, unknown> = { ...event, ...openData }
    if (openid !== undefined && source === 'wx_client')
      filled.userInfo = { appId: this.appid, openId: openid }
    return filled
  }

  /** The environment variables of one call: where the cloud is, and what getWXContext reads. */
  environment(call: Call, url: string): Record<string, string> {
    const { openid, unionid, source, openData } = call.caller
    const context: Record<string, string> = { WX_APPID: this.appid, WX_CLIENTIP: '127.0.0.1' }
    if (openid !== undefined) context.WX_OPENID = openid
    if (unionid !== undefined) context.WX_UNIONID = unionid
    if (openData) context.WX_OPEN_DATA_INFO = JSON.stringify({ keys: Object.keys(openData) })
    return {
      ...context,
      WX_CONTEXT_KEYS: Object.keys(context).join(','),
      TCB_SOURCE: source,
      TCB_ENV: this.env,
      SCF_NAMESPACE: this.env,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin?call=${call.id}&` }),
      TENCENTCLOUD: 'true',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_REGION: 'local',
    }
  }

  /** The second argument of a function's main. */
  context(call: Call, environment: Record<string, string>, milliseconds: number): Record<string, unknown> {
    return {
      request_id: call.id,
      function_name: call.functionName,
      function_version: '$LATEST',
      namespace: this.env,
      memory_limit_in_mb: 256,
      time_limit_in_ms: milliseconds,
      environment: JSON.stringify(environment),
      environ: Object.entries(environment)
        .map(([key, value]) => `${key}=${value}`)
        .join(';'),
    }
  }
}
