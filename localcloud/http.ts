import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refused } from './refused.ts'
import { MOST_BYTES } from './storage/files.ts'

/** No request body above this is read. */
const MOST_BODY = MOST_BYTES + 1024 * 1024

export const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** The address by which the sender reached this server. */
export function originOf(request: IncomingMessage): string {
  return `${header(request, 'x-forwarded-proto') ?? 'http'}://${header(request, 'host') ?? 'localhost'}`
}

export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= MOST_BODY) parts.push(part)
      else reject(new Refused(413, `body is larger than ${MOST_BODY} bytes`))
    })
    request.on('end', () => resolve(Buffer.concat(parts)))
    request.on('error', reject)
  })
}

/** Sends JSON, or bytes as they are; returns the number of bytes. */
export function send(
  response: ServerResponse,
  status: number,
  value: unknown,
  more: Record<string, string> = {},
): number {
  const body = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))
  const type = Buffer.isBuffer(value) ? 'application/octet-stream' : 'application/json; charset=utf-8'
  if (!response.headersSent) {
    response.writeHead(status, { 'content-type': type, 'content-length': body.length, ...more })
    response.end(body)
  }
  return body.length
}

const isLoopbackAddress = (address: string | undefined) =>
  address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address)

/** Whether the sender is on this machine, and, when it names a host, names this machine (no rebound DNS name). */
export function isLocal(request: IncomingMessage): boolean {
  const host = (header(request, 'host') ?? 'localhost').replace(/:\d+$/, '')
  return (
    isLoopbackAddress(request.socket.remoteAddress) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
  )
}
