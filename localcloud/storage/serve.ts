import type { IncomingMessage, ServerResponse } from 'node:http'
import { header, readBody, send } from '../http.ts'
import { Refused } from '../refused.ts'
import { multipart } from '../wire/multipart.ts'
import type { Files, StoredFile } from './files.ts'

/** What `wx.cloud.uploadFile` does on a phone: raw bytes, owned by who sends them. */
export async function upload(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { files }: { files: Files },
): Promise<void> {
  const owner = header(request, 'x-wx-openid')
  if (owner === undefined) return void send(response, 401, { message: 'x-wx-openid is missing' })
  const bytes = await readBody(request)
  const type = header(request, 'content-type') ?? 'application/octet-stream'
  send(response, 200, { fileID: files.put(url.searchParams.get('path') ?? '', bytes, type, owner) })
}

/**
 * What the SDK does after `storage.getUploadMetadata`: 4.x puts the bytes, older ones post a form. As at COS,
 * success is an empty body, and a refusal is XML.
 */
export async function storeFile(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { files }: { files: Files },
): Promise<void> {
  const path = filePath(url)
  const type = header(request, 'content-type') ?? ''
  try {
    const body = await readBody(request)
    const form = type.startsWith('multipart/form-data') ? multipart(body, type) : undefined
    const signature = form?.get('Signature')?.toString() ?? header(request, 'authorization')
    if (!files.isSigned('put', path, signature)) throw new Refused(403, 'upload is not authorised')
    files.put(path, form?.get('file') ?? body, form || type === '' ? typeByName(path) : type)
    response.writeHead(200).end()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const message = error.message.replace(/[<&]/g, ' ')
    response.writeHead(error.status, { 'content-type': 'application/xml' })
    response.end(
      `<Error><Code>AccessDenied</Code><Message>${message}</Message><RequestId>0</RequestId><TraceId>0</TraceId></Error>`,
    )
  }
}

/** Gives a file to who holds a signed link; never as something a browser would run. */
export async function getFile(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { files }: { files: Files },
): Promise<void> {
  const path = filePath(url)
  // In a link `?` and `#` are escaped once more than the rest, because the SDK escapes the link itself.
  const escaped = decodeURIComponent(path.replace(/%(?![0-9A-F]{2})/gi, '%25'))
  const found = [path, escaped].find((name) => files.isSigned('get', name, url.searchParams.get('sign')))
  if (found === undefined) return void send(response, 403, { message: 'the link is wrong or too old' })
  give(request, response, files.get(found))
}

/** What `<image src="cloud://…">` does on a phone: gives a file to whichever user knows its id, as WeChat does by default. */
export async function getById(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { files }: { files: Files },
): Promise<void> {
  const path = files.pathOf(url.searchParams.get('id') ?? '')
  give(request, response, path === undefined ? undefined : files.get(path))
}

function give(request: IncomingMessage, response: ServerResponse, file: StoredFile | undefined): void {
  if (!file) return void send(response, 404, { message: 'no such file' })
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
