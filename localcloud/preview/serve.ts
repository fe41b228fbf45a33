import type { IncomingMessage, ServerResponse } from 'node:http'
import { readAppFile } from './files.ts'
import { framePage } from './frame.ts'
import { type PreviewGroup, serveGroup } from './group.ts'
import { type PreviewTemplate, serveMessages } from './messages.ts'
import { send } from './send.ts'

/** What the preview shows: a built H5 folder, and the people as whom it can be opened. */
export interface Preview {
  /** The built H5, a folder with an index.html; its own addresses must be relative or begin with /app/. */
  folder: string
  title: string
  people: PreviewPerson[]
  /** A group chat to which cards can be sent. */
  group?: PreviewGroup
  /** Templates of subscription messages, by their ids. */
  templates?: Record<string, PreviewTemplate>
}

export interface PreviewPerson {
  openid: string
  name: string
  /** One line: who this is. */
  note: string
  /** The page that this person starts on, as the app's router writes it after the #. */
  path?: string
}

/**
 * Serves the phone frame at / and the H5 build at /app/; answers false, having done nothing, for everything else.
 *
 * The frame opens the app at `/app/?as=<openid>&top=44&bottom=34&capsule=96#<path>`: whom to act as, and the
 * CSS pixels that the drawn status bar, home indicator and capsule take (all 0 where the window is a phone's).
 * It posts `{type: 'preview:network', online: boolean}` to the app when it has loaded, when the person at the
 * preview switches the signal, and when the app posts `{type: 'preview:ready'}` to it.
 * Files outside the folder are refused as not found. Below /group: the simulated group chat (group.ts);
 * /messages/: what functions have sent to the person's phone (messages.ts).
 */
export async function servePreview(
  request: IncomingMessage,
  response: ServerResponse,
  preview: Preview,
): Promise<boolean> {
  if (await serveGroup(request, response, preview)) return true
  if (await serveMessages(request, response, preview)) return true
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
  if (path === '/') {
    send(response, 200, 'text/html; charset=utf-8', await framePage(preview))
    return true
  }
  if (path === '/app') {
    response.writeHead(301, { location: '/app/' }).end()
    return true
  }
  if (!path.startsWith('/app/')) return false
  const file = await readAppFile(preview.folder, path.slice('/app/'.length))
  if (file) send(response, 200, file.type, file.body)
  else send(response, 404, 'text/plain; charset=utf-8', '没有这个文件')
  return true
}
