import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Parameters } from './database.ts'

export interface Secrets {
  id: string
  key: string
}

/** Seconds by which the clocks of both sides may differ. */
const MOST_SECONDS = 600

/**
 * Checks the TC3-HMAC-SHA256 signature that the SDK puts on a request from another machine.
 * `address` is what the SDK signed: host and path without scheme; `query` what is behind the `?`.
 * Source: @cloudbase/signature-nodejs, lib/signer.js.
 */
export function isSigned(
  request: {
    authorization: string | undefined
    headers: Record<string, string | undefined>
    address: string
    query: string
  },
  parameters: Parameters,
  secrets: Secrets,
  now: Date,
): boolean {
  const { authorization = '', headers, address, query } = request
  const match =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/(\w+)\/tc3_request,(?: SignedParams=([^,]*),)? SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    )
  if (!match) return false
  const [, id, date = '', service = '', signedParams, signedHeaders = '', signature = ''] = match
  const timestamp = headers['x-timestamp'] ?? ''
  if (id !== secrets.id || Math.abs(now.getTime() / 1000 - Number(timestamp)) > MOST_SECONDS) return false
  const canonical = [
    'post',
    `//${address}`,
    query,
    `${signedHeaders
      .split(';')
      .map((name) => `${name}:${clean(headers[name])}`)
      .join('\n')}\n`,
    signedHeaders,
    hashOf(parameters, signedParams?.split(';')),
  ].join('\n')
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${sha256(canonical)}`
  const key = hmac('tc3_request', hmac(service, hmac(date, `TC3${secrets.key}`)))
  return timingSafeEqual(Buffer.from(signature, 'hex'), hmac(text, key))
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (text: string, key: string | Buffer) => createHmac('sha256', key).update(text).digest()
const clean = (value: string | undefined) => (value ?? '').trim().toLowerCase()

/** Parameters count by lower-case name, in the order of the names; values that are no text count as JSON. */
function hashOf(parameters: Parameters, signed: string[] | undefined): string {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(parameters)) {
    values.set(
      encodeURIComponent(name.toLowerCase().trim()),
      (typeof value === 'string' ? value : JSON.stringify(value)).trim(),
    )
  }
  const hash = createHash('sha256')
  for (const name of signed ?? [...values.keys()].sort()) {
    const value = values.get(name)
    if (value) hash.update(`&${name}=${value}\r\n`)
  }
  return hash.digest('hex')
}
