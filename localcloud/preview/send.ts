import type { ServerResponse } from 'node:http'

/** Answers a page, a file or JSON of the preview. */
export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  const headers = {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-cache',
  }
  // Node leaves the body out by itself when the request was a HEAD.
  response.writeHead(status, headers).end(body)
}
