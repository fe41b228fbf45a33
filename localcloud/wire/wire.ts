import { randomUUID } from 'node:crypto'
import type { Engine } from '../engine/engine.ts'
import type { Clock } from '../engine/values.ts'
import type { Call } from '../functions/calls.ts'
import { type Host, NoFunction } from '../functions/host.ts'
import { FunctionError } from '../functions/pool.ts'
import type { Files } from '../storage/files.ts'
import { databaseActions, type Parameters } from './database.ts'
import { toWireError, WireError } from './errors.ts'
import { storageActions } from './storage.ts'

export interface WireOptions {
  engine: Engine
  files: Files
  host: Host
  clock: Clock
}

/**
 * Answers one request of the SDK (`POST /admin`): always an object with `requestId`, and `code` and
 * `message` when it is refused. `call` is the function run that sent it, `url` this server's address.
 */
export async function answer(
  parameters: Parameters,
  call: Call | undefined,
  url: string,
  options: WireOptions,
): Promise<object> {
  const requestId = randomUUID()
  try {
    return { requestId, ...(await act(parameters, call, url, options)) }
  } catch (error) {
    const { code, message } = toWireError(error)
    if (code === 'SYS_ERR') console.error(error)
    return { requestId, code, message }
  }
}

async function act(
  parameters: Parameters,
  call: Call | undefined,
  url: string,
  options: WireOptions,
): Promise<object> {
  const action = String(parameters.action)
  const database = databaseActions[action]
  if (database) return database(parameters, { engine: options.engine, clock: options.clock, context: {} })
  const storage = storageActions[action]
  if (storage) return storage(parameters, options.files, call?.caller.origin ?? url)
  if (action === 'functions.invokeFunction') return invoke(parameters, call, options.host)
  throw new WireError('INVALID_PARAM', `the local cloud does not know the action ${action}`)
}

/** A function calls a function: same person, source with `,scf` behind it. */
async function invoke(parameters: Parameters, call: Call | undefined, host: Host): Promise<object> {
  const name = String(parameters.function_name)
  const text = String(parameters.request_data ?? '')
  const caller = { ...call?.caller, source: call ? `${call.caller.source},scf` : 'scf' }
  try {
    const result = await host.call(name, text === '' ? {} : JSON.parse(text), caller, true)
    return { data: { response_data: JSON.stringify(result) } }
  } catch (error) {
    if (error instanceof NoFunction)
      throw new WireError('FUNCTION_NOT_FOUND', `FunctionName ${name} not exist`)
    if (error instanceof FunctionError) throw new WireError('FUNCTIONS_EXECUTE_FAIL', error.message)
    throw error
  }
}
