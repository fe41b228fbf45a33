import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { browse } from './browser/browse.ts'
import type { Call, Caller, Calls } from './functions/calls.ts'
import type { Answer } from './functions/host.ts'
import { FunctionError } from './functions/pool.ts'
import { header, isLocal, originOf, readBody, send } from './http.ts'
import { Refused } from './refused.ts'
import { getById, getFile, storeFile, upload } from './storage/serve.ts'
import type { Parameters } from './wire/database.ts'
import { Lost, parseFaults } from './wire/faults.ts'
import { multipart } from './wire/multipart.ts'
import { isSigned, type Secrets } from './wire/signature.ts'
import { answer, type WireOptions } from './wire/wire.ts'

export interface ServerOptions extends WireOptions {
  calls: Calls
  /** Who may come from another machine: see README, "Off this machine". */
  access: Access
  /** Asked for every GET that is not the cloud's own; false when it has nothing there. */
  other?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

export interface Access {
  /** A gateway that has found out who calls sends this in `x-cloud-gateway`; only then `x-wx-openid` is believed. */
  gateway?: string
  /** Signs the wire requests of functions that run on other machines. */
  secrets?: Secrets
  /** Anyone who reaches this server may act as anyone: for trying things out in a closed network. */
  open?: boolean
}

type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  options: ServerOptions,
) => Promise<void>

/** The HTTP side of the cloud: what phones do (`/call`, `/upload`, `/stored`, `/files`), what the SDK does (`/admin`), what people look at (`/_`). */
export function createCloudServer(options: ServerOptions): Server {
  const server = createServer((request, response) => {
    route(request, response, options).catch((error: unknown) => {
      if (error instanceof Lost) return request.socket.destroy()
      const status = error instanceof Refused ? error.status : 500
      send(response, status, { message: error instanceof Error ? error.message : String(error) })
    })
  })
  server.keepAliveTimeout = 120_000
  server.headersTimeout = 125_000
  return server
}

export function addressOf(server: Server): { url: string; port: number } {
  const { address, port, family } = server.address() as AddressInfo
  const host =
    address === '0.0.0.0' || address === '::' ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address
  return { url: `http://${host}:${port}`, port }
}

const handlers: Record<string, Handler> = {
  'POST admin': admin,
  'PUT files': storeFile,
  'POST files': storeFile,
  'GET files': getFile,
  'HEAD files': getFile,
}
/** What a phone or a person does: only from this machine, through the gateway, or when all is open. */
const guarded: Record<string, Handler> = {
  'POST call': call,
  'POST upload': upload,
  'GET stored': getById,
  'HEAD stored': getById,
  'POST trigger': trigger,
  'GET sent': sent,
  'GET _': browse,
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local')
  const room = `${request.method} ${url.pathname.split('/')[1] ?? ''}`
  const handler = handlers[room] ?? guarded[room]
  if (handler) {
    if (guarded[room] && !isTrusted(request, options.access)) {
      return void send(response, 403, {
        message: 'from another machine only through a gateway; see x-cloud-gateway',
      })
    }
    return handler(request, response, url, options)
  }
  if (await options.other?.(request, response)) return
  send(response, 404, { message: `nothing at ${request.method} ${url.pathname}` })
}

function isTrusted(request: IncomingMessage, { gateway, open }: Access): boolean {
  if (open || isLocal(request)) return true
  return gateway !== undefined && header(request, 'x-cloud-gateway') === gateway
}

async function admin(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  options: ServerOptions,
): Promise<void> {
  const running = options.calls.get(url.searchParams.get('call'))
  const type = header(request, 'content-type') ?? ''
  const body = await readBody(request)
  const form = type.startsWith('multipart/form-data') ? multipart(body, type) : undefined
  const parameters: Parameters = form
    ? Object.fromEntries([...form].map(([name, value]) => [name, value.toString()]))
    : (JSON.parse(body.toString('utf8')) as Parameters)
  // A page in a browser can send forms and plain text anywhere, but not JSON.
  const fromHere = isLocal(request) && type.startsWith('application/json')
  if (!running && !fromHere && !hasSignature(request, url, parameters, options)) {
    return void send(response, 403, { code: 'SIGN_PARAM_INVALID', message: 'signature is missing or wrong' })
  }
  const wire = {
    parameters,
    data: form?.get('requestData'),
    bytes: body.length,
    call: running,
    url: originOf(request),
  }
  const bytes = send(response, 200, await answer(wire, options))
  if (running) running.meter.bytes += bytes
}

function hasSignature(
  request: IncomingMessage,
  url: URL,
  parameters: Parameters,
  options: ServerOptions,
): boolean {
  const { secrets } = options.access
  if (!secrets) return false
  const signed = {
    authorization: header(request, 'authorization'),
    headers: request.headers as Record<string, string | undefined>,
    address: `${header(request, 'host')}${url.pathname}`,
    query: url.search.slice(1),
  }
  return isSigned(signed, parameters, secrets, new Date())
}

async function call(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  options: ServerOptions,
): Promise<void> {
  const text = (await readBody(request)).toString('utf8')
  let event: unknown
  try {
    event = text === '' ? {} : JSON.parse(text)
  } catch {
    return void send(response, 400, { message: 'the body is not JSON' })
  }
  await reply(request, response, options.host.call(nameIn(url), event, callerOf(request)))
}

/** Sends what a function answered or threw; with the meter, when it is asked for. */
async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Promise<Answer>,
): Promise<void> {
  const meter = (call: Call | undefined): Record<string, string> =>
    call && header(request, 'x-meter') === '1' ? { 'x-meter': headerText(call.meter) } : {}
  try {
    const { value, call } = await answer
    send(response, 200, value ?? null, meter(call))
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error
    send(response, 500, { message: error.message }, meter(error.call))
  }
}

/** JSON as a header takes it: in ASCII. */
const headerText = (value: unknown) =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const nameIn = (url: URL) => decodeURIComponent(url.pathname.split('/')[2] ?? '')

function callerOf(request: IncomingMessage): Caller {
  return {
    openid: header(request, 'x-wx-openid'),
    unionid: header(request, 'x-wx-unionid'),
    openData: readHeader(request, 'x-wx-open-data', parseObject),
    faults: isLocal(request) ? readHeader(request, 'x-fault', parseFaults) : undefined,
    origin: originOf(request),
  }
}

/** What a header says, by its reader; nonsense there is the sender's. */
function readHeader<T>(request: IncomingMessage, name: string, read: (text: string) => T): T | undefined {
  const bytes = header(request, name)
  if (bytes === undefined) return undefined
  try {
    // Node takes the bytes of a header for Latin letters.
    return read(Buffer.from(bytes, 'latin1').toString('utf8'))
  } catch (error) {
    throw new Refused(400, `${name}: ${(error as Error).message}`)
  }
}

function parseObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new Error('a JSON object is wanted')
}

async function trigger(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  options: ServerOptions,
): Promise<void> {
  const { faults, origin } = callerOf(request)
  const timer = url.searchParams.get('timer') ?? undefined
  await reply(request, response, options.host.trigger(nameIn(url), timer, { faults, origin }))
}

async function sent(
  _: IncomingMessage,
  response: ServerResponse,
  url: URL,
  options: ServerOptions,
): Promise<void> {
  const api = url.searchParams.get('api')
  send(
    response,
    200,
    options.openapi.sent.filter((one) => api === null || one.api === api),
  )
}
