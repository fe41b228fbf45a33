import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Caller, Calls } from './functions/calls.ts'
import { type Host, NoFunction } from './functions/host.ts'
import { FileRefused, type Files, MOST_BYTES } from './storage/files.ts'
import type { Parameters } from './wire/database.ts'
import { answer, type WireOptions } from './wire/wire.ts'

export interface ServerOptions extends WireOptions {
  calls: Calls
  /** Asked for every GET that is not the cloud's own; false when it has nothing there. */
  other?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

/** No request body above this is read. */
const MOST_BODY = MOST_BYTES + 1024 * 1024

/** The HTTP side of the cloud: what phones do (`/call`, `/upload`, `/files`) and what the SDK does (`/admin`). */
export function createCloudServer(options: ServerOptions): Server {
  const server = createServer((request, response) => {
    route(request, response, options).catch((error: unknown) => {
      const status = error instanceof FileRefused ? error.status : error instanceof NoFunction ? 404 : 500
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

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local')
  const [, room = '', name = ''] = url.pathname.split('/')
  switch (`${request.method} ${room}`) {
    case 'POST admin':
      return admin(request, response, url, options)
    case 'POST call':
      return call(request, response, decodeURIComponent(name), options.host)
    case 'POST upload':
      return upload(request, response, url, options.files)
    case 'PUT files':
      return putFile(request, response, url, options.files)
    case 'GET files':
    case 'HEAD files':
      return getFile(request, response, url, options.files)
  }
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (reads && (await options.other?.(request, response))) return
  if (!response.headersSent) send(response, 404, { message: `nothing at ${request.method} ${url.pathname}` })
}

async function admin(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  options: ServerOptions,
): Promise<void> {
  const parameters = JSON.parse((await body(request)).toString('utf8')) as Parameters
  const running = options.calls.get(url.searchParams.get('call'))
  send(response, 200, await answer(parameters, running, originOf(request), options))
}

async function call(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  host: Host,
): Promise<void> {
  const text = (await body(request)).toString('utf8')
  let event: unknown
  try {
    event = text === '' ? {} : JSON.parse(text)
  } catch {
    return send(response, 400, { message: 'the body is not JSON' })
  }
  send(response, 200, (await host.call(name, event, callerOf(request))) ?? null)
}

function callerOf(request: IncomingMessage): Caller {
  const openData = header(request, 'x-wx-open-data')
  return {
    openid: header(request, 'x-wx-openid'),
    unionid: header(request, 'x-wx-unionid'),
    openData: openData === undefined ? undefined : (JSON.parse(openData) as Record<string, unknown>),
    origin: originOf(request),
  }
}

async function upload(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  files: Files,
): Promise<void> {
  const owner = header(request, 'x-wx-openid')
  if (owner === undefined) return send(response, 401, { message: 'x-wx-openid is missing' })
  const bytes = await body(request)
  const type = header(request, 'content-type') ?? 'application/octet-stream'
  send(response, 200, { fileID: files.put(url.searchParams.get('path') ?? '', bytes, type, owner) })
}

/** What the SDK does after `storage.getUploadMetadata`; success is an empty body, as at COS. */
async function putFile(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  files: Files,
): Promise<void> {
  const path = filePath(url)
  files.put(path, await body(request), header(request, 'content-type') ?? typeByName(path))
  response.writeHead(200).end()
}

async function getFile(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  files: Files,
): Promise<void> {
  const path = filePath(url)
  const file = files.get(path) ?? files.get(decodeURIComponent(path.replace(/%(?![0-9A-F]{2})/gi, '%25')))
  if (!file) return send(response, 404, { message: 'no such file' })
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.bytes.length,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=60',
  })
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

const filePath = (url: URL) =>
  url.pathname.slice('/files/'.length).split('/').map(decodeURIComponent).join('/')

const types: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
}
const typeByName = (path: string) =>
  types[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function originOf(request: IncomingMessage): string {
  return `${header(request, 'x-forwarded-proto') ?? 'http'}://${header(request, 'host') ?? 'localhost'}`
}

function body(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= MOST_BODY) parts.push(part)
      else reject(new FileRefused(413, `body is larger than ${MOST_BODY} bytes`))
    })
    request.on('end', () => resolve(Buffer.concat(parts)))
    request.on('error', reject)
  })
}

function send(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return
  const text = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
