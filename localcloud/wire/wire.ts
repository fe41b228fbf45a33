import { randomUUID } from 'node:crypto'
import type { Engine } from '../engine/engine.ts'
import { type Clock, fieldOf } from '../engine/values.ts'
import { addMeter, type Call } from '../functions/calls.ts'
import { type Host, NoFunction } from '../functions/host.ts'
import { FunctionError } from '../functions/pool.ts'
import type { OpenApi } from '../openapi/openapi.ts'
import type { Files } from '../storage/files.ts'
import { databaseActions, type Parameters } from './database.ts'
import { toWireError, WireError } from './errors.ts'
import { Lost, withFault } from './faults.ts'
import { storageActions } from './storage.ts'

export interface WireOptions {
  engine: Engine
  files: Files
  host: Host
  openapi: OpenApi
  clock: Clock
}

/** One request as it came in: JSON, or for cloud.openapi a form with bytes. */
export interface WireRequest {
  parameters: Parameters
  /** Bytes of `requestData` in a form. */
  data?: Buffer
  bytes: number
  /** The function run that sent it. */
  call: Call | undefined
  /** This server's address, as the sender reached it. */
  url: string
}

/**
 * Answers one request of the SDK (`POST /admin`): bytes for cloud.openapi, else an object with `requestId`,
 * and `code` and `message` when it is refused. Throws `Lost` when a fault wants no answer to arrive.
 */
export async function answer(request: WireRequest, options: WireOptions): Promise<object | Buffer> {
  const requestId = randomUUID()
  const { parameters, call } = request
  const action = String(parameters.action)
  const began = performance.now()
  let result: object | Buffer
  try {
    const { transactionId } = parameters
    const abort = async () => {
      if (typeof transactionId === 'string') await options.engine.abort(transactionId)
    }
    const done = await withFault(call, () => act(action, request, options), abort)
    result = Buffer.isBuffer(done) ? done : { requestId, ...done }
  } catch (error) {
    if (error instanceof Lost) throw error
    const { code, message } = toWireError(error)
    if (code === 'SYS_ERR' && !(error instanceof WireError)) console.error(error)
    if (call && code === 'DATABASE_TRANSACTION_CONFLICT') call.meter.conflicts++
    result = { requestId, code, message }
  }
  if (call) {
    call.meter.requests[action] = (call.meter.requests[action] ?? 0) + 1
    call.meter.order.push(action)
    call.meter.engineMilliseconds += performance.now() - began
    call.meter.bytes += request.bytes
  }
  return result
}

async function act(action: string, request: WireRequest, options: WireOptions): Promise<object | Buffer> {
  const { parameters, call, url } = request
  const database = fieldOf(databaseActions, action)
  if (database) {
    return database(parameters, {
      engine: options.engine,
      clock: options.clock,
      context: { meter: call?.meter },
    })
  }
  const storage = fieldOf(storageActions, action)
  if (storage) return storage(parameters, options.files, call?.caller.origin ?? url)
  if (action === 'functions.invokeFunction') return invoke(parameters, call, options.host)
  if (action === 'wx.openApi' && request.data) {
    const who = { functionName: call?.functionName, openid: call?.caller.openid }
    return options.openapi.answer(String(parameters.apiName), request.data, who)
  }
  const reason = fieldOf(onlyWeChat, action) ?? 'the local cloud does not know it'
  throw new WireError('INVALID_PARAM', `action ${action}: ${reason}`)
}

/** What no program but WeChat itself can do is refused by name. */
const onlyWeChat: Record<string, string> = {
  'wx.wxPayApi': 'payments exist only at WeChat',
  'wx.wxCallContainerApi': 'containers exist only at WeChat',
  'wx.api': 'the first form of cloud.openapi is gone; wx-server-sdk 2 and newer do not use it',
  'database.initWatch': 'watch is for clients, not for functions',
}

/** A chain of functions that call functions is no longer than this: one that calls itself would eat the machine. */
const MOST_CHAINED = 10

/** A function calls a function: same person, source with `,scf` behind it. */
async function invoke(parameters: Parameters, call: Call | undefined, host: Host): Promise<object> {
  const name = String(parameters.function_name)
  const text = String(parameters.request_data ?? '')
  const source = call ? `${call.caller.source},scf` : 'scf'
  if (source.split(',').length > MOST_CHAINED)
    throw new WireError('FUNCTIONS_EXECUTE_FAIL', `${name} is called by a chain of ${MOST_CHAINED} functions`)
  const caller = { ...call?.caller, faults: undefined, source }
  const count = (called: Call | undefined) => call && called && addMeter(call.meter, called.meter)
  try {
    const { value, call: called } = await host.call(name, text === '' ? {} : JSON.parse(text), caller, true)
    count(called)
    return { data: { response_data: JSON.stringify(value) } }
  } catch (error) {
    if (error instanceof FunctionError) count(error.call)
    if (error instanceof NoFunction)
      throw new WireError('FUNCTION_NOT_FOUND', `FunctionName ${name} not exist`)
    if (error instanceof FunctionError) throw new WireError('FUNCTIONS_EXECUTE_FAIL', error.message)
    throw error
  }
}
